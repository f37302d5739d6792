"""The home page and board 2 on the projector, by mouse and by keyboard, in both languages."""

import http.client

import pytest

NBSP = "\u00a0"

# What axe finds on a Voilà page that is not ours to mend: rule → reason. Nothing at present.
UPSTREAM: dict[str, str] = {}


@pytest.fixture
def board(visit, boards):
    page = visit(boards.address + "?n=2&lang=fr")
    page.wait_for_selector(".poucet-reveal")
    return page


def reveal(page):
    page.click(".poucet-reveal")
    page.wait_for_selector(".poucet-damage")


def shown(page):
    return page.inner_text(".poucet-big strong").replace(NBSP, " ")


def fits(page):
    return page.evaluate(
        "document.documentElement.scrollHeight <= innerHeight"
        " && document.documentElement.scrollWidth <= innerWidth"
    )


def test_the_home_page_lists_eight_lessons_and_opens_the_second(visit, boards, axe, pictures):
    page = visit(boards.address)
    page.wait_for_selector(".poucet-lessons li")
    assert page.locator(".poucet-lessons li").count() == 8
    assert page.locator(".poucet-lessons a").count() == 1
    assert page.locator(".poucet-soon").first.inner_text() == "bientôt"
    assert fits(page)
    page.screenshot(path=pictures / "home_fr.png")
    assert axe(page).keys() <= UPSTREAM.keys()
    page.click("text=English")
    page.wait_for_selector("html[lang=en]")
    assert page.locator(".poucet-soon").first.inner_text() == "coming soon"
    page.screenshot(path=pictures / "home_en.png")
    page.click("text=Am I unique?")
    page.wait_for_selector(".poucet-reveal:has-text('Reveal')")
    assert page.get_attribute("html", "lang") == "en"


def test_nothing_is_told_before_the_class_has_bet(board, pictures):
    assert shown(board) == "?"
    assert board.locator(".poucet-damage").count() == 0
    board.screenshot(path=pictures / "board_2_bet_fr.png")
    board.click(".poucet-clue:has-text('commune')")
    board.wait_for_selector(".poucet-clue.mod-active:has-text('commune')")
    board.wait_for_timeout(500)
    assert shown(board) == "?"


def test_the_mouse_bets_reveals_and_adds_a_clue(board, pictures):
    board.fill(".poucet-bet input", "40")
    board.keyboard.press("Enter")
    reveal(board)
    alone = int(shown(board))
    assert 550 < alone < 800
    assert "40" in board.inner_text(".poucet-answer")
    assert str(alone) in board.get_attribute(".poucet-figure img", "alt")
    assert fits(board)
    board.screenshot(path=pictures / "board_2_school_fr.png")
    board.click(".poucet-clue:has-text('seconde langue')")
    board.wait_for_function(
        "before => Number(document.querySelector('.poucet-big strong').textContent) > before",
        arg=alone,
    )


def test_only_what_comes_before_a_decimal_sign_is_a_bet(board):
    field = board.locator(".poucet-bet input")
    for typed, bet in (("3,7", "3"), ("4.7", "4"), ("1e2", "1"), ("52", "52")):
        field.click()
        field.press("Control+a")
        board.keyboard.type(typed)
        board.keyboard.press("Enter")
        assert field.input_value() == bet


def test_a_few_in_millions_are_not_nobody(board, pictures):
    board.click("text=la France")
    board.click(".widget-toggle-buttons button:text-is('commune')")
    board.click(".widget-toggle-buttons button:text-is('rien') >> nth=0")
    board.wait_for_selector(".poucet-asked:has-text('avec\u00a0: commune, sexe')")
    reveal(board)
    assert shown(board) == "moins de 1 %"
    assert fits(board)
    board.screenshot(path=pictures / "board_2_few_fr.png")


def test_the_country_is_read_at_once(board, pictures):
    board.click("text=la France")
    board.click(".widget-toggle-buttons button:text-is('commune')")
    reveal(board)
    assert shown(board) == "69 %"
    assert "Insee" in board.inner_text(".poucet-source")
    assert fits(board)
    board.screenshot(path=pictures / "board_2_nation_fr.png")
    board.click("text=English")
    board.wait_for_selector("html[lang=en]")
    board.wait_for_selector(".poucet-reveal:has-text('New bet')")
    board.wait_for_selector(".poucet-damage:has-text('accused')")
    board.wait_for_selector("img[alt*='pupils']")
    assert shown(board) == "69%"
    assert "Toutes" not in board.inner_text(".poucet-board")
    assert board.title() == "Am I unique? · Poucet"
    assert "lang=en" in board.url
    assert fits(board)
    board.screenshot(path=pictures / "board_2_nation_en.png")


def test_the_keyboard_alone_does_it_all(board):
    def tab_to(selector):
        for _step in range(40):
            board.keyboard.press("Tab")
            if board.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"the keyboard never reaches {selector}")

    def focused():
        return board.evaluate("document.activeElement.textContent.trim()")

    tab_to(".noUi-handle")
    for _step in range(3):
        board.keyboard.press("ArrowRight")
    board.wait_for_function("document.querySelector('.poucet-bet input').value > 0")
    tab_to(".poucet-reveal")
    outline = board.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "4px"
    board.keyboard.press("Enter")
    board.wait_for_selector(".poucet-damage")
    assert focused() == "Nouveau pari"  # the focus stays where the hand is
    board.keyboard.press("Shift+Tab")
    for _step in range(20):
        if "le lycée" in focused():
            break
        board.keyboard.press("Shift+Tab")
    board.keyboard.press("Shift+Tab")
    assert "une classe" in focused()
    board.keyboard.press("Space")
    board.wait_for_selector(".poucet-asked:has-text('31')")
    assert "une classe" in focused()


def test_axe_finds_nothing_of_ours(board, axe):
    assert axe(board).keys() <= UPSTREAM.keys(), axe(board)
    reveal(board)
    assert axe(board).keys() <= UPSTREAM.keys(), axe(board)


def test_axe_would_find_a_picture_without_words(board, axe):
    board.evaluate("document.querySelector('.poucet-figure img').removeAttribute('alt')")
    assert "image-alt" in axe(board)


def test_a_narrow_window_reflows(visit, boards):
    page = visit(boards.address + "?n=2&lang=fr", width=320, height=640)
    page.wait_for_selector(".poucet-reveal")
    reveal(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_page_that_is_not_there_says_so(visit, boards):
    page = visit(boards.address + "nothing-here")
    assert "n’existe pas" in page.inner_text("h1")
    page.seen.errors.clear()  # the browser reports the 404 itself


def test_a_visitor_cannot_choose_the_template_nor_read_the_source(visit, boards):
    page = visit(boards.address + "?n=2&template=reveal")
    page.wait_for_selector(".poucet-reveal")
    assert "poucet.apps" not in page.content()
    answer = page.request.get(boards.address + "voila/files/poucet.ipynb")
    assert answer.status in (403, 404)


def asks(server, path, **headers):
    """Send a request as no browser would; give the status."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        line.request("GET", path, headers=headers)
        return line.getresponse().status
    finally:
        line.close()


def test_a_site_that_points_its_name_at_this_machine_is_refused(boards):
    host = f"evil.example:{boards.port}"
    kernel = "00000000-0000-0000-0000-000000000000"
    socket = {"Upgrade": "websocket", "Connection": "Upgrade", "Origin": f"http://{host}"}
    assert asks(boards, "/", Host=host) == 403
    for path in (f"/voila/query/{kernel}", f"/api/kernels/{kernel}/channels"):
        assert asks(boards, path, Host=host, **socket) == 403
    assert asks(boards, "/nothing-here", Host=f"localhost:{boards.port}") == 404


@pytest.mark.parametrize(
    "path",
    [
        "templates/lab/static/../../x",
        "templates/lab/static/../../../../../etc/passwd",
        "templates/..",
        "templates/lab/static/",
        "templates/lab/static/%00",
        "templates/x/static/y",
        "labextensions/../../x",
        "api/themes/../x",
    ],
)
def test_a_crooked_path_is_one_that_does_not_exist(boards, path):
    assert asks(boards, f"/voila/{path}") == 404
    assert "Traceback" not in boards.log.read_text()


def test_the_address_stops_cleanly(tmp_path, boards):
    import signal

    server = type(boards)(["show"], tmp_path / "log")
    server.wait("nothing-here")
    assert server.stop(signal.SIGTERM) == []
    assert "Traceback" not in server.log.read_text()
    assert f"127.0.0.1:{server.port}" in server.log.read_text()
