"""The list, its editor and its dialogs together."""

from PySide6.QtWidgets import QMenu

from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from tests.ui.notes.keys import Key, on_two_laptops, open_dialog, press, type_in


def test_two_wordings_are_chosen_between_before_a_note_is_typed_over(added, page, desk, qtbot):
    ids = added("one", "two")
    on_two_laptops(desk, ids[0], Note(NoteKind.HOPE, "as they wrote it", "check-in"))
    press(qtbot, Key.Key_F2)
    assert open_dialog(page, ConflictDialog)
    assert not page.notes.workbench.editing()


def test_what_undo_brings_back_is_chosen_and_in_sight(added, notes, desk, qtbot):
    ids = added(*(f"note {number}" for number in range(30)))
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_End)
    desk.undo()
    assert notes.chosen() == (ids[0],)
    assert notes.viewport().rect().intersects(notes.visualRect(notes.model().index(0)))


def test_a_quote_is_asked_about_in_its_menu(added, work, folder, desk, qtbot):
    [quote] = added("one")
    desk.rewrite(quote, Note(NoteKind.QUOTE, "one", "check-in"))
    press(qtbot, Key.Key_Q)
    menu = work.list.findChild(QMenu)
    next(one for one in menu.actions() if one.text() == "May be repeated").trigger()
    menu.close()
    assert folder().notes[0].body.consent is Consent.YES
    offered = work.menu()
    assert "Quote: may it be shared?" in [action.text() for action in offered.actions()]


def test_going_on_to_another_row_saves_the_first(added, work, folder, qtbot):
    ids = added("one", "two")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    work.open(ids[1])
    assert folder().notes[0].body.text == "one and more"
    assert work.editor.box.text() == "two"


def test_leaving_the_page_saves_what_is_typed_over(added, page, folder, qtbot):
    added("one")
    press(qtbot, Key.Key_F2)
    type_in(qtbot, " and more")
    page.leave()
    assert folder().notes[0].body.text == "one and more"
