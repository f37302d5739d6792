"""Build the notebooks from their bilingual sources: ``poucet build`` and ``poucet build --check``.

The author of a lesson writes one file, ``lessons/02_am_i_unique.py``; four people read four
notebooks. Success is that nobody ever edits a notebook by hand, and that no language lags behind.
"""

from __future__ import annotations

import json
from pathlib import Path

from poucet.classroom.build_edition import Edition, make_notebook
from poucet.classroom.build_source import Source, read_source
from poucet.classroom.build_twins import source_defects
from poucet.errors import PoucetError
from poucet.i18n import LANGUAGES
from poucet.i18n import gettext as _

_TEACHER_FOLDER = {"fr": "enseignant", "en": "teacher"}


def planned_notebooks(source: Source, root: Path) -> dict[Path, str]:
    """Give every notebook a source makes: its path, and the text of its file."""
    planned = {}
    for language in LANGUAGES:
        if source.assignment:
            folder = root / "assignments" / "source" / language / source.assignment
            path = folder / f"{source.assignment}.ipynb"
            planned[path] = make_notebook(source, Edition(language, "grader"))
            continue
        folder = root / "lessons" / language
        name = f"{source.header['n']:02d}_{source.header['slug'][language]}.ipynb"
        planned[folder / name] = make_notebook(source, Edition(language, "pupil"))
        planned[folder / _TEACHER_FOLDER[language] / name] = make_notebook(
            source, Edition(language, "teacher")
        )
    return planned


def _source_paths(root: Path) -> list[Path]:
    return sorted([*root.glob("lessons/[0-9]*.py"), *root.glob("assignments/A[0-9]*.py")])


def _orphans(root: Path, planned: set[Path]) -> list[Path]:
    """Find the notebooks that the builder once made and that no source makes any more.

    A notebook without the builder's mark is somebody's own: it is left alone.
    """
    found = []
    for path in sorted(
        [*root.glob("lessons/**/*.ipynb"), *root.glob("assignments/source/**/*.ipynb")]
    ):
        if path in planned or ".ipynb_checkpoints" in path.parts:
            continue
        try:
            metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
        except (ValueError, KeyError, TypeError):
            continue
        if "source" in metadata.get("poucet", {}):
            found.append(path)
    return found


def build(root: Path, check: bool = False) -> list[str]:
    """Write the notebooks of every lesson and assignment, or only compare them.

    Parameters
    ----------
    root : pathlib.Path
        The checkout, which holds ``lessons`` and ``assignments``.
    check : bool
        True writes nothing: each notebook that is missing or stale is named instead.

    Returns
    -------
    list of str
        One sentence a finding, in the reader's language: a defect of a source with its file and
        line, an orphan notebook, and each notebook written (or, with `check`, each that differs).
        An empty list means that all is well and nothing changed.
    """
    sentences: list[str] = []
    planned: dict[Path, str] = {}
    for path in _source_paths(root):
        try:
            source = read_source(path, root)
        except PoucetError as error:
            sentences.append(str(error))
            continue
        sentences += source_defects(source)
        for notebook, text in planned_notebooks(source, root).items():
            if notebook in planned:
                sentences.append(
                    _("{source}:1 : une autre source fait déjà {notebook}.").format(
                        source=source.name, notebook=notebook.relative_to(root).as_posix()
                    )
                )
            planned[notebook] = text
    for path, text in planned.items():
        sentences += _settle(path, text, root, check)
    for path in _orphans(root, set(planned)):
        sentences.append(
            _("{notebook} n’a plus de source : supprimez ce carnet.").format(
                notebook=path.relative_to(root).as_posix()
            )
        )
    return sentences


def _settle(path: Path, text: str, root: Path, check: bool) -> list[str]:
    """Write one notebook where it differs, or say that it does."""
    name = path.relative_to(root).as_posix()
    expected = text.encode()
    if path.exists() and path.read_bytes() == expected:
        return []
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(expected)
        return [_("Carnet écrit : {notebook}.").format(notebook=name)]
    if path.exists():
        return [_("{notebook} n’est plus à jour : lancez « poucet build ».").format(notebook=name)]
    return [_("{notebook} manque : lancez « poucet build ».").format(notebook=name)]
