import pytest
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.shell.navigation import LastVisited, Navigation
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.words import Words
from tests.ui.sessions import run


@pytest.fixture
def visited(folders):
    return LastVisited(folders)


@pytest.fixture
def bar(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(theme, window)
    for action in ("find", "undo", "redo", "keys"):
        actions.add(Action(action, action), lambda: None)
    bar = Navigation(theme, Words(), actions)
    qtbot.addWidget(bar)
    return bar


def test_the_bar_leads_back_to_a_session_only_while_that_is_live(visited, desk, folders, session_id):
    visited.remember(Route(PageName.RUN, session_id))
    assert visited.live_session() is None
    run(desk, folders, session_id, MoveKind.START)
    assert visited.live_session() == Route(PageName.RUN, session_id)


def test_a_look_at_one_note_elsewhere_leads_back_to_ones_own_session(visited, desk, folders, session_id):
    run(desk, folders, session_id, MoveKind.START)
    visited.remember(Route(PageName.RUN, session_id))
    visited.remember(Route(PageName.NOTES, "another session", "a note"))
    assert visited.live_session() == Route(PageName.RUN, session_id)


def test_the_program_seen_last_is_opened_or_else_the_first(visited, desk):
    wanted = Route(PageName.PROGRAM)
    assert visited.completed(wanted) == wanted
    first, second = (desk.add(NO_OWNER, Program(name)) for name in ("A", "B"))
    assert visited.completed(wanted) == Route(PageName.PROGRAM, first)
    visited.remember(Route(PageName.PROGRAM, second))
    assert visited.completed(wanted) == Route(PageName.PROGRAM, second)
    assert visited.completed(Route(PageName.GUIDES)) == Route(PageName.GUIDES)


def test_undo_is_offered_only_when_there_is_something_to_undo(bar):
    bar.show_undo("adding a note", "")
    assert bar.undo.text() == "Undo: adding a note"
    assert bar.undo.isVisibleTo(bar) and not bar.redo.isVisibleTo(bar)


def test_the_bar_marks_the_page_and_gives_way_to_a_running_session(bar):
    bar.show_route(Route(PageName.GUIDES), None)
    assert [page for page, button in bar.buttons.items() if button.isChecked()] == [PageName.GUIDES]
    assert not bar.isHidden() and not bar.back.isVisibleTo(bar)
    bar.show_route(Route(PageName.RUN, "x"), Route(PageName.RUN, "x"))
    assert bar.isHidden()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_bar_folds_to_icons_with_names_before_it_breaks_a_word(theme, desk, qtbot, language):
    holder = QWidget()
    qtbot.addWidget(holder)
    actions = Actions(theme, holder)
    for action in ("find", "undo", "redo", "keys"):
        actions.add(Action(action, action), lambda: None)
    bar = Navigation(theme, Words(language), actions)
    column(bar, STRETCH, within=holder)
    bar.show_route(Route(PageName.HOME), Route(PageName.RUN, "a session"))
    bar.show_undo("adding a note", "adding a note")
    holder.show()
    for width in (1366, 1024, 800, 640):
        for scale in (100, 150, 175, 200):
            theme.change(scale=scale)
            holder.resize(width, 600)
            QApplication.processEvents()
            assert holder.width() == width
            for button in (*bar.buttons.values(), bar.back, bar.search, bar.undo, bar.redo):
                shown = "" if button._bare else button.text()
                assert button.width() >= button.sizeHint().width(), (width, scale, button.text())
                assert shown or button.toolTip(), button.text()
            qtbot.waitUntil(lambda: bar.height() <= 2 * theme.scaled(44))
    theme.change(scale=100)
    holder.resize(1366, 600)
    QApplication.processEvents()
    assert not bar.back._bare and not bar.buttons[PageName.HOME]._bare and bar.back.toolTip() == ""
