"""Themes in a list on which notes are dropped."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from dialogue_desk.ui.themes.coded_notes import NOTES
from tests.ui.themes.workbench import rows, select, texts, theme

MOVE = Qt.DropAction.MoveAction
BUTTON, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def notes_mime():
    mime = QMimeData()
    mime.setData(NOTES, b"one")
    return mime


def place_of(tab, title):
    row = [row.title for row in tab.list.rows()].index(title)
    return tab.list.visualRect(tab.list.model().index(row, 0)).center()


def drag_over(tab, place, mime):
    event = QDragMoveEvent(place, MOVE, mime, BUTTON, NO_KEY)
    tab.list.dragMoveEvent(event)
    return event.isAccepted()


def test_notes_can_be_dropped_on_a_theme_and_not_on_a_shelf(tab):
    mime = notes_mime()
    assert drag_over(tab, place_of(tab, "Being heard"), mime)
    assert tab.list._rows.target == rows(tab)["Being heard"].id
    assert not drag_over(tab, place_of(tab, "All notes"), mime)
    assert tab.list._rows.target == ""
    tab.list.dragLeaveEvent(QDragLeaveEvent())


def test_only_notes_are_taken(tab):
    for mime, taken in ((notes_mime(), True), (QMimeData(), False)):
        event = QDragEnterEvent(QPoint(5, 5), MOVE, mime, BUTTON, NO_KEY)
        event.ignore()
        tab.list.dragEnterEvent(event)
        assert event.isAccepted() is taken


def test_dropped_notes_count_under_the_theme_once_the_drag_is_over(tab, qtbot, settled):
    (note,) = select(tab, "Both sides")
    place, mime = QPointF(place_of(tab, "Calls at night")), notes_mime()
    event = QDropEvent(place, MOVE, mime, BUTTON, NO_KEY, QEvent.Type.Drop)
    with qtbot.waitSignal(tab.list.dropped):
        tab.list.dropEvent(event)
    settled()
    tab.go_to(rows(tab)["Calls at night"].id)
    assert note in [row.id for row in tab.notes.list.rows()]
    assert len(texts(tab)) == theme(tab, "Calls at night").notes


def test_a_row_is_read_with_all_that_is_seen(tab):
    row = rows(tab)["Being heard"]
    assert row.accessible_text == "Being heard. 5 of 5 circles. Themes"
    shelf = rows(tab)["Raised by one circle only"]
    assert shelf.accessible_text == "Raised by one circle only. 3 notes. 2 themes"
