"""What a session leaves open for the next one."""

from __future__ import annotations

from dialogue_desk.domain.model.notes import NoteKind, Parked
from dialogue_desk.domain.notes.open_threads import open_threads
from tests.domain.session_folders import a_folder, a_note


def parked(text, state):
    return a_note(NoteKind.PARKING_LOT, text, parked=state)


def test_what_was_dealt_with_is_not_carried_and_what_is_for_next_time_comes_first():
    folder = a_folder(
        parked("nobody decided", Parked.OPEN),
        parked("done", Parked.DEALT_WITH),
        parked("next time", Parked.NEXT_TIME),
    )
    assert open_threads(folder).parked == ("next time", "nobody decided")
