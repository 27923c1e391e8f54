from PySide6.QtCore import Qt

from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from tests.ui.widgets.speaking import put


def test_an_empty_place_says_what_it_is_for_and_holds_the_first_button(window, theme, qtbot):
    empty = put(window, EmptyState(theme, "note", "No notes yet", "They come here.", "Take a note"))
    with qtbot.waitSignal(empty.pressed):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert [label.text() for label in empty.findChildren(Label)] == ["No notes yet", "They come here."]
    assert EmptyState(theme, "note", "No notes yet", "They come here.").button is None
