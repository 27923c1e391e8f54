"""Steps inside a part."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import PartStep
from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.run.steps import read_steps, step_lengths

TALK = (PartStep("First listener", 6), PartStep("Second listener", 6), PartStep("Together", 2))
PAIRS = (
    PartStep("Find a partner", 1, floor=1),
    PartStep("The first one tells", 5, floor=2, equal="tellers"),
    PartStep("Change", 5, floor=2, equal="tellers"),
)
LENGTHS = step_lengths(TALK, 16 * MINUTE)


def test_the_first_step_is_on_when_the_part_begins():
    reading = read_steps(LENGTHS, 0)
    assert (reading.step, reading.left_ms, reading.rest_ms) == (0, 6 * MINUTE, 14 * MINUTE)


def test_the_next_step_is_on_when_one_ends():
    reading = read_steps(LENGTHS, 6 * MINUTE)
    assert (reading.step, reading.left_ms, reading.last) == (1, 6 * MINUTE, False)


def test_the_last_step_counts_past_zero():
    reading = read_steps(LENGTHS, 15 * MINUTE)
    assert (reading.step, reading.left_ms, reading.rest_ms, reading.over) == (2, -MINUTE, 0, True)


def test_a_part_without_steps_has_none_on():
    assert read_steps((), 0) is None
    assert step_lengths((), MINUTE) == ()


def test_a_step_has_ended_when_its_time_is_over():
    assert [read_steps(LENGTHS, on).ended for on in (0, 6 * MINUTE - 1, 6 * MINUTE, 13 * MINUTE)] == [
        0,
        0,
        1,
        2,
    ]
    assert read_steps(LENGTHS, 14 * MINUTE).ended == 3


def test_a_part_with_time_enough_leaves_its_steps_as_they_are():
    assert step_lengths(TALK, 14 * MINUTE) == step_lengths(TALK, 40 * MINUTE) == LENGTHS


def test_a_shorter_part_shortens_both_who_tell_by_the_same():
    assert step_lengths(PAIRS, 9 * MINUTE) == (MINUTE, 4 * MINUTE, 4 * MINUTE)
    assert step_lengths(PAIRS, 8 * MINUTE) == (MINUTE, 3 * MINUTE + 30 * SECOND, 3 * MINUTE + 30 * SECOND)


def test_seconds_that_two_cannot_share_go_to_another_step():
    pairs = (*PAIRS, PartStep("Together", 5, floor=1))
    lengths = step_lengths(pairs, 10 * MINUTE + SECOND)
    assert lengths[1] == lengths[2] and sum(lengths) == 10 * MINUTE + SECOND


def test_a_part_under_the_floors_of_its_steps_gives_each_the_same_share_of_its_floor():
    assert step_lengths(PAIRS, 2 * MINUTE + 30 * SECOND) == (30 * SECOND, MINUTE, MINUTE)
    assert step_lengths(PAIRS, 0) == (0, 0, 0)


def test_equal_steps_of_different_minutes_have_those_of_the_longest():
    pairs = (PartStep("One", 3, floor=1, equal="a"), PartStep("Other", 5, floor=2, equal="a"))
    assert step_lengths(pairs, 10 * MINUTE) == (5 * MINUTE, 5 * MINUTE)
    assert step_lengths(pairs, 4 * MINUTE) == (2 * MINUTE, 2 * MINUTE)


some_steps = st.lists(
    st.builds(
        PartStep,
        st.just("A step"),
        st.integers(1, 30),
        floor=st.none() | st.integers(0, 35),
        equal=st.sampled_from(("", "", "tellers", "listeners")),
    ),
    min_size=1,
    max_size=8,
)
givens = st.integers(0, 240 * MINUTE)


@given(some_steps, givens)
def test_steps_never_take_longer_than_their_part(steps, given):
    lengths = step_lengths(steps, given)
    assert sum(lengths) <= given and all(length >= 0 for length in lengths)


@given(some_steps, givens)
def test_equal_steps_are_equal_whatever_the_part_is_given(steps, given):
    lengths = step_lengths(steps, given)
    for word in ("tellers", "listeners"):
        assert len({at for at, step in zip(lengths, steps, strict=True) if step.equal == word}) <= 1


@given(some_steps, givens)
def test_no_step_is_under_its_floor_unless_its_part_is_under_all_floors(steps, given):
    floors = [step_floor(steps, step) for step in steps]
    lengths = step_lengths(steps, given)
    if given >= sum(floors):
        assert all(length >= floor for length, floor in zip(lengths, floors, strict=True))
    else:
        for length, floor in zip(lengths, floors, strict=True):
            assert abs(length * sum(floors) - floor * given) < sum(floors)


@given(some_steps, givens)
def test_what_is_left_over_cannot_be_shared_among_equal_steps(steps, given):
    lengths = step_lengths(steps, given)
    floors = sum(step_floor(steps, step) for step in steps)
    if given >= floors and lengths != step_lengths(steps, 10**9):
        assert given - sum(lengths) < len(steps) * SECOND


def step_floor(steps, step):
    return max(min(one.fewest, one.minutes) for one in steps if _together(step, one)) * MINUTE


def _together(one, other):
    return one is other or bool(one.equal and one.equal == other.equal)


lengths = st.lists(st.integers(0, 30 * MINUTE), min_size=1, max_size=12)
looks = st.lists(st.integers(0, 400 * MINUTE), min_size=2).map(sorted)


@given(lengths, looks)
def test_steps_never_run_backwards(lengths, looks):
    for before, after in pairwise([read_steps(lengths, on) for on in looks]):
        assert after.step >= before.step and after.rest_ms <= before.rest_ms
        assert after.step > before.step or after.left_ms <= before.left_ms


@given(lengths, st.integers(0, 400 * MINUTE))
def test_a_step_is_on_for_its_own_time_only(lengths, on):
    reading = read_steps(lengths, on)
    gone = sum(lengths[: reading.step])
    assert gone <= on and reading.left_ms == gone + lengths[reading.step] - on
    assert reading.last or reading.left_ms > 0
    assert reading.over == (on >= sum(lengths))
