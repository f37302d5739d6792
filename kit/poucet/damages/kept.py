"""What pupils' data still do for the class, once some of them are gone."""

from __future__ import annotations

from collections.abc import Iterable

from poucet.exports.service import FUNCTIONS

# The two teaching questions, and the ways to answer each with the answers of a trail: comparing
# methods takes each pupil's class; choosing an exercise takes the same pupil's earlier answers.
_ANSWERS = {
    "method": (("class",),),
    "exercise": FUNCTIONS[0].needs,  # any way to have an account
}


def usefulness(columns: Iterable[str], questions: int | None = None) -> float:
    """Give the share of what the data were for that they still do.

    The class has asked the service for four things (`poucet.exports.service.FUNCTIONS`): to sign
    in, to find one's class, to get homework, to read the results again. Its teachers ask two
    questions of the answers: does method B help, and by how much? Which exercise next for this
    pupil? Each of the six counts the same: that is this kit's choice.

    Parameters
    ----------
    columns : iterable of str
        What the service holds about a pupil beside the answers: columns of `poucet.directory`, or
        ``"opaque_id"``.
    questions : int, optional
        How many of the two questions are still answered, if something else than the columns decides
        (noise, a trail without its answers); left out, the columns say.

    Returns
    -------
    float
        Between 0 and 1.

    Examples
    --------
    >>> usefulness(["class", "opaque_id"]), usefulness(["birth_date", "sex"])
    (1.0, 0.0)
    """
    held = set(columns)
    asked = [function for function in FUNCTIONS if function.core]
    kept = sum(function.works(held) for function in asked)
    if questions is None:
        questions = sum(any(held.issuperset(way) for way in ways) for ways in _ANSWERS.values())
    return (kept + questions) / (len(asked) + len(_ANSWERS))
