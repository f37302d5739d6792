"""What every board owes the class, checked on each, in both languages.

A board enters here by its `Play`: the presses that lead it through its notable states. Whatever is
true of one board only stands in a file of its own.
"""

from dataclasses import dataclass

import pytest

from poucet.apps.run import BOARDS

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Press:
    """Press a control, then wait for what it brings; selectors hold in both languages."""

    state: str  # names the picture
    control: str
    brings: str


@dataclass(frozen=True)
class Play:
    """How to play one board: its titles, and its presses in order."""

    titles: tuple[str, str]  # French, English
    presses: tuple[Press, ...]


PLAYS = {
    1: Play(
        ("L’annuaire s’en va", "The directory leaves"),
        (
            Press("told", ".poucet-reveal", ".poucet-secret"),
            Press("address", ".poucet-strike >> nth=6", ".poucet-struck"),
            Press("broken", ".poucet-strike >> nth=5", ".poucet-lost >> nth=2"),
            Press("code", ".poucet-clue", ".poucet-clue.mod-active"),
        ),
    ),
    2: Play(
        ("Suis-je unique ?", "Am I unique?"),
        (
            Press("clue", ".poucet-clue >> nth=2", ".poucet-clue.mod-active >> nth=1"),
            Press("found", ".poucet-reveal", ".poucet-damage"),
        ),
    ),
    3: Play(
        ("Les petits cailloux", "The trail of pebbles"),
        (
            Press("portrait", ".poucet-reading .poucet-reveal", ".poucet-map img"),
            Press("moments", ".poucet-views button >> nth=1", ".poucet-moment >> nth=0"),
            Press("moment_1", ".poucet-moment >> nth=0", ".poucet-moment.mod-active >> nth=0"),
            Press("moment_2", ".poucet-moment >> nth=1", ".poucet-moment.mod-active >> nth=1"),
            Press("moment_3", ".poucet-moment >> nth=2", ".poucet-moment.mod-active >> nth=2"),
            Press("moment_4", ".poucet-moment >> nth=3", ".poucet-moment.mod-active >> nth=3"),
            Press("all", ".poucet-views button >> nth=2", ".poucet-curve img"),
            Press("curve", ".poucet-alone .poucet-reveal", ".poucet-said"),
        ),
    ),
    4: Play(
        ("Recoller les morceaux", "Putting the pieces back together"),
        (
            Press("linked", ".poucet-linking .poucet-reveal", ".poucet-damage"),
            Press("identifier", ".poucet-views button >> nth=1", ".poucet-accounts"),
            Press("undone", ".poucet-undoing .poucet-reveal", ".poucet-accounts strong"),
            Press("file", ".poucet-views button >> nth=2", ".poucet-card"),
            Press("truth", ".poucet-story .poucet-reveal", ".poucet-truth strong"),
        ),
    ),
    5: Play(
        ("Ce que la machine croit savoir", "What the machine believes"),
        (
            Press("counted", ".poucet-accusing .poucet-reveal", ".poucet-damage"),
            Press("curve", ".poucet-views button >> nth=1", ".poucet-placing .poucet-wrong"),
            Press("higher", ".poucet-bars button >> nth=2", "text=/^(À partir de|From) 4 points/"),
            Press("face", ".poucet-views button >> nth=2", ".poucet-facing .poucet-card"),
            Press("truth", ".poucet-facing .poucet-reveal", ".poucet-truth strong"),
            Press("trait", ".poucet-traits button >> nth=4", ".poucet-log pre >> nth=0"),
        ),
    ),
    6: Play(
        ("Combien valez-vous ?", "What are you worth?"),
        (
            Press("bids", ".poucet-selling .poucet-reveal", ".poucet-winner >> nth=1"),
            Press("screens", ".poucet-views button >> nth=1", ".poucet-evenings img"),
            Press("worlds", ".poucet-evenings .poucet-reveal", ".poucet-evenings .poucet-notes p"),
            Press("cents", ".poucet-views button >> nth=2", ".poucet-cents .poucet-reveal"),
            Press("stream", ".poucet-cents .poucet-reveal", ".poucet-cents img"),
            Press("list", ".poucet-views button >> nth=3", ".poucet-records .poucet-reveal"),
            Press("records", ".poucet-records .poucet-reveal", ".poucet-records .poucet-damage"),
            Press("unsold", ".poucet-views button >> nth=4", ".poucet-unsold .poucet-reveal"),
            Press("budget", ".poucet-unsold .poucet-reveal", ".poucet-unsold .poucet-damage"),
        ),
    ),
    7: Play(
        ("Protéger sans détruire", "Protect, don’t destroy"),
        (
            Press("known", ".poucet-alike .poucet-reveal", ".poucet-alike .poucet-notes p"),
            Press("k", ".poucet-views button >> nth=1", ".poucet-turning img"),
            Press("k_10", ".poucet-bars button >> nth=4", "text=/^k = 10/"),
            Press("budget", ".poucet-views button >> nth=2", ".poucet-spending img"),
            Press("noise", ".poucet-spending .poucet-reveal", ".poucet-told-so li"),
            Press("teacher", ".poucet-views button >> nth=3", ".poucet-two dl"),
            Press("lost", ".poucet-teaching .poucet-reveal", ".poucet-two .poucet-no >> nth=1"),
        ),
    ),
    8: Play(
        ("La charte de confiance", "The trust charter"),
        (
            Press("dials", ".poucet-four .poucet-reveal", ".poucet-dials .poucet-bar >> nth=0"),
            Press("table", ".poucet-views button >> nth=1", ".poucet-bargain .poucet-damage"),
            Press("clause", ".poucet-bargain button >> nth=3", ".poucet-bargain li"),
            Press("broken", ".poucet-views button >> nth=2", ".poucet-demands summary"),
            Press("rows", ".poucet-demands summary >> nth=0", ".poucet-demands details[open]"),
            Press("desk", ".poucet-views button >> nth=3", ".poucet-answered"),
            Press("compared", ".poucet-desk .poucet-reveal", ".poucet-truth strong"),
            Press("dates", ".poucet-views button >> nth=4", ".poucet-event h2"),
            Press("next", ".poucet-since .poucet-reveal", "text=/^2[.]/"),
            Press("vote", ".poucet-views button >> nth=5", ".poucet-voting .poucet-damage"),
            Press("decided", ".poucet-voting .poucet-reveal", ".poucet-voting .poucet-big"),
        ),
    ),
}


def test_every_board_is_checked_here():
    assert PLAYS.keys() == BOARDS.keys()


@pytest.mark.parametrize("n", PLAYS)
def test_each_state_keeps_the_house_rules(n, open_board, house_rules, narrows):
    page = open_board(n)
    house_rules(page, f"board_{n}_start")
    narrows(page)
    assert _title(page) == f"{PLAYS[n].titles[0]} · Poucet"
    for press in PLAYS[n].presses:
        page.click(press.control)
        page.wait_for_selector(press.brings)
        house_rules(page, f"board_{n}_{press.state}")
        narrows(page)
    _switch_to_english(page, n)
    house_rules(page, f"board_{n}_switched", "en")  # the same elements as before, other words


def _title(page):
    return page.title().replace("\u202f", " ")


def _switch_to_english(page, n):
    """Every choice of the class stays."""
    pressed = page.evaluate(PRESSED)
    page.click("text=English")
    page.wait_for_selector("html[lang=en]")
    page.settle()
    assert page.evaluate(PRESSED) == pressed
    assert _title(page) == f"{PLAYS[n].titles[1]} · Poucet"
    assert "lang=en" in page.url


PRESSED = """() => [...document.querySelectorAll(".poucet-main button")]
  .map(button => button.classList.contains("mod-active"))"""


@pytest.mark.parametrize("n", PLAYS)
def test_a_hand_without_a_mouse_plays_it_all_in_english(n, open_board, fits, narrows, tab_to):
    page = open_board(n, "en")
    fits(page, f"board_{n}_start", "en")
    assert _title(page) == f"{PLAYS[n].titles[1]} · Poucet"
    _reach_every_control(page)
    for rank, press in enumerate(PLAYS[n].presses):
        bets = "reveal" in press.control and _bet(page, tab_to)
        _press(page, press, tab_to)
        fits(page, f"board_{n}_{press.state}", "en")
        narrows(page)
        if bets and rank == 0:  # the class bets again
            page.keyboard.press("Enter")
            page.settle()
            assert _bet(page, tab_to)
            _press(page, press, tab_to)
    _read_the_numbers(page, tab_to)
    tab_to(page, ".poucet-languages button >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_selector("html[lang=fr]")
    page.settle()
    assert page.evaluate("document.activeElement.textContent.trim()") == "Français"


def _reach_every_control(page):
    """Walk once around the page: each control is a stop, and each stop shows."""
    controls = page.evaluate(MARK_CONTROLS)
    reached = set()
    for _step in range(controls + 5):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            continue
        assert stop["outline"] == "4px", stop
        reached.add(stop["control"])
    assert reached >= {str(control) for control in range(controls)}


def _press(page, press, tab_to):
    """Press a control with a key; the hand stays on it."""
    tab_to(page, press.control)
    page.keyboard.press("Enter")
    page.wait_for_selector(press.brings)
    page.settle()
    assert page.locator(press.control).evaluate("one => one === document.activeElement")


def _bet(page, tab_to):
    """Bet by the arrows, else in figures; tell whether anything is bet here."""
    field = page.locator(f"{BETS} input >> visible=true")
    if not field.count():
        return False
    before = field.first.input_value()
    handle = f"{BETS} .noUi-handle >> visible=true >> nth=0"
    if page.locator(handle).count():
        tab_to(page, handle)
        page.keyboard.press("ArrowRight")
    else:
        tab_to(page, f"{BETS} input >> visible=true >> nth=0")
        page.keyboard.type("7" if before == "0" else "8")
        page.keyboard.press("Enter")
    page.wait_for_function(BET_OTHER_THAN, arg=before, timeout=20_000)
    page.settle()
    return True


BETS = ".poucet-bet:not(.poucet-avatar)"  # the field of the pupil's number has the same look
BET_OTHER_THAN = f"""before => [...document.querySelectorAll("{BETS} input")]
  .find(one => one.checkVisibility()).value !== before"""


def _read_the_numbers(page, tab_to):
    """Unfold the table of each figure on screen, then fold it."""
    folded = ".poucet-numbers summary >> visible=true"
    for place in range(page.locator(folded).count()):
        tab_to(page, f"{folded} >> nth={place}")
        page.keyboard.press("Enter")
        assert page.locator(".poucet-numbers[open] caption >> visible=true").count()
        page.keyboard.press("Enter")


MARK_CONTROLS = """() => {
  const all = ".poucet-board :is(a[href], button, input, select, [role=slider])";
  const seen = [...document.querySelectorAll(all)].filter(
    one => one.checkVisibility() && !one.disabled);
  seen.forEach((one, rank) => { one.dataset.control = rank; });
  return seen.length;
}"""
STOP = """() => {
  const here = document.activeElement;
  if (here === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(here);
  return {
    control: here.dataset.control,
    html: here.outerHTML.slice(0, 200),
    outline: outlineStyle === "none" ? "none" : outlineWidth,
  };
}"""


def test_a_visitor_cannot_choose_the_template_nor_read_the_source(visit, boards):
    page = visit(f"{boards.address}?n=2&template=reveal")
    page.wait_for_selector(".poucet-main")
    assert "poucet.apps" not in page.content()


def test_axe_would_find_a_picture_without_words(open_board, axe):
    page = open_board(2)
    page.evaluate("document.querySelector('.poucet-figure img').removeAttribute('alt')")
    assert "image-alt" in axe(page)
