import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.widgets.button import Button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(theme, qtbot, key):
    button = Button(theme, "Run")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_button_without_room_keeps_its_words_for_those_who_listen(theme, qtbot):
    button = Button(theme, "Undo: what was written", icon="undo")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.show_words(on=False)
    assert button.sizeHint().width() < wide
    assert button.toolTip() == button.accessibleName() == "Undo: what was written"
    button.show_words(on=True)
    assert button.sizeHint().width() == wide
    assert button.toolTip() == ""
