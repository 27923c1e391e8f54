"""A note is edited in its row of the list."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.toast import UNDO
from tests.ui.notes.keys import CTRL, SHIFT, Key, on_two_laptops, open_dialog, press, type_in
from tests.ui.widgets.speaking import spoken


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_a_note_is_typed_over_in_its_place(added, work, folder, said, qtbot, key):
    added("Stops feel randm", "two")
    press(qtbot, key)
    box = QApplication.focusWidget()
    assert box is work.editor.box and box.text() == "Stops feel randm"
    press(qtbot, Key.Key_Backspace)
    type_in(qtbot, "om")
    press(qtbot, Key.Key_Return)
    assert folder().notes[0].body.text == "Stops feel random"
    assert QApplication.focusWidget() is work.list
    assert not work.editor.isVisible()
    assert said[-1] == "Saved."


def test_the_editor_stands_where_the_row_stands_under_its_heading(added, work, notes, qtbot):
    added("one", "two")
    heading = notes.visualRect(notes.model().index(0)).top()
    press(qtbot, Key.Key_F2)
    first, second = (notes.visualRect(notes.model().index(row)) for row in range(2))
    place = work.editor.geometry()
    assert heading < place.top() and place.bottom() <= first.bottom() < second.top()
    assert place.width() > 200


def test_escape_leaves_the_row_as_it_was(added, folder, work, qtbot):
    added("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    press(qtbot, Key.Key_Escape)
    assert folder().notes[0].body.text == "one"
    assert not work.editing()


def test_shift_and_enter_begin_a_line_in_the_row(added, folder, qtbot):
    added("one")
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_Return, SHIFT)
    type_in(qtbot, "two")
    press(qtbot, Key.Key_Return)
    assert folder().notes[0].body.text == "one\ntwo"


def test_the_row_grows_with_what_is_typed(added, work, notes, qtbot):
    added("one", "two")
    press(qtbot, Key.Key_F2)
    before = work.editor.height()
    for _ in range(4):
        press(qtbot, Key.Key_Return, SHIFT)
    assert work.editor.height() > before
    assert notes.visualRect(notes.model().index(1)).top() > work.editor.geometry().bottom()


def test_marks_in_the_row_are_those_of_capture_and_one_step_of_undo(added, folder, desk, qtbot):
    added("Stops feel random")
    press(qtbot, Key.Key_F2)
    assert QApplication.focusWidget().text() == "Stops feel random"
    press(qtbot, Key.Key_End)
    type_in(qtbot, " #safe_streets /2")
    press(qtbot, Key.Key_Return)
    (note,) = folder().notes
    assert folder().theme_names(note.body.themes) == ("safe streets",)
    assert note.body.spread is Spread.A_FEW
    press(qtbot, Key.Key_F2)
    assert QApplication.focusWidget().text() == "Stops feel random #safe_streets /2"
    press(qtbot, Key.Key_Escape)
    desk.undo()
    assert folder().notes[0].body.themes == () and folder().themes == {}


def test_tab_completes_a_theme_in_the_row(added, folder, work, qtbot):
    added("one #school", "two")
    work.list.go_to(work.list.rows()[0].id)
    press(qtbot, Key.Key_F2)
    work.editor.offers.show_themes(["Safe streets"])
    press(qtbot, Key.Key_End)
    type_in(qtbot, " #str")
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget().text().endswith("#Safe_streets ")


def test_a_key_splits_a_note_at_the_cursor(added, folder, texts, said, notes, qtbot):
    added("They nodded. Who reads the forms?", "three")
    press(qtbot, Key.Key_F2)
    box = QApplication.focusWidget()
    cursor = box.textCursor()
    cursor.setPosition(len("They nodded."))
    box.setTextCursor(cursor)
    press(qtbot, Key.Key_Return, CTRL)
    assert texts() == ["They nodded.", "Who reads the forms?", "three"]
    assert notes.rows()[1].id == notes.current_id()
    assert said[-1] == "Split in two."


def test_a_split_at_the_end_says_where_to_put_the_cursor(added, texts, context, work, qtbot):
    added("They nodded.")
    press(qtbot, Key.Key_Return, CTRL)
    press(qtbot, Key.Key_Return, CTRL)
    assert texts() == ["They nodded."]
    assert context.toast.sentence() == "Put the cursor between two words, to split the note there."
    assert work.editing()


def test_letters_beyond_the_first_plane_are_split_where_they_stand(added, texts, qtbot):
    added("👩🏽‍🌾 one two")
    press(qtbot, Key.Key_F2)
    box = QApplication.focusWidget()
    box.setTextCursor(box.document().find(" two"))
    cursor = box.textCursor()
    cursor.setPosition(cursor.selectionStart())
    box.setTextCursor(cursor)
    press(qtbot, Key.Key_Return, CTRL)
    assert texts() == ["👩🏽‍🌾 one", "two"]


def test_what_is_typed_stays_when_another_note_comes(added, work, desk, session_id, folder, qtbot):
    added("one", "two")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    desk.add(session_id, Note(NoteKind.HOPE, "from the other laptop", "check-in", said_at=1))
    assert QApplication.focusWidget() is work.editor.box
    assert work.editor.box.text() == "one and more"
    press(qtbot, Key.Key_Return)
    assert {note.body.text for note in folder().notes} == {"one and more", "two", "from the other laptop"}


def test_what_is_typed_stays_when_its_note_has_gone_and_brings_it_back(added, work, desk, folder, qtbot):
    ids = added("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    desk.remove(ids[0])
    assert work.editor.isVisible() and work.editor.box.text() == "one and more"
    press(qtbot, Key.Key_Return)
    assert [note.body.text for note in folder().notes] == ["one and more"]


def test_what_another_laptop_changed_while_it_is_typed_over_stays_changed(added, desk, folder, qtbot):
    ids = added("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    desk.rewrite(ids[0], replace(desk.get(ids[0]).body, kind=NoteKind.HOPE))
    press(qtbot, Key.Key_Return)
    (note,) = folder().notes
    assert (note.body.text, note.body.kind) == ("one and more", NoteKind.HOPE)


def test_an_untouched_row_shows_what_it_says_by_now(added, work, desk, qtbot):
    ids = added("one")
    press(qtbot, Key.Key_F2)
    desk.rewrite(ids[0], replace(desk.get(ids[0]).body, text="uno"))
    assert work.editor.box.text() == "uno"


def test_what_could_not_be_written_stays_in_the_row(added, work, desk, qtbot):
    added("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    desk.file.close()
    with qtbot.captureExceptions() as raised:
        press(qtbot, Key.Key_Return)
    assert raised
    assert work.editor.box.text() == "one and more"
    press(qtbot, Key.Key_Escape)


def test_typing_over_what_another_laptop_changed_meanwhile_asks_for_its_wording_first(
    added, page, work, desk, texts, qtbot
):
    ids = added("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    on_two_laptops(desk, ids[0], Note(NoteKind.HOPE, "as they wrote it", "check-in"))
    press(qtbot, Key.Key_Return)
    assert open_dialog(page, ConflictDialog)
    assert work.editor.box.text() == "one and more"
    assert desk.get(ids[0]).in_conflict
    work.keep_what_is_typed()
    assert desk.get(ids[0]).in_conflict
    assert "one and more" in texts()


def test_a_half_typed_letter_is_composed_before_it_is_kept(added, folder, qtbot):
    added("one")
    press(qtbot, Key.Key_F2)
    QApplication.focusWidget().insertPlainText(" cafe\u0301")
    press(qtbot, Key.Key_Return)
    assert folder().notes[0].body.text == "one caf\u00e9"


def test_the_editor_in_a_row_says_what_it_is(added, work, qtbot):
    added("one")
    press(qtbot, Key.Key_F2)
    told = spoken(work.editor.box)
    assert told.name == "Edit: Concern"
    assert "Esc cancels" in told.description


def test_ctrl_z_in_a_row_takes_back_typing_and_then_what_was_done(added, page, work, qtbot):
    added("one")
    undone = []
    QShortcut(QKeySequence.StandardKey.Undo, page).activated.connect(lambda: undone.append("window"))
    press(qtbot, Key.Key_F2)
    type_in(qtbot, "!!")
    press(qtbot, Key.Key_Z, CTRL)
    assert (work.editor.box.text(), undone) == ("one", [])


def test_going_on_behind_the_marks_keeps_theme_and_spread(added, folder, desk, qtbot):
    (note,) = added(Note(NoteKind.CONCERN, "streets are dark", "check-in", Spread.MOST))
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " #light")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_End)
    type_in(qtbot, " after nine")
    press(qtbot, Key.Key_Return)
    body = desk.get(note).body
    assert (body.text, body.spread) == ("streets are dark after nine", Spread.MOST)
    assert folder().theme_names(body.themes) == ("light",)


def test_an_idea_typed_over_takes_a_theme_and_says_what_it_cannot_take(added, folder, context, qtbot):
    added(ActionIdea("Ask the board", "check-in"))
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " #buses /2")
    press(qtbot, Key.Key_Return)
    (idea,) = folder().actions
    assert (idea.body.what, folder().theme_names(idea.body.themes)) == ("Ask the board", ("buses",))
    assert context.toast.sentence() == "“a few” was left out: only notes say how many of you."


def with_marks(added, qtbot):
    """Add a note with a theme and a spread, and begin to edit it; return its id."""
    (note,) = added(Note(NoteKind.CONCERN, "stops feel random", "check-in", Spread.ONE_VOICE))
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " #police")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_F2)
    assert QApplication.focusWidget().text() == "stops feel random #police /1"
    return note


def test_selecting_all_and_typing_over_keeps_theme_and_spread(added, folder, desk, context, qtbot):
    note = with_marks(added, qtbot)
    press(qtbot, Key.Key_A, CTRL)
    type_in(qtbot, "stops at night")
    press(qtbot, Key.Key_Return)
    body = desk.get(note).body
    assert (body.text, body.spread) == ("stops at night", Spread.ONE_VOICE)
    assert folder().theme_names(body.themes) == ("police",)
    assert context.toast.sentence() == ""


def test_a_save_that_drops_theme_and_spread_says_so_with_undo(added, desk, context, qtbot):
    note = with_marks(added, qtbot)
    press(qtbot, Key.Key_A, CTRL)
    press(qtbot, Key.Key_A, CTRL)
    type_in(qtbot, "stops at night")
    press(qtbot, Key.Key_Return)
    assert (desk.get(note).body.themes, desk.get(note).body.spread) == ((), None)
    assert context.toast.sentence() == "Removed from the note: “police”, “one voice”."
    asked = []
    context.toast.acted.connect(asked.append)
    next(one for one in context.toast.findChildren(Button) if one.text() == "Undo").click()
    assert asked == [UNDO]
