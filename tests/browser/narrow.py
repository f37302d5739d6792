"""What a page keeps at 200 % zoom of a projector, and 320 points wide (WCAG 1.4.4 and 1.4.10).

Nothing is cut, nothing lies beyond the edge of the page nor of its own box; what is wider than the
page scrolls.
"""

SIZES = ((640, 360), (320, 640))
LOST = """() => {
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX);
  const out = (one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 0 && (left < -1 || right > innerWidth + 1);
  };
  const cut = (one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    return (overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1)
      || (overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1);
  };
  const spills = (one) => { // words over the line drawn round them
    const { borderTopWidth, borderLeftWidth, overflowX, overflowY } = getComputedStyle(one);
    return parseFloat(borderTopWidth) > 0 && parseFloat(borderLeftWidth) > 0
      && overflowX === "visible" && overflowY === "visible"
      && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  };
  const found = [];
  const look = (one) => {
    // said to a screen reader only, or the slider's own axle
    if (!one.checkVisibility() || getComputedStyle(one).clipPath !== "none") return;
    if (one.matches(".noUi-base, .poucet-clock")) return;
    if (out(one) || cut(one) || spills(one)) found.push(one.outerHTML.slice(0, 160));
    if (!scrolls(one)) [...one.children].forEach(look);
  };
  look(document.querySelector(".poucet-board"));
  return found;
}"""
UNREACHED = """() => [...document.querySelectorAll(".poucet-board *")]
  .filter((one) => one.checkVisibility() && /auto|scroll/.test(getComputedStyle(one).overflowX)
    && one.scrollWidth > one.clientWidth + 1 && one.tabIndex < 0)
  .map((one) => one.outerHTML.slice(0, 160))"""
FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def check(page):
    """Look at the page as it stands in both sizes, then give it its own size back."""
    own = page.viewport_size
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(FRAME)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(LOST) == [], f"lost at {width} points"
        assert page.evaluate(UNREACHED) == [], f"no key scrolls this, at {width} points"
    page.set_viewport_size(own)
    page.evaluate(FRAME)
