"""What organizers make of what circles said."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    FindingKind,
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
    finding = ReportSentence(SentenceRole.FINDING, about=(A,), kind=FindingKind.RAISED)
    facts = (
        Coding(A),
        Card(A),
        Star(A),
        Coding(B),
        likeness(A, B, Rung.NEAR),
        ReportOutline(),
        finding,
        ReportSentence(SentenceRole.FINDING, about=(A,), kind=FindingKind.AGREED),
        ReportSentence(SentenceRole.TITLE, about=(A,)),
    )
    assert len({program_fact_id(PROGRAM, fact) for fact in facts}) == len(facts)


def test_a_sentence_of_the_report_is_the_same_record_whatever_its_words_and_place():
    proposed = ReportSentence(SentenceRole.FINDING, about=(A,), kind=FindingKind.RAISED)
    written = replace(proposed, texts=(("en", "Nobody hears back."),), place=3, counted=7, met=9)
    assert program_fact_id(PROGRAM, proposed) == program_fact_id(PROGRAM, written)


def test_a_sentence_has_words_only_in_the_languages_in_which_somebody_wrote_it():
    sentence = ReportSentence(SentenceRole.QUESTION, (("en", "Who is safe here?"),))
    assert (sentence.text("en"), sentence.text("es")) == ("Who is safe here?", "")


def test_the_day_of_an_ask_is_a_day():
    with pytest.raises(ValueError, match="isoformat"):
        ReportSentence(SentenceRole.ASK, by="soon")


def test_an_idea_is_not_like_itself():
    with pytest.raises(ValueError, match="two different things"):
        Likeness(A, A, Rung.DUPLICATE)


def test_only_duplicates_and_near_ones_count_as_one():
    assert [rung for rung in Rung if rung.merges] == [Rung.DUPLICATE, Rung.NEAR]


def test_each_of_them_says_which_lines_it_is_about():
    sentence = ReportSentence(SentenceRole.ASK, (("en", "Light the stops."),), (A, B))
    bodies = (Coding(A), Card(B), Star(A), likeness(B, A, Rung.NEAR), sentence, ReportOutline(), Synonyms())
    assert [spoken_of(body) for body in bodies] == [(A,), (B,), (A,), (A, B), (A, B), (), ()]
