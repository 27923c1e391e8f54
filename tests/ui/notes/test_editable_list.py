"""The list of notes, worked without the mouse."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.notes import Note, NoteKind
from tests.ui.notes.keys import CTRL, SHIFT, Key, choose_all, press


def test_arrows_home_and_end_go_through_the_list(added, notes, qtbot):
    ids = added("one", "two", "three")
    press(qtbot, Key.Key_Down)
    assert notes.current_id() == ids[1]
    press(qtbot, Key.Key_End)
    assert notes.current_id() == ids[2]
    press(qtbot, Key.Key_Home)
    assert notes.chosen() == (ids[0],)


def test_shift_goes_on_choosing_and_ctrl_and_space_choose_one_by_one(added, notes, qtbot):
    ids = added("one", "two", "three")
    press(qtbot, Key.Key_Down, SHIFT)
    assert notes.chosen() == (ids[0], ids[1])
    press(qtbot, Key.Key_Home)
    press(qtbot, Key.Key_Down, CTRL)
    press(qtbot, Key.Key_Down, CTRL)
    press(qtbot, Key.Key_Space, CTRL)
    assert notes.chosen() == (ids[0], ids[2])


def test_escape_leaves_one_chosen(added, notes, qtbot):
    ids = added("one", "two")
    choose_all(qtbot)
    press(qtbot, Key.Key_Escape)
    assert notes.chosen() == (ids[0],)
    assert QApplication.focusWidget() is notes


def test_a_note_on_its_own_is_marked_while_the_keyboard_is_on_it(added, page, notes, theme):
    added(Note(NoteKind.HOPE, "a lamp"), Note(NoteKind.HOPE, "a bench"))

    def marked():
        QApplication.processEvents()
        rect = notes.visualRect(notes.currentIndex())
        picture = notes.viewport().grab().toImage()
        return (
            picture.pixelColor(rect.left() + 4, rect.center().y()).name().upper() == theme.tokens.accent_soft
        )

    notes.setFocus()
    assert marked()
    page.notes.focus_box()
    assert not marked()
    notes.selectAll()
    assert marked()


def test_the_keyboard_comes_to_the_line_that_was_just_written(added, page, notes, qtbot):
    added("first", "second")
    for line in ("third", "fourth"):
        page.notes.focus_box()
        qtbot.keyClicks(page.notes.note_input.box, line)
        press(qtbot, Key.Key_Return)
        notes.setFocus(Qt.FocusReason.BacktabFocusReason)
        assert notes.rows()[-1].text == line and notes.current_id() == notes.rows()[-1].id
    press(qtbot, Key.Key_Home)
    page.notes.focus_box()
    notes.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert notes.current_id() == notes.rows()[0].id


def test_space_in_the_list_does_not_go_on_to_the_next_part(added, page, qtbot):
    added("one")
    here = page._controller.live.current
    press(qtbot, Key.Key_Space)
    assert page._controller.live.current == here


def test_the_same_notes_stay_chosen_when_they_move(added, notes, desk, qtbot):
    ids = added("one", "two", "three")
    notes.choose([ids[0], ids[1]])
    desk.rewrite(ids[0], replace(desk.get(ids[0]).body, part="where-i-stand"))
    assert set(notes.chosen()) == {ids[0], ids[1]}


def test_after_removing_the_keys_are_on_the_next_note(added, notes, qtbot):
    ids = added("one", "two", "three")
    press(qtbot, Key.Key_Delete)
    assert notes.current_id() == ids[1]
    press(qtbot, Key.Key_Delete)
    assert notes.current_id() == ids[2]


def test_the_keys_of_the_page_work_where_the_list_does_not_use_them(added, page, qtbot):
    added("one")
    part = page._controller.live.current
    press(qtbot, Key.Key_PageDown)
    assert page._controller.live.current == part + 1
