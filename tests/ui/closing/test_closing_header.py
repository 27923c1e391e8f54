"""The bar over the wrap-up page."""

from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.notes import Note, NoteKind
from tests.ui.seen import button_saying, words_on


def test_the_bar_undoes_names_what_and_leads_home(page, desk, evening, folders, qtbot):
    note = desk.add(evening, Note(NoteKind.HOPE, "A bench."))
    QApplication.processEvents()
    assert page._header.undo.isVisible() and page._header.undo.toolTip().startswith("Undo: ")
    page._header.undo.click()
    assert desk.get(note) is None or desk.get(note).body is None
    assert page._header.redo.toolTip().startswith("Redo: ")
    with qtbot.waitSignal(page.left):
        button_saying(page._header, "Home").click()


def test_where_there_is_little_room_the_place_goes_and_the_way_back_is_an_icon_with_a_name(page):
    assert "One Evening, One Question · Eastside Library · Thursday, March 12" in words_on(page)
    page.resize(700, 600)
    QApplication.processEvents()
    assert "One Evening, One Question · Eastside Library · Thursday, March 12" not in words_on(page)
    assert page._header._back.accessibleName() == page._header._back.toolTip() == "Back to the session"
