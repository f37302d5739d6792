"""A contract read from the TOML file that a teacher edits; what is wrong is named with its line."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from poucet.contract import clauses
from poucet.contract.toml_lines import line_of, syntax_error
from poucet.errors import PoucetError
from poucet.i18n import gettext as _

PRESETS = ("grand_public", "education", "ent", "charte")
BASED_ON = "based_on"
_FOLDER = Path(__file__).parent / "presets"


def load(name_or_path: str | Path) -> dict[str, Any]:
    """Read the clauses of a contract.

    Parameters
    ----------
    name_or_path : str or Path
        One of `PRESETS`, or the path of a file that ends in ``.toml``.

    Returns
    -------
    dict of str to object
        One entry a clause, checked.

    Raises
    ------
    poucet.errors.PoucetError
        If it cannot be read, or a clause is wrong.
    """
    if isinstance(name_or_path, str) and name_or_path in PRESETS:
        return dict(_preset(name_or_path))
    if not isinstance(name_or_path, (str, Path)) or Path(name_or_path).suffix != ".toml":
        raise PoucetError(
            _(
                "Il n’y a pas de contrat « {name} » : choisissez parmi {known}, ou donnez le chemin"
                " d’un fichier .toml."
            ).format(name=name_or_path, known=", ".join(PRESETS))
        )
    return _read(Path(name_or_path))


@cache
def _preset(name: str) -> dict[str, Any]:
    return _read(preset_file(name))


def preset_file(name: str) -> Path:
    """Give the file of one of `PRESETS`."""
    return _FOLDER / f"{name}.toml"


def _read(path: Path) -> dict[str, Any]:
    text = _text(path)
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, problem = syntax_error(text, error)
        raise _at(path, line, problem) from None
    try:
        return _clauses(given, path)
    except clauses.WrongClause as error:
        raise _at(path, line_of(text, error.path, error.part), error.problem) from None


def _clauses(given: dict[str, Any], path: Path) -> dict[str, Any]:
    base: dict[str, Any] = {}
    if BASED_ON in given:
        model = given.pop(BASED_ON)
        if not isinstance(model, str) or model not in PRESETS:
            known = ", ".join(PRESETS)
            problem = _("based_on vaut {value} ; modèles possibles : {known}.").format(
                value=clauses.toml_text(model), known=known
            )
            raise clauses.WrongClause(problem, (BASED_ON,))
        base = _preset(model)
        base = {key: value for key, value in base.items() if key not in clauses.NAMES}
    own = clauses.checked(clauses.CLAUSES, given)
    made = {"name": path.stem, **base, **own}
    made.setdefault("title_fr", made["name"])
    made.setdefault("title_en", made["title_fr"])
    made.setdefault("subprocessors", ())
    for key in clauses.CLAUSES:
        if key not in made:
            raise clauses.missing(key, (key,))
    return made


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError:
        raise PoucetError(
            _(
                "Le fichier « {file} » ne peut pas être lu : vérifiez son nom et son dossier."
            ).format(file=path)
        ) from None
    try:
        # A byte order mark is what some editors put first; TOML knows no such sign.
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problem = _("ce n’est pas un texte en UTF-8 : enregistrez le fichier en UTF-8.")
        raise _at(path, line, problem) from None


def _at(path: Path, line: int, problem: str) -> PoucetError:
    return PoucetError(
        _("{file}, ligne {line} : {problem}").format(file=path.name, line=line, problem=problem)
    )
