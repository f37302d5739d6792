"""On what line of a TOML file something stands: the standard reader does not tell.

The shortest beginning of the file that TOML can read and that holds the clause ends where the
clause does. That is right whatever the file looks like: comments, lists on several lines, quoted
keys, texts that look like clauses.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from poucet.contract.toml_values import toml_text
from poucet.i18n import gettext as _

_NOWHERE = object()


def _inside(table: Any, path: tuple[Any, ...]) -> Any:
    """Follow a path into nested tables and lists."""
    for step in path:
        try:
            table = table[step]
        except (KeyError, IndexError, TypeError):
            return _NOWHERE
    return table


def _statement(lines: list[str], path: tuple[Any, ...]) -> tuple[int, int] | None:
    """Give the first and last line (from 0) of what gives `path` its value, or None."""
    start = 0
    for end in range(len(lines)):
        try:
            read = tomllib.loads("\n".join(lines[: end + 1]))
        except tomllib.TOMLDecodeError:
            continue
        if _inside(read, path) is not _NOWHERE:
            while start < end and (not lines[start].strip() or lines[start].lstrip()[0] == "#"):
                start += 1
            return start, end
        start = end + 1
    return None


def line_of(text: str, path: tuple[Any, ...], part: Any = None) -> int:
    r"""Give the line, from 1, on which a readable file says something.

    Parameters
    ----------
    text : str
        The file, which TOML can read.
    path : tuple
        The clause, such as ``("ip",)`` or ``("subprocessors", 0, "country")``.
    part : object, optional
        An element of the clause's list: its own line, if the list is written on several.

    Returns
    -------
    int
        The clause's first line; for one that is missing, that of the table it is missing in, or
        the file's last line.

    Examples
    --------
    >>> line_of('# a\ntime = "day"\nverbs = [\n  "opened",\n  "red",\n]', ("verbs",), "red")
    5
    """
    lines = text.split("\n")
    found = _statement(lines, path)
    if found is None and len(path) > 1:
        found = _statement(lines, path[:-1])
    if found is None:
        return max(1, len(text.rstrip().split("\n")))
    first, last = found
    if part is not None:
        written = toml_text(part)
        for place in range(first, last + 1):
            if written in lines[place].split("#")[0]:
                return place + 1
    return first + 1


def _first_line(lines: list[str], line: int) -> int:
    """Give the line, from 1, on which what cannot be read at a line begins."""
    for start in range(line - 1, -1, -1):
        try:
            tomllib.loads("\n".join(lines[:start]))
        except tomllib.TOMLDecodeError:
            continue
        while start < line - 1 and (not lines[start].strip() or lines[start].lstrip()[0] == "#"):
            start += 1
        return start + 1
    return line


def syntax_error(text: str, error: tomllib.TOMLDecodeError) -> tuple[int, str]:
    """Give the line of what TOML cannot read, and a sentence for whoever wrote it.

    Examples
    --------
    >>> try:
    ...     tomllib.loads("exclusive = oui")
    ... except tomllib.TOMLDecodeError as error:
    ...     print(syntax_error("exclusive = oui", error)[0])
    1
    """
    lines = text.split("\n")
    told = re.search(r"\(at line (\d+), column \d+\)", str(error))
    line = int(told[1]) if told else len(text.rstrip().split("\n"))
    seen = lines[line - 1].strip()[:60] if line <= len(lines) else ""
    if "overwrite" in str(error) or "twice" in str(error):
        return line, _("la clause « {seen} » est écrite deux fois : gardez-en une seule.").format(
            seen=seen
        )
    first = _first_line(lines, line)
    if first < line:
        return line, _(
            "« {seen} » ne se lit pas dans la clause commencée à la ligne {first} : fermez la "
            "liste par un crochet, séparez les mots par des virgules, chacun "
            "entre guillemets droits."
        ).format(seen=seen, first=first)
    return line, _(
        '« {seen} » ne se lit pas : écrivez un texte entre guillemets droits ("FR"), true ou '
        "false sans guillemets, une liste entre crochets avec des virgules."
    ).format(seen=seen)
