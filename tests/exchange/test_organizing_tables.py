"""What organizers made of what circles said is in tables of its own, with the words it is about."""

from __future__ import annotations

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Note, NoteKind, Theme
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    FindingKind,
    ReportSentence,
    Rung,
    SentenceRole,
    Star,
    Synonyms,
    likeness,
    program_fact_id,
)
from tests.exchange.small_desk import PROGRAM, SESSION, THEME, record, table, the_records

NOTE, IDEA, OTHER = RecordId("n"), RecordId("a1"), RecordId("a2")


def with_work(*facts):
    said = (
        record(NOTE, SESSION, Note(NoteKind.QUESTION, "Who answers?")),
        record(IDEA, SESSION, ActionIdea("Lamps", horizon=Horizon.NOW, first_step="Ask")),
        record(OTHER, SESSION, ActionIdea("Light the path")),
    )
    work = (record(program_fact_id(PROGRAM, fact), PROGRAM, fact) for fact in facts)
    return the_records(*said, *work)


def test_a_card_says_who_must_act_and_keeps_what_the_circle_wrote() -> None:
    (card,) = table("cards", with_work(Card(IDEA, "Public works", ("School board", "Ourselves"))))
    assert (card["line_code"], card["about_kind"], card["actor"]) == (
        line_code(IDEA),
        "action",
        "Public works",
    )
    assert (card["joins"], card["what"], card["first_step"]) == ("School board; Ourselves", "Lamps", "Ask")
    assert card["horizon"] == "now"


def test_organizers_words_stand_before_those_of_the_circle() -> None:
    (card,) = table("cards", with_work(Card(IDEA, what="More lamps", horizon=Horizon.LONGER)))
    assert (card["what"], card["horizon"]) == ("More lamps", "longer")
    (question,) = table("cards", with_work(Card(NOTE, "City hall")))
    assert (question["about_kind"], question["what"], question["horizon"]) == ("note", "Who answers?", "")


def test_two_ideas_that_are_alike_say_so_in_words() -> None:
    (alike,) = table("likenesses", with_work(likeness(OTHER, IDEA, Rung.NEAR, "both want lamps")))
    assert (alike["one_text"], alike["other_text"]) == ("Lamps", "Light the path")
    assert (alike["rung"], alike["counts_as_one"], alike["why"]) == ("near", "yes", "both want lamps")


def test_a_coding_names_the_note_and_its_themes() -> None:
    (coding,) = table("codings", with_work(Coding(NOTE, (THEME,))))
    assert (coding["text"], coding["theme_ids"], coding["themes"]) == ("Who answers?", THEME, "Streets")


def test_the_reports_sentences_have_a_row_for_each_language_in_their_order() -> None:
    texts = (("en", "Put up lamps."), ("es", "Pongan luces."))
    records = the_records(
        record(
            "x2", PROGRAM, ReportSentence(SentenceRole.ASK, texts, (IDEA,), 2, "Public works", "2027-05-01")
        ),
        record("x1", PROGRAM, ReportSentence(SentenceRole.ASK, (("en", "First."),), place=1)),
    )
    rows = table("sentences", records)
    assert [(row["language"], row["text"]) for row in rows] == [("en", "First."), *texts]
    assert (rows[1]["role"], rows[1]["actor"], rows[1]["by_day"]) == ("ask", "Public works", "2027-05-01")
    assert rows[1]["line_code"] == line_code(IDEA) and rows[1]["about_ids"] == IDEA


def test_stars_and_words_that_mean_the_same_are_there() -> None:
    (star,) = table("stars", with_work(Star(NOTE, with_circle=True)))
    assert (star["line_id"], star["with_circle"]) == (NOTE, "yes")
    (words,) = table("synonyms", the_records(record("y", PROGRAM, Synonyms(("bus", "transit")))))
    assert words["words"] == "bus; transit"


def test_of_a_line_that_is_not_there_only_its_code_is_told() -> None:
    (card,) = table("cards", with_work(Card(RecordId("gone"), "City hall")))
    assert (card["line_code"], card["what"]) == (line_code(RecordId("gone")), "")


def test_answers_and_what_became_of_asks_are_there_under_the_code_of_their_line() -> None:
    records = with_work(
        Answer(IDEA, Reply.LATER, "no money", "Parks", "2027-06-30"),
        Progress(RecordId("gone"), Status.DONE, "lamps stand", "seen"),
    )
    (answer,), (progress,) = table("answers", records), table("progress", records)
    assert (answer["line_code"], answer["text"], answer["reply"]) == (line_code(IDEA), "Lamps", "later")
    assert (answer["why"], answer["by"], answer["next_day"]) == ("no money", "Parks", "2027-06-30")
    assert (progress["text"], progress["status"], progress["changed"]) == ("", "done", "lamps stand")


def test_two_themes_that_are_not_one_are_told_by_their_names() -> None:
    other = record("t2", PROGRAM, Theme("Light"))
    alike = likeness(THEME, RecordId("t2"), Rung.DIFFERENT)
    records = the_records(other, record(program_fact_id(PROGRAM, alike), PROGRAM, alike))
    (row,) = table("likenesses", records)
    assert (row["about_kind"], row["one_text"], row["other_text"]) == ("theme", "Streets", "Light")
    assert (row["one_line_code"], row["counts_as_one"]) == ("", "no")


def test_a_sentence_that_nobody_worded_says_what_it_counts_and_that_it_is_left_out() -> None:
    finding = ReportSentence(
        SentenceRole.FINDING, about=(THEME,), kind=FindingKind.AGREED, left_out=True, counted=3, met=9
    )
    (row,) = table("sentences", the_records(record("x", PROGRAM, finding)))
    assert (row["text"], row["counts"], row["left_out"]) == ("", "agreed", "yes")
    assert (row["circles_counted"], row["circles_met"]) == ("3", "9")
