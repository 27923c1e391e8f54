from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.words import Words
from tests.ui.seen import words_on


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
