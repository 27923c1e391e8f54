"""The circle's own page on paper: what it said, with codes, and nothing that tells one voice from many."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from dialogue_desk.desk.leaving.documents import SummaryOptions, page_files, paper_files
from dialogue_desk.domain.model.document import Columns, Heading, Paragraph
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread
from dialogue_desk.reports.circle_paper import circle_document
from dialogue_desk.words import Words
from tests.reports.folders import a_folder

ENGLISH, BOTH = (Words("en"),), (Words("en"), Words("es"))


def sides(document):
    return [side for block in document.blocks if isinstance(block, Columns) for side in block.sides]


def lines_of(document):
    return [
        (item.text, item.aside)
        for side in sides(document)
        for block in side.blocks
        if not isinstance(block, Paragraph)
        for item in block.items
    ]


def known(folder, **fields):
    return replace(folder, program=replace(folder.program, **fields))


@pytest.mark.parametrize("kind", [kind for kind in NoteKind if kind is not NoteKind.DEBRIEF])
@pytest.mark.parametrize("count", [1, 9])
def test_every_line_is_on_it_once_with_its_code(kind, count):
    folder = a_folder(*[Note(kind, f"these words {n}", consent=Consent.YES) for n in range(count)])
    found = [(text.strip("“”"), aside) for text, aside in lines_of(circle_document(folder, ENGLISH))]
    assert sorted(found) == sorted((note.body.text, line_code(note.id)) for note in folder.notes)


@pytest.mark.parametrize("spread", Spread)
def test_nobody_who_finds_it_learns_the_place_or_how_many_held_a_line(spread):
    folder = a_folder(Note(NoteKind.CONCERN, "Sirens at night.", spread=spread))
    said = repr(circle_document(folder, ENGLISH))
    assert "Eastside Library" not in said and "9 people" not in said
    assert "one voice" not in said and "everyone" not in said
    assert "Circle C07, session 1" in said


def test_common_ground_and_difference_are_beside_each_other():
    folder = a_folder(
        *[Note(NoteKind.COMMON_GROUND, f"Home {n}") for n in range(6)], Note(NoteKind.DISAGREEMENT, "Patrols")
    )
    first, second = sides(circle_document(folder, ENGLISH))[:2]
    assert (first.title, second.title) == ("Where we agree", "Where we differ")


def test_a_long_section_has_a_heading_over_two_columns():
    folder = a_folder(*[Note(NoteKind.HOPE, f"Hope {n}") for n in range(9)])
    document = circle_document(folder, ENGLISH)
    (heading,) = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert heading == "What we talked about"
    assert len(lines_of(document)) == 9


@pytest.mark.parametrize(("count", "bands"), [(5, 1), (8, 1), (9, 1), (10, 2), (17, 2), (18, 3)])
def test_no_line_of_a_long_section_is_in_a_row_alone(count, bands):
    folder = a_folder(*[Note(NoteKind.HOPE, f"Hope {n}") for n in range(count)])
    document = circle_document(folder, ENGLISH)
    said = [line for line, _ in lines_of(document)]
    columns = [block for block in document.blocks if isinstance(block, Columns) and not block.sides[0].title]
    assert len(columns) == bands and all(len(block.sides) == 2 for block in columns)
    assert sorted(said) == sorted(f"Hope {n}" for n in range(count))


def test_it_says_what_happens_next_and_how_a_quote_is_taken_back():
    folder = known(
        a_folder(Note(NoteKind.HOPE, "x")),
        organizer="Town Clerk",
        contact="555 0134",
        answers="The town council",
        answer_by="2026-06-30",
        forum="2026-05-16",
    )
    said = repr(circle_document(folder, ENGLISH))
    assert "The town council will answer it by June 30, 2026." in said
    assert "The action forum is on May 16, 2026." in said
    assert "tell its code to Town Clerk · 555 0134." in said


def test_without_a_day_or_a_program_it_promises_nothing():
    folder = a_folder(Note(NoteKind.HOPE, "x"))
    assert "The council will answer it." in repr(
        circle_document(known(folder, answers="The council"), ENGLISH)
    )
    assert "will answer" not in repr(circle_document(folder, ENGLISH))
    alone = replace(folder, program=None, program_id=None)
    said = repr(circle_document(alone, ENGLISH))
    assert "This page is ours." in said and "report with those" not in said


def test_in_two_languages_headings_are_in_both_and_each_line_stands_once_as_it_was_said():
    folder = a_folder(Note(NoteKind.HOPE, "A lamp."), Note(NoteKind.HOPE, "Un banco.", language="es"))
    document = circle_document(folder, BOTH)
    assert "What we talked about / De qué hablamos" in [side.title for side in sides(document)]
    assert [text for text, _ in lines_of(document)] == ["A lamp.", "Un banco."]
    told = [block for side in sides(document) for block in side.blocks if isinstance(block, Paragraph)]
    assert {block.language for block in told} == {"", "es"}


def test_a_session_without_notes_says_so():
    said = repr(circle_document(a_folder(), ENGLISH))
    assert "Nothing was written down that could be read aloud." in said


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".md", ".txt"])
def test_it_becomes_every_kind_of_file_named_as_the_page(ending):
    folder = a_folder(Note(NoteKind.HOPE, "A lamp."))
    (file,) = page_files(folder, SummaryOptions((ending,), ("es",)), Words())
    assert file.name == f"safer-streets-c07-s1-2026-03-12-our-page-es{ending}" and file.make_bytes()


def test_it_goes_with_the_summary_where_that_is_asked_for():
    folder = a_folder(Note(NoteKind.HOPE, "A lamp."))
    names = [file.name for file in paper_files(folder, SummaryOptions((".pdf",), page=True), Words())]
    assert [("our-page" in name) for name in names] == [False, True]


@pytest.mark.parametrize(("count", "most"), [(12, 1), (40, 2)])
def test_it_has_one_page_or_two(count, most):
    kinds = [kind for kind in NoteKind if kind is not NoteKind.DEBRIEF]
    words = "Walking home after nine nobody looks up, and the corner is dark."
    notes = [Note(kinds[number % len(kinds)], words, consent=Consent.YES) for number in range(count)]
    folder = a_folder(*notes[2:], actions=[ActionIdea("A light at the corner", who="Public works")] * 2)
    (file,) = page_files(folder, SummaryOptions((".pdf",), ("en", "es")), Words())
    assert len(PdfReader(BytesIO(file.make_bytes())).pages) <= most
