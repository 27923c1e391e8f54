"""A whole session through the real window: begun late, nine minutes behind at part four, done at nine."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.overview.summary import summary_of
from dialogue_desk.reports.session_summary import session_document
from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.widgets.ring import Pace
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import prepared
from tests.ui.sittings import laptop

__all__ = ["laptop"]


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.fixture
def tonight(laptop, clock, qtbot):
    """The app with a session that was to begin three minutes ago, on the run page."""
    sitting = laptop.start()
    session_id = prepared(sitting.desk, GuideShelf(GUIDES, Words()))
    clock.advance(3 * MINUTE)
    sitting.workspace.go(Route(PageName.RUN, session_id))
    return sitting, session_id


def let_pass(clock, page, minutes):
    """Let so many minutes pass, second by second where something may be said, minute by minute before."""
    for _ in range(minutes * 4):
        clock.advance(15 * SECOND)
        page._controller.tick()


def test_a_late_evening_is_planned_anew_and_ends_on_time(tonight, clock, qtbot, laptop):
    sitting, session_id = tonight
    start = clock.now() - 3 * MINUTE
    page = sitting.window.findChild(RunPage)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    assert page._controller.live.started == start
    for minutes in (9, 5, 21):
        let_pass(clock, page, minutes)
        press(qtbot, Qt.Key.Key_PageDown)
    assert page.top.drift.accessibleName() == "9 min late: adjust the plan"
    press(qtbot, Qt.Key.Key_L)
    assert page.planning.sheet.verdict() == "Done at 9:00, on time."
    press(qtbot, Qt.Key.Key_Return)
    assert "on time" in page.top._time.text()
    assert button_saying(sitting.workspace.toast, "Undo").isVisible()
    for minutes in (24, 26, 12, 12):
        let_pass(clock, page, minutes)
        press(qtbot, Qt.Key.Key_PageDown)
    assert page._folder.plan.parts[page._controller.live.current].id == "close"
    assert page._controller.live.given(page._controller.live.current) == 8 * MINUTE
    let_pass(clock, page, 8)
    press(qtbot, Qt.Key.Key_PageDown)
    closing = sitting.window.findChild(ClosePage)
    assert closing.isVisible()
    closing.go_to(CloseStep.ATTENDANCE)
    assert "12 of 12 min, planned 15" in words_on(closing)
    folder = Folders(sitting.desk, sitting.workspace.pages.shelf).session(session_id)
    assert folder.live.phase is Phase.CLOSED
    assert folder.live.closed == folder.session.hard_end
    assert "Adjusted" in repr(session_document(summary_of(folder), Words(), times=True))


def test_the_plan_stands_when_the_app_is_opened_again(tonight, clock, qtbot, laptop):
    sitting, session_id = tonight
    page = sitting.window.findChild(RunPage)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    let_pass(clock, page, 12)
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    ahead = page._controller.live.remaining_plan
    laptop.stop(sitting)
    again = laptop.start()
    again.workspace.go(Route(PageName.RUN, session_id))
    page = again.window.findChild(RunPage)
    page.resume.resume_button.click()
    assert page._controller.live.remaining_plan == ahead
    assert "on time" in page.top._time.text()


def test_undo_in_the_toast_works_in_the_window(tonight, clock, qtbot):
    sitting, _ = tonight
    page = sitting.window.findChild(RunPage)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    before = page._controller.live.remaining_plan
    press(qtbot, Qt.Key.Key_L)
    press(qtbot, Qt.Key.Key_Return)
    assert page._controller.live.remaining_plan != before
    qtbot.keyClick(button_saying(sitting.workspace.toast, "Undo"), Qt.Key.Key_Space)
    assert page._controller.live.remaining_plan == before


def test_when_a_part_warns_is_set_in_the_settings_and_at_work_at_once(tonight, clock, qtbot, laptop):
    sitting, _ = tonight
    page = sitting.window.findChild(RunPage)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    let_pass(clock, page, 8)
    assert page.card.ring._time.pace is Pace.RUNNING
    sitting._app_settings.apply(Settings(warning_minutes=5, warning_percent=50))
    let_pass(clock, page, 1)
    assert page.card.ring._time.pace is Pace.WARNING
    assert SettingsFile(laptop.paths.settings).read().warning_minutes == 5
