import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from dialogue_desk.ui.widgets.tick import Option, Tick
from tests.ui.widgets.speaking import put, spoken


@pytest.mark.parametrize("kind", [Tick, Option])
def test_a_mark_with_a_sentence_is_large_named_and_wraps(window, theme, qtbot, kind):
    mark = put(window, kind(theme, "Keep quotes, when the person who said it agrees & knows"))
    assert mark.minimumSizeHint().height() >= 40
    assert mark.heightForWidth(160) > mark.heightForWidth(900)
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton, pos=mark.rect().center())
    assert mark.isChecked()
    role = QAccessible.Role.CheckBox if kind is Tick else QAccessible.Role.RadioButton
    assert spoken(mark).role is role
    assert spoken(mark).name == "Keep quotes, when the person who said it agrees & knows"
