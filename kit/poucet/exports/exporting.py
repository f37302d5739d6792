"""Write the school's files as services ask for them, and read them back."""

from __future__ import annotations

import inspect
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from poucet.errors import PoucetError
from poucet.exports.formats import format_module
from poucet.exports.formats.atomic import whole_folder
from poucet.exports.formats.progress import Progress
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School


def export(
    school: School,
    format: str,
    folder: str | Path,
    *,
    progress: Progress | None = None,
    **choices: Any,
) -> list[Path]:
    """Write the school's export in a format that a service asks for.

    The school presses "export" and a folder leaves. The folder appears whole or not at all, holds
    the kit's mark, and is the same byte for byte for the same school.

    Parameters
    ----------
    school : School
        The school that exports.
    format : str
        ``oneroster``, ``sds-v1``, ``sds-v1-min``, ``sds-v2.1``, ``google``, ``aaf``, ``be1d``,
        ``xapi``, ``moodle`` or ``weblog``.
    folder : str or pathlib.Path
        A new folder, or an empty one.
    progress : callable, optional
        Called as ``progress(done, total)`` from time to time.
    **choices
        What the format leaves open: ``weeks`` (the length of the trail, 12 unless told) for
        ``xapi``, ``moodle`` and ``weblog``; ``identifier`` (``account``, ``mbox`` or
        ``mbox_sha1sum``) for ``xapi``.

    Returns
    -------
    list of pathlib.Path
        The files written, in the order of their names.

    Raises
    ------
    poucet.errors.PoucetError
        If the format or a choice is unknown, or the folder holds something or cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from poucet import School, export
    >>> with tempfile.TemporaryDirectory() as place:
    ...     files = export(School(seed=1, pupils=30), "google", f"{place}/google")
    ...     [file.name for file in files]
    ['datapackage.json', 'users.csv']
    """
    module = format_module(format)
    _check_choices(format, module, choices)
    target = Path(folder)
    with whole_folder(target) as draft:
        module.write(school, draft, progress, **choices)
    return sorted(path for path in target.rglob("*") if path.is_file())


def read_export(format: str, path: str | Path, *, real: bool = False) -> pd.DataFrame:
    """Read an export back, whole or not at all.

    The service's side: it opens the folder it received and has the school's table again, less the
    columns that the format has no place for. A file that is cut short, misspelt or contradicts
    itself gives one sentence with its name and line, and no table.

    Parameters
    ----------
    format : str
        As for `export`.
    path : str or pathlib.Path
        The folder of the export.
    real : bool, default False
        Whether to open files without the kit's mark, which may hold real people.

    Returns
    -------
    pandas.DataFrame
        The columns of `directory` that the format carries (or of `trail`), in that order.

    Raises
    ------
    poucet.errors.PoucetError
        If the format is unknown or the files are not what they should be.

    Examples
    --------
    >>> import tempfile
    >>> from poucet import School, export
    >>> from poucet.exports import read_export
    >>> with tempfile.TemporaryDirectory() as place:
    ...     _ = export(School(seed=1, pupils=30), "sds-v1-min", f"{place}/sds")
    ...     read_export("sds-v1-min", f"{place}/sds").columns.tolist()
    ['class', 'email']
    """
    return format_module(format).read(Path(path), real)


def _check_choices(format: str, module: ModuleType, choices: dict[str, Any]) -> None:
    """Refuse a choice that the format does not leave open."""
    parameters = inspect.signature(module.write).parameters.values()
    known = [each.name for each in parameters if each.kind is each.KEYWORD_ONLY]
    for name in choices:
        if name not in known and not known:
            raise PoucetError(
                _("Le format « {format} » n’a pas d’option « {name} » : retirez-la.").format(
                    format=format, name=name
                )
            )
        if name not in known:
            raise PoucetError(
                _(
                    "Le format « {format} » n’a pas d’option « {name} » : choisissez parmi {known}."
                ).format(format=format, name=name, known=", ".join(known))
            )
