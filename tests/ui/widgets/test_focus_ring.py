import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn


@pytest.fixture
def window(theme, qtbot):
    window = QWidget()
    QVBoxLayout(window).setContentsMargins(20, 20, 20, 20)
    window.ring = FocusRing(theme, window)
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    return window


def put(window, widget):
    window.layout().addWidget(widget)
    return widget


def test_it_lies_around_what_has_the_focus_and_follows(window, theme, qapp):
    first, second = put(window, Button(theme, "First")), put(window, QLineEdit())
    qapp.processEvents()
    for widget in (first, second):
        widget.setFocus()
        assert window.ring._target is widget and window.ring.isVisible()
        assert window.ring.geometry().contains(widget.geometry())
        assert not widget.geometry().contains(window.ring.geometry())


def test_it_moves_with_its_widget(window, theme, qapp):
    button = put(window, Button(theme, "First"))
    qapp.processEvents()
    button.setFocus()
    window.resize(700, 500)
    qapp.processEvents()
    assert window.ring.geometry().contains(button.geometry())


def test_it_goes_when_its_widget_goes(window, theme, qapp):
    button = put(window, Button(theme, "First"))
    button.setFocus()
    button.hide()
    qapp.processEvents()
    assert not window.ring.isVisible()
    other = put(window, Button(theme, "Second"))
    other.setFocus()
    other.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert not window.ring.isVisible()


def test_a_list_shows_its_own_focus(window, theme):
    notes = put(window, NoteList(theme, "Notes"))
    notes.show_rows([NoteRow("n", "Concern", "Stops.")])
    notes.setFocus()
    assert not window.ring.isVisible()


def test_it_keeps_within_the_part_of_a_widget_that_is_seen(window, theme, qapp):
    column = put(window, ScrollColumn(theme))
    for number in range(20):
        column.add(Button(theme, f"Button {number}"))
    for _ in range(3):
        qapp.processEvents()
    last = column.body.itemAt(19).widget()
    last.setFocus()
    column.verticalScrollBar().setValue(0)
    qapp.processEvents()
    assert not window.ring.isVisible()
    column.ensureWidgetVisible(last)
    qapp.processEvents()
    assert window.rect().contains(window.ring.geometry())
    assert window.ring._target is last


def test_a_ring_whose_window_is_gone_is_no_trouble(theme, qtbot, qapp):
    gone = QWidget()
    FocusRing(theme, gone)
    gone.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert other.hasFocus()
