"""Copies are made on their own, and when a person asks."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.copies.copy_schedule import BackupSchedule
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.words import Words
from tests.ui.copies.waiting import choose_stick, idle
from tests.ui.seen import button_saying
from tests.ui.settings.opened import COPIES, open_settings
from tests.ui.sittings import laptop

__all__ = ["laptop"]


DAY = 24 * 60 * MINUTE


def test_a_stick_that_comes_back_gets_its_copy_on_its_own(laptop, stick, qtbot, tmp_path):
    sitting = laptop.start()
    choose_stick(sitting, stick, qtbot)
    stick.rename(tmp_path / "away")
    sitting.desk.clock.advance(DAY)
    sitting.copies.schedule.run_due()
    idle(sitting, qtbot)
    assert sitting.workspace.toast.sentence().startswith("Today's copy was saved on this laptop")
    (tmp_path / "away").rename(stick)
    sitting.copies.schedule._on_timer()
    idle(sitting, qtbot)
    assert len(list(stick.glob("desk-*.db"))) == 2


def test_a_copy_is_made_when_a_person_asks_and_the_place_is_said(laptop, qtbot):
    sitting = laptop.start()
    settings = open_settings(sitting, COPIES)
    qtbot.mouseClick(button_saying(settings, "Make a copy now"), Qt.MouseButton.LeftButton)
    idle(sitting, qtbot)
    assert sitting.workspace.toast.sentence().startswith("There is a checked copy on this laptop.")


@pytest.fixture
def errors():
    """The errors that a person was told of."""
    return []


@pytest.fixture
def worker(errors):
    worker = Worker(errors.append)
    yield worker
    worker.close()


@pytest.fixture
def said():
    """The sentences that the schedule showed."""
    return []


@pytest.fixture
def schedule(desk, worker, stick, said):
    """A schedule with a second place that is away."""
    stick.rmdir()
    return BackupSchedule(desk, worker, Words(), lambda: str(stick), say=said.append)


def test_a_second_place_that_is_away_is_named_once_a_day(schedule, said, desk, worker, qtbot):
    for _ in range(2):
        schedule._make(schedule._say_if_missed)
        qtbot.waitUntil(lambda: not worker.busy())
    assert len(said) == 1
    desk.clock.advance(DAY)
    schedule.run_due()
    qtbot.waitUntil(lambda: not worker.busy())
    assert len(said) == 2


def test_a_copy_that_fails_reports_its_error_and_says_that_something_changed(
    schedule, said, errors, desk, qtbot
):
    (desk.file.path.parent / "backups").write_text("in the way")
    with qtbot.waitSignal(schedule.changed):
        schedule.make_now()
    qtbot.waitUntil(lambda: errors != [])
    assert len(errors) == 1 and said == []
