"""Memory of a pupil's kernel after a lesson's last cell: a real Jupyter kernel runs the French
teacher's notebook, which is the pupil's with its solutions, cell by cell. Resident memory, in MiB;
then its proportional share, where a page that several processes hold, such as a library's, is
divided among them; then the highest that any cell reached. The lessons that read a million lines,
or the whole country, need their peak for a second or two. Packages that a pupil's installation
lacks, and that pandas would load with the developers', are hidden."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.manager import KernelManager

LESSONS = Path(__file__).resolve().parents[1] / "lessons" / "fr" / "enseignant"
AT_MOST = 250  # MiB after the last cell
HIDE = "import sys; sys.modules['pyarrow'] = None"
CELL_TAKES = 300  # seconds at most, on a busy machine


def memory(pid: int) -> dict[str, float]:
    """Read what Linux says of a process's memory, in MiB."""
    found = {}
    for file in ("status", "smaps_rollup"):
        for line in Path(f"/proc/{pid}/{file}").read_text().splitlines():
            name, _, value = line.partition(":")
            if value.endswith(" kB"):
                found[name] = int(value.split()[0]) / 1024
    return found


def after_last_cell(notebook: Path) -> dict[str, float]:
    """Run a notebook to its end, in an empty folder, and read its kernel's memory.

    Raises
    ------
    RuntimeError
        If a cell fails: what it did not do costs no memory.
    """
    cells = [cell for cell in nbformat.read(notebook, 4).cells if cell.cell_type == "code"]
    with tempfile.TemporaryDirectory() as folder:
        manager = KernelManager(kernel_name="python3")
        manager.start_kernel(cwd=folder)
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=CELL_TAKES)
            for source in [HIDE, *(cell.source for cell in cells)]:
                reply = client.execute_interactive(
                    source, timeout=CELL_TAKES, output_hook=lambda _message: None
                )["content"]
                if reply["status"] != "ok":
                    raise RuntimeError(f"{notebook.name}: {reply['ename']}: {reply['evalue']}")
            return memory(manager.provisioner.process.pid)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def rows(quick: bool) -> Iterator[dict[str, Any]]:
    """Give a row a lesson; the first one alone when quick."""
    for notebook in sorted(LESSONS.glob("*.ipynb"))[: 1 if quick else None]:
        found = after_last_cell(notebook)
        yield {
            "lesson": notebook.stem.partition("_")[0].lstrip("0"),
            "notebook": notebook.stem.partition("_")[2],
            "after the last cell": f"{found['VmRSS']:.0f}",
            "proportional share": f"{found['Pss']:.0f}",
            "peak": f"{found['VmHWM']:.0f}",
            "asked": f"≤ {AT_MOST} {'✓' if found['VmRSS'] <= AT_MOST else '**missed**'}",
        }


if __name__ == "__main__":  # python benchmarks/lesson_memory.py
    for row in rows(quick="--quick" in sys.argv):
        print(*row.values(), sep="\t", flush=True)
