"""The sheet for small groups."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.document import Paragraph, Role, Table
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.breakouts import (
    Groups,
    drawn,
    one_two_four,
    one_two_four_steps,
    taking_turns,
    world_cafe_steps,
)
from dialogue_desk.domain.run.rotation import rotation
from dialogue_desk.reports.breakout_sheet import breakout_document
from dialogue_desk.reports.document_files import ENDINGS, rendered
from dialogue_desk.words import Words

WORDS = Words()


def tables_of(document):
    return [block for block in document.blocks if isinstance(block, Table)]


def text_of(document):
    return " ".join(block.text for block in document.blocks if isinstance(block, Paragraph))


def test_groups_are_listed_with_their_seats():
    document = breakout_document(Groups(((1, 4, 5), (2, 3))), WORDS)
    assert document.subtitle == "5 people · 2 groups"
    assert tables_of(document)[0].rows == (("1", "1, 4, 5"), ("2", "2, 3"))


def test_the_question_leads_and_is_kept_as_it_is():
    question = "  <b>What</b> {would} help?\nAnd who? "
    document = breakout_document(drawn(8, 2, Random(1)), WORDS, question=question)
    assert document.blocks[0] == Paragraph(question, Role.LEAD)


def test_without_a_question_there_is_no_empty_line():
    first = breakout_document(drawn(8, 2, Random(1)), WORDS).blocks[0]
    assert isinstance(first, Paragraph) and first.role is Role.NORMAL


def test_the_steps_stand_with_their_minutes():
    steps = taking_turns(2, 6 * MINUTE)
    table = tables_of(breakout_document(drawn(8, 2, Random(1)), WORDS, steps=steps))[0]
    assert table.rows == (
        ("The first one speaks, the others listen", "6 min"),
        ("The next one speaks, the others listen", "6 min"),
    )


def test_pairs_come_before_the_fours_they_join():
    found = one_two_four(8, Random(3))
    _, pairs, fours = tables_of(breakout_document(found, WORDS, steps=one_two_four_steps()))
    assert [len(row[1].split(", ")) for row in pairs.rows] == [2, 2, 2, 2]
    assert [len(row[1].split(", ")) for row in fours.rows] == [4, 4]


def test_a_rotation_shows_each_round_and_where_each_seat_goes():
    document = breakout_document(rotation(4, 2, 2), WORDS)
    first, second, paths = tables_of(document)
    assert document.subtitle == "4 people · 2 tables · 2 rounds"
    assert first.rows == (("1", "1", "3"), ("2", "2", "4"))
    assert second.rows == (("1", "1", "4"), ("2", "2", "3"))
    assert paths.rows == (("1", "1", "1"), ("2", "2", "2"), ("3", "1", "2"), ("4", "2", "1"))


@pytest.mark.parametrize(("rounds", "promise"), [(3, "Nobody comes to a table twice"), (4, "come back")])
def test_it_says_whether_a_table_comes_twice(rounds, promise):
    assert promise in text_of(breakout_document(rotation(12, 3, rounds), WORDS))


@given(st.integers(3, 60), st.integers(2, 8), st.integers())
def test_every_seat_is_on_the_sheet_once(people, about, seed):
    table = tables_of(breakout_document(drawn(people, about, Random(seed)), WORDS))[0]
    seats = [int(seat) for _, row in table.rows for seat in row.split(", ")]
    assert sorted(seats) == list(range(1, people + 1))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(("people", "tables"), [(60, 2), (60, 30), (3, 1)])
def test_the_largest_and_the_smallest_sheet_can_be_printed(ending, people, tables):
    document = breakout_document(rotation(people, tables, 6), WORDS, steps=world_cafe_steps(6))
    assert rendered(document, ending, WORDS)
