from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.guides.guide_reader import PartText
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on


def test_a_guide_is_read_part_by_part(page, shelf):
    page.read("safety-together")
    words = words_on(page.reading)
    plan = shelf.library().guide("safety-together").translation("en").guide.sessions[0]
    assert words.index("Say") < words.index("Tips")
    for part in plan.parts:
        assert part.title in words
        assert all(text in words for text in (*part.say, *part.ask, *part.tips, *part.materials))


def test_another_session_and_another_language_are_one_press_away(page, qtbot):
    page.read("safety-together")
    qtbot.mouseClick(button_saying(page, "Session 2"), Qt.MouseButton.LeftButton)
    assert "Session 2: What is going on here?" in words_on(page)
    qtbot.mouseClick(button_saying(page, "Español"), Qt.MouseButton.LeftButton)
    assert "Session 2: ¿Qué está pasando aquí?" in words_on(page)


def test_a_conversation_can_be_started_with_the_guide_that_is_read(page, qtbot):
    page.read("one-evening")
    with qtbot.waitSignal(page.begin_wanted) as wanted:
        qtbot.keyClick(button_saying(page.reading, "Start a conversation with this guide"), Qt.Key.Key_Return)
    assert wanted.args == ["one-evening"]


@pytest.mark.parametrize("scale", [100, 200])
def test_no_line_is_longer_than_seventy_characters_or_the_window(page, theme, scale):
    theme.change(scale=scale)
    page.read("safety-together")
    column = page.reading._text
    assert column.widget().minimumSizeHint().width() <= column.viewport().width()
    assert column._inner.maximumWidth() <= theme.measure(characters=70) + 64


def test_a_part_without_a_title_is_a_conversation(shelf, qtbot):
    guide = shelf.library().guide("safety-together").translation("en").guide
    part = PartText(1, replace(guide.sessions[0].parts[0], title=""), Words())
    qtbot.addWidget(part)
    assert words_on(part)[1] == "Conversation"
