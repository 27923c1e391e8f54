"""What a program wishes of its circles, read from TOML."""

import pytest

from dialogue_desk.domain.forming.slips import OFFICERS, YOUNG, Need
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.exchange.wish_file import WishFile, WishUnreadable, read_wish_file
from dialogue_desk.words import Words
from tests.house import ROOT

WORDS = Words("en")

WHOLE = """
program = "Bridges of Alder Bend"
kept_by = "Porch Lights"
circles = 6
smallest = 6
largest = 9
facilitators = 1
languages = ["English", "Español"]
[groups]
north = { least = 2, most = 4 }
police = { least = 2 }
"young people" = { most = 3 }
[[places]]
name = "Eastside Library"
times = ["Tuesday 6 p.m.", "Saturday"]
circles = 2
lacks = ["step-free access", "hearing loop"]
language = "Spanish"
[[places]]
name = "Hall"
"""


@pytest.fixture
def wish_of(tmp_path):
    def read(text):
        path = tmp_path / "wish.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_wish_file(path, WORDS)

    return read


def test_a_whole_wish_is_read(wish_of):
    lacks = frozenset({Need.STEP_FREE, Need.HEARING_LOOP})
    library = Place("Eastside Library", ("Tuesday 6 p.m.", "Saturday"), 2, lacks, "es")
    shares = (Share("north", 2, 4), Share(OFFICERS, 2), Share(YOUNG, 0, 3))
    wish = Wish((library, Place("Hall")), 6, 6, 9, ("en", "es"), shares, 1)
    assert wish_of(WHOLE) == WishFile(wish, "Bridges of Alder Bend", "Porch Lights")


def test_the_example_of_the_documentation_is_a_wish(wish_of):
    page = (ROOT / "docs" / "forming-circles.md").read_text(encoding="utf-8")
    example = page.partition("```toml")[2].partition("```")[0]
    assert wish_of(example).wish.circles == 6


def test_an_empty_wish_is_the_usual_one(wish_of):
    assert wish_of("") == WishFile(Wish())


def test_codes_of_circles_are_the_same_whatever_is_formed(wish_of):
    codes = [meeting.code for meeting in wish_of(WHOLE).wish.meetings]
    assert codes == ["C01", "C02", "C03", "C04", "C05"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("circles = ", "It is not written in TOML"),
        (b"\xff\xfe\x00", "It is not written in TOML"),
        ("circles = 0", "“circles” is a whole number from 1 to 200."),
        ("circles = true", "“circles” is a whole number"),
        ('circles = "six"', "“circles” is a whole number"),
        ("smallest = 9\nlargest = 8", "“largest” is a whole number from 9 to 60."),
        ("circels = 6", "“circels” is not known there. You can write: program, kept_by, circles"),
        ("languages = 3", "“languages” is a list"),
        ("languages = [3]", "“languages” is a text"),
        ("groups = 3", "“groups” is not a table"),
        ("[groups]\nnorth = 3", "“north” is not a table"),
        ("[groups]\nnorth = { leest = 3 }", "“leest” is not known there. You can write: least, most."),
        ("[groups]\nnorth = { least = 3, most = 2 }", "“most” is a whole number from 3 to 60."),
        ("places = [3]", "“places” is not a table"),
        ('[[places]]\nlacks = ["charm"]', "“charm” is no need that is known."),
        ("[[places]]\ncircles = 150\n[[places]]\ncircles = 150", "room for more than 200 circles"),
    ],
)
def test_what_is_no_wish_is_refused_in_a_sentence(text, said, wish_of):
    with pytest.raises(WishUnreadable) as refused:
        wish_of(text)
    assert "“wish.toml” was not read." in str(refused.value) and said in str(refused.value)


def test_a_wish_that_is_not_there_is_said(tmp_path):
    with pytest.raises(WishUnreadable, match="There is no such file"):
        read_wish_file(tmp_path / "gone.toml", WORDS)
