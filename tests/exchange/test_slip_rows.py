"""Rows of sign-up slips: what is read, what is remarked on, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.forming.slips import OFFICERS, YOUNG, Need, Slip
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.exchange.rows_of_files import rows_in_text
from dialogue_desk.exchange.slip_rows import (
    SlipFault,
    SlipsRefused,
    SlipTrouble,
    remark_sentences,
    slips_in,
)
from dialogue_desk.words import Words

WORDS = Words("en")
WISH = Wish((Place("Library", ("Tuesday 6 p.m.", "Saturday"), 3),), shares=(Share("north"), Share("south")))


def read(text: str, wish: Wish = WISH):
    return slips_in(rows_in_text(text), wish, WORDS)


def test_a_row_says_groups_languages_times_and_needs():
    found = read(
        "number,groups,officer,young,languages,times,needs,facilitates\n"
        "7,North,x,,Spanish/english,tuesday 6 p.m./Saturday,child care/a ride,\n"
        "#8,south,,yes,Mam,,hearing loop,x"
    )
    seven = Slip(
        7,
        frozenset({"north", OFFICERS}),
        ("es", "en"),
        frozenset({"Tuesday 6 p.m.", "Saturday"}),
        frozenset({Need.CHILD_CARE, Need.RIDE}),
    )
    eight = Slip(
        8,
        frozenset({"south", YOUNG}),
        ("mam",),
        needs=frozenset({Need.HEARING_LOOP}),
        facilitates=True,
    )
    assert found.slips == (seven, eight) and found.remarks == ()


def test_a_column_can_be_one_need_one_time_or_one_group_with_marks_in_it():
    found = read("Slip\tNorth\tSaturday\tChild care\tStep-free access\n3\tx\tyes\t\tx\n4\tno\tx\tx\t")
    assert found.slips == (
        Slip(3, frozenset({"north"}), (), frozenset({"Saturday"}), frozenset({Need.STEP_FREE})),
        Slip(4, frozenset(), (), frozenset({"Saturday"}), frozenset({Need.CHILD_CARE})),
    )


def test_spanish_heads_and_words_are_read():
    found = read(
        "Número;Barrio;Policía;Idiomas;Horarios;Necesidades\n5;norte;sí;Español;;cuidado infantil", Wish()
    )
    (slip,) = found.slips
    assert slip.groups == {"norte", OFFICERS} and slip.languages == ("es",)
    assert slip.needs == {Need.CHILD_CARE}


@pytest.mark.parametrize(
    "head",
    ["Name", "Nombre completo", "Last name", "E-mail", "Phone", "Teléfono", "Home address", "Birth date"],
)
def test_a_column_that_says_who_it_is_is_refused_kindly(head):
    with pytest.raises(SlipsRefused) as refused:
        read(f"number,{head}\n1,Somebody")
    assert refused.value.trouble is SlipTrouble.PERSONAL
    assert head in refused.value.sentence(WORDS) and "Nothing was read" in refused.value.sentence(WORDS)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", SlipTrouble.EMPTY),
        ("number,groups", SlipTrouble.EMPTY),
        ("groups,times\nnorth,Saturday", SlipTrouble.NO_NUMBER),
    ],
)
def test_what_is_no_list_of_slips_is_refused(text, trouble):
    with pytest.raises(SlipsRefused) as refused:
        read(text)
    assert refused.value.trouble is trouble and refused.value.sentence(WORDS)


def test_a_number_that_is_there_twice_counts_once():
    found = read("number,groups\n1,north\n1,south\n2,south")
    assert [slip.number for slip in found.slips] == [1, 2]
    assert found.slips[0].groups == {"north"}
    assert [(one.fault, one.about, one.line) for one in found.remarks] == [(SlipFault.TWICE, "1", 3)]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("x,,,,,", SlipFault.NUMBER),
        ("0,,,,,", SlipFault.NUMBER),
        ("123456789012,,,,,", SlipFault.NUMBER),
        ("2,nort,,,,", SlipFault.GROUP),
        ("2,,maybe,,,", SlipFault.MARK),
        ("2,,,Sunday,,", SlipFault.TIME),
        ("2,,,,ramp,", SlipFault.NEED),
        ("2,,,,,C99", SlipFault.CIRCLE),
    ],
)
def test_what_is_not_known_is_named_with_its_line(row, fault):
    found = read(f"number,groups,officer,times,needs,circle\n1,,,,,C02\n{row}")
    assert found.settled == {1: "C02"}
    ((remark),) = found.remarks
    assert (remark.fault, remark.line) == (fault, 3)
    (sentence,) = remark_sentences(found.remarks, WORDS)
    assert "3" in sentence and "{" not in sentence


def test_whoever_names_only_a_time_that_no_place_has_is_not_taken_to_come_at_any():
    (slip,) = read("number,times\n1,Sunday").slips
    assert not slip.can_come("Saturday")


def test_a_column_that_is_not_known_is_not_used_and_said():
    found = read("number,shoe size\n1,9")
    assert remark_sentences(found.remarks, WORDS) == ["Not used: the column “shoe size”."]


def test_every_group_is_taken_where_the_wish_names_none():
    (slip,) = read("number,groups\n1,tenants/east", Wish()).slips
    assert slip.groups == {"tenants", "east"}


@given(st.lists(st.lists(st.text(max_size=12), max_size=8).map(tuple), max_size=6))
def test_whatever_the_rows_say_they_are_read_or_refused(rows):
    heads = ("number", "groups", "times", "needs", "officer", "circle", "languages")
    try:
        found = slips_in((heads, *rows), WISH, WORDS)
    except SlipsRefused:
        return
    assert len({slip.number for slip in found.slips}) == len(found.slips)
    assert set(found.settled) <= {slip.number for slip in found.slips}
    assert all(remark_sentences(found.remarks, WORDS))


def test_a_list_that_begins_with_a_slip_has_the_columns_in_their_order():
    found = read("7\tnorth\tes\tSaturday\tfood\tx\n8\tsouth")
    seven = Slip(7, frozenset({"north"}), ("es",), frozenset({"Saturday"}), frozenset({Need.FOOD}), True)
    assert found.slips == (seven, Slip(8, frozenset({"south"})))


def test_lines_are_counted_from_the_first_whether_it_names_columns_or_not():
    assert [one.line for one in read("7,west\n8,west").remarks] == [1, 2]


@pytest.mark.parametrize("cell", ["ana@example.org", "(555) 123-4567", "555-123-4567", "+1 555 123 4567"])
def test_addresses_and_telephone_numbers_are_refused_whatever_their_column(cell):
    with pytest.raises(SlipsRefused) as refused:
        read(f"number,groups,notes\n7,north,{cell}")
    assert (refused.value.trouble, refused.value.about) == (SlipTrouble.PERSONAL, ("notes",))
    with pytest.raises(SlipsRefused) as refused:
        read(f"7,north,{cell}")
    assert refused.value.about == ("3",)


def test_a_time_with_commas_in_its_name_is_one_time():
    wish = Wish((Place("Library", ("Tuesday, 6 p.m.", "Saturday, 10 a.m.")),))
    found = read("number\ttimes\n1\tTuesday, 6 p.m.\n2\tSaturday, 10 a.m./Tuesday, 6 p.m.", wish)
    assert [len(slip.times) for slip in found.slips] == [1, 2] and found.remarks == ()


def test_a_number_may_be_written_as_a_spreadsheet_writes_it():
    assert [slip.number for slip in read("number\n12.0\n#7\n").slips] == [12, 7]


def test_the_beginning_of_one_time_is_that_time_and_of_two_is_neither():
    wish = Wish((Place("Library", ("Tuesday 6 p.m.", "Saturday 10 a.m.", "Saturday 2 p.m."), 3),))
    found = read("number,times\n1,tuesday\n2,saturday\n3,Tue\n", wish)
    assert [slip.times for slip in found.slips] == [{"Tuesday 6 p.m."}, {"saturday"}, {"Tue"}]
    assert [one.about for one in found.remarks if one.fault is SlipFault.TIME] == ["saturday", "Tue"]
