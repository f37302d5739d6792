"""A visitor who writes to the server by hand gets nothing, and spoils nothing for the others."""

import http.client
import itertools
import json
import re
import struct

import by_hand
import pytest
from browser.machine import Server
from websockets.exceptions import ConnectionClosed, InvalidStatus

from poucet.checkout import root
from poucet.voila.frames import MOST_BYTES

UNKNOWN = "00000000-0000-0000-0000-000000000000"


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    server = Server(["show"], tmp_path_factory.mktemp("doors") / "log")
    server.wait("nothing-here")
    yield server
    assert server.stop() == [], "kernels left behind"
    log = server.log.read_text()
    assert "Traceback" not in log, log


@pytest.fixture(scope="session")
def pupil(served):
    """Someone else, whose board is open all along."""
    visitor = by_hand.Visitor(served.port, "n=1&lang=fr")
    with visitor.line() as visitor.open_line:
        yield visitor


@pytest.fixture(scope="session")
def presses(pupil):
    """Strike a line of the board out, then give it back, and so on for ever."""
    line = pupil.open_line
    model = next(
        model
        for model, told in by_hand.widgets(line).items()
        if "poucet-strike" in told["state"].get("_dom_classes", ())
        and by_hand.press(line, model, True)
    )
    return (by_hand.press(line, model, struck) for struck in itertools.cycle((False, True)))


@pytest.fixture(autouse=True)
def nothing_is_spoilt(presses):
    """After each test, someone else's board answers to a press."""
    yield
    assert next(presses)


@pytest.fixture(scope="session")
def intruder(served, pupil):
    """The one who writes by hand: a page and a kernel of one's own, and bad wishes."""
    return by_hand.Visitor(served.port, "n=1&lang=en&template=reveal&theme=dark&n=%FF")


def test_a_visitor_chooses_neither_template_nor_theme(intruder):
    assert 'class="jp-Notebook theme-light"' in intruder.page
    assert "poucet-step" in intruder.page
    assert "/reveal/" not in intruder.page


def test_a_page_names_no_other_site_and_no_place_of_this_machine(intruder):
    text = intruder.page.replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"\w+://[^\s\"'<]+", text) == []
    assert str(root()) not in text
    assert not re.search(r"(src|href)=.//", text)


def test_every_script_of_a_page_bears_a_nonce_that_serves_once(intruder, pupil):
    policies = [dict(page.headers)["Content-Security-Policy"] for page in (intruder, pupil)]
    nonces = [re.search(r"'nonce-([\w-]+)'", policy)[1] for policy in policies]
    assert nonces[0] != nonces[1]
    written = re.findall(r"<script([^>]*)>", intruder.page)
    run = [one for one in written if "application/" not in one and "src=" not in one]
    assert run == [f' nonce="{nonces[0]}"'] * len(run) != []
    assert not re.search(r"<[^>]+ on\w+=", intruder.page)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nothing-here",
        "voila/nothing.js",
        "voila/static/voila.js",
        "voila/templates/lab/static/theme-light.css",
        f"api/kernels/{UNKNOWN}",
    ],
)
def test_every_answer_says_what_the_browser_may_do(served, path):
    told = dict(by_hand.ask(served.port, f"/{path}", "GET" if path else "POST").headers)
    assert "frame-ancestors 'self'" in told["Content-Security-Policy"]
    assert "report-uri" not in told["Content-Security-Policy"]
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "same-origin"
    assert told["Cross-Origin-Opener-Policy"] == "same-origin"
    assert told["Permissions-Policy"]
    assert "Server" not in told


@pytest.mark.parametrize(
    "path",
    [
        "voila/api/contents",
        "voila/api/contents/poucet.ipynb",
        "api/contents",
        "voila/files/poucet.ipynb",
        "voila/files/picture.png",
        "voila/render/poucet.ipynb",
        "voila/tree",
        "voila/api/themes/@jupyterlab/theme-dark-extension/index.css",
        f"voila/execution/{UNKNOWN}",
        "api",
        "api/kernels",
        "api/kernelspecs",
        "api/sessions",
        "api/terminals",
        "api/status",
        "api/me",
        "metrics",
        "lab",
        "terminals/websocket/1",
        "nbconvert/html/poucet.ipynb",
        "login",
        "logout",
        "poucet.ipynb",
        "../../pyproject.toml",
        "..%2f..%2fpyproject.toml",
        "voila/static/../../../../../../etc/passwd",
        "voila/static/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "voila/static//etc/passwd",
        "voila/templates/lab/static/..%2findex.html.j2",
        "voila/templates/lab/index.html.j2",
        "voila/labextensions/..%2f..%2f..%2fpyvenv.cfg",
        "voila/labextensions//etc/passwd",
    ],
)
def test_nothing_else_is_served(served, path):
    answer = by_hand.ask(served.port, f"/{path}")
    assert answer.status in (403, 404)
    assert "Traceback" not in answer.text
    assert str(root()) not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_a_page_is_only_read(served, method):
    assert by_hand.ask(served.port, "/", method).status in (403, 405)


def test_a_body_too_big_is_not_waited_for(served):
    line = http.client.HTTPConnection("127.0.0.1", served.port, timeout=by_hand.SECONDS)
    line.putrequest("POST", "/")
    line.putheader("Content-Length", str(10**9))
    line.endheaders()
    try:
        assert line.getresponse().status in (400, 413)
    except ConnectionError:
        pass  # or closed without a word
    finally:
        line.close()


def test_the_kernel_of_another_is_neither_read_nor_ended(served, pupil, intruder):
    xsrf = {"X-XSRFToken": intruder.cookies["_xsrf"]}
    for kernel in (pupil.kernel, UNKNOWN):
        for method, place in (
            ("GET", "/api/kernels/{}"),
            ("DELETE", "/api/kernels/{}"),
            ("POST", "/voila/api/shutdown/{}"),
        ):
            answer = by_hand.ask(
                served.port, place.format(kernel), method, Cookie=intruder.cookie, **xsrf
            )
            assert answer.status == 403, (method, place)


def refused(visitor, *arguments, **options):
    with pytest.raises(InvalidStatus) as trouble:
        visitor.line(*arguments, **options).__enter__()
    return trouble.value.response.status_code


@pytest.mark.parametrize("cookie", [None, "", "forged"])
def test_a_known_kernel_is_not_joined_without_its_own_key(pupil, intruder, cookie):
    if cookie is None:
        cookie = intruder.cookie
    elif cookie == "forged":
        value = pupil.cookies["poucet-kernel"]
        cookie = f"poucet-kernel={value[:-1]}{'0' if value[-1] != '0' else '1'}"
    assert refused(intruder, pupil.kernel, cookie=cookie) == 403


def test_a_kernel_that_is_not_there_is_not_waited_for(intruder):
    assert refused(intruder, UNKNOWN) == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_another_site_opens_no_line(intruder, origin):
    assert refused(intruder, origin=origin) == 403


@pytest.mark.parametrize("protocols", [None, ["v0.kernel.websocket.jupyter.org"], ["chat"]])
def test_a_client_of_an_older_protocol_opens_no_line(intruder, protocols):
    assert refused(intruder, subprotocols=protocols) == 403


@pytest.mark.parametrize("session", ["", "x" * 300, "%00", "%FF", "a%0Ab"])
def test_a_line_has_a_plain_name(intruder, session):
    place = "/api/kernels/{}/channels?session_id=" + session
    assert refused(intruder, place=place) in (400, 403)


def test_a_page_cannot_stand_between_a_kernel_and_its_visitor(intruder):
    options = {"place": "/voila/query/{}", "subprotocols": None}
    assert refused(intruder, **options) in (403, 404)  # 404 where no kernel waits
    assert refused(intruder, UNKNOWN, origin=None, **options) in (403, 404)


def test_one_page_has_one_line(intruder):
    with intruder.line() as first, intruder.line() as second:
        assert by_hand.answer(second)
        with pytest.raises(ConnectionClosed):
            by_hand.answer(first)


def count(number):
    return struct.pack("<Q", number)


GOOD = by_hand.frame()
BAD = {
    "text": "{}",
    "a message of the older protocol": json.dumps({"channel": "shell", "header": {}}),
    "empty": b"",
    "short": count(6),
    "an endless count": count(2**64 - 1) + GOOD[8:],
    "a count of nothing": count(0) + GOOD[8:],
    "one part less": count(5) + GOOD[8:],
    "offsets beyond the end": GOOD[:48] + count(2**63) + GOOD[56:],
    "offsets backwards": GOOD[:8] + GOOD[48:56] + GOOD[16:],
    "cut": GOOD[:-1],
    "binary parts": by_hand.layout([b"shell", b"{}", b"{}", b"{}", b"{}", b"binary"]),
    "no JSON": by_hand.layout([b"shell", b"{", b"{}", b"{}", b"{}"]),
    "no text": by_hand.layout([b"shell", b"\xff\xfe", b"{}", b"{}", b"{}"]),
    "no object": by_hand.layout([b"shell", b"[]", b"{}", b"{}", b"{}"]),
    "deep": by_hand.layout([b"shell", b"{}", b"{}", b"{}", b'{"a":' * 9000 + b"1" + b"}" * 9000]),
    "no number": by_hand.layout([b"shell", b'{"msg_type": NaN}', b"{}", b"{}", b"{}"]),
    "a number too long": by_hand.layout([b"shell", b'{"a":' + b"9" * 5000 + b"}"] + [b"{}"] * 3),
    "another channel": by_hand.frame(channel="control"),
    "a channel that is none": by_hand.frame(channel="\u00e9"),
    "a big press": by_hand.frame("comm_msg", {"comm_id": "x" * MOST_BYTES}),
    "a press of nothing": by_hand.frame("comm_msg", {"data": {}}),
    "a press of many": by_hand.frame("comm_msg", {"comm_id": [], "data": {}}),
    "a press of no shape": by_hand.frame("comm_msg", {"comm_id": "x", "data": "text"}),
    "a line of one's own": by_hand.frame(subshell_id="x"),
    "a widget of one's own": by_hand.frame(
        "comm_open",
        {
            "comm_id": "mine",
            "target_name": "jupyter.widget",
            "data": {"state": {"_model_name": "ButtonModel"}},
        },
    ),
} | {
    kind: by_hand.frame(kind, {"code": "import os; os._exit(1)", "cursor_pos": 0, "silent": False})
    for kind in (
        "execute_request",
        "inspect_request",
        "complete_request",
        "history_request",
        "is_complete_request",
        "debug_request",
        "interrupt_request",
        "shutdown_request",
        "input_reply",
        "apply_request",
        "create_subshell_request",
        "no_such_request",
    )
}


@pytest.mark.parametrize("message", BAD.values(), ids=BAD)
def test_a_message_that_no_page_sends_ends_the_line_and_nothing_else(intruder, message):
    with intruder.line() as line:
        line.send(message)
        with pytest.raises(ConnectionClosed) as trouble:
            while True:
                line.recv(timeout=by_hand.SECONDS)
        assert trouble.value.rcvd.code in (1008, 1009)
    with intruder.line() as line:
        assert by_hand.answer(line), "one's own kernel is alive"


def test_twenty_megabytes_are_not_read(intruder):
    with intruder.line() as line, pytest.raises(ConnectionClosed):
        line.send(bytes(20_000_000))
        while True:
            line.recv(timeout=by_hand.SECONDS)


VALUES = [None, True, -1, 10**30, 1e308, "x" * 50_000, "<script>", [], [[]] * 9000, {"a": {}}]


def test_a_press_of_any_shape_leaves_the_board_alive(intruder):
    with intruder.line() as line:
        states = by_hand.widgets(line)
        typed = [
            (model, key)
            for model, told in states.items()
            for key in ("value", "index", "children", "layout", "options", "_view_name")
            if key in told["state"]
        ]
        some = typed[:: max(1, len(typed) // 25)]
        for rank, (model, key) in enumerate(some):
            told = {"method": "update", "state": {key: VALUES[rank % len(VALUES)]}}
            heard = by_hand.answer(line, "comm_msg", {"comm_id": model, "data": told})
            assert "poucet/" not in json.dumps(heard), "no line of ours is shown"
        for told in ({}, {"method": "update"}, {"method": []}, {"method": "custom"}):
            by_hand.answer(line, "comm_msg", {"comm_id": some[0][0], "data": told})
        for kind in ("comm_msg", "comm_close", "comm_info_request"):
            by_hand.answer(line, kind, {"comm_id": "unknown", "data": {}})
        for model in list(states)[:20]:
            by_hand.answer(line, "comm_close", {"comm_id": model, "data": {}})
        assert by_hand.answer(line)


def test_after_all_that_a_new_visitor_is_served(served):
    visitor = by_hand.Visitor(served.port, "n=2&lang=en")
    with visitor.line() as line:
        assert len(by_hand.widgets(line)) > 20
    xsrf = {"X-XSRFToken": visitor.cookies["_xsrf"]}
    ended = by_hand.ask(
        served.port,
        f"/voila/api/shutdown/{visitor.kernel}",
        "POST",
        Cookie=visitor.cookie,
        **xsrf,
    )
    assert ended.status == 204
    assert refused(visitor) == 403
