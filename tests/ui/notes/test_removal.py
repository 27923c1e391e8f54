"""What is deleted comes back alone."""

import pytest
from PySide6.QtCore import QObject

from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.notes.removal import NoteRemoval


def note(text):
    return Note(NoteKind.CONCERN, text, "check-in")


@pytest.fixture
def owner(qtbot):
    return QObject()


@pytest.fixture
def removal(desk, context, owner):
    return NoteRemoval(desk, context, "notes", owner)


def test_a_removed_note_comes_back_though_others_were_written_since(removal, context, desk, session_id):
    first = desk.add(session_id, note("one"))
    removal.remove([first])
    assert desk.get(first).body is None
    assert context.toast.sentence() == "Deleted: “one”"
    second = desk.add(session_id, note("two"))
    context.toast._action.click()
    assert [desk.get(one).body.text for one in (first, second)] == ["one", "two"]


def test_all_that_was_deleted_at_once_comes_back_at_once(removal, context, desk, session_id):
    ids = [desk.add(session_id, note(text)) for text in ("one", "two")]
    removal.remove(ids)
    assert [desk.get(one).body for one in ids] == [None, None]
    assert context.toast.sentence() == "2 notes were deleted."
    context.toast._action.click()
    assert [desk.get(one).body.text for one in ids] == ["one", "two"]
    desk.undo()
    assert [desk.get(one).body for one in ids] == [None, None]


def test_what_is_not_there_is_not_deleted(removal, context, desk, session_id):
    gone = desk.add(session_id, note("one"))
    desk.remove(gone)
    removal.remove([gone, "no such note"])
    assert context.toast.sentence() == ""


def test_the_offer_of_another_page_brings_nothing_back(removal, context, desk, session_id, owner):
    NoteRemoval(desk, context, "read", owner)
    record_id = desk.add(session_id, note("one"))
    removal.remove([record_id])
    context.toast.acted.emit("bring back read")
    assert desk.get(record_id).body is None


def test_a_note_that_came_back_otherwise_is_not_written_again(removal, context, desk, session_id):
    record_id = desk.add(session_id, note("one"))
    removal.remove([record_id])
    desk.undo()
    desk.rewrite(record_id, note("one, and more"))
    context.toast.acted.emit("bring back notes")
    assert desk.get(record_id).body.text == "one, and more"
