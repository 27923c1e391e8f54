"""What can be done with the selected notes, one or several."""

from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.notes import ActionIdea, Level, Note, NoteKind, Spread
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.desk_file import DeskFile
from tests.ui.notes.keys import ALT, SHIFT, Key, choose_all, on_two_laptops, open_menu, press, type_in


def test_alt_and_a_letter_change_the_kind_of_what_is_typed_over(added, work, folder, qtbot):
    added("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    press(qtbot, Key.Key_H, ALT)
    assert folder().notes[0].body.kind is NoteKind.HOPE
    assert (work.editor.box.text(), work.editor._head.text()) == ("one and more", "Hope")


def test_what_waits_for_a_choice_is_not_joined_over(added, desk, texts, context, qtbot):
    ids = added("one", "two")
    on_two_laptops(desk, ids[0], Note(NoteKind.HOPE, "as they wrote it", "check-in"))
    choose_all(qtbot)
    press(qtbot, Key.Key_J)
    assert len(texts()) == 2
    assert context.toast.sentence().startswith("One of these was changed on two laptops")


def test_j_joins_what_is_chosen(added, texts, notes, said, desk, qtbot):
    ids = added("one", "two", "three")
    press(qtbot, Key.Key_Down, SHIFT)
    press(qtbot, Key.Key_J)
    assert texts() == ["one\ntwo", "three"]
    assert notes.current_id() == ids[0]
    assert said[-1] == "2 notes joined into one."
    assert desk.can_undo() is Act.JOIN
    desk.undo()
    assert texts() == ["one", "two", "three"]


def test_one_alone_is_not_joined(added, context, texts, qtbot):
    added("one", "two")
    press(qtbot, Key.Key_J)
    assert context.toast.sentence() == "Select two or more notes to join them."
    assert len(texts()) == 2


def test_m_puts_notes_under_another_part(added, folder, notes, said, qtbot):
    ids = added("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_M)
    menu = open_menu()
    assert menu.activeAction().text() == "1. Check-in"
    press_in = [action for action in menu.actions() if action.text().startswith("4. ")]
    press_in[0].trigger()
    menu.close()
    assert {note.body.part for note in folder().notes} == {"where-i-stand"}
    assert said[-1] == "2 notes moved to 4. Where I stand."
    assert notes.chosen() == tuple(ids)


def test_the_chooser_of_parts_is_worked_with_the_keys(added, folder, qtbot):
    added("one")
    press(qtbot, Key.Key_M)
    menu = open_menu()
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)
    assert folder().notes[0].body.part == folder().plan.parts[1].id


def test_alt_and_a_letter_change_the_kind_of_all_that_is_chosen(added, folder, page, qtbot):
    added("one", ActionIdea("two", "check-in", who="The city"))
    choose_all(qtbot)
    press(qtbot, Key.Key_Q, ALT)
    assert [(note.body.kind, note.body.text) for note in folder().notes] == [
        (NoteKind.QUESTION, "one"),
        (NoteKind.QUESTION, "two\nWho: The city"),
    ]
    assert folder().actions == ()
    assert len(page.notes.list.chosen()) == 2


def test_alt_and_a_digit_say_how_many(added, folder, said, qtbot):
    added("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_3, ALT)
    assert {note.body.spread for note in folder().notes} == {Spread.MOST}
    assert said[-1] == "How many of you: most"
    press(qtbot, Key.Key_0, ALT)
    assert {note.body.spread for note in folder().notes} == {None}


def test_an_exclamation_mark_makes_an_action_idea_and_a_note_again(added, folder, texts, said, qtbot):
    added("one", "a bench", "three")
    press(qtbot, Key.Key_Down)
    type_in(qtbot, "!")
    assert [action.body.what for action in folder().actions] == ["a bench"]
    assert texts() == ["one", "a bench", "three"]
    assert said[-1] == "1 note is an action idea now."
    type_in(qtbot, "!")
    assert folder().actions == ()
    assert texts() == ["one", "a bench", "three"]


def test_an_action_idea_turned_twice_is_whole_again(added, folder, qtbot):
    idea = ActionIdea(
        "a bench", "check-in", who="The city", why="Nobody rests", level=Level.INSTITUTION, dots=4
    )
    added(idea)
    type_in(qtbot, "!")
    assert (
        folder().notes[0].body.text
        == "a bench\nWhy: Nobody rests\nWho: The city\nWhere: Institutions\nDots: 4"
    )
    type_in(qtbot, "!")
    (again,) = folder().actions
    assert again.body == replace(idea, said_at=again.body.said_at)


def test_a_note_that_must_not_leave_stays_a_note_and_it_is_said_why(added, folder, context, qtbot):
    added(Note(NoteKind.QUOTE, "I felt seen", "check-in"))
    type_in(qtbot, "!")
    assert len(folder().notes) == 1
    assert "stay notes" in context.toast.sentence()


def test_s_keeps_notes_from_everyone(added, folder, notes, page, qtbot):
    added("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_S)
    assert all(note.body.sensitive for note in folder().notes)
    assert notes.rows()[0].label == "Concern · sensitive"
    assert not page.tools.speakers_bar.isVisible()
    press(qtbot, Key.Key_S)
    assert not any(note.body.sensitive for note in folder().notes)


def test_delete_removes_all_that_is_chosen_in_one_step(added, texts, context, desk, qtbot):
    added("one", "two", "three")
    press(qtbot, Key.Key_Down, SHIFT)
    press(qtbot, Key.Key_Delete)
    assert texts() == ["three"]
    assert context.toast.sentence() == "2 notes were deleted."
    desk.undo()
    assert texts() == ["one", "two", "three"]


def test_what_was_joined_can_be_taken_apart_after_a_restart(added, desk, shelf, session_id, qtbot):
    added("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_J)
    desk.file.close()
    again = Desk(DeskFile(desk.file.path), desk.clock, RandomIds(8))
    assert again.can_undo() is Act.JOIN
    again.undo()
    assert [note.body.text for note in Folders(again, shelf).session(session_id).notes] == ["one", "two"]
    again.redo()
    assert [note.body.text for note in Folders(again, shelf).session(session_id).notes] == ["one\ntwo"]
    again.file.close()


def test_what_an_action_idea_cannot_take_is_said(added, desk, context, qtbot):
    added(Note(NoteKind.CONCERN, "one", "check-in", Spread.MOST))
    press(qtbot, Key.Key_A, ALT)
    left_out = "“{}” was left out: only notes say how many of you."
    assert context.toast.sentence() == left_out.format("most")
    press(qtbot, Key.Key_2, ALT)
    assert context.toast.sentence() == left_out.format("a few")
