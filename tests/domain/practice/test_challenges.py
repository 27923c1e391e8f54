from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.practice.challenges import Delay, challenges

MOMENTS = ("tears", "slur", "silence", "talker")


def plan(minutes: int) -> SessionPlan:
    parts = tuple(Part(str(place), PartKind.OPEN_TALK, "", minutes // 4, 1, Cut.FIRST) for place in range(4))
    return SessionPlan("s1", "", minutes, "", parts)


def test_three_moments_come_and_time_is_lost_twice() -> None:
    found = challenges(plan(120), MOMENTS, 1)
    assert len({one.moment for one in found if one.moment}) == 3
    assert [one.delay for one in found if one.delay] == [Delay.LATE_ARRIVALS, Delay.LONG_STORY]


def test_the_same_number_draws_the_same_and_another_draws_others() -> None:
    assert challenges(plan(120), MOMENTS, 1) == challenges(plan(120), reversed_order(), 1)
    assert len({challenges(plan(120), MOMENTS, seed) for seed in range(20)}) > 10


def reversed_order() -> tuple[str, ...]:
    return tuple(reversed(MOMENTS))


def test_more_time_is_lost_in_a_longer_session() -> None:
    lost = [sum(one.lost for one in challenges(plan(minutes), (), 1)) for minutes in (40, 120, 240)]
    assert lost == [8 * MINUTE, 15 * MINUTE, 29 * MINUTE]


def test_without_moments_time_is_lost_all_the_same() -> None:
    assert [bool(one.delay) for one in challenges(plan(60), (), 1)] == [True, True]


@given(st.integers(), st.integers(40, 300))
def test_they_come_in_order_and_leave_the_end_in_peace(seed: int, minutes: int) -> None:
    found = challenges(plan(minutes), MOMENTS, seed)
    times = [one.at for one in found]
    assert times == sorted(times)
    assert times[0] > 0
    assert times[-1] <= minutes * MINUTE * 3 / 4
    assert all((one.lost > 0) is (one.delay is not None) is (not one.moment) for one in found)
