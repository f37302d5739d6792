"""Keeps the English catalogue level with the French sentences of the code.

``python tests/messages.py`` says what is missing, unused, unfinished or not compiled, and fails;
``--write`` puts the file in order (sorted, unused sentences dropped) and compiles it.
"""

from __future__ import annotations

import ast
import datetime
import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "kit" / "poucet" / "locale" / "en" / "LC_MESSAGES"
COUNT = {"_": 1, "N_": 1, "gettext": 1, "ngettext": 2}  # how many sentences each takes


def in_code() -> Catalog:
    """Collect the French sentences of the code.

    The syntax tree is read rather than the text: before Python 3.12, Babel's own extractor does not
    see a call inside an f-string.
    """
    catalogue = Catalog()
    for path in sorted((ROOT / "kit" / "poucet").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                words = [
                    word.value
                    for word in call.args[: COUNT.get(call.func.id, 0)]
                    if isinstance(word, ast.Constant)
                ]
                if words:
                    catalogue.add(tuple(words) if len(words) > 1 else words[0])
    return catalogue


def placeholders(text: str) -> set[str]:
    """Find the ``{names}`` of a sentence."""
    return set(re.findall(r"{(\w*)[^}]*}", text))


def main(write: bool) -> int:
    """Compare, and with ``write`` put in order; give the number of remarks."""
    with (FOLDER / "poucet.po").open("rb") as lines:
        english = read_po(lines, locale="en", abort_invalid=True)
    wanted = in_code()
    remarks = []
    moment = datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC)  # any, so long as it never moves
    ordered = Catalog(locale="en", fuzzy=False, creation_date=moment, revision_date=moment)
    for message in sorted(wanted, key=lambda m: str(m.id)):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        known = english.get(ids[0])
        strings = known.string if known else ""
        parts = strings if isinstance(strings, tuple) else (strings,)
        if not all(parts) or len(parts) != len(ids):
            remarks.append(f"no English for: {ids[0]}")
            continue
        for one, other in zip(ids, parts, strict=True):
            if placeholders(one) != placeholders(other):
                remarks.append(f"other placeholders in English: {ids[0]}")
        ordered.add(message.id, strings)
    used = {(m.id if isinstance(m.id, str) else m.id[0]) for m in wanted}
    for message in english:
        key = message.id if isinstance(message.id, str) else message.id[0]
        if key and key not in used and not write:
            remarks.append(f"nothing says any more: {key}")
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, ordered, omit_header=True, width=100, no_location=True)
    write_mo(mo, ordered)
    files = {FOLDER / "poucet.po": HEADER + po.getvalue(), FOLDER / "poucet.mo": mo.getvalue()}
    for path, content in files.items():
        if write and not remarks:
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            remarks.append(f"{path.name} is not in order: make messages")
    for remark in remarks:
        print(remark)  # noqa: T201  (a command for a developer)
    return len(remarks)


HEADER = b"""\
msgid ""
msgstr ""
"Project-Id-Version: poucet\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

if __name__ == "__main__":
    sys.exit(1 if main("--write" in sys.argv[1:]) else 0)
