"""A class whose hand-ins are broken in every way we know; all are made here.

Most hold the number and question 1 only: 3 points when graded, whatever else is in them.
"""

from __future__ import annotations

import copy
import io
import json
import zipfile

import nbformat
from assignments.paper import by_name, numbered, release, solved, with_added

Q1 = """
with open("annuaire.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
in_premiere = [row["level"] for row in rows].count("première")
"""
# What hostile or clumsy code is added to question 3, and the remark it leads to.
CODE = {
    "endless loop": ("while True:\n    pass", "timeout"),
    "endless loop that keeps errors": (
        "while True:\n    try:\n        while True:\n            pass\n    except:\n        pass",
        "timeout",
    ),
    "sleep": ("import time\ntime.sleep(1000)", "waited"),
    "exit": ("exit()", None),
    "sys.exit": ("import sys\nsys.exit(1)", None),
    "os._exit": ("import os\nos._exit(0)", "died"),
    "kernel killed": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "died"),
    "crash in C": ("import ctypes\nctypes.string_at(0)", "died"),
    "memory bomb": ("huge = bytearray(5 * 10**9)", "memory"),
    "memory that no limit counts": (
        "import os\nfd = os.memfd_create('x')\nos.write(fd, b'x')",
        "refused",
    ),
    "100 MB of output": ("for _ in range(100):\n    print('x' * 10**6)", "output_cut"),
    "hundreds of pictures": (
        "from IPython.display import display, HTML\n"
        "for _ in range(500):\n    display(HTML('<b>x</b>'))",
        "output_cut",
    ),
    "large pictures": (
        "from IPython.display import display, HTML\n"
        "for _ in range(60):\n    display(HTML('x' * 900_000))",
        "output_cut",
    ),
    "half a character": (
        "from IPython.display import display, HTML\n"
        "print('\\ud800')\ndisplay(HTML('\\ud800'))\nraise ValueError('\\ud800')",
        None,
    ),
    "widget": ("import ipywidgets\nipywidgets.IntSlider()", None),
    "fork bomb": ("import os\nwhile True:\n    os.fork()", "refused"),
    "a program": ("import subprocess\nsubprocess.Popen(['sleep', '1000'])", "refused"),
    "a daemon": ("!nohup sleep 1000 &", None),
    "full disk": (
        "with open('/tmp/full', 'wb') as file:\n    while True:\n        file.write(b'x' * 10**6)",
        None,
    ),
    "deep recursion": ("def down(n):\n    return down(n + 1)\ndown(0)", None),
    "syntax error": ("def (", None),
    "input asked": ("input('?')", None),
    "own tests rewritten": (
        "get_ipython().input_transformers_post.append(lambda lines: ['pass\\n'])",
        None,
    ),
    "standard output closed": ("import os\nos.closerange(0, 3)", None),
    "pipes closed": ("import os\nos.closerange(3, 200)", "died"),
    "forged messages": (
        "import os\nfor fd in range(3, 60):\n    try:\n        os.write(fd, b'x' * 1000)\n"
        "    except OSError:\n        pass",
        "died",
    ),
}
FIRST = 101  # avatars of `CODE`, in order
LATE = 400  # whose hand-in comes after the others

# Ways to look outside, each of which prints LEAK where it succeeds.
SPIES = """
import os, socket
seen = []
for place in (PLACES):
    seen += [place] if os.path.exists(place) else []
for top, folders, files in os.walk("/"):
    known = "usr lib lib64 proc bin dev share include".split()
    folders[:] = [folder for folder in folders if folder not in known]
    seen += [name for name in files if name.endswith((".ipynb", ".db")) or name == "A2.py"]
seen += [name for name in os.environ if "SECRET" in name]
seen += [n for n in os.listdir("/proc") if n.isdigit() and int(n) > 2 and int(n) != os.getpid()]
for address in (("127.0.0.1", PORT), ("1.1.1.1", 53)):
    try:
        socket.create_connection(address, timeout=1)
        seen.append(address)
    except OSError:
        pass
for place in ("/escaped", "/usr/escaped", "/dev/escaped", "../../../escaped"):
    try:
        open(place, "w").close()
        seen.append(place)
    except OSError:
        pass
print("LEAK" if seen else "NOTHING FOUND", seen)
"""

# A wrong answer that says it equals everything, and one that knows what a test looks like.
LIARS = """
class Yes(int):
    __class__ = int
    def __eq__(self, other): return True
    def __hash__(self): return 0
in_premiere = Yes(0)
import builtins
builtins.AssertionError = Warning
class Table(dict):
    def __eq__(self, other): return True
def class_sizes(rows, by):
    return Table()
"""


def light(avatar, code="fr"):
    """Give a hand-in with its number and question 1."""
    return with_added(numbered(release("A2", code), avatar), {"q1": Q1})


def text(notebook):
    return nbformat.writes(notebook).encode()


def stopped(avatar):
    """Give files that cannot be graded, by their verdict and what is wrong: {path: bytes}."""
    good = json.loads(text(light(1)))
    other = {**good, "metadata": {**good["metadata"], "poucet": {"assignment": "A9"}}}
    stranger = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")])
    files = {
        "empty": [b"", b" \n\n", b"\0" * 5000],
        "not_json": [text(light(1))[:3000], b"\x89PNG\r\n\x1a\n" * 50, b"[" * 100_000, b"<html>"],
        "not_notebook": [b"[1, 2]", b'{"a": 1}', b'{"nbformat": 4, "cells": 7}', b'{"nbformat":2}'],
        "too_new": [json.dumps({**good, "nbformat": 5}).encode()],
        "wrong_notebook": [json.dumps(other).encode(), text(stranger)],
        "too_large": [b"x" * 20_000_001],
    }
    return [
        (f"{avatar + rank}/A2.ipynb", data, verdict)
        for rank, (verdict, data) in enumerate(
            (verdict, data) for verdict, several in files.items() for data in several
        )
    ]


def repaired():
    """Give hand-ins that lost or changed something: (avatar, notebook bytes, remark)."""

    def changed(avatar, change):
        notebook = light(avatar)
        change(notebook)
        return text(notebook)

    def without(names):
        def change(notebook):
            cells = by_name(notebook)
            gone = [id(cells[name]) for name in names]
            notebook.cells = [cell for cell in notebook.cells if id(cell) not in gone]

        return change

    def twice(notebook):
        first = by_name(notebook)["q1"]
        again = copy.deepcopy(first)
        first.source = first.source.replace('"première"', '"seconde"')
        again.id = "again"
        notebook.cells.insert(notebook.cells.index(first) + 1, again)

    def pass_tests(notebook):
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code":
                cell.source = "pass"
                cell.metadata.nbgrader["points"] = 1000

    def as_text(notebook):
        cell = by_name(notebook)["q1"]
        rank = notebook.cells.index(cell)
        plain = nbformat.v4.new_markdown_cell(cell.source, metadata=cell.metadata)
        notebook.cells[rank] = plain

    def no_names(notebook):
        for cell in notebook.cells:
            cell.metadata.pop("nbgrader", None)

    def no_names_nor_ids(notebook):
        no_names(notebook)
        for rank, cell in enumerate(notebook.cells):
            cell["id"] = f"c{rank}"

    def other_kernel(notebook):
        notebook.metadata.kernelspec = {"name": "ir", "language": "R", "display_name": "R"}

    def strange(notebook):
        notebook.metadata["kernelspec"] = [3]
        notebook.cells[0].metadata["nbgrader"] = "?"
        notebook.cells[3].metadata["nbgrader"] = {"grade_id": ["q1"]}

    def backwards(notebook):
        notebook.cells = notebook.cells[::-1]

    old = nbformat.convert(light(60), 3)
    newer = json.loads(text(light(61)))
    newer["nbformat_minor"] = 99
    return [
        (50, changed(50, without(["q1a_rows", "q3_functions", "tools"])), "missing_cells"),
        (51, changed(51, twice), "duplicated_cells"),
        (52, changed(52, pass_tests), "edited_tests"),
        (53, changed(53, as_text), "type_changed"),
        (54, changed(54, no_names), "ids_found"),
        (55, changed(55, no_names_nor_ids), "ids_found"),
        (56, changed(56, other_kernel), "other_kernel"),
        (57, text(light(57, "en")), "other_language"),
        (58, changed(58, strange), "missing_cells"),
        (59, changed(59, backwards), None),
        (60, nbformat.writes(old, 3).encode(), "old_format"),
        (61, json.dumps(newer).encode(), None),
        (62, b"\xef\xbb\xbf" + text(light(62)), None),
        (
            63,
            text(light(63)).replace(b"in_premiere = [row", b"# \\ud800\\nin_premiere = [row"),
            None,
        ),
    ]


def archive(entries):
    """Give a zip of (name or ZipInfo, bytes)."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in entries:
            zipped.writestr(name, data)
    return whole.getvalue()


def full(avatar):
    return text(solved("A2", "fr", avatar))


def with_code(avatar, lines):
    """Add lines to question 3's last answer: what comes before is graded, what follows too."""
    return text(with_added(light(avatar), {"q3_school": lines}))
