import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from poucet.voila import headers


def sent(**already):
    line = RequestStartLine("GET", "/", "HTTP/1.1")
    asked = HTTPServerRequest(start_line=line, headers=HTTPHeaders({"Host": "localhost"}))
    given = HTTPHeaders(already)
    return headers.Headers(asked).transform_first_chunk(200, given, b"text", True)


def test_an_answer_keeps_its_status_and_its_text():
    status, _given, text = sent()
    assert (status, text) == (200, b"text")


def test_a_page_keeps_its_own_policy_and_no_answer_names_the_server():
    _status, given, _text = sent(**{"Content-Security-Policy": "its own", "Server": "a version"})
    assert given["Content-Security-Policy"] == "its own"
    assert "Server" not in given


@pytest.mark.parametrize("policy", [headers.PLAIN, headers.policy("n0nce")])
def test_no_policy_lets_a_page_ask_elsewhere_or_write_its_own_scripts(policy):
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["frame-ancestors"] == "'self'"
    scripts = rules.get("script-src", "'none'")
    assert "unsafe" not in scripts
    assert "data:" not in scripts
    sources = {source for rule in rules.values() for source in rule.split()}
    assert sources <= {"'none'", "'self'", "'unsafe-inline'", "'nonce-n0nce'", "data:"}
