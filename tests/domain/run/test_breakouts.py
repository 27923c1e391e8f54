"""Small groups out of a circle."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.breakouts import (
    FEWEST,
    FOURS,
    MOST,
    PAIRS,
    THREES,
    BreakoutFault,
    BreakoutRefused,
    Cue,
    CuedStep,
    drawn,
    lengths,
    one_two_four,
    one_two_four_steps,
    sizes,
    taking_turns,
    world_cafe_steps,
)
from dialogue_desk.domain.run.steps import read_steps


@pytest.mark.parametrize(
    ("people", "about", "expected"),
    [
        (8, PAIRS, (2, 2, 2, 2)),
        (7, PAIRS, (3, 2, 2)),
        (3, PAIRS, (3,)),
        (9, THREES, (3, 3, 3)),
        (10, THREES, (4, 3, 3)),
        (8, THREES, (3, 3, 2)),
        (5, THREES, (3, 2)),
        (12, FOURS, (4, 4, 4)),
        (11, FOURS, (4, 4, 3)),
        (6, FOURS, (3, 3)),
        (9, FOURS, (5, 4)),
        (23, 8, (8, 8, 7)),
        (6, 20, (6,)),
    ],
)
def test_odd_numbers_are_solved(people, about, expected):
    assert sizes(people, about) == expected


@pytest.mark.parametrize(
    ("people", "about", "fault"),
    [
        (0, PAIRS, BreakoutFault.TOO_FEW_PEOPLE),
        (1, PAIRS, BreakoutFault.TOO_FEW_PEOPLE),
        (2, PAIRS, BreakoutFault.TOO_FEW_PEOPLE),
        (61, PAIRS, BreakoutFault.TOO_MANY_PEOPLE),
        (12, 1, BreakoutFault.GROUPS_TOO_SMALL),
    ],
)
def test_what_cannot_be_broken_up_says_why(people, about, fault):
    with pytest.raises(BreakoutRefused) as refused:
        sizes(people, about)
    assert refused.value.fault is fault


@pytest.mark.parametrize("people", range(FEWEST, MOST + 1))
def test_an_odd_one_makes_one_trio_among_pairs(people):
    assert sizes(people, PAIRS) == (3,) * (people % 2) + (2,) * (people // 2 - people % 2)


@pytest.mark.parametrize("people", range(FEWEST, MOST + 1))
def test_nobody_is_left_alone_and_groups_are_even(people):
    for about in range(2, MOST + 1):
        groups = sizes(people, about)
        assert sum(groups) == people and min(groups) >= 2 and groups[0] - groups[-1] <= 1


@pytest.mark.parametrize("people", range(6, MOST + 1))
def test_groups_are_within_one_of_what_was_asked_from_six_people_on(people):
    assert {abs(size - about) for about in (PAIRS, THREES, FOURS) for size in sizes(people, about)} <= {0, 1}


people = st.integers(FEWEST, MOST)


@given(people, st.integers(2, 12), st.integers())
def test_everyone_is_drawn_into_one_group(people, about, seed):
    groups = drawn(people, about, Random(seed))
    assert sorted(seat for group in groups.groups for seat in group) == list(range(1, people + 1))
    assert tuple(map(len, groups.groups)) == sizes(people, about)
    assert groups.people == people


def test_the_same_lot_draws_the_same_groups_and_another_draws_others():
    assert drawn(12, PAIRS, Random(7)) == drawn(12, PAIRS, Random(7))
    assert len({drawn(12, PAIRS, Random(seed)) for seed in range(20)}) == 20


def test_every_partner_is_as_likely():
    met = [
        next(group for group in drawn(6, PAIRS, Random(seed)).groups if 1 in group)[1] for seed in range(500)
    ]
    assert all(70 <= met.count(seat) <= 130 for seat in range(2, 7))


@given(people, st.integers())
def test_pairs_stay_together_when_they_join(people, seed):
    found = one_two_four(people, Random(seed))
    for pair in found.pairs.groups:
        assert any(set(pair) <= set(four) for four in found.fours.groups)
    assert found.fours.people == people
    assert all(4 <= len(group) <= 7 for group in found.fours.groups) or people == 3


def test_one_two_four_all_takes_twelve_minutes():
    steps = one_two_four_steps()
    assert [step.length_ms // MINUTE for step in steps] == [1, 2, 4, 5]
    assert sum(lengths(one_two_four_steps(fours=5))) == 13 * MINUTE


def test_the_steps_of_a_breakout_run_like_those_of_a_part():
    steps = one_two_four_steps()
    assert steps[read_steps(lengths(steps), 2 * MINUTE).step].cue is Cue.IN_PAIRS


def test_everyone_in_a_group_has_the_same_time_to_speak():
    assert taking_turns(3, MINUTE) == (
        CuedStep(Cue.FIRST_SPEAKS, MINUTE),
        CuedStep(Cue.NEXT_SPEAKS, MINUTE),
        CuedStep(Cue.NEXT_SPEAKS, MINUTE),
    )


def test_tables_are_changed_between_rounds_only():
    cues = [step.cue for step in world_cafe_steps(3)]
    assert cues == [Cue.AT_TABLES, Cue.CHANGE_TABLES, Cue.AT_TABLES, Cue.CHANGE_TABLES, Cue.AT_TABLES]
