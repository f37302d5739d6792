import re
import zlib

import pytest


def _streams(raw):
    for found in re.finditer(rb"(\d+) 0 obj\n(.*?)endobj", raw, re.DOTALL):
        head, _, rest = found[2].partition(b"stream\n")
        body = rest.rpartition(b"\nendstream")[0]
        if b"FlateDecode" in head and b"Length1" not in head:
            body = zlib.decompress(body)
        yield int(found[1]), head, body


def _unescape(text):
    return re.sub(
        rb"\\(.)", lambda one: {b"r": b"\r", b"n": b"\n"}.get(one[1], one[1]), text, flags=re.DOTALL
    )


def read_pages(raw):
    """Read the words of each page back through the font's own table, as a screen reader would."""
    objects = {number: (head, body) for number, head, body in _streams(raw)}
    heads = b"".join(head for head, _ in objects.values())
    tables = {}
    for name, font in set(re.findall(rb"/(F\d+) (\d+) 0 R", heads)):
        to_unicode = int(re.search(rb"/ToUnicode (\d+)", objects[int(font)][0])[1])
        pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]{4})>", objects[to_unicode][1])
        tables[name] = {int(code, 16): chr(int(sign, 16)) for code, sign in pairs}
    pages = []
    for head, _ in objects.values():
        if b"/Type /Page\n" not in head:
            continue
        content = objects[int(re.search(rb"/Contents (\d+)", head)[1])][1]
        words, font = [], b""
        for name, shown in re.findall(
            rb"/(F\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj", content, re.DOTALL
        ):
            if name:
                font = name
                continue
            codes = _unescape(shown)
            words.append(
                "".join(
                    tables[font][int.from_bytes(codes[at : at + 2])]
                    for at in range(0, len(codes), 2)
                )
            )
        pages.append(" ".join(words))
    return pages


@pytest.fixture(scope="session")
def pages_of():
    return read_pages
