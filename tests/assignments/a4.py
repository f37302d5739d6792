"""A4, putting it together: its points, its mistakes, and what an avatar finds in its own school."""

from collections import defaultdict

from assignments.proof import Proof

from poucet.classroom.assignments.a4_files import accounts, birth_year, pupils


def count(avatar):
    """Count by hand, by comparing every account with every pupil of the same birth date."""
    held, school = accounts(avatar), pupils(avatar)
    sides = defaultdict(lambda: ([], []))
    for side, rows in enumerate((held, school)):
        for row in rows:
            sides[row["birth_date"] + row["sex"]][side].append(row)
    return {
        "q1b_born_then": [row["birth_date"][:4] for row in held].count(birth_year(avatar)),
        "q2c_my_pairs": [(len(a), len(b)) for a, b in sides.values()].count((1, 1)),
    }


PROOF = Proof(
    name="A4",
    points={
        "q1a_tables": 1,
        "q1b_born_then": 2,
        "q2a_make_index": 2,
        "q2b_join": 3,
        "q2c_my_pairs": 1,
        "q3a_query_class": 1,
        "q3b_query_join": 2,
        "q4a_fingerprint": 1,
        "q4b_undo": 2,
        "q4c_accused": 1,
        "q5": 4,
    },
    written=("q5",),
    mistakes={
        "q1a_tables": ("q1", "accounts, pupils = pupils, accounts"),
        "q1b_born_then": ("q1", "born_then = len(accounts) - born_then"),
        "q2a_make_index": (
            "q2",
            "several = make_index\n"
            "def make_index(rows, on):\n"
            "    index = several(rows, on)\n"
            "    return {key[0]: index[key] for key in index} if len(on) == 1 else index",
        ),
        "q2b_join": (
            "q2",
            "def join(accounts, pupils, on):\n"
            "    left, right = make_index(accounts, on), make_index(pupils, on)\n"
            "    return [(left[key][0]['account'], right[key][0]['ine'])\n"
            "            for key in left if len(right.get(key, [])) == 1]",
        ),
        "q2c_my_pairs": ("q2_school", "my_pairs = len(join(accounts, pupils, ['birth_date']))"),
        "q3a_query_class": ("q3", "query_class = 'SELECT ine, name FROM pupils'"),
        "q3b_query_join": (
            "q3",
            "query_join = query_join.replace('AND accounts.sex = pupils.sex', '')",
        ),
        "q4a_fingerprint": (
            "q4_functions",
            "def fingerprint(name, birth_date):\n"
            "    return hashlib.md5((name + birth_date).encode()).hexdigest()",
        ),
        "q4b_undo": (
            "q4_functions",
            "certain = undo\n"
            "def undo(account, names, dates):\n"
            "    return certain(account, names, dates) or (names or dates)[:2]",
        ),
        "q4c_accused": (
            "q4_school",
            "accused = [ine for _, ine in join(accounts, pupils, ['birth_date', 'sex'])]",
        ),
    },
    own={
        "q1b_born_then": ("q1", "born_then"),
        "q2c_my_pairs": ("q2_school", "my_pairs"),
    },
    count=count,
    portable=frozenset(
        {"q2a_make_index", "q2b_join", "q3b_query_join", "q4a_fingerprint", "q4b_undo"}
    ),
    quoted=("q2c_my_pairs",),
)
