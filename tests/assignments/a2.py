"""A2, am I unique?: its points, its mistakes, and what an avatar finds in its own school."""

from collections import Counter

from assignments.proof import Proof

from poucet.classroom.assignments.a2_files import clues, table


def count(avatar):
    """Count by hand, without the kit's measures, what an avatar must find in its own school."""
    rows = table(avatar)

    def sizes(by):
        return list(Counter(tuple(row[name] for name in by) for row in rows).values())

    mine = clues(avatar)
    left = [sizes([other for other in mine if other != name]).count(1) for name in mine]
    return {
        "q1b_premiere": [row["level"] for row in rows].count("première"),
        "q3c_my_k": min(sizes(["level", "sex"])),
        "q3d_my_unique": sizes(["birth_date", "sex"]).count(1),
        "q4b_rescued": sizes(mine).count(1) - min(left),
    }


PROOF = Proof(
    name="A2",
    points={
        "q1a_rows": 1,
        "q1b_premiere": 2,
        "q2a_one_column": 2,
        "q2b_several_columns": 3,
        "q2c_empty_table": 1,
        "q3a_k": 1,
        "q3b_unique": 1,
        "q3c_my_k": 1,
        "q3d_my_unique": 1,
        "q4a_costliest": 1,
        "q4b_rescued": 2,
        "q5": 4,
    },
    written=("q5",),
    mistakes={
        "q1a_rows": ("q1", "rows = rows[1:]"),
        "q1b_premiere": ("q1", "in_premiere = str(in_premiere)"),
        "q2a_one_column": (
            "q2",
            "tuples = class_sizes\n"
            "def class_sizes(rows, by):\n"
            "    sizes = tuples(rows, by)\n"
            "    return {key[0]: n for key, n in sizes.items()} if len(by) == 1 else sizes",
        ),
        "q2b_several_columns": (
            "q2",
            "ordered = class_sizes\n"
            "def class_sizes(rows, by):\n    return ordered(rows, sorted(by))",
        ),
        "q2c_empty_table": (
            "q2",
            "full = class_sizes\n"
            "def class_sizes(rows, by):\n    return full(rows, by) if rows else None",
        ),
        "q3a_k": (
            "q3_functions",
            "def k(rows, by):\n    return max(class_sizes(rows, by).values())",
        ),
        "q3b_unique": (
            "q3_functions",
            "def unique(rows, by):\n    return len(class_sizes(rows, by))",
        ),
        "q3c_my_k": ("q3_school", "my_k += 1"),
        "q3d_my_unique": ("q3_school", "my_unique = len(rows) - my_unique"),
        "q4a_costliest": (
            "q4",
            "costliest = min(my_clues, key=lambda c: before - unique("
            "rows, [o for o in my_clues if o != c]))",
        ),
        "q4b_rescued": ("q4", "rescued = before"),
    },
    own={
        "q1b_premiere": ("q1", "in_premiere"),
        "q3c_my_k": ("q3_school", "my_k"),
        "q3d_my_unique": ("q3_school", "my_unique"),
        "q4b_rescued": ("q4", "rescued"),
    },
    count=count,
    portable=frozenset(
        {"q2a_one_column", "q2b_several_columns", "q2c_empty_table", "q3a_k", "q3b_unique"}
    ),
    quoted=("q3c_my_k", "q3d_my_unique"),
)
