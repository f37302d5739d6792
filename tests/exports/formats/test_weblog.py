"""The web server's log: lines of the combined form, and the trail read back from them."""

import hashlib
import re

import numpy as np
import pandas as pd
import pytest

from poucet import School
from poucet.errors import PoucetError
from poucet.exports import export, read_export
from poucet.exports.formats.weblog import REQUESTS, logins
from poucet.exports.formats.weblog_agents import AGENTS, device_of
from poucet.exports.trail import VERBS, trail

COMBINED = re.compile(
    r"[0-9a-f.:]+ - [\w.-]+ \[\d\d/[A-Z][a-z]{2}/2026:\d\d:\d\d:\d\d \+0[12]00\] "
    r'"(GET|POST) /\S* HTTP/1\.1" [23]\d\d \d+ "(-|https://[^"]+)" "Mozilla/5\.0 [^"]+"'
)


@pytest.fixture(scope="module")
def school():
    return School(seed=3, pupils=25)


@pytest.fixture
def folder(school, tmp_path):
    export(school, "weblog", tmp_path / "weblog", weeks=1)
    return tmp_path / "weblog"


def lines(folder):
    return (folder / "access.log").read_text(encoding="utf-8").split("\n")


def rewrite(folder, number, before, after):
    found = lines(folder)
    assert before in found[number - 1]
    found[number - 1] = found[number - 1].replace(before, after, 1)
    (folder / "access.log").write_text("\n".join(found), encoding="utf-8", newline="\n")


def refusal(folder, **how):
    with pytest.raises(PoucetError) as caught:
        read_export("weblog", folder, **how)
    sentence = str(caught.value).replace("\xa0", " ")
    assert "\n" not in sentence
    return sentence


def as_text(table):
    return table.astype(
        {n: object for n in table if isinstance(table[n].dtype, pd.CategoricalDtype)}
    )


def test_every_line_is_of_the_combined_form(folder):
    *written, last = lines(folder)
    assert last == "" and len(written) > 500
    assert all(COMBINED.fullmatch(line) for line in written)


def test_reading_gives_the_trail_back(school, tmp_path):
    export(school, "weblog", tmp_path / "weblog", weeks=9)
    found = as_text(read_export("weblog", tmp_path / "weblog"))
    expected = trail(school, weeks=9)[["time", "pupil", "verb", "object", "device", "ip", "place"]]
    names = np.array(logins(school), dtype=object)
    assert len(set(names)) == school.size
    expected["pupil"] = names[expected["pupil"] - 1]
    pd.testing.assert_frame_equal(found, as_text(expected), check_dtype=False)


def test_every_verb_has_its_request():
    assert set(REQUESTS) == set(VERBS)


def test_every_browser_tells_its_device():
    kinds = {agent: device for device, agents in AGENTS.items() for agent in agents}
    assert all(device_of(agent) == device for agent, device in kinds.items())


def test_a_pupil_keeps_a_phone_all_term(school, tmp_path):
    export(school, "weblog", tmp_path / "weblog", weeks=2)
    browsers = {}
    for line in lines(tmp_path / "weblog")[:-1]:
        agent = line.split('"')[5]
        browsers.setdefault((line.split(" ")[2], device_of(agent)), set()).add(agent)
    assert max(map(len, browsers.values())) == 1


def test_the_same_bytes_everywhere(folder):
    text = (folder / "access.log").read_bytes()
    assert hashlib.sha256(text).hexdigest()[:16] == "3024e463557c5e2d"


def test_without_the_mark(folder):
    (folder / "datapackage.json").unlink()
    assert "real=True" in refusal(folder)
    rewrite(folder, 2, lines(folder)[1].split('"')[1], "HEAD /autre?q=1 HTTP/2.0")
    found = read_export("weblog", folder, real=True)
    assert (found["verb"][1], found["object"][1]) == ("HEAD", "/autre?q=1")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (' "Mozilla', ' "Mozilla" "', "forme"),
        ('HTTP/1.1"', "HTTP/1.1", "forme"),
        ("/Sep/", "/Sept/", "date"),
        ("07/Sep", "37/Sep", "date"),
        (" - ", "0000 - ", "IP"),
        ("/1.1", "/1.1 et plus", "requête"),
        ("/exercises/", "/exercices/", "requête"),
    ],
)
def test_a_line_with_one_thing_wrong(folder, before, after, said):
    line = next(n for n, text in enumerate(lines(folder), 1) if "/exercises/" in text)
    rewrite(folder, line, before, after)
    sentence = refusal(folder)
    assert said in sentence and f"access.log, ligne {line} " in sentence


def test_a_file_cut_short_or_badly_encoded(folder):
    path = folder / "access.log"
    text = path.read_bytes()
    path.write_bytes(text[:-40])
    last = len(text.splitlines())
    assert f"ligne {last} " in refusal(folder)
    path.write_bytes(b"\n".join(text.split(b"\n")[:-5]) + b"\n")
    assert "tronqué" in refusal(folder)
    path.write_bytes(text + b"\xff\n")
    assert "UTF-8" in refusal(folder)
    path.unlink()
    assert "Impossible" in refusal(folder)
