"""Looking for what was said: with the keys alone, in a circle and in all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.home.home_page import HomePage
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.search.search_panel import SearchPanel, SearchScope
from dialogue_desk.ui.widgets.empty_state import EmptyState
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held, prepared, run
from tests.ui.sittings import laptop

__all__ = ["laptop"]

ENTER, DOWN, UP, ESCAPE, CTRL = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Escape,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def other(desk, shelf, folders):
    """A session of another circle, in which trust was spoken of."""
    session = held(desk, shelf, folders, code="C01")
    desk.add(session, Note(NoteKind.HOPE, "Trust grows slowly"))
    return session


@pytest.fixture
def page(run_page, session_id, desk):
    desk.add(session_id, Note(NoteKind.CONCERN, "Trust is low on this street", "check-in"))
    desk.add(session_id, Note(NoteKind.CONCERN, "The bus is late", "check-in"))
    return run_page(session_id)


@pytest.fixture
def home(desk, folders, context, qtbot, other):
    page = HomePage(desk, folders, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    return page


def focused():
    return QApplication.focusWidget()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(focused() or QApplication.activeWindow(), key, modifier)


def typed(qtbot, panel, text):
    """Type over what stands in the field, and wait until it was looked for."""
    panel.take_focus()
    press(qtbot, Qt.Key.Key_Backspace)
    qtbot.keyClicks(panel.field, text)
    qtbot.waitUntil(lambda: not panel._search_timer.isActive())


def found(panel):
    return [row.text for row in panel.hits.rows()]


def state(panel):
    """The words that stand where the hits would."""
    shown = next((one for one in panel.findChildren(EmptyState) if one.isVisible()), None)
    return words_on(shown)[0] if shown else ""


@pytest.mark.parametrize("key", [(Qt.Key.Key_F, CTRL), (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier)])
def test_a_key_opens_the_search_and_what_is_typed_is_found(page, qtbot, key):
    press(qtbot, *key)
    panel = page.side.search
    assert focused() is panel.field and state(panel) == "Find what was said"
    typed(qtbot, panel, "tru")
    assert found(panel) == ["Trust is low on this street"]
    assert "1 found" in words_on(panel)


def test_a_slash_in_the_box_is_a_slash(page, qtbot):
    page.notes.focus_box()
    press(qtbot, Qt.Key.Key_Slash)
    assert page.notes.note_input.text() == "/" and not page.side.searching
    press(qtbot, Qt.Key.Key_F, CTRL)
    assert page.side.searching
    press(qtbot, ESCAPE)
    assert focused() is page.notes.note_input.box and page.notes.note_input.text() == "/"


def test_escape_gives_the_focus_back_to_where_it_was(page, qtbot):
    before = focused()
    press(qtbot, Qt.Key.Key_F, CTRL)
    typed(qtbot, page.side.search, "trust")
    press(qtbot, DOWN)
    assert focused() is page.side.search.hits
    press(qtbot, ESCAPE)
    assert focused() is before and not page.side.searching


def test_down_goes_to_what_was_found_and_enter_to_the_note(page, qtbot):
    press(qtbot, Qt.Key.Key_F, CTRL)
    typed(qtbot, page.side.search, "late bu")
    press(qtbot, DOWN)
    press(qtbot, UP)
    assert focused() is page.side.search.field
    press(qtbot, ENTER)
    press(qtbot, ENTER)
    assert focused() is page.notes.list and not page.side.searching
    row = next(row for row in page.notes.list.rows() if row.id == page.notes.list.current_id())
    assert row.text == "The bus is late"


def test_the_circle_is_looked_through_first_and_all_at_a_switch(page, qtbot, other):
    press(qtbot, Qt.Key.Key_F, CTRL)
    panel = page.side.search
    typed(qtbot, panel, "trust grows")
    assert state(panel) == "Nothing found in this circle"
    button_saying(panel, "Search all circles").click()
    assert found(panel) == ["Trust grows slowly"] and panel.scope.choice() == SearchScope.ALL
    assert panel.hits.rows()[0].where.startswith("Circle C01 · Session")
    press(qtbot, DOWN)
    with qtbot.waitSignal(page.hit_wanted) as wanted:
        press(qtbot, ENTER)
    assert wanted.args[0] == other


def test_nothing_anywhere_is_said_too(page, qtbot):
    press(qtbot, Qt.Key.Key_F, CTRL)
    panel = page.side.search
    panel.scope.choose(SearchScope.ALL)
    typed(qtbot, panel, "zebra")
    assert state(panel) == "Nothing found"


def test_how_much_was_found_is_said_once_typing_stops(page, qtbot, said):
    press(qtbot, Qt.Key.Key_F, CTRL)
    typed(qtbot, page.side.search, "trust")
    said.clear()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["1 found"]


def test_the_words_found_are_set_off_by_weight(page, qtbot):
    press(qtbot, Qt.Key.Key_F, CTRL)
    typed(qtbot, page.side.search, "low")
    (row,) = page.side.search.hits.rows()
    assert [row.text[start:end] for start, end in row.marks] == ["low"]
    assert row.accessible_text.startswith("Trust is low on this street. Concern")


def test_what_is_written_or_removed_meanwhile_is_found_as_it_is_now(page, qtbot, desk, session_id):
    press(qtbot, Qt.Key.Key_F, CTRL)
    typed(qtbot, page.side.search, "trust")
    one = desk.add(session_id, ActionIdea("Trust walks"))
    assert set(found(page.side.search)) == {"Trust is low on this street", "Trust walks"}
    desk.remove(one)
    assert found(page.side.search) == ["Trust is low on this street"]


def test_to_write_a_note_puts_the_search_away(page, qtbot):
    press(qtbot, Qt.Key.Key_F, CTRL)
    page.actions_here["kind hope"].trigger()
    assert not page.side.searching


def test_another_session_begins_without_the_search_of_the_last(page, qtbot, other):
    press(qtbot, Qt.Key.Key_F, CTRL)
    page.show_session(other)
    assert not page.side.searching


def test_home_looks_through_all_circles_and_leads_to_the_note(home, qtbot, desk, other):
    press(qtbot, Qt.Key.Key_F, CTRL)
    panel = home.findChild(SearchPanel)
    typed(qtbot, panel, "trust")
    assert found(panel) == ["Trust grows slowly"] and panel.scope.isHidden()
    press(qtbot, DOWN)
    with qtbot.waitSignal(home.hit_wanted) as wanted:
        press(qtbot, ENTER)
    assert wanted.args[0] == other and desk.get(wanted.args[1]).body.text == "Trust grows slowly"
    press(qtbot, ESCAPE)
    assert not panel.isVisible() and focused().text() in {"Run", "Start a conversation now"}


def test_home_stays_with_the_search_while_sessions_change(home, qtbot, desk, shelf):
    home.open_search()
    prepared(desk, shelf)
    panel = home.findChild(SearchPanel)
    assert panel.isVisible() and focused() is panel.field


def test_many_are_counted_and_the_newest_shown(home, qtbot, desk, other):
    for number in range(60):
        desk.add(other, Note(NoteKind.CONCERN, f"Buses, again {number}"))
    home.open_search()
    panel = home.findChild(SearchPanel)
    typed(qtbot, panel, "buses")
    assert len(found(panel)) == 50
    assert "60 found" in words_on(panel)
    assert "Showing the newest 50. Add a word to find fewer." in words_on(panel)


def test_who_comes_back_to_the_search_finds_what_is_there_now(page, qtbot, desk, session_id):
    press(qtbot, Qt.Key.Key_F, CTRL)
    panel = page.side.search
    typed(qtbot, panel, "trust")
    assert found(panel) == ["Trust is low on this street"]
    press(qtbot, ESCAPE)
    assert not panel.isVisible()
    noted = desk.file.records.under(session_id, Kind.NOTE)
    desk.remove(*(record.id for record in noted))
    panel.parentWidget().setCurrentWidget(panel)
    assert found(panel) == []


def test_a_note_found_from_home_is_opened_and_the_running_session_is_still_one_press_away(laptop, qtbot):
    application = laptop.start()
    desk, pages = application.desk, application.workspace.pages
    old = prepared(desk, pages.shelf, code="C01")
    note = desk.add(old, Note(NoteKind.CONCERN, "Lanterns on Elm Street"))
    running = prepared(desk, pages.shelf, code="C07")
    run(desk, pages.folders, running, MoveKind.START)
    application.workspace.go(Route(PageName.RUN, running))
    application.workspace.go(Route())
    press(qtbot, Qt.Key.Key_F, CTRL)
    panel = QApplication.focusWidget().parent()
    assert isinstance(panel, SearchPanel)
    qtbot.keyClicks(panel.field, "lantern")
    press(qtbot, ENTER)
    press(qtbot, ENTER)
    assert application.workspace.route == Route(PageName.NOTES, old, note)
    page = application.workspace.findChild(RunPage)
    assert QApplication.focusWidget() is page.notes.list and page.notes.list.current_id() == note
    application.workspace.go(Route())
    assert application.workspace.navigation.back.isVisible()
    application.workspace.navigation.back.click()
    assert application.workspace.route == Route(PageName.RUN, running)
