"""A6, protect, then judge: its points, its mistakes, and what an avatar finds in its own school."""

from itertools import groupby

from assignments.proof import Proof

from poucet.classroom.assignments.a6_files import files


def count(avatar):
    """Count by hand, by sorting the lines of the file, what an avatar must find."""
    lines = sorted(line.split(",") for line in files(avatar)["table.csv"].split("\n")[1:-1])
    piles = [list(pile) for _, pile in groupby(lines, key=lambda line: line[:3])]
    levels = sorted((line[0].split()[0], line[1]) for line in lines)
    return {
        "q1b_in_need": sum(line[3] == "oui" for line in lines),
        "q3a_certain": sum(len(pile) for pile in piles if pile[0][3] == pile[-1][3]),
        "q3b_my_k": min(len(list(pile)) for _, pile in groupby(levels)),
    }


PROOF = Proof(
    name="A6",
    points={
        "q1a_rows": 1,
        "q1b_in_need": 2,
        "q2a_generalise": 2,
        "q2b_groups": 2,
        "q2c_smallest": 1,
        "q2d_diversity": 1,
        "q3a_certain": 2,
        "q3b_my_k": 1,
        "q4a_offenders": 1,
        "q4b_broken": 2,
        "q4c_my_broken": 1,
        "q5": 4,
    },
    written=("q5",),
    mistakes={
        "q1a_rows": ("q1", "rows = rows + rows"),
        "q1b_in_need": ("q1", "in_need = len(rows) - in_need"),
        "q2a_generalise": (
            "q2",
            "def generalise(row):\n"
            "    row['class'], row['commune'] = row['class'].split(' ')[0], '*'\n"
            "    return row",
        ),
        "q2b_groups": (
            "q2",
            "ordered = groups\n"
            "def groups(rows, by, secret):\n    return ordered(rows, sorted(by), secret)",
        ),
        "q2c_smallest": (
            "q2",
            "def smallest(rows, by, secret):\n    return len(groups(rows, by, secret))",
        ),
        "q2d_diversity": (
            "q2",
            "def diversity(rows, by, secret):\n"
            "    return max((len(set(v)) for v in groups(rows, by, secret).values()), default=0)",
        ),
        "q3a_certain": (
            "q3",
            "certain = sum(len(set(v)) == 1 for v in groups(rows, known, 'money').values())",
        ),
        "q3b_my_k": ("q3", "my_k = smallest(rows, known, 'money')"),
        "q4a_offenders": (
            "q4_functions",
            "def offenders(contract, allowed):\n"
            "    firms = contract['subprocessors']\n"
            "    return [firm['country'] for firm in firms if firm['country'] not in allowed]",
        ),
        "q4b_broken": (
            "q4_functions",
            "strict = broken\n"
            "def broken(contract):\n"
            "    return strict({**contract, 'trail_months': contract['trail_months'] + 1})",
        ),
        "q4c_my_broken": ("q4_contract", "my_broken = len(my_broken)"),
    },
    own={
        "q1b_in_need": ("q1", "in_need"),
        "q3a_certain": ("q3", "certain"),
        "q3b_my_k": ("q3", "my_k"),
    },
    count=count,
    portable=frozenset(
        {
            "q2a_generalise",
            "q2b_groups",
            "q2c_smallest",
            "q2d_diversity",
            "q4a_offenders",
            "q4b_broken",
        }
    ),
    quoted=("q3a_certain", "q3b_my_k"),
)
