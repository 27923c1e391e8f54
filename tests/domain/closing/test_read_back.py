"""What is read to the circle, and what is not."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.closing.read_back import (
    LeftOut,
    for_room_display,
    left_out,
    parts_to_read,
    to_read,
)
from dialogue_desk.domain.model.notes import ActionIdea, Consent, NoteKind, entry_text
from tests.domain.session_folders import a_folder, a_note

DEBRIEF = a_note(NoteKind.DEBRIEF, "Two left early.")
NOT_ASKED = a_note(NoteKind.QUOTE, "I call my son.")
WITHDRAWN = a_note(NoteKind.QUOTE, "", consent=Consent.WITHDRAWN)
SAID_YES = a_note(NoteKind.QUOTE, "I stopped counting.", consent=Consent.YES)


def read(folder, *part):
    return [entry_text(one.body) for one in to_read(folder, *part)]


def test_what_was_said_is_read_by_part_and_there_as_it_came():
    folder = a_folder(
        a_note(text="last", part="gone"),
        a_note(text="third", part="back"),
        a_note(text="second", said_at=9),
        ActionIdea("first", "stories", said_at=3),
    )
    assert read(folder) == ["first", "second", "third", "last"]
    assert read(folder, "stories") == ["first", "second"]
    assert read(folder, "") == ["last"]
    assert parts_to_read(folder) == (("stories", 2), ("back", 1), ("", 1))


def test_what_is_private_is_not_read_and_is_counted():
    folder = a_folder(DEBRIEF, NOT_ASKED, WITHDRAWN, SAID_YES)
    assert read(folder) == ["I call my son.", "I stopped counting."]
    assert left_out(folder) == LeftOut(debriefs=1, quotes=1)
    assert for_room_display(to_read(folder)) == ("I stopped counting.",)
    assert not left_out(a_folder(SAID_YES))


def test_the_wall_shows_nothing_sensitive_and_nothing_that_two_laptops_worded_otherwise():
    folder = a_folder(a_note(text="open"), a_note(text="sensitive", sensitive=True), SAID_YES)
    assert read(folder) == ["open", "sensitive", "I stopped counting."]
    assert for_room_display(to_read(folder)) == ("open", "I stopped counting.")
    assert for_room_display([replace(to_read(folder)[0], in_conflict=True)]) == ()
