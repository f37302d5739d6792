"""A contract written as the TOML file that a teacher edits, a comment above each clause."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from poucet.contract.clauses import CLAUSES, SUBPROCESSOR
from poucet.contract.reading import preset_file
from poucet.contract.toml_values import toml_text
from poucet.errors import PoucetError
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from poucet.contract.terms import Contract

_WIDTH = 100


def save(contract: Contract, path: str | Path) -> None:
    """Write a contract in a new file; see `Contract.save`."""
    file = Path(path)
    if file.suffix != ".toml":
        raise PoucetError(
            _("Le fichier « {file} » doit finir par .toml, par exemple notre_charte.toml.").format(
                file=path
            )
        )
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(written(contract))
    except FileExistsError:
        raise PoucetError(
            _("Le fichier « {file} » existe déjà : choisissez un autre nom.").format(file=path)
        ) from None
    except OSError:
        raise PoucetError(
            _("Le fichier « {file} » ne peut pas être écrit : vérifiez le dossier.").format(
                file=path
            )
        ) from None


def written(contract: Contract) -> str:
    """Give the text of the file."""
    comments, parts = _comments(), []
    for key in CLAUSES:
        value = getattr(contract, key)
        lines = [*comments.get(key, [])]
        if key != "subprocessors" or not value:
            lines.append(_statement(key, value))
        else:
            tables = [
                "\n".join(
                    ["[[subprocessors]]", *(_statement(k, getattr(firm, k)) for k in SUBPROCESSOR)]
                )
                for firm in value
            ]
            lines.append("\n\n".join(tables))
        # The English title stands under the French one.
        parts.append("\n".join(lines) + ("\n" if key == "title_fr" else "\n\n"))
    return "".join(parts).rstrip("\n") + "\n"


def _comments() -> dict[str, list[str]]:
    """Take the comment of each clause from a contract that has them all."""
    comments: dict[str, list[str]] = {}
    above: list[str] = []
    for line in preset_file("grand_public").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            above.append(line)
        elif line:
            key = line.strip("[]").split(" ")[0]
            if key in CLAUSES:
                comments.setdefault(key, above)
            above = []
        else:
            above = []
    return comments


def _statement(key: str, value: Any) -> str:
    """Write a clause, a long list on several lines."""
    line = f"{key} = {toml_text(value)}"
    if len(line) <= _WIDTH or not isinstance(value, tuple):
        return line
    lines, last = [f"{key} = ["], "   "
    for each in value:
        word = f" {toml_text(each)},"
        if len(last) + len(word) > _WIDTH:
            lines.append(last)
            last = "   "
        last += word
    return "\n".join([*lines, last, "]"])
