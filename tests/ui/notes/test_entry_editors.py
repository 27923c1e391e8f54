"""All of a note or an action idea in its editor; and Undo while a session runs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.model.notes import ActionIdea, Consent, NoteKind
from tests.ui.notes.edited import IDEA, NOTE
from tests.ui.widgets.speaking import spoken


def test_an_untouched_editor_says_what_the_note_said(edit):
    note = replace(NOTE, sensitive=True, consent=Consent.YES)
    assert edit(note).note() == note


def test_an_untouched_editor_says_what_the_action_idea_said(edit):
    assert edit(IDEA).action() == IDEA


def test_a_note_that_is_moved_leaves_the_question_of_its_old_part(edit):
    editor = edit(NOTE)
    assert editor.prompt.currentText().startswith("Which card is closest")
    editor.part.choose("check-in")
    editor.part.chosen.emit("check-in")
    assert (editor.note().part, editor.note().prompt) == ("check-in", 0)
    editor.part.choose("where-i-stand")
    editor.part.chosen.emit("where-i-stand")
    assert editor.note().prompt == 1


def test_an_action_idea_that_is_moved_leaves_the_question_of_its_old_part(edit):
    editor = edit(IDEA)
    editor.part.choose("check-in")
    assert (editor.action().part, editor.action().prompt) == ("check-in", 0)


def test_a_note_is_marked_sensitive_and_it_is_said_what_that_does(edit):
    editor = edit(NOTE)
    assert spoken(editor.sensitive).name == "Sensitive: the organizer gets it, but it is in no summary"
    editor.sensitive.click()
    assert editor.note().sensitive


@pytest.mark.parametrize("way", ["button", "enter"])
def test_a_quote_that_is_withdrawn_is_not_just_saved(edit, qtbot, way):
    editor = edit(replace(NOTE, kind=NoteKind.QUOTE))
    told = []
    editor.saved.connect(lambda: told.append("saved"))
    editor.withdrawal_wanted.connect(lambda: told.append("withdrawn"))
    editor.consent.choose(Consent.WITHDRAWN)
    if way == "button":
        editor.save_button.click()
    else:
        qtbot.keyClick(editor.box, Qt.Key.Key_Return)
    editor.kind.choose(NoteKind.HOPE)
    editor.save_button.click()
    assert told == ["withdrawn", "saved"]


def test_the_whole_of_an_action_idea_is_written(edit, qtbot):
    editor = edit(ActionIdea("A bench"))
    for box, text in (
        (editor.why, "People wait"),
        (editor.strengths, "The block club"),
        (editor.obstacles, "The permit"),
        (editor.first_step, "Ask"),
        (editor.who, "The transit office"),
    ):
        qtbot.keyClicks(box, text)
    told = []
    editor.saved.connect(lambda: told.append(editor.action()))
    qtbot.keyClick(editor.obstacles, Qt.Key.Key_Return)
    assert told == [
        ActionIdea(
            "A bench",
            who="The transit office",
            first_step="Ask",
            why="People wait",
            strengths="The block club",
            obstacles="The permit",
        )
    ]


def test_who_is_a_group_or_an_office_and_never_a_name(edit):
    assert spoken(edit(IDEA).who).description == "An office or a group, never a person's name."


def test_dots_are_shown_and_given_at_the_close(edit):
    assert edit(IDEA).dots.text() == "3 dots, from the vote at wrap-up."
    assert edit(replace(IDEA, dots=None)).dots.text() == "The circle votes with dots when you wrap up."


def test_undo_stands_in_the_bar_and_says_what_it_takes_back(run_page, session_id, desk, context, folders):
    page = run_page(session_id)
    assert not page.top.undo.isVisible()  # taking back the session itself is left to the keys
    record = desk.add(session_id, NOTE)
    desk.remove(record)
    what = f"deleting “{NOTE.text}”"
    assert page.top.undo.isVisible() and page.top.undo.text() == f"Undo: {what}"
    page.top.undo.click()
    assert [note.id for note in folders.session(session_id).notes] == [record]
    assert context.toast.sentence() == f"Undone: {what}"
    assert page.top.redo.text() == f"Redo: {what}"
    page.top.redo.click()
    assert folders.session(session_id).notes == ()
    assert context.toast.sentence() == f"Redone: {what}"
    assert not page.top.redo.isVisible()


def test_a_move_of_the_clock_is_not_taken_back(run_page, session_id, desk):
    page = run_page(session_id)
    desk.add(session_id, NOTE)
    page.card.clock_button.click()
    page.top.undo.click()
    assert not page.top.undo.isVisible()
    assert page._controller.live.started is not None
