from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Cut, PartKind
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.pacing import RemainingPart
from dialogue_desk.domain.run.spare_time import MOST_GIVEN, can_use_more, lengthened, spare_minutes


def part(name, minutes, spent=0):
    return RemainingPart(name, minutes * MINUTE, MINUTE, minutes * MINUTE, Cut.NEVER, spent * MINUTE)


def test_a_break_is_no_better_for_more_time():
    assert not can_use_more(PartKind.BREAK)
    assert can_use_more(PartKind.OPEN_TALK)


def test_only_whole_minutes_are_given():
    assert spare_minutes(-8 * MINUTE - 59_000) == 8
    assert spare_minutes(3 * MINUTE) == 0


def test_no_part_is_given_half_a_day():
    assert spare_minutes(-690 * MINUTE) == MOST_GIVEN


def test_a_part_that_ran_over_gets_its_time_from_now():
    plan = lengthened((part("a", 5, spent=7), part("b", 5)), 10 * MINUTE, "a", 5 * MINUTE)
    assert plan.remaining_plan(0).given == (12 * MINUTE, 5 * MINUTE)


@given(st.lists(st.integers(0, 90), min_size=1, max_size=9), st.data(), st.integers(1, 60))
def test_one_part_is_longer_by_just_that_and_no_other_changes(lengths, data, more):
    parts = tuple(part(str(place), length) for place, length in enumerate(lengths))
    taker = data.draw(st.sampled_from(parts)).id
    plan = lengthened(parts, (sum(lengths) + more) * MINUTE, taker, more * MINUTE)
    changed = [one for one in plan.parts if one.changed]
    assert [(one.part.id, one.after - one.before) for one in changed] == [(taker, more * MINUTE)]
    assert plan.spare == plan.shortfall == 0
