"""The web server's log: lines of the combined form, and the trail read back from them."""

import hashlib
import re

import numpy as np
import pytest

from poucet import School
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
def log(school, spoil, tmp_path):
    export(school, "weblog", tmp_path / "weblog", weeks=1)
    return spoil("weblog", tmp_path / "weblog" / "access.log")


def test_every_line_is_of_the_combined_form(log):
    *written, last = log.lines
    assert last == "" and len(written) > 500
    assert all(COMBINED.fullmatch(line) for line in written)


def test_reading_gives_the_trail_back(school, same_trail, tmp_path):
    export(school, "weblog", tmp_path / "weblog", weeks=9)
    found = read_export("weblog", tmp_path / "weblog")
    expected = trail(school, weeks=9)[["time", "pupil", "verb", "object", "device", "ip", "place"]]
    names = np.array(logins(school), dtype=object)
    assert len(set(names)) == school.size
    expected["pupil"] = names[expected["pupil"] - 1]
    same_trail(found, expected)


def test_every_verb_has_its_request():
    assert set(REQUESTS) == set(VERBS)


def test_every_browser_tells_its_device():
    kinds = {agent: device for device, agents in AGENTS.items() for agent in agents}
    assert all(device_of(agent) == device for agent, device in kinds.items())


def test_a_pupil_keeps_a_phone_all_term(school, tmp_path):
    export(school, "weblog", tmp_path / "weblog", weeks=2)
    browsers = {}
    for line in (tmp_path / "weblog/access.log").read_text().splitlines():
        agent = line.split('"')[5]
        browsers.setdefault((line.split(" ")[2], device_of(agent)), set()).add(agent)
    assert max(map(len, browsers.values())) == 1


def test_the_same_bytes_everywhere(log):
    text = log.path.read_bytes()
    assert hashlib.sha256(text).hexdigest()[:16] == "3024e463557c5e2d"


def test_without_the_mark(log):
    log.unmark()
    assert "real=True" in log.refusal()
    log.rewrite(2, log.lines[1].split('"')[1], "HEAD /autre?q=1 HTTP/2.0")
    found = log.read(real=True)
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
def test_a_line_with_one_thing_wrong(log, before, after, said):
    line = next(n for n, text in enumerate(log.lines, 1) if "/exercises/" in text)
    log.rewrite(line, before, after)
    sentence = log.refusal()
    assert said in sentence and f"access.log, ligne {line} " in sentence


def test_a_file_cut_short_or_badly_encoded(log):
    log.refuse_when_broken()
