"""The report says by which rule its lines were chosen."""

from dataclasses import replace

from dialogue_desk.domain.model.document import Paragraph
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.organizing import Card
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.reports.report_method import method_pages
from dialogue_desk.words import Words
from tests.reports.program_pictures import a_picture, at


def said(picture):
    blocks = method_pages(report_plan(picture), Words())
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph))


def test_it_says_that_questions_for_an_office_come_first_once_one_was_addressed():
    picture = a_picture(at("C01", 1, Note(NoteKind.QUESTION, "Who pays?")))
    rule = "Questions that somebody addressed to an office come first."
    assert rule not in said(picture)
    note = picture.questions[0].note_id
    assert rule in said(replace(picture, work=ProgramWork(cards={note: Card(note, actor="Finance")})))
