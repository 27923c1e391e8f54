"""Steps inside a part."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.guide import Cut, Part, PartKind, PartStep
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.steps import read_steps, step_lengths, steps_ended

PAIRS = Part(
    "pairs",
    PartKind.PAIRS,
    "In pairs",
    16,
    10,
    Cut.LAST,
    steps=(PartStep("First listener", 6), PartStep("Second listener", 6), PartStep("Together", 2)),
)
LENGTHS = step_lengths(PAIRS)


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
    assert steps_ended((), 0, MINUTE) == ()


def test_a_cue_tells_that_a_step_has_ended_and_tells_it_once():
    assert steps_ended(LENGTHS, 6 * MINUTE - 100, 6 * MINUTE) == (0,)
    assert steps_ended(LENGTHS, 6 * MINUTE, 6 * MINUTE + 100) == ()


def test_a_sleep_through_two_steps_finds_both_ended():
    assert steps_ended(LENGTHS, MINUTE, 13 * MINUTE) == (0, 1)


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


@given(lengths, looks)
def test_each_step_that_ended_is_told_once_however_often_one_looks(lengths, looks):
    looks = [-1, *looks]
    told = [step for before, now in pairwise(looks) for step in steps_ended(lengths, before, now)]
    assert told == [step for step in range(len(lengths)) if sum(lengths[: step + 1]) <= looks[-1]]
