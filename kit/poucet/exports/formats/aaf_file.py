"""Open an AAF file without trusting it.

XML can do more than hold a directory: a file of one kilobyte may unfold into gigabytes (an *entity
bomb*), or ask the reader's machine for its own files (an *external entity*). The format needs none
of that, so the first lines of a file must be exactly those of an export, with nothing declared in
them; after that the parser follows no reference, opens no network and no other file, and keeps one
entry in memory at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from poucet.errors import PoucetError
from poucet.exports.formats.csv_reading import wrong
from poucet.exports.formats.source_mark import COMMENT, refuse_unmarked
from poucet.i18n import gettext as _

ENCODING = "ISO-8859-15"
ROOT = "ficAlimMENESR"
_HEAD_BYTES = 65_536  # no export's first lines are longer
_COMMENT = rb"<!--(?:[^-]|-[^-])*-->"
_BLANK = rb"(?:\s|" + _COMMENT + rb")*"
_DECLARATION = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"'][^>]*\?>")
_DOCTYPE = re.compile(
    _BLANK + rb"<!DOCTYPE\s+" + ROOT.encode() + rb"\s+SYSTEM\s+(?:\"[^\"<>\[]*\"|'[^'<>\[]*')\s*>"
    + _BLANK + rb"<" + ROOT.encode() + rb"\b"
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One entry of the directory: where it stands, what it is, its number, its attributes."""

    line: int
    category: str
    number: str
    attributes: dict[str, list[str]]


def entries(path: Path, category: str, real: bool) -> Iterator[Entry]:
    """Read a file entry by entry.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    category : str
        The kind that every entry must be of.
    real : bool
        Whether to open a file without the kit's mark.

    Yields
    ------
    Entry
        Nothing that was yielded counts if an error comes later.

    Raises
    ------
    poucet.errors.PoucetError
        If the file is not a well-formed AAF file of that kind.
    """
    try:
        with path.open("rb") as file:
            _check_head(path, file.read(_HEAD_BYTES), real)
            file.seek(0)
            yield from _parse(path, file, category)
    except OSError as trouble:
        raise PoucetError(
            _("Impossible de lire « {path} » ({reason}) : vérifiez ce fichier.").format(
                path=path, reason=trouble.strerror or trouble
            )
        ) from trouble


def _check_head(path: Path, head: bytes, real: bool) -> None:
    if not real and COMMENT.encode() not in head:
        raise refuse_unmarked(path)
    declared = _DECLARATION.match(head)
    if declared is None or declared[1].decode().upper() != ENCODING:
        raise wrong(
            path,
            1,
            _(
                "le fichier n’annonce pas l’encodage {encoding} : un annuaire AAF commence par "
                '<?xml version="1.0" encoding="{encoding}"?>.'
            ).format(encoding=ENCODING),
        )
    if _DOCTYPE.match(head, declared.end()) is not None:
        return
    declares = re.search(rb"<!ENTITY|<!DOCTYPE[^>]*\[", head)
    if declares is not None:
        line = head.count(b"\n", 0, declares.end()) + 1
        raise wrong(
            path,
            line,
            _(
                "le fichier déclare des entités, qui peuvent remplir la mémoire ou lire d’autres "
                "fichiers : il est refusé, demandez un export sans elles."
            ),
        )
    raise wrong(
        path,
        2,
        _(
            "le fichier ne s’annonce pas comme un annuaire AAF : il faut <!DOCTYPE {root} …>."
        ).format(root=ROOT),
    )


def _parse(path: Path, file: object, category: str) -> Iterator[Entry]:
    requests = etree.iterparse(
        file,
        events=("end",),
        tag=("addRequest", "modifyRequest", "deleteRequest", ROOT),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _event, element in requests:
            parent = element.getparent()
            if parent is None:
                if len(element):
                    raise _not_here(path, element[0])
                return
            if parent.tag != ROOT or element.tag != "addRequest":
                raise _not_here(path, element)
            if parent[0] is not element:  # something stands between two requests
                raise _not_here(path, parent[0])
            yield _entry(path, element, category)
            parent.remove(element)
    except etree.XMLSyntaxError as defect:
        raise wrong(
            path,
            defect.lineno or 1,
            _("le XML est coupé ou mal formé ({reason}) : refaites l’export.").format(
                reason=(defect.msg or "").partition(", line")[0]
            ),
        ) from None


def _not_here(path: Path, element: etree._Element) -> PoucetError:
    name = element.tag if isinstance(element.tag, str) else str(element)
    return wrong(
        path,
        element.sourceline or 1,
        _("l’élément « {name} » n’a pas sa place ici : un export complet n’a que des addRequest."
          ).format(name=name),
    )  # fmt: skip


def _entry(path: Path, request: etree._Element, category: str) -> Entry:
    parts = list(request)
    if [part.tag for part in parts] != ["operationalAttributes", "identifier", "attributes"]:
        raise wrong(
            path,
            request.sourceline or 1,
            _(
                "une entrée doit contenir operationalAttributes, identifier et attributes, dans "
                "cet ordre : refaites l’export."
            ),
        )
    operational, identifier, attributes = parts
    kind = _attributes(path, operational)
    if list(kind.values()) != [[category]]:
        raise wrong(
            path,
            operational.sourceline or 1,
            _("l’entrée est de la catégorie « {found} » au lieu de « {category} ».").format(
                found=" ".join(value for values in kind.values() for value in values),
                category=category,
            ),
        )
    if [part.tag for part in identifier] != ["id"]:
        raise _not_here(path, identifier)
    number = _text(path, identifier[0])
    return Entry(request.sourceline or 1, category, number, _attributes(path, attributes))


def _attributes(path: Path, parent: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for attribute in parent:
        name = attribute.get("name")
        if attribute.tag != "attr" or name is None or not len(attribute):
            raise _not_here(path, attribute)
        if name in found:
            raise wrong(
                path,
                attribute.sourceline or 1,
                _("l’attribut « {name} » est là deux fois dans la même entrée.").format(name=name),
            )
        values = []
        for value in attribute:
            if value.tag != "value":
                raise _not_here(path, value)
            values.append(_text(path, value))
        found[name] = [value for value in values if value]
    return found


def _text(path: Path, element: etree._Element) -> str:
    if len(element):  # an entity that was not followed stands there as a child
        raise _not_here(path, element[0])
    text = element.text or ""
    if not text.isascii() and _misread(text):
        raise wrong(
            path,
            element.sourceline or 1,
            _("« {text} » n’est pas en {encoding} : enregistrez le fichier dans cet encodage."
              ).format(text=text, encoding=ENCODING),
        )  # fmt: skip
    return text


def _misread(text: str) -> bool:
    """Tell whether a text shows UTF-8 or Windows bytes: « Ã© » for é, or control characters."""
    if any("\x80" <= letter <= "\x9f" for letter in text):
        return True
    try:
        text.encode(ENCODING).decode("utf-8")
    except UnicodeError:
        return False
    return True
