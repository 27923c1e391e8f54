"""What the shared widgets promise together: nothing cut, all of it readable, everything named."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from dialogue_desk.ui.widgets.button import LEAST_TARGET, Button
from dialogue_desk.ui.widgets.chips import Chip
from dialogue_desk.ui.widgets.label import Label
from tests.ui.contrast import painted_ratio, ratio
from tests.ui.pieces import Pieces
from tests.ui.specimen import LOOKS, SPANISH, Specimen

R = QAccessible.Role
TO_ACT_ON = {
    R.Button,
    R.CheckBox,
    R.RadioButton,
    R.EditableText,
    R.ComboBox,
    R.List,
    R.ListItem,
    R.ProgressBar,
}


def settled(window, qtbot, width=1366, height=768):
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    for _ in range(3):
        QApplication.processEvents()
    return window


@pytest.fixture(params=LOOKS)
def specimen(request, theme, qapp, qtbot):
    name, scale, mirrored, script = LOOKS[request.param]
    theme.change(name=name, scale=scale)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    yield settled(Specimen(theme, script), qtbot)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def cut(window):
    """Return the pieces that do not get the room they need, or stand outside what holds them."""
    found = []
    for piece in window.findChildren(QWidget):
        if not piece.isVisible() or not isinstance(piece, QLabel | QAbstractButton):
            continue
        needed = (
            piece.heightForWidth(piece.width()) if piece.hasHeightForWidth() else piece.sizeHint().height()
        )
        narrow = piece.width() < piece.minimumSizeHint().width()
        outside = not piece.parentWidget().rect().contains(piece.geometry())
        if piece.height() < needed or narrow or outside:
            found.append((type(piece).__name__, piece.text(), piece.geometry().getRect(), needed))
    return found


def test_nothing_is_cut(specimen):
    assert cut(specimen) == []


@pytest.mark.parametrize("scale", [100, 125])
def test_no_piece_is_cut_in_any_of_its_states(theme, qtbot, scale):
    theme.change(scale=scale)
    assert cut(settled(Pieces(theme), qtbot, 1366, 1400)) == []


def test_a_piece_that_is_cut_would_be_noticed(theme, qtbot):
    window = settled(Specimen(theme), qtbot)
    window.onward.setFixedHeight(20)
    assert [words for _, words, *_ in cut(window)] == ["Next: Behind the views"]


def test_nothing_scrolls_sideways(specimen):
    for area in specimen.findChildren(QScrollArea):
        assert area.widget().width() <= area.viewport().width()
    for view in (specimen.parts, specimen.notes):
        assert view.horizontalScrollBar().maximum() == 0


def test_it_fits_a_small_screen_with_larger_text(theme, qtbot):
    theme.change(scale=125)
    window = settled(Specimen(theme, SPANISH), qtbot, 1280, 720)
    assert (window.width(), window.height()) == (1280, 720)
    assert cut(window) == []


def test_what_can_be_pressed_is_large_enough(specimen):
    for piece in specimen.findChildren(QAbstractButton):
        if isinstance(piece, Button | Chip):
            assert piece.width() >= LEAST_TARGET and piece.height() >= LEAST_TARGET, piece.text()


def test_every_word_can_be_read(specimen):
    picture = specimen.grab().toImage()
    for piece in specimen.findChildren(QWidget):
        if isinstance(piece, Label | Button | Chip) and piece.text() and piece.isVisible():
            seen = piece.visibleRegion().boundingRect()
            if seen.height() < 12:
                continue
            spot = QRect(piece.mapTo(specimen, seen.topLeft()), seen.size())
            inset = 5 if isinstance(piece, Button | Chip) else 0
            found = painted_ratio(picture.copy(spot.adjusted(inset, inset, -inset, -inset)))
            assert found >= 4.5, (piece.text(), found)


def test_the_empty_note_box_and_the_clock_can_be_read(specimen):
    picture = specimen.grab().toImage()
    box = QRect(specimen.box.mapTo(specimen, QPoint(0, 0)), specimen.box.size()).adjusted(4, 4, -4, -4)
    assert painted_ratio(picture.copy(box)) >= 4.5
    ring = QRect(specimen.ring.mapTo(specimen, QPoint(0, 0)), specimen.ring.size())
    middle = QRect(0, 0, ring.width() // 2, ring.width() // 8)
    middle.moveCenter(ring.center())
    assert painted_ratio(picture.copy(middle)) >= 7


def test_the_focus_stands_out_from_its_ground(specimen, at_the_keys):
    specimen.onward.setFocus()
    QApplication.processEvents()
    picture = specimen.grab().toImage()
    context = specimen.focus_ring.geometry()
    ground = picture.pixelColor(context.center().x(), context.top() - 2)
    line = max(
        (picture.pixelColor(context.center().x(), context.top() + depth) for depth in range(5)),
        key=lambda colour: ratio(colour, ground),
    )
    assert ratio(line, ground) >= 3
    assert ratio(line, QColor(specimen.theme.tokens.focus)) < 1.5


def test_everything_to_act_on_has_a_name(specimen):
    def walk(told):
        yield told
        for number in range(told.childCount()):
            child = told.child(number)
            if child is not None and child.isValid():
                yield from walk(child)

    whole = list(walk(QAccessible.queryAccessibleInterface(specimen)))
    assert len(whole) > 40
    nameless = [
        (told.role(), told.rect().getRect())
        for told in whole
        if told.role() in TO_ACT_ON and not told.text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_tab_goes_through_it_in_the_order_of_reading(theme, qtbot, qapp):
    window = settled(Specimen(theme), qtbot)
    window.parts.setFocus()
    seen = []
    while qapp.focusWidget() not in seen:
        seen.append(qapp.focusWidget())
        QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
    names = [widget.accessibleName() for widget in seen]
    assert names == [
        "Session",
        "Pause timer",
        "1 min",
        "1 min",
        "Back to Six views, read aloud",
        "Next: Behind the views",
        "Late: adjust the plan",
        "Notes · part 4",
        "What was said?  Enter saves",
        "Concern",
        "Save",
        "Room display",
    ]


@pytest.mark.parametrize("look", ["dark", "large", "contrast"])
def test_a_window_that_changes_looks_as_if_it_had_been_opened_so(theme, qtbot, look):
    changed = settled(Specimen(theme), qtbot)
    changed.setFocus()
    name, scale, _, _ = LOOKS[look]
    changed.box.setFixedHeight(80)
    theme.change(name=name, scale=scale)
    opened = settled(Specimen(theme), qtbot)
    opened.box.setFixedHeight(80)
    opened.setFocus()
    for _ in range(3):
        QApplication.processEvents()
    assert changed.grab().toImage() == opened.grab().toImage()


def test_windows_opened_and_closed_leave_nothing_behind(theme, qapp):
    def alive():
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(QApplication.allWidgets())

    before = alive()
    for _ in range(5):
        window = Specimen(theme)
        window.show()
        window.close()
        window.deleteLater()
        assert alive() <= before
