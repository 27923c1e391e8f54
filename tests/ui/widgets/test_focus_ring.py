import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

Key = Qt.Key


@pytest.fixture
def mouse_window(theme, qtbot):
    window = QWidget()
    QVBoxLayout(window).setContentsMargins(20, 20, 20, 20)
    window.ring = FocusRing(theme, window)
    qtbot.addWidget(window)
    window.resize(400, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def window(mouse_window):
    """A window in which a person is at the keyboard."""
    press(mouse_window, Key.Key_Down)
    return mouse_window


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.windowHandle(), key, modifiers)


def click(window, widget=None):
    place = QPoint(2, 2) if widget is None else widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def put(window, widget):
    window.layout().addWidget(widget)
    return widget


def test_it_lies_around_what_has_the_focus_and_follows(window, theme, qapp):
    first, second = put(window, Button(theme, "First")), put(window, Button(theme, "Second"))
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


def test_a_page_opens_without_a_ring_and_the_first_tab_shows_it(mouse_window, theme, qapp):
    first, second = put(mouse_window, Button(theme, "First")), put(mouse_window, Button(theme, "Second"))
    qapp.processEvents()
    first.setFocus()
    assert not mouse_window.ring.isVisible()
    press(mouse_window, Key.Key_Tab)
    assert second.hasFocus() and mouse_window.ring.isVisible()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Key.Key_N, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_an_arrow_or_a_shortcut_shows_it_and_a_click_hides_it(mouse_window, theme, qapp, key, modifiers):
    button = put(mouse_window, Button(theme, "First"))
    qapp.processEvents()
    button.setFocus()
    press(mouse_window, key, modifiers)
    assert mouse_window.ring.isVisible()
    click(mouse_window, button)
    assert button.hasFocus() and not mouse_window.ring.isVisible()


def test_keys_that_a_person_at_the_mouse_presses_show_no_ring(mouse_window, theme, qapp):
    button = put(mouse_window, Button(theme, "First"))
    qapp.processEvents()
    button.setFocus()
    for key in (Key.Key_Shift, Key.Key_Control, Key.Key_Escape, Key.Key_Return):
        press(mouse_window, key)
    assert not mouse_window.ring.isVisible()


def test_typing_in_a_field_shows_no_ring_and_a_field_has_a_border_of_its_own(mouse_window, theme, qapp):
    field, button = put(mouse_window, QLineEdit()), put(mouse_window, Button(theme, "First"))
    qapp.processEvents()
    field.setFocus()
    height = field.height()
    for key in (Key.Key_A, Key.Key_Left, Key.Key_Home):
        press(mouse_window, key)
    assert field.text() == "a" and not theme.keyboard.shown
    press(mouse_window, Key.Key_Tab)
    assert button.hasFocus() and mouse_window.ring.isVisible()
    field.setFocus()
    assert not mouse_window.ring.isVisible() and field.height() == height


def test_a_reading_area_has_the_ring_around_it(window, theme, qapp):
    column = put(window, ScrollColumn(theme))
    column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for number in range(20):
        column.add(Button(theme, f"Button {number}"))
    for _ in range(3):
        qapp.processEvents()
    column.setFocus()
    assert window.ring.geometry().adjusted(5, 5, -5, -5) == column.geometry()


def test_the_ring_of_an_area_that_fills_the_window_is_whole_within_it(window, theme, qapp):
    window.layout().setContentsMargins(0, 0, 0, 0)
    column = put(window, ScrollColumn(theme))
    column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qapp.processEvents()
    before = column.geometry()
    column.setFocus()
    assert window.ring.isVisible() and window.ring.geometry() == window.rect()
    assert column.geometry() == before
