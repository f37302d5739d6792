"""A lesson as one plain web page: for whoever reads it without Jupyter.

A pupil with a screen reader, a magnifier or a telephone opens one file, at home or from the ENT.
Success: the page says its language and its title, its headings follow one another, its tables say
what heads what, its code is legible, and it fetches nothing. Where the notebook has a slider, the
page has the sentence that says what it was for.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments import highlight  # type: ignore[import-untyped]
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
from pygments.lexers import PythonLexer  # type: ignore[import-untyped]

from poucet.checkout import root
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import in_language

COLOURS = "vs"  # pygments’ style: 4.5 to 1 or more on white
_LOOK = (Path(__file__).parent / "lesson_page.css").read_text(encoding="utf-8")


def run(notebook: Path) -> Any:
    """Run a notebook from top to bottom in an empty folder, as on a pupil's account.

    Parameters
    ----------
    notebook : pathlib.Path
        A lesson as `poucet build` made it.

    Returns
    -------
    nbformat.NotebookNode
        The same with its outputs.
    """
    lesson = nbformat.read(notebook, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        NotebookClient(lesson, timeout=180, resources={"metadata": {"path": folder}}).execute()
    return lesson


def lesson_page(lesson: Any) -> str:
    """Write an executed notebook as a page that stands alone.

    Parameters
    ----------
    lesson : nbformat.NotebookNode
        A notebook that `poucet build` made, with its outputs.
    """
    tongue = lesson.metadata["lang"]
    with in_language(tongue):
        body = number_tables("\n".join(part for cell in lesson.cells for part in _parts(cell)))
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    return (
        f'<!DOCTYPE html>\n<html lang="{tongue}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(lesson.metadata['title'])} · Poucet</title>\n"
        f"<style>{_LOOK}{HtmlFormatter(style=COLOURS).get_style_defs('.code')}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _parts(cell: Any) -> Iterator[str]:
    if cell.cell_type == "markdown":
        yield _written(cell.source)
        return
    if cell.cell_type != "code":
        return
    code = highlight(cell.source, PythonLexer(), HtmlFormatter(nowrap=True))
    code = f'<div class="code"><pre><code>{code}</code></pre></div>'
    if cell.metadata.get("jupyter", {}).get("source_hidden"):
        said = escape(_("Le programme de cette cellule"))
        code = f"<details><summary>{said}</summary>{code}</details>"
    yield code
    shown = "".join(_shown(output) for output in cell.outputs)
    if shown:
        yield f'<div class="result">{shown}</div>'


def _written(text: str) -> str:
    return (
        MarkdownWithMath(renderer=IPythonRenderer(escape=False, exclude_anchor_links=True))
        .render(text)
        .strip()
    )


def _shown(output: Any) -> str:
    """Write what a cell showed; a widget is told by its sentence."""
    if output.output_type == "stream":
        return f"<pre>{escape(output.text)}</pre>"
    data = output.get("data", {})
    if "application/vnd.jupyter.widget-view+json" in data:
        return f"<p>{escape(data['text/plain'])}</p>"
    if "text/html" in data:
        return re.sub(r"<style scoped>.*?</style>", "", data["text/html"], flags=re.DOTALL)
    if "text/markdown" in data:
        return _written(data["text/markdown"])
    return f"<pre>{escape(data.get('text/plain', ''))}</pre>"


def number_tables(page: str) -> str:
    """Give every table a caption and headers that say what they head, in a box that scrolls.

    Examples
    --------
    >>> print(number_tables("<table><thead><tr><th></th><th>n</th></tr></thead></table>"))
    <div class="wide" role="group" tabindex="0" aria-label="Tableau 1"><table><caption>Tableau \
1</caption><thead><tr><td></td><th scope="col">n</th></tr></thead></table></div>
    """
    count = 0

    def heads(found: re.Match[str]) -> str:
        scope = "col" if found[1] == "thead" else "row"
        part = re.sub(r"<th(?: [^>]*)?>(?:&nbsp;|\s)*</th>", "<td></td>", found[0])
        return re.sub(r"<th(?![^>]*\bscope=)(?=[ >])", f'<th scope="{scope}"', part)

    def one(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        name = _("Tableau {n}").format(n=count)
        table = re.sub(r"<(thead|tbody)\b.*?</\1>", heads, found[0], flags=re.DOTALL)
        if "<caption" not in table:
            table = re.sub(r"(<table[^>]*>)", rf"\1<caption>{name}</caption>", table, count=1)
        return f'<div class="wide" role="group" tabindex="0" aria-label="{name}">{table}</div>'

    return re.sub(r"<table\b.*?</table>", one, page, flags=re.DOTALL)


def write_page(lesson: int, tongue: str, folder: Path) -> Path:
    """Run a lesson and write its page; give its path.

    Parameters
    ----------
    lesson : int
        Its number.
    tongue : {"fr", "en"}
        The language of the page.
    folder : pathlib.Path
        Where to write; made if it is not there.

    Raises
    ------
    poucet.errors.PoucetError
        If no lesson has this number.
    """
    notebooks = sorted((root() / "lessons" / tongue).glob("[0-9]*.ipynb"))
    chosen = [path for path in notebooks if path.name.startswith(f"{lesson:02d}_")]
    if not chosen:
        raise PoucetError(
            _("La leçon {lesson} n’existe pas : choisissez un numéro de 1 à {last}.").format(
                lesson=lesson, last=len(notebooks)
            )
        )
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / f"{chosen[0].stem}.html"
    written.write_text(lesson_page(run(chosen[0])), encoding="utf-8")
    return written
