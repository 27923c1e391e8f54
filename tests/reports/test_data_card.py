"""The page that goes with data says how it came about, what is missing, and how it may be used."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.model.circles import USUAL_LICENSE, Program
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.domain.overview.data_facts import data_facts
from dialogue_desk.reports.data_card import data_card
from dialogue_desk.reports.plain_text import text_of
from dialogue_desk.words import Words
from tests.reports.folders import a_folder

TOWN = Program("Our town", "OURS", organizer="The library", contact="library@example.org")


def said(*programs: Program, **changes) -> str:
    folder = a_folder(
        Note(NoteKind.HOPE, "one"),
        Note(NoteKind.QUOTE, "two", consent=Consent.YES),
        Note(NoteKind.HOPE, "three", sensitive=True),
    )
    facts = data_facts(programs, [folder], {note.id for note in folder.notes})
    return " ".join(text_of(data_card(replace(facts, **changes), Words())).decode().split())


def test_it_says_how_much_there_is_and_whom_to_ask() -> None:
    page = said(TOWN)
    assert "1 circle" in page and "3 notes" in page and "English: 3 lines" in page
    assert "The library" in page and "library@example.org" in page
    assert "below 10" in page


def test_without_a_word_of_the_organizers_all_rights_stay_with_the_circles() -> None:
    assert USUAL_LICENSE in said(TOWN) and USUAL_LICENSE in said()
    assert "Ask the town." in said(replace(TOWN, data_license="Ask the town."))


def test_of_several_programs_each_has_its_terms() -> None:
    page = said(TOWN, Program("Elsewhere", data_license="CC BY 4.0"))
    assert f"OURS: {USUAL_LICENSE}" in page and "Elsewhere: CC BY 4.0" in page


def test_organizers_are_told_not_to_publish_lines_and_that_sensitive_notes_are_in_it() -> None:
    assert "do not publish it line by line" in said(TOWN) and "1 sensitive note is in it" in said(TOWN)


def test_what_is_not_known_is_said() -> None:
    page = said(TOWN, not_counted=2, unchecked=3, conflicts=1)
    assert "In 2 sessions, the people were not counted." in page
    assert "In 3 sessions, nobody checked" in page and "1 item has two versions" in page
    assert "Ask whoever gave you these files." in said()
