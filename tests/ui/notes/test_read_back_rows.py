"""Which note is read next, and what its row says."""

import pytest

from dialogue_desk.domain.closing.read_back import LeftOut, to_read
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from dialogue_desk.ui.notes.read_back_rows import current_row, left_out_text, next_row, read_rows
from dialogue_desk.words import Words
from tests.domain.session_folders import a_folder, a_note, about, weighing

ROWS = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("current", "read", "then"),
    [
        ("a", "", "b"),
        ("a", "b", "c"),
        ("c", "", "d"),
        ("d", "", "a"),
        ("d", "ab", "c"),
        ("b", "abcd", "c"),
        ("d", "abcd", "d"),
        ("b", "acd", "c"),
    ],
)
def test_the_next_row_is_unread_and_after_this_one_if_there_is_such_a_row(current, read, then):
    assert next_row(current, ROWS, set(read)) == then


def test_the_current_row_stays_as_long_as_it_is_there():
    assert current_row("c", ROWS, ["c", "a"], set("c")) == "c"


def test_the_row_after_one_that_is_gone_takes_its_place():
    assert current_row("b", ROWS, ["a", "c", "d"], set()) == "c"
    assert current_row("b", ROWS, ["a", "d"], set()) == "d"
    assert current_row("d", ROWS, ["a", "b", "c"], set()) == "c"


def test_reading_begins_at_the_first_unread_row():
    assert current_row("", [], ROWS, set("ab")) == "c"
    assert current_row("", [], ROWS, set(ROWS)) == "a"
    assert current_row("", [], [], set()) == current_row("a", ["a"], [], set()) == ""


def test_a_row_says_its_part_its_kind_and_whether_it_was_read():
    folder = a_folder(
        a_note(text="one"),
        a_note(text="two", sensitive=True),
        ActionIdea("three", "back"),
        closing=ClosingFacts(read=frozenset({RecordId("n0")})),
    )
    rows = read_rows(folder, to_read(folder), Words(), parts=True)
    assert [row.accessible_text for row in rows] == [
        f"1. Stories. Concern. one. {line_code(rows[0].id)}. read",
        "Concern · sensitive. sensitive, never on the room display. two. "
        f"{line_code(rows[1].id)}. not read yet",
        f"2. Read back. Action idea. three. {line_code(rows[2].id)}. not read yet",
    ]
    assert rows[0].label == f"Concern · {line_code(rows[0].id)}"
    assert [row.above for row in read_rows(folder, to_read(folder), Words(), parts=False)] == [""] * 3


def test_what_was_said_about_an_option_is_read_under_it_also_where_one_part_is_read():
    folder = weighing(about("bike"), about(""), about("bus"))
    rows = read_rows(folder, to_read(folder, "ways"), Words(), parts=False)
    assert [(row.above, row.text) for row in rows] == [
        ("", "about "),
        ("About: Bus lanes", "about bus"),
        ("About: Bike lanes", "about bike"),
    ]


def test_what_is_left_out_is_counted_by_its_reason():
    words = Words()
    assert left_out_text(LeftOut(), words) == ""
    assert left_out_text(LeftOut(debriefs=2), words) == "Not read aloud: 2 debrief notes"
    both = left_out_text(LeftOut(debriefs=1, quotes=2), words)
    assert both == "Not read aloud: 1 debrief note, 2 quotes without permission"
