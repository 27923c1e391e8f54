import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.rounded import RoundedDialog, Shade, is_shaded, round_corners

NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    return window


def test_the_window_is_darker_behind_a_dialog_until_that_is_closed(theme, window):
    dialog = RoundedDialog(theme, window)
    dialog.open()
    (shade,) = window.findChildren(Shade)
    window.resize(1100, 720)
    assert is_shaded(window) and shade.size() == window.size()
    dialog.reject()
    assert not is_shaded(window)


def test_a_dialog_moves_with_a_drag_of_its_ground_and_not_with_a_click(theme, window, qtbot):
    class Moved(RoundedDialog):
        moves = 0

        def begin_move(self) -> None:
            self.moves += 1

    dialog = Moved(theme, window)
    dialog.resize(300, 200)
    dialog.open()
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(dialog, left, pos=QPoint(20, 20))
    qtbot.mouseMove(dialog, QPoint(120, 90))
    assert dialog.moves == 0

    def move(x: int) -> None:
        at = QPointF(x, 20)
        event = QMouseEvent(QEvent.Type.MouseMove, at, dialog.mapToGlobal(at), left, left, NO_KEYS)
        QApplication.sendEvent(dialog, event)

    qtbot.mousePress(dialog, left, pos=QPoint(20, 20))
    for x in (21, 80, 120):
        move(x)
    assert dialog.moves == 1
    qtbot.mouseRelease(dialog, left, pos=QPoint(120, 20))


def test_a_dialog_over_a_dialog_makes_the_window_no_darker(theme, window):
    first, second = RoundedDialog(theme, window), RoundedDialog(theme, window)
    first.open()
    second.open()
    assert len(window.findChildren(Shade)) == 1


def test_corners_are_round_in_dialogs_menus_and_the_lists_of_choices(theme, window, qtbot):
    dialog = RoundedDialog(theme, window)
    dialog.resize(300, 200)
    menu = QMenu(window)
    menu.addAction("Files")
    round_corners(menu)
    select = Select(theme, [Choice("a", "Common ground"), Choice("b", "Concern")])
    qtbot.addWidget(select)
    select.show()
    select.showPopup()
    offers = select.view().window()
    for front in (dialog, menu, offers):
        front.ensurePolished()
        picture = front.grab().toImage()
        assert picture.pixelColor(0, 0).alpha() == 0, front
        assert picture.pixelColor(picture.width() // 2, picture.height() // 2).alpha() == 255
    select.hidePopup()


def test_where_nothing_can_be_seen_through_the_corners_are_cut_off_at_any_size(window, qtbot):
    popup = QWidget()
    qtbot.addWidget(popup)
    round_corners(popup, clear=False)
    popup.show()
    for size in ((300, 200), (420, 260)):
        popup.resize(*size)
        assert not popup.mask().contains(QPoint(0, 0))
        assert popup.mask().contains(popup.rect().center())
        assert popup.mask().contains(QPoint(size[0] // 2, size[1] - 2))
