"""Hours in the real window, a second at a time: what is shown never drifts from the value."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.ids import SECOND
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.words import Words
from tests.journeys.monkey import settle
from tests.journeys.test_monkey import megabytes
from tests.journeys.window_plays import WindowLaptop, check_the_window
from tests.shelf import GUIDES
from tests.ui.conftest import clock, dressed, theme
from tests.ui.sittings import laptop

__all__ = ["clock", "dressed", "laptop", "theme"]

TWO_HOURS, AN_HOUR = 7_200, 3_600


@pytest.fixture
def evening(laptop):
    """A session that has just been started, in a window that keeps its clock still between seconds."""
    shelf = GuideShelf(GUIDES, Words())
    evening = WindowLaptop(laptop)
    evening.begin(shelf.text_in(GUIDES / "safety-together.en.guide.md"))
    evening.do("start")
    return evening


def let_pass(evening, seconds, *, going_on=True):
    """Let so many seconds pass; with ``going_on`` each part is left when its time is over."""
    for second in range(seconds):
        evening.clock.advance(SECOND)
        evening.page._controller.tick()
        settle()
        reading, live = evening.live.read(), evening.live.live
        left = -(-reading.left // SECOND) if reading.left > 0 else -reading.left // SECOND
        assert seconds_of(evening.page.card.ring.clock()) == left
        if second % 60 == 0:
            check_the_window(evening.page, evening.session())
        if going_on and reading.left <= 0 and live.upcoming:
            evening.do("next")
            assert live.current != evening.live.live.current


def seconds_of(clock):
    seconds = 0
    for figure in clock.removeprefix("+").split(":"):
        seconds = seconds * 60 + int(figure)
    return seconds


def in_the_window(evening):
    """Return how many widgets there are, and how many timers run."""
    gc.collect()
    timers = [one for one in evening.sitting.window.findChildren(QTimer) if one.isActive()]
    return len(QApplication.allWidgets()), len(timers)


def test_twenty_minutes_pass_and_the_window_shows_each_second(evening):
    let_pass(evening, 60)
    before = in_the_window(evening)
    let_pass(evening, 1_140)
    assert evening.live.read().session_elapsed == 1_200 * SECOND
    assert evening.live.read().part == 2
    assert in_the_window(evening)[1] <= before[1]


@pytest.mark.soak
def test_two_hours_pass_and_nothing_drifts_or_grows(evening):
    let_pass(evening, 600)
    before, warm = in_the_window(evening), megabytes()
    let_pass(evening, TWO_HOURS - 600)
    assert evening.live.read().session_elapsed == TWO_HOURS * SECOND
    assert evening.live.read().part == 8
    after = in_the_window(evening)
    assert after[1] <= before[1]
    assert after[0] <= before[0] + 20, (before, after)
    assert megabytes() <= warm * 1.15
    evening.do("close")
    assert evening.live.live.phase is Phase.CLOSED
    assert evening.live.live.spent[8] == evening.live.live.given(8)


@pytest.mark.soak
def test_an_hour_with_nobody_there_leaves_everything_as_it_is(evening):
    let_pass(evening, 60, going_on=False)
    before, warm, size = in_the_window(evening), megabytes(), evening.laptop.paths.desk.stat().st_size
    let_pass(evening, AN_HOUR, going_on=False)
    after = in_the_window(evening)
    assert after[0] == before[0]
    assert after[1] <= before[1]
    assert megabytes() <= warm * 1.15
    assert evening.laptop.paths.desk.stat().st_size == size
    assert evening.live.read().part == 0
