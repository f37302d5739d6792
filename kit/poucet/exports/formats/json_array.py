"""Read a long JSON array item by item: a gigabyte of statements never stands in memory."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from poucet.errors import PoucetError
from poucet.exports.formats.csv_checks import wrong
from poucet.i18n import gettext as _

CHUNK = 1 << 20
LONGEST = 1 << 23  # characters of one item: nothing honest is longer
BLANKS = " \t\r\n"


def items(path: Path) -> Iterator[tuple[int, Any]]:
    """Read the objects of an array one after the other, however the file is laid out.

    Parameters
    ----------
    path : pathlib.Path
        A file of UTF-8 text that holds one JSON array of objects.

    Yields
    ------
    tuple of (int, dict)
        The line where the object begins, and the object.

    Raises
    ------
    poucet.errors.PoucetError
        If the file cannot be read, or is not such an array to its last character.
    """
    try:
        with path.open("rb") as file:
            yield from _Reader(path, file).items()
    except OSError as trouble:
        raise PoucetError(
            _("Impossible de lire « {path} » ({reason}) : vérifiez ce fichier.").format(
                path=path, reason=trouble.strerror or trouble
            )
        ) from trouble


class _Reader:
    """What has been read of the file and not yet been given out."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self.path, self.file = path, file
        self.text, self.at, self.line = "", 0, 1
        self.ended = False
        self._letters = codecs.getincrementaldecoder("utf-8-sig")()
        self._decode = json.JSONDecoder(
            object_pairs_hook=_once_each, parse_constant=_not_json
        ).raw_decode

    def items(self) -> Iterator[tuple[int, Any]]:
        self._expect("[")
        if self._next() == "]":
            self._expect("]")
        else:
            separator = ","
            while separator == ",":
                if self._next() not in ("{", ""):
                    self._refuse(_("il faut un objet JSON ici, qui commence par une accolade."))
                yield self.line, self._item()
                separator = self._next()
                self._expect(separator if separator in (",", "]") else ",")
        if self._next():
            self._refuse(_("il y a encore du texte après la fin de la liste."))

    def _item(self) -> Any:
        while True:
            try:
                found, end = self._decode(self.text, self.at)
            except _Twice as twice:
                self._refuse(
                    _("la clé « {key} » est là deux fois dans le même objet.").format(key=twice)
                )
            except RecursionError:
                self._refuse(_("des objets sont imbriqués trop profondément."))
            except json.JSONDecodeError as defect:
                # The item may go on in what has not been read yet.
                if len(self.text) - self.at > LONGEST or not self._read_more():
                    self._refuse_json(defect)
            except ValueError:  # NaN, or a number of thousands of digits
                self._refuse(_("un nombre n’est pas un nombre de JSON."))
            else:
                self._move(end)
                return found

    def _refuse_json(self, defect: json.JSONDecodeError) -> NoReturn:
        begins = self.line
        self._move(min(defect.pos, len(self.text)))
        # A line feed cannot stand in a string: one that is not closed runs to the end of the file.
        open_string = defect.msg.startswith("Unterminated")
        if open_string or self.at >= len(self.text.rstrip(BLANKS)):
            self._refuse(_("le fichier s’arrête au milieu d’un énoncé : refaites l’export."))
        self._refuse(
            _("l’énoncé qui commence à la ligne {line} n’est pas du JSON ({reason}).").format(
                line=begins, reason=defect.msg
            )
        )

    def _next(self) -> str:
        """Give the next character that is not blank, without taking it; empty at the end."""
        while True:
            at = self.at
            while at < len(self.text) and self.text[at] in BLANKS:
                at += 1
            self._move(at)
            if at < len(self.text):
                return self.text[at]
            if not self._read_more():
                return ""

    def _expect(self, sign: str) -> None:
        found = self._next()
        if found == sign:
            self._move(self.at + 1)
        elif not found:
            self._refuse(
                _("le fichier s’arrête avant la fin de la liste « ] » : refaites l’export.")
            )
        else:
            self._refuse(
                _("« {found} » est à la place de « {sign} » : il faut une liste JSON d’énoncés."
                  ).format(found=found, sign=sign)
            )  # fmt: skip

    def _move(self, to: int) -> None:
        self.line += self.text.count("\n", self.at, to)
        self.at = to

    def _read_more(self) -> bool:
        """Read on, and forget what has been given out; tell whether anything came."""
        if self.ended:
            return False
        raw = self.file.read(max(CHUNK, len(self.text) - self.at))
        self.ended = not raw
        try:
            more = self._letters.decode(raw, final=self.ended)
        except UnicodeDecodeError as defect:
            seen = bytes(defect.object)[: defect.start]
            self.line += self.text.count("\n", self.at) + seen.count(b"\n")
            self._refuse(
                _(
                    "le texte n’est pas en {encoding} : enregistrez le fichier dans cet encodage."
                ).format(encoding="UTF-8")
            )
        if self.ended and not more:
            return False
        self.text, self.at = self.text[self.at :] + more, 0
        return True

    def _refuse(self, defect: str) -> NoReturn:
        raise wrong(self.path, self.line, defect)


class _Twice(Exception):
    """A key that an object bears twice."""


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        raise _Twice(next(key for key in keys if keys.count(key) > 1))
    return found


def _not_json(word: str) -> float:
    raise ValueError(word)
