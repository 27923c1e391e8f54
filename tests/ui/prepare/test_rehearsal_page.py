"""Rehearsing through the real window, with real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.prepare.rehearsal_page import RehearsalPage
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import prepared
from tests.ui.sittings import laptop

__all__ = ["laptop"]

Key, Modifier = Qt.Key, Qt.KeyboardModifier
BANNER = "Rehearsal: nothing here is saved"


def press(qtbot, key, modifier=Modifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


def files_of(laptop):
    found = laptop.paths.desk.parent.glob("desk.db*")
    return {path.name: path.read_bytes() for path in found if path.is_file()}


@pytest.fixture
def application(laptop):
    return laptop.start()


@pytest.fixture
def session_id(application):
    return prepared(application.desk, application.workspace.pages.shelf)


def rehearsed(application):
    page = application.workspace.stack.currentWidget()
    assert isinstance(page, RehearsalPage)
    return page


def test_a_whole_rehearsal_changes_no_byte_of_the_desk(laptop, application, session_id, clock, qtbot):
    before = files_of(laptop)
    qtbot.keyClick(button_saying(application.workspace, "Rehearse"), Key.Key_Return)
    page = rehearsed(application)
    assert BANNER in words_on(application.workspace.stack)
    assert page.bar.speeds.choice() == "10"
    press(qtbot, Key.Key_Space)
    player = page.run._controller
    assert player.live.phase is Phase.RUNNING
    clock.advance(30_000)
    player.tick()
    assert player.read().at - player.live.started == 300_000
    press(qtbot, Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "Said while rehearsing")
    press(qtbot, Key.Key_Return)
    assert [row.text for row in page.run.notes.list.rows()] == ["Said while rehearsing"]
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_Z, Modifier.ControlModifier)
    assert page.run.notes.list.rows() == ()
    for _ in player.live.parts:
        clock.advance(1_000)
        press(qtbot, Key.Key_PageDown)
    assert application.workspace.route == Route()
    assert application.workspace.toast.sentence() == "The rehearsal is over. Nothing was saved."
    assert files_of(laptop) == before
    assert application.workspace.pages.folders.session(session_id).live.phase is Phase.READY


def test_prepare_is_as_it_was_left_when_the_rehearsal_ends(application, qtbot):
    inside = application.workspace
    inside.go(Route(PageName.PREPARE))
    page = inside.stack.currentWidget()
    page.fields.people.box.setValue(7)
    page.fields.place.setText("The old school")
    page.rehearse_button.setFocus()
    qtbot.keyClick(page.rehearse_button, Key.Key_Return)
    session = rehearsed(application).run._folder.session
    assert (session.people, session.place) == (7, "The old school")
    qtbot.keyClick(rehearsed(application).bar.end_button, Key.Key_Space)
    assert inside.route == Route(PageName.PREPARE)
    assert (page.fields.people.value(), page.fields.place.text()) == (7, "The old school")
    assert inside.pages.folders.entries() == []
    inside.go(Route())
    inside.go(Route(PageName.PREPARE))
    assert page.fields.people.value() == 7


def test_what_cannot_be_held_cannot_be_rehearsed(application, qtbot):
    application.workspace.go(Route(PageName.PREPARE))
    page = application.workspace.stack.currentWidget()
    page.fields.people.box.setValue(0)
    qtbot.keyClick(page.rehearse_button, Key.Key_Return)
    assert application.workspace.route == Route(PageName.PREPARE)
    assert QApplication.focusWidget() is page.fields.people.box


def test_the_clock_runs_as_fast_as_was_chosen(application, session_id, clock, qtbot):
    application.workspace.go(Route(PageName.REHEARSE, session_id))
    page = rehearsed(application)
    press(qtbot, Key.Key_Space)
    button_saying(page, "10×").setFocus()
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Space)
    assert page.bar.speeds.choice() == "30"
    clock.advance(2_000)
    player = page.run._controller
    assert player.read().at - player.live.started == 60_000


def test_a_rehearsal_of_nothing_leads_home(application):
    application.workspace.go(Route(PageName.REHEARSE))
    assert application.workspace.route == Route()


@pytest.mark.parametrize(("scale", "size"), [(100, (1366, 768)), (125, (1280, 720))])
def test_it_is_whole_on_small_screens(application, session_id, theme, scale, size):
    theme.change(scale=scale)
    application.workspace.go(Route(PageName.REHEARSE, session_id))
    page = rehearsed(application)
    application.window.resize(*size)
    assert page.minimumSizeHint().width() <= size[0]
    assert page.minimumSizeHint().height() <= size[1]
