import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from poucet.classroom.pebbles import handful, pebbles
from poucet.i18n import in_language


@given(st.integers(1, 10**7))
def test_pebbles_stay_in_their_square(number):
    for stone in handful(number):
        assert stone.long < stone.x < 100 - stone.long
        assert stone.long < stone.y < 100 - stone.long


def test_two_avatars_have_two_patterns():
    assert len({str(handful(number)) for number in range(1, 1101)}) == 1100


def test_the_drawing_has_a_text_in_the_readers_language_and_fetches_nothing():
    with in_language("en"):
        drawing = ET.fromstring(pebbles(7))
    assert drawing.get("aria-label") == "Pattern of small pebbles of avatar no. 7"
    assert drawing.get("role") == "img"
    assert not [node for node in drawing.iter() if any("href" in key for key in node.attrib)]
