from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.reports.guide_papers import GuidePaper
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.ui.guides.print_sheet import PrintSheet
from dialogue_desk.words import Words
from tests.desk.evening import GUIDE
from tests.ui.seen import button_saying, words_on


def named(page, name):
    """Return the button that a screen reader calls ``name``."""
    found = [
        one for card in page.library.shelves.cards for one in card.buttons if one.accessibleName() == name
    ]
    assert found, name
    return found[0]


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


def test_a_guide_of_this_laptop_says_how_it_came_here(own, own_page):
    own.add((GUIDE,), Origin.DOCUMENT)
    words = words_on(own_page)
    assert "Guides of this laptop" in words
    assert f"Version {GUIDE.version}, made from a document" in words


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (Origin.WRITTEN, "written here"),
        (Origin.COPIED, "changed here"),
        (Origin.OPENED, "opened from a file"),
    ],
)
def test_it_may_also_have_been_written_changed_or_opened(own, own_page, origin, said):
    own.add((GUIDE,), origin)
    assert f"Version {GUIDE.version}, {said}" in words_on(own_page)


def test_versions_of_one_guide_are_on_one_card_the_newest_first(own, own_page):
    own.add((GUIDE,), Origin.OPENED)
    newer = guide_text_of(GUIDE.text.replace(f"version: {GUIDE.version}", "version: 9.0.0"))
    own.add((newer,), Origin.COPIED)
    words = words_on(own_page)
    assert words.count("An Evening") == 1
    assert words.index("Version 9.0.0, changed here") < words.index(
        f"Version {GUIDE.version}, opened from a file"
    )


def test_a_guide_that_is_not_ready_says_what_to_fix_first(own, own_page, qtbot):
    key = own.add((guide_text_of(GUIDE.text.replace("minutes=", "minuten=")),), Origin.WRITTEN)
    assert any("more to fix" in text for text in words_on(own_page))
    with qtbot.waitSignal(own_page.edit_wanted) as wanted:
        button_saying(own_page, "Go on writing").click()
    assert wanted.args == [key]


def test_a_deleted_guide_is_gone_until_that_is_undone(own, own_page, context, desk):
    key = own.add((GUIDE,), Origin.WRITTEN)
    own_page._act("delete", key)
    assert "An Evening" not in words_on(own_page)
    assert "Deleted: “An Evening”" in words_on(context.toast)
    desk.undo()
    assert "An Evening" in words_on(own_page)


def test_the_menu_of_a_guide_offers_what_is_seldom_wanted(own, own_page, qtbot):
    key = own.add((GUIDE,), Origin.WRITTEN)
    named(own_page, f"More: An Evening. Version {GUIDE.version}, written here").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {entry.text(): entry for entry in menu.actions()}
    assert [text for text in entries if text] == ["Change…", "Print…", "Save as a file…", "Delete"]
    with qtbot.waitSignal(own_page.share_wanted) as wanted:
        entries["Save as a file…"].trigger()
    assert wanted.args == [key]
    menu.close()


def test_a_guide_that_ships_cannot_be_deleted(page):
    named(page, "More: Safety Together").click()
    menu = QApplication.activePopupWidget()
    assert "Delete" not in [entry.text() for entry in menu.actions()]
    menu.close()


def test_a_method_is_read_and_begun_with(page, qtbot):
    named(page, "Read: Café tables").click()
    assert page.views.currentWidget() is page.reading
    with qtbot.waitSignal(page.template_wanted) as wanted:
        button_saying(page.reading, "Begin with this method").click()
    (path,) = wanted.args
    assert isinstance(path, Path) and path.name == "world-cafe.en.guide.md"


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Write a guide", "new_wanted"),
        ("Make a guide from a document", "document_wanted"),
        ("Open a guide file", "file_wanted"),
        ("Practice", "practice_wanted"),
    ],
)
def test_other_ways_to_a_guide_begin_here(page, qtbot, text, signal):
    with qtbot.waitSignal(getattr(page, signal)):
        button_saying(page.library, text).click()


def test_a_guide_that_changes_while_it_is_read_says_what_it_says_now(own, own_page):
    key = own.add((GUIDE,), Origin.WRITTEN)
    own_page.read(key)
    own.keep(key, guide_text_of(GUIDE.text.replace("An Evening", "Our Evening")))
    assert "Our Evening" in words_on(own_page.reading)


def test_a_guide_that_is_deleted_while_it_is_read_leads_back_to_the_library(own, own_page):
    key = own.add((GUIDE,), Origin.WRITTEN)
    own_page.read(key)
    own.remove(key)
    assert own_page.views.currentWidget() is own_page.library
    assert "An Evening" not in words_on(own_page)


def test_a_guide_that_came_while_another_page_was_shown_is_there_on_coming_back(own, own_page):
    own_page.hide()
    own.add((GUIDE,), Origin.WRITTEN)
    own_page.show()
    assert "An Evening" in words_on(own_page)


def test_a_guide_without_moments_offers_those_of_the_app_to_print(page, qtbot):
    page.read("safety-together", plan="s2")
    page.reading.bar.print.click()
    (sheet,) = page.window().findChildren(PrintSheet)
    sheet.choices.documents[GuidePaper.MOMENTS].tick.setChecked(True)
    assert "safety-together-s2-moments-en.pdf" in sheet._names.text()
    sheet.reject()


def test_language_paper_and_kind_of_file_are_in_sight_when_a_guide_is_to_be_printed(page, qtbot):
    page.read("safety-together", plan="s2")
    page.reading.bar.print.click()
    (sheet,) = page.window().findChildren(PrintSheet)
    qtbot.waitUntil(sheet.isVisible)
    choices = sheet.choices
    for chips in (choices.languages, choices.kinds, choices.sheets):
        assert chips.visibleRegion().boundingRect() == chips.rect()
    sheet.reject()
