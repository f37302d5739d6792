"""Ask axe about the pages of a folder, and whether they fit a telephone; print what it finds.

Run as a program of its own: the browser's event loop would stay with other tests otherwise.
"""

import importlib.util
import json
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent


def load(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def axe_source():
    spec = importlib.util.find_spec("axe_playwright_python")
    return (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


# Axe measures the contrast of every word apart, and a page of code has two thousand coloured ones:
# of those that look alike in boxes that look alike, the longest keeps its element and is measured
# (axe judges no word of one letter).
ONE_OF_EACH_LOOK = """() => {
    const longest = new Map(), words = [...document.querySelectorAll(".code span")]
    for (const word of words) {
        const looks = []
        for (let box = word; box; box = box.parentElement) {
            const {color, backgroundColor, fontSize, fontWeight, opacity} = getComputedStyle(box)
            looks.push(color, backgroundColor, fontSize, fontWeight, opacity)
        }
        const look = looks.join(), known = longest.get(look)
        if (!known || known.textContent.length < word.textContent.length) longest.set(look, word)
    }
    const kept = new Set(longest.values())
    for (const word of words) if (!kept.has(word)) word.replaceWith(...word.childNodes)
}"""


def look(page, path, axe):
    page.goto(path.as_uri())
    page.evaluate(ONE_OF_EACH_LOOK)
    # a page's own policy lets no script in: axe comes in by the browser's door, as a developer does
    page.evaluate(axe)
    found = {
        one["id"]: [node["html"][:200] for node in one["nodes"]]
        for one in page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    }
    wide = page.evaluate("document.documentElement.scrollWidth")
    return found | ({"reflow": [f"{wide} px"]} if wide > 320 else {})


if __name__ == "__main__":
    machine, axe = load("machine"), axe_source()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=machine.chromium(), args=list(machine.FLAGS)
        )
        page = browser.new_page(viewport={"width": 320, "height": 640})
        pages = sorted(Path(sys.argv[1]).glob("*.html"))
        json.dump({path.name: look(page, path, axe) for path in pages}, sys.stdout)
        browser.close()
