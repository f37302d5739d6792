"""Twelve pupils hand in an assignment as a class does: well, in part, too late, or not at all.

The teacher has the archive that the ENT gives, names and all. Success: whoever looks at the marks
knows beforehand what each avatar has earned.
"""

import zipfile

import nbformat
from assignments.every import PROOFS
from assignments.paper import by_name, numbered, solved, with_added
from classroom.grading.broken import archive, text

GIVEN_OUT = "A2", "A4"
# Six pupils who finish: what each gets wrong, as ranks in the list of the assignment's mistakes.
WRONG = {3: (), 5: (7,), 8: (1, 5), 11: (3, 6)}
FIRST_QUESTION_ONLY, NUMBER_ONLY = 14, 17
BROKEN, EMPTY, OTHER, TWICE, TYPED = 20, 21, 23, 25, 28
# A2's broken one ends its interpreter; A4's is cut.
ENDS_ALL = "import os\nos._exit(0)"
NAMES = "LE GOFF", "Maïlys", "NUÑEZ", "Itziar"  # what the ENT calls two of them
SECRET = "secret-de-"  # what each writes, before the avatar's number


def hand_in(released, assignment, path):
    """Write the archive of a class; give the points that each avatar has earned, None for no mark.

    ``released`` is the folder of the notebooks that went out.
    """
    proof = PROOFS[assignment]
    mistakes = list(proof.mistakes.items())
    blank = {
        name: nbformat.read(released / name / f"{name}.ipynb", as_version=4) for name in GIVEN_OUT
    }

    def done(avatar, *changes):
        notebook = solved(assignment, "fr", avatar, blank[assignment])
        by_name(notebook)["q5"].source = f"{SECRET}{avatar} : non, 98 élèves seraient seuls."
        for _test, (cell, lines) in changes:
            notebook = with_added(notebook, {cell: lines})
        return notebook

    def points(of=lambda test: True):
        return sum(best for test, best in proof.points.items() if test != "q5" and of(test))

    earned = dict.fromkeys((TWICE, TYPED), points()) | {NUMBER_ONLY: 0, EMPTY: None, OTHER: None}
    files = []
    for avatar, ranks in WRONG.items():
        changes = [mistakes[rank] for rank in ranks]
        files.append((f"{assignment}_{avatar}.ipynb", text(done(avatar, *changes))))
        earned[avatar] = points() - sum(proof.points[test] for test, _ in changes)
    begun = numbered(blank[assignment], FIRST_QUESTION_ONLY)
    by_name(begun)["q1"].source = by_name(done(FIRST_QUESTION_ONLY))["q1"].source
    earned[FIRST_QUESTION_ONLY] = points(lambda test: test.startswith("q1"))
    broken = done(BROKEN)
    if assignment == "A2":
        by_name(broken)["q4"].source = ENDS_ALL
        earned[BROKEN] = points(lambda test: not test.startswith("q4"))
    else:
        earned[BROKEN] = None
    [other] = set(GIVEN_OUT) - {assignment}
    nobody = blank[assignment]  # the number was never written
    files += [
        (f"{FIRST_QUESTION_ONLY}/{assignment}.ipynb", text(begun)),
        (f"{assignment}-{NUMBER_ONLY} (1).ipynb", text(numbered(nobody, NUMBER_ONLY))),
        (f"avatar {BROKEN}/rendu.ipynb", text(broken)[: None if earned[BROKEN] else 9000]),
        (f"{EMPTY}.ipynb", b""),
        (f"{OTHER}/{assignment}.ipynb", text(numbered(blank[other], OTHER))),
        (dated(f"{assignment}_{TWICE}.ipynb", 9), text(done(TWICE, mistakes[0]))),
        (dated(f"{assignment}_{TWICE} (1).ipynb", 12), text(done(TWICE))),
        (f"LE GOFF Maïlys/{assignment}.ipynb", text(done(TYPED))),
        (f"NUÑEZ Itziar/{assignment}.ipynb", text(nobody)),
    ]
    path.write_bytes(archive(files))
    return earned


def dated(name, hour):
    return zipfile.ZipInfo(name, (2026, 11, 20, hour, 0, 0))
