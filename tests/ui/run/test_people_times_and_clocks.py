"""A running session whose minutes depend on the people, with a supper and a part without a clock."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.session.rehearsal import session_draft_of
from dialogue_desk.desk.session.session_edits import change_session, set_attendance
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.room.room_content import RoomMode
from dialogue_desk.ui.widgets.ring import Pace
from tests.ui.park_evening import begun_in_the_park, park_shelf
from tests.ui.run.steps import given, live, rows


@pytest.fixture
def shelf(tmp_path):
    return park_shelf(tmp_path)


@pytest.fixture
def page(run_page, desk, shelf):
    page = run_page(begun_in_the_park(desk, shelf))
    page.card.clock_button.click()
    return page


def later(page, clock, minutes):
    clock.advance(int(minutes * MINUTE))
    page._controller.tick()


def test_a_session_keeps_the_minutes_it_began_with_when_others_come(page, desk, folders):
    assert given(page)["memories"] == 12 and "elders-talk" not in given(page)
    session_id = page._controller.runner.session_id
    set_attendance(desk, session_id, 7)
    assert given(page)["memories"] == 12
    draft = session_draft_of(desk, folders.session(session_id))
    change_session(desk, session_id, replace(draft, present=14, place="Elsewhere"))
    assert given(page)["memories"] == 12


# Supper


def test_who_is_late_for_supper_is_late_though_the_evening_has_time_enough(page, clock):
    later(page, clock, 15)
    assert not page.top.drift.offered  # seven minutes over the welcome, of nine before supper
    later(page, clock, 10)
    assert page.top.drift.text() == "8 min late: adjust the plan"
    page.top.drift.click()
    sheet = page.planning.sheet
    assert sheet._prognosis.text() == "The circle is on course to begin “Supper” 8 minutes after 8:00."
    sheet.ways.choose("shrink")
    sheet.ways.chosen.emit("shrink")
    assert sheet.verdict() == "“Supper” begins at 8:00, on time. Done at 9:08, 2 min before 9:10."
    assert rows(page)["supper"] == ("25 min", "25 min", "as it is")
    assert any(row.title == "Supper, at 8:00" for row in sheet.table.rows())
    sheet.apply_button.click()
    assert not page.top.drift.offered and given(page)["supper"] == 25
    assert sum(minutes for part, minutes in given(page).items() if part in ("memories", "pairs")) < 23


def test_a_supper_that_cannot_be_met_is_said_with_minutes(page, clock):
    later(page, clock, 45)
    page.top.drift.click()
    sheet = page.planning.sheet
    sheet.ways.choose("shrink")
    sheet.ways.chosen.emit("shrink")
    assert sheet.verdict().startswith("“Supper” still begins 12 minutes after 8:00.")


def test_time_to_spare_before_supper_goes_to_what_comes_before_it(page):
    page._controller.go_to("youth-talk")
    assert page.top.drift.text() == "40 min early: use the time"
    page.top.drift.click()
    sheet = page.planning.spare
    assert sheet._prognosis.text() == "The circle has 40 min to spare before “Supper” at 8:00."
    assert [row.id for row in sheet.table.rows() if not row.fixed] == ["youth-talk"]
    assert sheet.verdict().startswith("“Supper” begins at 8:00, on time.")


# Without a clock


@pytest.fixture
def without_clock(page, clock):
    page._controller.go_to("circle")
    return page


def test_only_the_time_that_has_passed_is_shown(without_clock, clock):
    card = without_clock.card
    assert (card.ring.clock(), card.ring.spoken_now()) == ("0:00", "0 minutes so far")
    later(without_clock, clock, 4)
    assert (card.ring.clock(), card.ring.spoken_now()) == ("4:00", "4 minutes so far")
    assert card.ring.accessibleName() == "Time this part has taken"
    assert not any(button.isVisible() for button in card.minute_buttons.values())


def test_nothing_is_said_and_nothing_warns_when_what_was_expected_is_over(without_clock, clock, said):
    said.clear()
    for _ in range(40):
        later(without_clock, clock, 0.5)
    assert said == [] and without_clock.card.ring.clock() == "20:00"
    assert without_clock.card.ring._time.pace is Pace.RUNNING
    assert live(without_clock).read(clock.now()).left == -5 * MINUTE


def test_the_part_is_announced_without_minutes(page, said):
    said.clear()
    page._controller.go_to("circle")
    assert "Part 7: The talking piece, without a clock" in said


def test_the_room_sees_what_has_passed_and_no_line_that_shrinks(without_clock, clock):
    later(without_clock, clock, 4)
    content = without_clock.room_bar.sources.content()
    assert content.mode is RoomMode.QUESTION and not content.has_line
    without_clock.room_bar.show_in_room(RoomMode.TIME)
    shown = without_clock.room_bar.sources.content()
    assert shown.in_figures and shown.accessible_text == "4:00" and not shown.late
    assert not without_clock.room_bar.figures_button.isVisible()


def test_the_end_still_counts_what_was_expected(without_clock, clock):
    reading = live(without_clock).read(clock.now())
    assert reading.ends == clock.now() + 23 * MINUTE


def test_the_list_of_parts_says_about_how_long_it_takes(page):
    row = next(row for row in page.rail.parts.rows() if row.id == "circle")
    assert row.detail.startswith("about 15 min, without a clock")
