"""In the report, open questions stand under the office that can answer them."""

from dataclasses import replace

from dialogue_desk.domain.model.document import Bullets, Columns, Paragraph
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.organizing import Card
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.reports.report_questions import questions_under_offices
from dialogue_desk.words import Words
from tests.reports.folders import STOPS
from tests.reports.program_pictures import a_picture, at


def asked(text):
    return Note(NoteKind.QUESTION, text, themes=STOPS)


def printed(*folders, cards=()):
    """What is printed: offices as they are, questions after a dash."""
    work = ProgramWork(cards={card.about: card for card in cards})
    plan = report_plan(replace(a_picture(*folders), work=work))
    said = []
    for block in questions_under_offices(plan, Words()):
        if isinstance(block, Paragraph):
            said.append(block.text)
        sides = block.sides if isinstance(block, Columns) else ()
        lists = [block] if isinstance(block, Bullets) else [one for side in sides for one in side.blocks]
        said += [f"- {item.text}" for one in lists for item in one.items]
    return said


FOLDERS = at("C01", 1, asked("Who pays?"), asked("When?")), at("C02", 1, asked("who pays?"))


def note(text):
    return next(line.note_id for line in a_picture(*FOLDERS).questions if line.text == text)


def test_while_nobody_said_who_can_answer_questions_are_one_list():
    said = printed(*FOLDERS)
    assert sorted(line.lower() for line in said) == ["- when?", "- who pays?"]


def test_questions_stand_under_their_office_in_the_organizers_words():
    card = Card(note("who pays?"), actor="Finance office", what="Who pays for the nurse?")
    said = printed(*FOLDERS, cards=[card])
    assert said == ["Finance office", "- Who pays for the nurse?", "Not addressed yet", "- When?"]


def test_a_question_that_organizers_word_again_is_asked_once():
    card = Card(note("When?"), what="When does it begin?")
    assert sorted(line.lower() for line in printed(*FOLDERS, cards=[card])) == [
        "- when does it begin?",
        "- who pays?",
    ]
