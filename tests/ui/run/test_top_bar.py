from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.ui.run.top_bar import TopBar
from tests.ui.sessions import prepared, run


def test_it_says_what_session_it_is_and_when_it_ends(running):
    assert running.top._title.text() == "Session 2 of 5: What is going on here?"
    assert running.top._place.text() == "Circle C07 · Eastside Library · 11 people"
    assert running.top._time.text() == "7:00 PM, on time, ends 9:00"
    assert running.top.drift.isHidden()


def test_less_than_three_minutes_late_is_on_time(running, clock):
    clock.advance(15 * MINUTE - SECOND)
    running._controller.tick()
    assert running.top._time.text() == "7:14 PM, on time, ends 9:00"
    assert running.top.drift.isHidden()
    clock.advance(SECOND)
    running._controller.tick()
    assert running.top.drift.text() == "3 min late: adjust the plan"


def test_being_late_is_said_in_words(running, clock):
    clock.advance(18 * MINUTE)
    running._controller.tick()
    assert running.top.drift.text() == "6 min late: adjust the plan"
    assert running.top._time.text() == "7:18 PM, ends 9:06"


def test_in_little_room_the_bar_is_one_line_and_says_only_how_late(late, theme):
    theme.change(scale=200)
    late.resize(1366, 768)
    assert late.top.drift.text() == "9 min late"
    assert late.top.drift.accessibleName() == "9 min late: adjust the plan"
    buttons = (late.top.drift, late.top.read_back_button, late.top.room_button)
    assert len({button.geometry().center().y() for button in buttons}) == 1
    assert late.top.height() < 2 * late.top.room_button.height()


def resize(page, width, height):
    page.resize(width, height)
    for _ in range(4):
        QApplication.processEvents()


def test_in_large_type_on_a_small_screen_buttons_are_icons_with_names_and_all_is_one_line(late, theme):
    theme.change(scale=200)
    bar = late.top
    resize(late, 1024, 600)
    assert bar._title.heightForWidth(bar._title.width()) < 2 * bar._title.fontMetrics().height()
    for button, name in ((bar.read_back_button, "Read back"), (bar.room_button, "Room display")):
        assert button.accessibleName() == button.toolTip() == name
        assert button.width() < bar.drift.width()
    resize(late, 1366, 768)
    assert bar.room_button.toolTip() == "" and bar.room_button.width() > bar.drift.width()


def test_before_the_start_a_plan_that_does_not_fit_is_too_long_and_not_late(run_page, session_id, qtbot):
    page = run_page(session_id)
    assert page.top.drift.isHidden()
    controller = page._controller
    plan = controller.live.remaining_plan
    controller.plan(replace(plan, given=(plan.given[0] + 9 * MINUTE, *plan.given[1:])))
    controller.tick()
    assert page.top.drift.text() == "9 min too long: adjust the plan"
    page.top.drift.click()
    assert page.planning.sheet.isVisible()


@pytest.fixture
def told(context, qtbot):
    """Return what the bar says of a session at an instant: of another plan, and of the time."""
    bar = TopBar(context)
    qtbot.addWidget(bar)

    def tell(live, at):
        bar.show_time(live, live.read(at))
        return bar.drift.accessibleName() if bar.drift.offered else "", bar._time.text()

    return tell


def test_a_session_that_nobody_began_is_never_late(told, folders, session_id):
    live = folders.session(session_id).live
    offered, time = told(live, live.start + 9 * MINUTE)
    assert offered == "9 min too long: adjust the plan" and "late" not in time


@pytest.mark.parametrize(("minutes", "said"), [(12 * 60, ""), (16, ""), (14, "14 min early: use the time")])
def test_hours_before_the_start_nobody_is_early(told, desk, shelf, folders, minutes, said):
    session_id = prepared(desk, shelf, hours=12)
    desk.clock.advance((12 * 60 - minutes) * MINUTE)
    live = run(desk, folders, session_id, MoveKind.START, minutes=0).live
    offered, time = told(live, desk.clock.now())
    assert offered == said and "early" not in time


def test_time_to_spare_is_offered_from_a_quarter_of_an_hour_before_the_start(run_page, session_id, clock):
    clock.advance(-16 * MINUTE)
    page = run_page(session_id)
    controller = page._controller
    plan = controller.live.remaining_plan
    controller.plan(replace(plan, hard_end=plan.hard_end + 690 * MINUTE))
    controller.tick()
    assert page.top.drift.isHidden()
    assert "early" not in page.top._time.text()
    clock.advance(MINUTE)
    controller.tick()
    assert page.top.drift.text() == "11 h 30 min to spare: use the time"
    page.top.drift.click()
    sheet = page.planning.spare
    assert sheet.amount.value() == 120
    changed = [(row.before, row.after) for row in sheet.table.rows() if row.changed]
    assert changed == [("12 min", "132 min")]
    assert sheet.verdict() == "Done at 11:00, 9 h 30 min before 8:30."
