"""A browser that writes down every request, and the servers it visits."""

import contextlib
import importlib.util
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent


def _load(name):
    # The tests are imported by path (importlib mode): a neighbour is loaded by path too.
    spec = importlib.util.spec_from_file_location(f"browser_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


machine = _load("machine")
narrow = _load("narrow")
rules = _load("house_rules")
settling = _load("settling")


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=machine.chromium(), args=list(machine.FLAGS)
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def picture():
    """Keep a picture of a page for whoever asked: ``POUCET_PICTURES=1 pytest tests/browser``."""
    folder = HERE / "pictures"

    def keep(page, name):
        if os.environ.get("POUCET_PICTURES"):
            folder.mkdir(exist_ok=True)
            page.screenshot(path=folder / f"{name}.png")

    return keep


@pytest.fixture(scope="session")
def boards(tmp_path_factory):
    """Serve the dashboards as a teacher does."""
    server = machine.Server(["show"], tmp_path_factory.mktemp("show") / "log")
    server.wait("nothing-here")
    yield server
    assert server.stop() == [], "kernels left behind"


@contextlib.contextmanager
def visits(browser):
    """Open pages; at the end no request has left this machine and the console is quiet."""
    contexts = []

    def open_(address, width=1280, height=720, routes=()):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="fr-FR")
        contexts.append(context)
        for pattern, answer in routes:
            context.route(pattern, answer)
        page = context.new_page()
        page.set_default_timeout(120_000)
        seen = SimpleNamespace(requests=[], errors=[])
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("websocket", lambda socket: seen.requests.append(socket.url))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on(
            "console",
            lambda message: message.type == "error" and seen.errors.append(message.text),
        )
        page.seen = seen
        page.settle = settling.Settling(page).wait
        page.goto(address, wait_until="domcontentloaded")
        return page

    yield open_
    for context in contexts:
        for page in context.pages:
            outside = [url for url in page.seen.requests if not _local(url)]
            assert outside == [], "requests that left this machine"
            assert page.seen.errors == [], "errors in the console"
        context.close()


@pytest.fixture
def visit(browser):
    """Give a function that opens a page of this test's own."""
    with visits(browser) as open_:
        yield open_


def _board(visit, boards, n, lang):
    page = visit(f"{boards.address}?n={n}&lang={lang}")
    page.wait_for_selector(".poucet-main button >> visible=true")
    page.settle()
    return page


@pytest.fixture
def open_board(visit, boards):
    """Open a board by its number and wait until it can be pressed."""
    return lambda n, lang="fr": _board(visit, boards, n, lang)


@pytest.fixture(scope="module")
def keep_board(browser, boards):
    """Open a board once for all the tests of a file: each leads one page to where it looks.

    Most of what such a test costs is the opening of its page. Whoever must find the board as
    nobody has touched it takes `open_board`.
    """
    kept = {}
    with visits(browser) as open_:

        def give(n, lang="fr"):
            if (n, lang) not in kept:
                kept[n, lang] = _board(open_, boards, n, lang)
            return kept[n, lang]

        yield give


@pytest.fixture
def house_rules(axe, picture):
    """Check what every page owes the class, after a picture of it for whoever asked."""

    def check(page, name, lang="fr"):
        page.settle()
        picture(page, f"{name}_{lang}")
        rules.check(page, lang, axe)

    return check


@pytest.fixture
def narrows():
    """Give a function that looks at a page at 200 % zoom, then 320 points wide."""
    return narrow.check


@pytest.fixture
def fits(picture):
    """Check that one more state of a page fits, after a picture of it; axe has seen its like."""

    def check(page, name, lang="fr"):
        page.settle()
        picture(page, f"{name}_{lang}")
        rules.fits(page, lang)

    return check


@pytest.fixture
def tab_to():
    """Give a function that walks with the Tab key to a control, as a hand without a mouse does."""

    def walk(page, selector, back=False):
        for _step in range(80):
            page.keyboard.press("Shift+Tab" if back else "Tab")
            if page.locator(selector).evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(f"the keyboard never reaches {selector}")

    return walk


def _local(url):
    scheme, _, rest = url.partition(":")
    return scheme in ("data", "blob", "about") or rest.startswith("//127.0.0.1:")


# All that axe finds in order is a megabyte or more: it stays in the page.
VIOLATIONS = """() => axe.run({ resultTypes: ["violations"] }).then(found => Object.fromEntries(
  found.violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 200))])))"""


@pytest.fixture(scope="session")
def axe():
    """Give a function that asks axe-core for the violations on a page, by rule."""
    spec = importlib.util.find_spec("axe_playwright_python")
    assert spec and spec.submodule_search_locations, (
        "The accessibility tests need axe-core: pip install axe-playwright-python"
    )
    source = (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")

    def violations(page):
        if page.evaluate("typeof axe === 'undefined'"):
            page.evaluate(source)
        return page.evaluate(VIOLATIONS)

    return violations
