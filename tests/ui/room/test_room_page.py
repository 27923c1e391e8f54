"""The circle's page as the room sees it: every line it may see, and which one is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Consent, NoteKind
from dialogue_desk.ui.room.room_page import RoomPage, room_page
from dialogue_desk.words import Words
from tests.domain.session_folders import a_folder, a_note


@pytest.fixture
def folder():
    return a_folder(
        a_note(text="A lamp."),
        a_note(text="Said in tears.", sensitive=True),
        a_note(NoteKind.QUOTE, "I stopped counting.", consent=Consent.YES),
        ActionIdea("Lamps"),
    )


def page_at(folder, place):
    entries = to_read(folder)
    return room_page(folder, entries, str(entries[place].id), Words())


def test_each_line_has_what_it_is_and_its_code_and_a_quote_its_marks(folder):
    page = page_at(folder, 0)
    codes = [line_code(one.id) for one in to_read(folder) if "tears" not in repr(one.body)]
    assert [line.code for line in page.lines] == codes
    assert [(line.label, line.text) for line in page.lines] == [
        ("What we talked about", "A lamp."),
        ("In people’s own words", "“I stopped counting.”"),
        ("What we propose", "Lamps"),
    ]
    assert page.spoken == ("What we said", "What we talked about", "A lamp.", codes[0])


def test_while_a_line_is_read_that_the_room_does_not_see_none_is_marked(folder):
    sensitive = page_at(folder, 1)
    assert (sensitive.at, sensitive.marked) == (0, False) and sensitive.spoken == ("What we said",)
    after = page_at(folder, 2)
    assert (after.at, after.marked) == (1, True)


def test_the_headings_are_in_both_languages_of_the_session_and_the_lines_as_they_were_said(folder):
    both = replace(folder, session=replace(folder.session, languages=("en", "es")))
    line = page_at(both, 0).lines[0]
    assert (line.label, line.text) == ("What we talked about / De qué hablamos", "A lamp.")


def test_a_session_of_another_language_has_its_headings_in_that_of_the_app(folder):
    arabic = replace(
        folder,
        circle=replace(folder.circle, language="ar"),
        session=replace(folder.session, languages=("ar",)),
        plans={},
    )
    assert page_at(arabic, 0).lines[0].label == "What we talked about"


def test_nothing_to_read_is_a_page_without_lines():
    assert room_page(a_folder(), (), "", Words()) == RoomPage("What we said", (), 0, False)
