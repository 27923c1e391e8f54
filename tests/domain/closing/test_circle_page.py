"""What stands on the circle's own page: what everyone in the room may see, each line with its code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.domain.closing.circle_page import (
    PageSection,
    by_section,
    page_lines,
    room_languages,
)
from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Consent, NoteKind, Spread
from tests.domain.session_folders import WAYS, a_folder, a_note


def page(folder):
    return page_lines(folder, to_read(folder))


def test_each_line_has_its_words_its_language_and_its_code():
    folder = a_folder(a_note(text="A lamp."), a_note(text="Un banco.", language="es"))
    assert [(one.text, one.language, one.code) for one in page(folder)] == [
        ("A lamp.", folder.circle.language, line_code(folder.notes[0].id)),
        ("Un banco.", "es", line_code(folder.notes[1].id)),
    ]


@pytest.mark.parametrize(
    ("kind", "spread", "section"),
    [
        (NoteKind.COMMON_GROUND, None, PageSection.AGREE),
        (NoteKind.COMMON_GROUND, Spread.CONTESTED, PageSection.DIFFER),
        (NoteKind.DISAGREEMENT, None, PageSection.DIFFER),
        (NoteKind.CONCERN, Spread.CONTESTED, PageSection.DIFFER),
        (NoteKind.CONCERN, Spread.ONE_VOICE, PageSection.TALK),
        (NoteKind.STRENGTH, None, PageSection.TALK),
        (NoteKind.QUESTION, Spread.CONTESTED, PageSection.QUESTIONS),
        (NoteKind.QUOTE, Spread.CONTESTED, PageSection.QUOTES),
        (NoteKind.PARKING_LOT, None, PageSection.LATER),
    ],
)
def test_a_line_goes_under_what_it_is(kind, spread, section):
    (line,) = page(a_folder(a_note(kind, "x", spread=spread, consent=Consent.YES)))
    assert line.section is section


def test_an_idea_says_who_could_take_it_up_and_a_note_which_option_it_is_about():
    folder = a_folder(
        a_note(text="They are late.", part=WAYS.id, option="bus"), ActionIdea("Lamps", who="Parks")
    )
    folder = replace(folder, plan=replace(folder.plan, parts=(*folder.plan.parts, WAYS)))
    details = {line.text: line.detail for line in page(folder)}
    assert details == {"They are late.": "Bus lanes", "Lamps": "Parks"}


def test_what_the_room_may_not_see_is_not_on_it():
    hidden = [
        a_note(NoteKind.DEBRIEF, "Two left early."),
        a_note(NoteKind.QUOTE, "I call my son."),
        a_note(text="Said in tears.", sensitive=True),
    ]
    folder = a_folder(*hidden, a_note(text="A lamp."), a_note(text="Two versions."))
    *notes, last = folder.notes
    folder = replace(folder, notes=(*notes, replace(last, in_conflict=True)))
    assert [line.text for line in page(folder)] == ["A lamp."]


def test_the_sections_come_in_one_order_and_none_is_empty():
    folder = a_folder(a_note(NoteKind.QUESTION, "Who pays?"), a_note(NoteKind.COMMON_GROUND, "Home."))
    assert list(by_section(page(folder))) == [PageSection.AGREE, PageSection.QUESTIONS]


def test_the_languages_are_those_of_the_session_that_are_spoken_the_circles_own_first():
    folder = a_folder()
    circle = replace(folder.circle, language="es")
    session = replace(folder.session, languages=("ar", "en"))
    held = replace(folder, circle=circle, session=session, plans={})
    assert room_languages(held, ("en", "es")) == ("es", "en")
    arabic = replace(held, circle=replace(circle, language="ar"), session=replace(session, languages=("ar",)))
    assert room_languages(arabic, ("en", "es")) == ()
