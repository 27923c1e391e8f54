"""What organizers make of what circles said."""

import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    Likeness,
    ReportOutline,
    ReportSentence,
    Rung,
    SentenceRole,
    Star,
    Synonyms,
    likeness,
    program_fact_id,
    spoken_of,
)

A, B, PROGRAM = RecordId("a"), RecordId("b"), RecordId("p")


def test_two_organizers_who_say_something_of_one_thing_write_one_record():
    assert program_fact_id(PROGRAM, Card(A, "Council")) == program_fact_id(PROGRAM, Card(A, "School board"))
    assert program_fact_id(PROGRAM, likeness(A, B, Rung.NEAR)) == program_fact_id(
        PROGRAM, likeness(B, A, Rung.CONFLICT)
    )


def test_each_thing_that_is_said_of_a_line_has_a_record_of_its_own():
    facts = (Coding(A), Card(A), Star(A), Coding(B), likeness(A, B, Rung.NEAR), ReportOutline())
    assert len({program_fact_id(PROGRAM, fact) for fact in facts}) == len(facts)


def test_an_idea_is_not_like_itself():
    with pytest.raises(ValueError, match="two different things"):
        Likeness(A, A, Rung.DUPLICATE)


def test_only_duplicates_and_near_ones_count_as_one():
    assert [rung for rung in Rung if rung.merges] == [Rung.DUPLICATE, Rung.NEAR]


def test_each_of_them_says_which_lines_it_is_about():
    sentence = ReportSentence(SentenceRole.ASK, (("en", "Light the stops."),), (A, B))
    bodies = (Coding(A), Card(B), Star(A), likeness(B, A, Rung.NEAR), sentence, ReportOutline(), Synonyms())
    assert [spoken_of(body) for body in bodies] == [(A,), (B,), (A,), (A, B), (A, B), (), ()]
