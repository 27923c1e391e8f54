"""What is kept until when, and what Home is reminded of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dialogue_desk.desk.erasing.erase import erase
from dialogue_desk.desk.erasing.retention import kept_until, remind_in_a_week, retention_due, set_keep_until
from dialogue_desk.desk.program.program_draft import DraftCircle, ProgramDraft
from dialogue_desk.desk.program.program_edits import circles_of, save_program
from dialogue_desk.domain.model.circles import Circle, Program
from tests.desk.evening import a_desk, begun

TODAY = date(2026, 3, 12)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


def names(desk, today=TODAY):
    return [one.name for one in retention_due(desk, today)]


def test_a_day_is_kept_whole_and_due_from_the_next_on(desk):
    circle = desk.get(begun(desk)).owner
    assert names(desk) == []
    set_keep_until(desk, circle, TODAY)
    assert names(desk) == [] and names(desk, TODAY + timedelta(days=1)) == ["C07"]
    set_keep_until(desk, circle, None)
    assert kept_until(desk, circle) is None and names(desk, date(2030, 1, 1)) == []


def test_a_program_that_is_due_stands_for_its_circles(desk):
    program = save_program(
        desk, None, ProgramDraft(Program("Alder"), circles=(DraftCircle(None, Circle("C01", "")),))
    )
    circle = circles_of(desk, program)[0].id
    set_keep_until(desk, circle, date(2026, 1, 1))
    assert names(desk) == ["C01"]
    set_keep_until(desk, program, date(2026, 1, 1))
    assert names(desk) == ["Alder"]


def test_a_reminder_comes_again_after_a_week_also_when_the_clock_was_years_off(desk):
    circle = desk.get(begun(desk)).owner
    set_keep_until(desk, circle, date(2026, 1, 1))
    remind_in_a_week(desk, circle)
    assert names(desk) == [] and names(desk, TODAY + timedelta(days=7)) == ["C07"]
    desk.file.remember(f"remind of {circle}", "2042-01-01")
    assert names(desk) == ["C07"]


def test_nothing_of_it_leaves_the_laptop_nor_stays_when_everything_is_erased(desk):
    circle = desk.get(begun(desk)).owner
    remind_in_a_week(desk, circle)
    erase(desk, None)
    assert desk.file.remembered(f"remind of {circle}") == ""
