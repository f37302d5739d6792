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
    for (const box of board.querySelectorAll(WIDE)) letKeysScroll(box);
  }

  // What is wider than a narrow page scrolls in its own box: a key must reach it there.
  const WIDE = ".poucet-log pre, .poucet-cells, .poucet-dials, .poucet-accounts, .poucet-figure, .poucet-numbers";
  function letKeysScroll(box) {
    const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowX);
    if (scrolls && box.scrollWidth > box.clientWidth + 1) {
      set(box, "tabindex", "0");
      set(box, "role", "group");
      const french = document.documentElement.lang === "fr";
      set(box, "aria-label", french ? "À faire défiler sur le côté" : "Scrolls sideways");
    } else if (box.hasAttribute("tabindex")) {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
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

  // A board whose kernel has ended answers no press: say so, and offer a new one.
  const stopped = document.getElementById("poucet-stopped");
  stopped.querySelector("button").addEventListener("click", () => location.reload());
  let leaving = false;
  window.addEventListener("beforeunload", function () { leaving = true; });
  function watch(kernel) {
    const look = function () {
      const ended = /dead|restarting/.test(kernel.status) || kernel.connectionStatus === "disconnected";
      if (ended && !leaving) stopped.hidden = false;
    };
    kernel.statusChanged.connect(look);
    kernel.connectionStatusChanged.connect(look);
    look();
  }
  const waiting = setInterval(function () {
    const kernel = window.jupyterapp?.widgetManager?.kernel;
    if (!kernel) return;
    clearInterval(waiting);
    watch(kernel);
  }, 500);

  let due = false;
  function look() {
    if (due) return;
    due = true;
    requestAnimationFrame(function () {
      due = false;
      follow();
      name();
    });
  }
  window.addEventListener("resize", look);
  board.addEventListener("load", look, true); // a picture has its width only then
  board.addEventListener("toggle", look, true);
  new MutationObserver(look).observe(board, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
})();
