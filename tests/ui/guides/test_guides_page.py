import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def page(shelf, context, qtbot):
    page = GuidesPage(shelf, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return page


def test_each_guide_stands_once_with_its_languages(page):
    words = words_on(page)
    assert words.count("Safety Together") == 1
    assert "8 to 12 people · 2 sessions · 120 min · English · Español" in words


def test_enter_opens_the_first_guide_and_escape_goes_back_and_then_home(page, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "One Evening, One Question" in words_on(page.reading)
    assert page.views.currentWidget() is page.reading
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.views.currentWidget() is page.library
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


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


def test_a_faulty_file_is_named_and_stops_no_other(tmp_path, context, qtbot):
    good = resource("guides", "one-evening.en.guide.md")
    (tmp_path / good.name).write_bytes(good.read_bytes())
    (tmp_path / "broken.guide.md").write_text("no guide", encoding="utf-8")
    page = GuidesPage(GuideShelf(tmp_path, Words()), context)
    qtbot.addWidget(page)
    words = words_on(page)
    assert "One Evening, One Question" in words
    assert any("broken.guide.md" in text for text in words)


def test_a_folder_without_guides_says_so(tmp_path, context, qtbot):
    page = GuidesPage(GuideShelf(tmp_path / "none", Words()), context)
    qtbot.addWidget(page)
    assert "No guides here" in words_on(page)


@pytest.mark.parametrize("scale", [100, 200])
def test_no_line_is_longer_than_seventy_characters_or_the_window(page, theme, scale):
    theme.change(scale=scale)
    page.read("safety-together")
    column = page.reading._column
    assert column.widget().minimumSizeHint().width() <= column.viewport().width()
    assert column._inner.maximumWidth() <= theme.measure(characters=70) + 64
