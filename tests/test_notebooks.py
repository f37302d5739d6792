"""Pupils' notebooks in both languages, and the French teacher's, run top to bottom as they stand.

The English teacher's hold the French teacher's code: `poucet build --check` proves it, and
tests/lessons run each answer in both languages.
"""

import functools
import json
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from poucet.classroom.lesson_page import lesson_page, run

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted(
    path
    for path in (ROOT / "lessons").glob("[ef][nr]/**/*.ipynb")
    if not {".ipynb_checkpoints", "teacher"} & set(path.parts)  # the first: what JupyterLab leaves
)


def test_there_are_notebooks_in_both_languages():
    assert {path.relative_to(ROOT / "lessons").parts[0] for path in NOTEBOOKS} == {"en", "fr"}


@functools.cache
def executed(path):
    """Run a notebook once: it says its language itself, and starts in an empty folder."""
    with mock.patch.dict(os.environ, {"JUPYTER_PLATFORM_DIRS": "1"}):
        os.environ.pop("POUCET_LANG", None)
        return run(path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT / "lessons").as_posix()
)
def test_a_notebook_runs_top_to_bottom(path):
    shown = [out for cell in executed(path).cells for out in cell.get("outputs", ())]
    assert shown, "a lesson that shows nothing"
    assert not [out for out in shown if out.output_type == "error"]
    # a warning on a pupil's screen is a defect too
    assert not [out.text for out in shown if out.get("name") == "stderr"]


@pytest.mark.slow
def test_the_page_of_each_lesson_is_read_by_all(tmp_path):
    """Axe finds nothing on the lessons' pages, and they fit a telephone."""
    lessons = [path for path in NOTEBOOKS if path.parent.name in ("fr", "en")]
    for path in lessons:
        page = lesson_page(executed(path))
        (tmp_path / f"{path.parent.name}_{path.stem}.html").write_text(page, encoding="utf-8")
    pale = '<pre class="code">{}{}</pre>'.format(
        *(f'<span style="color: {colour}">def</span>' * 2 for colour in ("#111", "#ddd"))
    )
    bad = f'<title>x</title><main><h1>x</h1><img src="data:,">{pale}</main>'
    (tmp_path / "bad.html").write_text(bad, encoding="utf-8")
    asked = [sys.executable, ROOT / "tests" / "browser" / "axe_pages.py", tmp_path]
    found = json.loads(subprocess.run(asked, capture_output=True, check=True, timeout=600).stdout)
    assert set(found.pop("bad.html")) == {"color-contrast", "html-has-lang", "image-alt"}
    assert len(found) == 16
    assert {name: broken for name, broken in found.items() if broken} == {}
