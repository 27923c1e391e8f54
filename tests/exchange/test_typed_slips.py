"""Slips typed from a pile, in short codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.forming.slips import OFFICERS, YOUNG, Need, Slip
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.exchange.slip_rows import SlipFault
from dialogue_desk.exchange.typed_slips import SlipTyping, TypedSlip
from dialogue_desk.words import Words
from tests.domain.forming.strategies import TIMES, slips

WISH = Wish(
    (Place("Library", ("Tuesday, 6 p.m.", "Saturday, 10 a.m.")), Place("Hall", ("Thursday 6 p.m.",))),
    shares=(Share("north"), Share("south end")),
)
TYPING = SlipTyping(WISH, Words())


def read(**cells):
    return TYPING.read(TypedSlip("12", **cells), 3)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("1", {"north"}),
        ("1 2", {"north", "south end"}),
        ("n, s", {"north", "south end"}),
        ("end/3", {"south end", OFFICERS}),
        ("police officers/Young", {OFFICERS, YOUNG}),
        ("", set()),
    ],
)
def test_groups_are_typed_by_place_beginning_or_name(typed, groups):
    found = read(groups=typed)
    assert found.slip.groups == groups and not found.remarks


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("1 3", {"Tuesday, 6 p.m.", "Thursday 6 p.m."}),
        ("sat", {"Saturday, 10 a.m."}),
        ("tue/thu", {"Tuesday, 6 p.m.", "Thursday 6 p.m."}),
        ("Tuesday, 6 p.m./Saturday, 10 a.m.", {"Tuesday, 6 p.m.", "Saturday, 10 a.m."}),
        ("Tuesday, 6 p.m.", {"Tuesday, 6 p.m."}),
    ],
)
def test_times_may_have_commas_in_their_names(typed, times):
    found = read(times=typed)
    assert found.slip.times == times and not found.remarks


def test_languages_keep_their_order_and_others_are_known_by_name():
    assert read(languages="sp en vietnamese").slip.languages == ("es", "en", "vi")


def test_needs_and_who_leads():
    found = read(needs="child, 3/loop", leads="x")
    assert found.slip.needs == {Need.CHILD_CARE, Need.RIDE, Need.HEARING_LOOP} and found.slip.facilitates


def test_what_is_not_understood_is_named_with_its_line_and_the_rest_is_kept():
    found = read(groups="1/west", times="Sunday", needs="a horse", languages="klingon", leads="perhaps")
    assert [(one.fault, one.about, one.line) for one in found.remarks] == [
        (SlipFault.GROUP, "west", 3),
        (SlipFault.LANGUAGE, "klingon", 3),
        (SlipFault.TIME, "Sunday", 3),
        (SlipFault.NEED, "a horse", 3),
        (SlipFault.MARK, "perhaps", 3),
    ]
    assert found.slip == Slip(12, frozenset({"north"}), ("klingon",), frozenset({"Sunday"}))


def test_a_beginning_of_two_names_is_neither():
    assert [one.about for one in read(times="t").remarks] == ["t"]


@pytest.mark.parametrize("typed", ["", "0", "12a", "100000", "-3", "1.5"])
def test_without_a_number_there_is_no_slip(typed):
    found = TYPING.read(TypedSlip(typed, "1"), 3)
    assert found.slip is None and found.remarks[0].fault is SlipFault.NUMBER


def test_where_the_wish_names_no_group_any_will_do():
    typing = SlipTyping(Wish(), Words())
    assert typing.read(TypedSlip("1", "west/police"), 1).slip.groups == {"west", OFFICERS}


@pytest.mark.parametrize("language", ["en", "es"])
@given(some=slips(5), shares=st.booleans())
def test_what_is_written_is_read_as_it_was(language, some, shares):
    wish = Wish((Place("Library", TIMES),), shares=(Share("north"), Share("south")) if shares else ())
    typing = SlipTyping(wish, Words(language))
    for slip in some:
        found = typing.read(typing.write(slip), 1)
        assert found.slip == slip and not found.remarks
