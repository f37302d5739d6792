"""Every notebook, both languages, both editions, runs top to bottom as it stands."""

import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted(
    path
    for path in (ROOT / "lessons").glob("[ef][nr]/**/*.ipynb")
    if ".ipynb_checkpoints" not in path.parts  # what an open JupyterLab leaves
)


def test_there_are_notebooks_in_both_languages():
    assert {path.relative_to(ROOT / "lessons").parts[0] for path in NOTEBOOKS} == {"en", "fr"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT / "lessons").as_posix()
)
def test_a_notebook_runs_top_to_bottom(path, tmp_path, monkeypatch):
    # the kernel starts in an empty folder, as on a pupil's account: a lesson brings what it needs
    monkeypatch.delenv("POUCET_LANG", raising=False)  # the notebook itself says its language
    monkeypatch.setitem(os.environ, "JUPYTER_PLATFORM_DIRS", "1")
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=180, resources={"metadata": {"path": tmp_path}}).execute()
    shown = [out for cell in notebook.cells for out in cell.get("outputs", ())]
    assert shown, "a lesson that shows nothing"
    assert not [out for out in shown if out.output_type == "error"]
    # a warning on a pupil's screen is a defect too
    assert not [out.text for out in shown if out.get("name") == "stderr"]
