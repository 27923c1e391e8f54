import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocumentFragment
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.widgets.button import LEAST_TARGET, Button, Weight
from tests.ui.contrast import painted_ratio
from tests.ui.widgets.speaking import spoken


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("words", ["Save", ""])
def test_a_button_is_large_enough_to_hit(theme, qtbot, weight, words):
    button = Button(theme, words or "Back", weight=weight, icon="back", bare=not words)
    qtbot.addWidget(button)
    least = button.minimumSizeHint()
    assert least.width() >= LEAST_TARGET and least.height() >= LEAST_TARGET


def test_a_button_with_an_icon_alone_still_has_a_name_and_a_tooltip(theme, qtbot):
    button = Button(theme, "Back to Six views", icon="back", bare=True)
    qtbot.addWidget(button)
    assert spoken(button).name == button.toolTip() == "Back to Six views"
    assert spoken(button).role is QAccessible.Role.Button


def test_an_ampersand_in_the_words_is_an_ampersand(theme, qtbot):
    button = Button(theme, "Next: Q&A")
    qtbot.addWidget(button)
    assert button.text() == "Next: Q&A"
    assert button.shortcut().isEmpty()
    assert spoken(button).name == "Next: Q&A"


def test_long_words_take_another_line(theme, qtbot):
    button = Button(theme, "Siguiente: Lo que hay detrás de las opiniones", icon="next", trailing=True)
    qtbot.addWidget(button)
    assert button.heightForWidth(200) > button.heightForWidth(600)
    assert button.minimumSizeHint().width() < 200


def test_a_key_and_a_click_press_it(theme, qtbot):
    pressed = []
    button = Button(theme, "Next")
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.addWidget(button)
    button.show()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 2


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("weight", list(Weight))
def test_the_words_of_a_button_can_be_read(theme, qtbot, name, weight):
    theme.change(name=name)
    window = QWidget()
    QVBoxLayout(window).addWidget(Button(theme, "Behind the views", weight=weight))
    qtbot.addWidget(window)
    window.show()
    button = window.findChild(Button)
    assert painted_ratio(window.grab(button.geometry().adjusted(6, 6, -6, -6)).toImage()) >= 4.5


def test_a_button_may_become_the_one_to_press(theme, qtbot):
    button = Button(theme, "Next")
    qtbot.addWidget(button)
    button.set_weight(Weight.PRIMARY)
    assert button.property("role") == "primary"


def test_icon_and_words_change_sides_from_right_to_left(theme, qtbot):
    button = Button(theme, "Room display", icon="display")
    qtbot.addWidget(button)
    button.show()
    plain = button.grab().toImage()
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert button.grab().toImage() != plain


def test_the_focus_is_left_to_the_ring(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = Button(theme, "Open a file"), Button(theme, "Start")
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    second.setFocus()
    plain = first.grab().toImage()
    first.setFocus()
    # As after a press of Tab, or while a menu stands open.
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    assert first.hasFocus() and first.grab().toImage() == plain


def test_words_that_look_like_markup_are_words_in_a_tooltip_too(theme, qtbot):
    button = Button(theme, "Back to <b>talk</b> & more", icon="back", bare=True)
    qtbot.addWidget(button)
    assert QTextDocumentFragment.fromHtml(button.toolTip()).toPlainText() == "Back to <b>talk</b> & more"
    button.setText("Back to R&D")
    assert button.toolTip() == "Back to R&D"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(theme, qtbot, key):
    button = Button(theme, "Run")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_button_without_room_keeps_its_words_for_those_who_listen(theme, qtbot):
    button = Button(theme, "Undo: what you wrote", icon="undo")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.show_words(on=False)
    assert button.sizeHint().width() < wide
    assert button.toolTip() == button.accessibleName() == "Undo: what you wrote"
    button.show_words(on=True)
    assert button.sizeHint().width() == wide
    assert button.toolTip() == ""


def test_an_icon_alone_is_as_small_as_if_there_had_never_been_words(theme, qtbot):
    button, icon = (Button(theme, "Search notes", icon="search", bare=bare) for bare in (False, True))
    for one in (button, icon):
        qtbot.addWidget(one)
    button.heightForWidth(icon.sizeHint().width())
    button.show_words(on=False)
    assert button.sizeHint() == icon.sizeHint()
