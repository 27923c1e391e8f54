"""Challenges come one after another, and answers are measured by the real clock."""

import pytest

from dialogue_desk.desk.session.lead_practice import LeadPractice
from dialogue_desk.domain.model.guide import Cut
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import LiveSession, TimedPart
from dialogue_desk.domain.practice.challenges import Challenge, Delay
from dialogue_desk.domain.practice.leading import Met
from tools.manual_clock import ManualClock

TEARS = Challenge(5 * MINUTE, "tears")
LATE = Challenge(6 * MINUTE, "", Delay.LATE_ARRIVALS, 4 * MINUTE)


@pytest.fixture
def clock():
    return ManualClock(1_773_356_400_000)


@pytest.fixture
def practice(clock):
    return LeadPractice((TEARS, LATE), clock)


def met(practice):
    live = LiveSession.of_parts((TimedPart("talk", MINUTE, MINUTE, Cut.LAST),), 0, MINUTE)
    return practice.result(live, 0).met


def test_nothing_comes_before_its_time(practice):
    assert practice.come(5 * MINUTE - 1) is None
    assert practice.current is None
    assert not practice.answered


def test_one_comes_at_a_time(practice):
    assert practice.come(10 * MINUTE) == TEARS
    assert practice.come(10 * MINUTE) is None
    practice.end_challenge()
    assert practice.come(10 * MINUTE) == LATE
    practice.end_challenge()
    assert practice.come(10 * MINUTE) is None


def test_the_first_answer_counts(practice, clock):
    practice.come(5 * MINUTE)
    clock.advance(14_000)
    assert practice.answer() == 14_000
    clock.advance(60_000)
    assert practice.answer(own=True) == 14_000
    assert met(practice) == (Met(TEARS, 14_000),)


def test_what_was_not_answered_is_told_too(practice):
    practice.come(5 * MINUTE)
    practice.end_challenge()
    assert met(practice) == (Met(TEARS),)
    assert not practice.answered
