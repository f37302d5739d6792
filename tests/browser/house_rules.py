"""What every page of the projector keeps in every state: it fits, is read, speaks one language."""

import re

SMALLEST = 14  # px, on a 1280 × 720 projector: names of sources, nothing else
QUESTION = 28  # px
# What axe finds on a Voilà page that is not ours to mend: rule → reason. Nothing at present.
UPSTREAM: dict[str, str] = {}
# Words that only one of the two languages has.
FOREIGN = {
    "fr": re.compile(r"\b(the|and|pupils?|are|is|with|your?|without)\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(le|les|des|une|est|sont|avec|dans|vous|qui|élèves?|sur|aux?)\b", re.IGNORECASE
    ),
}

# Every visible text with its size; what is written in a language of its own says so by `lang`.
TEXTS = """() => {
  const found = [];
  const walk = document.createTreeWalker(
    document.querySelector(".poucet-board"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const place = walk.currentNode.parentElement;
    const text = walk.currentNode.textContent.trim();
    if (!text || !place.checkVisibility() || place.closest(".poucet-languages")) continue;
    const size = parseFloat(getComputedStyle(place).fontSize);
    found.push([place.closest("[lang]:not(html)") ? "" : text, size]);
  }
  return found;
}"""
QUESTIONS = f"""() => [...document.querySelectorAll(".poucet-asked p:first-child")]
  .filter(asked => asked.checkVisibility())
  .map(asked => asked.textContent.trim().endsWith("?")
    && parseFloat(getComputedStyle(asked).fontSize) >= {QUESTION})"""


def fits(page, lang):
    """Check the layout and the words at 1280 × 720, on a page that has settled."""
    assert page.get_attribute("html", "lang") == lang
    assert page.inner_text(".poucet-message") == ""
    tall, wide = page.evaluate(
        "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
    )
    assert (tall <= 720, wide <= 1280) == (True, True), f"{wide} × {tall} does not fit"
    texts = page.evaluate(TEXTS)
    assert [text for text, size in texts if size < SMALLEST] == [], "too small for a projector"
    assert [text for text, _ in texts if FOREIGN[lang].search(text)] == [], "another language"
    if page.locator(".poucet-main").count():  # a board, not the home page
        assert page.evaluate(QUESTIONS) == [True], "one question on screen, in large type"


def check(page, lang, axe):
    """Check all of it; the console and the requests are watched by `visit`."""
    fits(page, lang)
    for picture in page.locator(".poucet-board img").all():
        assert len(picture.get_attribute("alt").split()) > 5
    found = axe(page)
    assert found.keys() <= UPSTREAM.keys(), found
