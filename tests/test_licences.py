from email.message import Message

import licences
import pytest


def told(**fields):
    message = Message()
    for name, values in fields.items():
        for value in [values] if isinstance(values, str) else values:
            message[name.replace("_", "-")] = value
    return message


def test_a_lock_is_read_without_its_markers_hashes_and_extras():
    text = (
        "a-b[c]==1.2 ; python_version < '4' \\\n    --hash=sha256:00\nd==3\n# e==4\n    # via d\n"
    )
    assert licences.locked(text) == [("a-b", "1.2"), ("d", "3")]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"License_Expression": "MIT", "License": "BSD"}, "MIT"),
        ({"Classifier": ["Topic :: Art", "License :: OSI Approved :: ISC License"]}, "ISC License"),
        ({"Classifier": "License :: OSI Approved", "License": "Zlib\nlong text"}, "Zlib"),
        ({}, ""),
    ],
)
def test_a_licence_is_read_where_it_is_said_best(fields, said):
    assert licences.licence(told(**fields)) == said


@pytest.mark.parametrize(
    "said", ["", "unknown", "Proprietary", "CC-BY-NC-4.0", "MIT and commercial"]
)
def test_a_licence_that_is_not_free_or_not_known_is_refused(said):
    assert not licences.is_free(said)


def test_everything_that_the_lock_installs_is_free():
    listed = list(licences.rows(licences.LOCK.read_text("utf-8")))
    assert {"numpy", "voila", "tornado"} <= {name for name, _version, _said in listed}
    assert [
        row for row in listed if row[2] != licences.ABSENT and not licences.is_free(row[2])
    ] == []
