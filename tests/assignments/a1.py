"""A1, what two tables say: its points, its mistakes, and what an avatar finds in its two files."""

from datetime import datetime

from assignments.proof import Proof

from poucet.classroom.assignments.a1_files import files


def count(avatar):
    """Count by hand, in the very text of the files, what an avatar must find."""
    pupils, flags = (
        [line.split(";") for line in text.splitlines()[1:]] for text in files(avatar).values()
    )
    born = [datetime.strptime(row[2], "%d/%m/%Y").date() for row in pupils]
    return {
        "q1b_two_homes": sum(bool(row[7]) for row in pupils),
        "q2b_oldest": str(min(born)),
        "q4b_granted": len({account for account, flag, _ in flags if flag == "bourse"}),
    }


PROOF = Proof(
    name="A1",
    points={
        "q1a_rows": 1,
        "q1b_two_homes": 2,
        "q2a_iso": 2,
        "q2b_oldest": 2,
        "q3a_strike": 2,
        "q3b_untouched": 1,
        "q4a_names": 3,
        "q4b_granted": 3,
        "q5": 4,
    },
    written=("q5",),
    mistakes={
        "q1a_rows": (
            "q1",
            'with open("eleves.csv", encoding="utf-8", newline="") as file:\n'
            "    rows = list(csv.DictReader(file))",
        ),
        "q1b_two_homes": (
            "q1",
            'two_homes = len([row for row in rows if row["address2"] != None])',
        ),
        "q2a_iso": (
            "q2_function",
            'def iso(date):\n    return date[6:] + "-" + date[:2] + "-" + date[3:5]',
        ),
        "q2b_oldest": ("q2_school", 'oldest = iso(min(row["birth_date"] for row in rows))'),
        "q3a_strike": (
            "q3",
            "full = strike\ndef strike(rows, kept):\n    return full(rows, kept[:1])",
        ),
        "q3b_untouched": (
            "q3",
            "def strike(rows, kept):\n"
            "    for row in rows:\n"
            "        for column in list(row):\n"
            "            if column not in kept:\n"
            "                del row[column]\n"
            "    return rows",
        ),
        "q4a_names": (
            "q4_function",
            "def names_flagged(rows, flags, flag):\n"
            "    names = []\n"
            "    for mark in flags:\n"
            "        for row in rows:\n"
            '            if mark["flag"] == flag and mark["account"] == row["account"]:\n'
            '                names.append(row["given_name"])\n'
            "    return names",
        ),
        "q4b_granted": (
            "q4_school",
            'granted = len([mark for mark in flags if mark["flag"] == "bourse"])',
        ),
    },
    own={
        "q1b_two_homes": ("q1", "two_homes"),
        "q2b_oldest": ("q2_school", "oldest"),
        "q4b_granted": ("q4_school", "granted"),
    },
    count=count,
    portable=frozenset({"q2a_iso", "q3a_strike", "q3b_untouched", "q4a_names"}),
    quoted=("q1b_two_homes", "q4b_granted"),
)
