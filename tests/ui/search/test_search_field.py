import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.search.search_field import SearchField


@pytest.fixture
def field(theme, qtbot):
    field = SearchField(theme, "Words to find", "Search")
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_down_and_enter_lead_to_what_was_found(field, qtbot, key):
    with qtbot.waitSignal(field.went_down):
        qtbot.keyClick(field, key)


def test_other_keys_are_typed(field, qtbot):
    with qtbot.assertNotEmitted(field.went_down):
        qtbot.keyClicks(field, "bus")
    assert field.text() == "bus"


def test_a_reader_hears_what_is_typed_there_and_not_the_glass(field):
    assert field.accessibleName() == "Words to find"
    assert field.placeholderText() == "Search"


def test_the_lens_grows_with_the_text_and_stands_where_reading_begins(field, theme):
    usual = field.textMargins().left()
    theme.change(scale=200)
    assert field.textMargins().left() > usual and not field.textMargins().right()
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert field.textMargins().right() > usual and not field.textMargins().left()
