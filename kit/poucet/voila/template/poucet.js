// The kernel says in which language a board is (data-poucet-lang); the page follows. And what the
// widgets leave unsaid to a screen reader is said here: names, groups, pressed buttons, live places.
(function () {
  const board = document.getElementById("rendered_cells");
  const set = (element, name, value) => {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  function follow() {
    const mark = board.querySelector("[data-poucet-lang]");
    if (!mark) return;
    const lang = mark.dataset.poucetLang;
    const title = mark.dataset.poucetTitle + (mark.dataset.poucetN === "0" ? "" : " · Poucet");
    set(document.documentElement, "lang", lang);
    if (document.title !== title) document.title = title;
    const address = new URL(location.href);
    if (address.searchParams.get("lang") !== lang) {
      address.searchParams.set("lang", lang);
      history.replaceState(null, "", address);
    }
  }

  function name() {
    for (const group of board.querySelectorAll(".widget-toggle-buttons")) {
      set(group, "role", "group");
      set(group, "aria-label", (group.querySelector(".widget-label") || group).textContent.trim());
    }
    for (const button of board.querySelectorAll(".jupyter-button.widget-toggle-button")) {
      set(button, "aria-pressed", String(button.classList.contains("mod-active")));
    }
    for (const slider of board.querySelectorAll(".widget-slider")) {
      const label = slider.querySelector(".widget-label");
      const handle = slider.querySelector(".noUi-handle");
      if (label) set(handle, "aria-label", label.textContent.trim());
    }
    for (const place of board.querySelectorAll(".poucet-live")) set(place, "aria-live", "polite");
  }

  // A bet is a whole number: “3,7” or “1e2” keeps what comes before the sign, not all the digits.
  let ended = false;
  board.addEventListener("keypress", function (event) {
    if (!event.target.matches(".poucet-bet input")) return;
    if (event.key === "Enter") ended = false;
    else if (ended || !/[0-9]/.test(event.key)) {
      ended = true;
      event.preventDefault();
    }
  }, true);
  board.addEventListener("keydown", function (event) {
    if (event.key.length > 1 && event.key !== "Shift") ended = false; // erased, or moved elsewhere
  }, true);
  board.addEventListener("focusout", function () { ended = false; });

  let due = false;
  new MutationObserver(function () {
    if (due) return;
    due = true;
    requestAnimationFrame(function () {
      due = false;
      follow();
      name();
    });
  }).observe(board, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
})();
