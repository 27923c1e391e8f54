from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.words import Words
from tests.ui.seen import words_on


@pytest.fixture
def library(page):
    page.library.field.setFocus()
    return page.library


def type_words(qtbot, library, text):
    qtbot.keyClicks(library.field, text)
    library.search()


def test_what_is_typed_is_found_in_all_guides_under_its_session(library, qtbot):
    type_words(qtbot, library, "hopes")
    rows = library.finds.hits.rows()
    assert rows
    assert any(row.where == "Safety Together · 1. Meeting as neighbors" for row in rows)
    assert all(row.text[start:end].casefold() == "hopes" for row in rows for start, end in row.marks)


def test_only_the_first_hit_of_a_session_says_where_it_is(library, qtbot):
    type_words(qtbot, library, "officers")
    rows = library.finds.hits.rows()
    assert [row.again for row in rows[:2]] == [False, rows[1].where == rows[0].where]
    assert any(row.again for row in rows)
    assert all(row.where in row.accessible_text for row in rows)


def test_a_hit_is_read_where_it_stands(page, library, qtbot, qapp):
    type_words(qtbot, library, "hopes")
    hits = library.finds._found
    number, hit = next((n, one) for n, one in enumerate(hits) if one.place.plan and one.place.part)
    qtbot.keyClick(library.field, Qt.Key.Key_Down)
    library.finds.hits.go_to(str(number))
    qtbot.keyClick(library.finds.hits, Qt.Key.Key_Return)
    for _ in range(6):
        qapp.processEvents()
    assert page.views.currentWidget() is page.reading
    assert page.reading.page.place_in_sight() == hit.place.part


def test_a_moment_is_found_and_read(page, library, qtbot):
    type_words(qtbot, library, "cry")
    number = next(n for n, one in enumerate(library.finds._found) if one.place.key == "moments")
    library.finds.hits.opened.emit(str(number))
    assert page.reading.outline.rows()[1].title == "Someone starts to cry"


def test_escape_clears_the_words_before_it_leaves(page, library, qtbot):
    type_words(qtbot, library, "hopes")
    assert library.finds.isVisible()
    qtbot.keyClick(library.field, Qt.Key.Key_Escape)
    assert library.shelves.isVisible() and not library.field.text()
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(library.field, Qt.Key.Key_Escape)


def test_coming_back_from_a_hit_shows_what_was_found(page, library, qtbot):
    type_words(qtbot, library, "hopes")
    library.finds.hits.opened.emit("0")
    page.reading.left.emit()
    assert library.finds.isVisible() and library.finds.hits.hasFocus()


def test_words_that_are_nowhere_say_so(library, qtbot):
    type_words(qtbot, library, "xylophone")
    assert "Nothing found" in words_on(library)


def test_the_keyboard_stays_on_the_line_where_nothing_is_found(library, qtbot, qapp):
    type_words(qtbot, library, "xylophone")
    qtbot.keyClick(library.field, Qt.Key.Key_Down)
    library.field.clear()
    type_words(qtbot, library, "h")
    type_words(qtbot, library, "opes")
    assert library.finds.hits.isVisible() and QApplication.focusWidget() is library.field


def test_more_than_a_hundred_hits_ask_for_another_word(library, qtbot):
    type_words(qtbot, library, "the ")
    assert "Showing the first 100. Add a word to find fewer." in words_on(library)


def test_how_many_were_found_is_said_when_no_key_is_pressed(library, qtbot, context, monkeypatch):
    said = []
    monkeypatch.setattr(context.announcer, "announce", said.append)
    type_words(qtbot, library, "hopes")
    library.finds._announce_timer.timeout.emit()
    assert said and said[-1].endswith("found")
    library.finds._announce_timer.stop()


def test_a_key_finds_in_all_shipped_guides_at_once(context, show, qtbot, qapp):
    page = show(GuidesPage(GuideShelf(resource("guides"), Words()), context))
    library = page.library
    type_words(qtbot, library, "w")
    library.field.setText("we ")
    begun = perf_counter()
    library.search()
    qapp.processEvents()
    assert perf_counter() - begun < 0.5  # 0.05 on a quiet machine
    library.finds._announce_timer.stop()
