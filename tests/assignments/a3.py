"""A3, reading a trail: its points, its mistakes, and what an avatar finds in its own file."""

from assignments.proof import Proof

from poucet.classroom.assignments.a3_files import files, moments


def count(avatar):
    """Count by hand, in the very text of the file, what an avatar must find."""
    [text] = files(avatar).values()
    lines = [line.split(",") for line in text.splitlines()[1:]]
    known = [
        {pupil for pupil, time, _, _, place in lines if time.startswith(hour) and place == where}
        for hour, where in moments(avatar)
    ]
    target = min(set.intersection(*known))
    return {
        "q1b_people": len({line[0] for line in lines}),
        "q2b_awake": len({pupil for pupil, time, *_ in lines if "00" <= time[-8:-6] <= "03"}),
        "q4a_target": target,
        "q4b_followed": text.count(f"\n{target},"),
    }


PROOF = Proof(
    name="A3",
    points={
        "q1a_rows": 1,
        "q1b_people": 2,
        "q2a_hour_of": 2,
        "q2b_awake": 2,
        "q3a_present": 2,
        "q3b_suspects": 3,
        "q4a_target": 2,
        "q4b_followed": 2,
        "q5": 4,
    },
    written=("q5",),
    mistakes={
        "q1a_rows": ("q1", "rows = rows[1:]"),
        "q1b_people": ("q1", "people = len(rows)"),
        "q2a_hour_of": ("q2_function", "def hour_of(time):\n    return time[11:13]"),
        "q2b_awake": (
            "q2_school",
            'awake = len([row for row in rows if hour_of(row["time"]) < 4])',
        ),
        "q3a_present": (
            "q3_present",
            "def present(rows, hour, where):\n"
            "    there = []\n"
            "    for row in rows:\n"
            '        if row["time"][:13] == hour and row["where"] == where:\n'
            '            there.append(row["pupil"])\n'
            "    return there",
        ),
        "q3b_suspects": (
            "q3_suspects",
            "def suspects(rows, known):\n"
            "    for hour, where in known:\n"
            "        left = present(rows, hour, where)\n"
            "    return left",
        ),
        "q4a_target": ("q4_target", "target = int(target)"),
        "q4b_followed": (
            "q4_followed",
            'followed = len({row["time"][:13] for row in rows if row["pupil"] == target})',
        ),
    },
    own={
        "q1b_people": ("q1", "people"),
        "q2b_awake": ("q2_school", "awake"),
        "q4a_target": ("q4_target", "target"),
        "q4b_followed": ("q4_followed", "followed"),
    },
    count=count,
    portable=frozenset({"q2a_hour_of", "q3a_present", "q3b_suspects"}),
    quoted=("q1b_people", "q2b_awake", "q4b_followed"),
)
