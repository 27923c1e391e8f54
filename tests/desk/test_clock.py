"""The clocks count as they say, whatever happens to the laptop's own."""

import sys
import time

import pytest

from dialogue_desk.desk.clock import CLOCKS_PART_AT, FastClock, RoomClock, SystemClock
from dialogue_desk.domain.model.ids import HOUR, MINUTE, SECOND
from tools.manual_clock import ManualClock

NOON = 1_775_000_000_000


def test_the_room_counts_the_time_a_laptop_sleeps_and_tells_it_once():
    clock = ManualClock(NOON)
    room = RoomClock(clock)
    clock.advance(MINUTE)
    clock.sleep(3 * MINUTE)
    assert room.now() == NOON + 4 * MINUTE
    assert (room.slept(), room.slept()) == (3 * MINUTE, 0)


def test_a_nap_of_less_than_a_minute_is_told_with_the_next_one():
    clock = ManualClock(NOON)
    room = RoomClock(clock)
    clock.sleep(40 * SECOND)
    assert room.slept() == 0
    clock.sleep(40 * SECOND)
    assert room.slept() == 80 * SECOND


@pytest.mark.parametrize("by", [HOUR, -HOUR, CLOCKS_PART_AT, -CLOCKS_PART_AT])
def test_a_wall_clock_that_is_set_does_not_move_the_room_until_it_follows(by):
    clock = ManualClock(NOON)
    room = RoomClock(clock)
    clock.set(by)
    assert (room.now(), room.wall_clock_set_by()) == (NOON, by)
    room.follow(by)
    assert (room.now(), room.wall_clock_set_by()) == (NOON + by, 0)


def test_a_wall_clock_that_is_nudged_counts_as_not_set():
    clock = ManualClock(NOON)
    room = RoomClock(clock)
    clock.set(CLOCKS_PART_AT - 1)
    assert room.wall_clock_set_by() == 0


def test_a_fast_clock_keeps_what_has_passed_when_its_speed_changes():
    real = ManualClock(NOON, zone=-240)
    fast = FastClock(real, begins=5 * HOUR, speed=10)
    real.advance(SECOND)
    fast.speed = 60
    real.advance(SECOND)
    assert fast.now() == 5 * HOUR + 70 * SECOND
    assert fast.awake() == fast.steady() == 70 * SECOND
    assert fast.zone(NOON) == -240


def test_the_laptops_own_clocks_never_run_backwards():
    clock = SystemClock()
    before = (clock.steady(), clock.awake())
    assert all(now >= then for now, then in zip((clock.steady(), clock.awake()), before, strict=True))
    assert clock.now() > NOON and -14 * 60 <= clock.zone(NOON) <= 14 * 60


class AwakeOnWindows:
    """What Windows tells of the time a laptop was awake, in tenths of a microsecond."""

    def __init__(self, awake_ms, *, told=True):
        self.awake_ms, self.told = awake_ms, told

    def QueryUnbiasedInterruptTime(self, ticks):  # noqa: N802
        ticks._obj.value = self.awake_ms * 10_000
        return int(self.told)


@pytest.fixture
def on_windows(monkeypatch):
    """Windows, whose steady clock goes on while the laptop sleeps; it is moved by hand."""
    now = [5 * HOUR]
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "perf_counter_ns", lambda: now[0] * 1_000_000)
    return now


def test_an_evening_asleep_on_windows_is_told(on_windows):
    windows = AwakeOnWindows(3 * HOUR)
    room = RoomClock(SystemClock(windows))
    on_windows[0] += 30 * MINUTE
    windows.awake_ms += 10 * MINUTE
    assert (room.slept(), room.slept()) == (20 * MINUTE, 0)


def test_a_windows_that_cannot_tell_counts_as_never_asleep(on_windows):
    room = RoomClock(SystemClock(AwakeOnWindows(3 * HOUR, told=False)))
    on_windows[0] += 30 * MINUTE
    assert room.slept() == 0
