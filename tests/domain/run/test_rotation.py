"""Rounds at tables."""

from collections import Counter
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.run.breakouts import FEWEST, MOST, MOST_ROUNDS, BreakoutFault, BreakoutRefused
from dialogue_desk.domain.run.rotation import most_tables, rotation


@st.composite
def numbers(draw):
    """A head-count with tables and rounds that fit it."""
    people = draw(st.integers(FEWEST, MOST))
    return people, draw(st.integers(1, most_tables(people))), draw(st.integers(2, MOST_ROUNDS))


def check(people, tables, rounds):
    """What holds for every rotation."""
    found = rotation(people, tables, rounds)
    assert len(found.rounds) == rounds and (found.people, found.tables) == (people, tables)
    for seated in found.rounds:
        assert tuple(table[0] for table in seated) == found.hosts
        assert sorted(seat for table in seated for seat in table) == list(range(1, people + 1))
        taken = sorted(map(len, seated))
        assert taken[0] >= 2 and taken[-1] - taken[0] <= 1
    for guest in set(range(1, people + 1)) - set(found.hosts):
        path = found.path(guest)
        for start in range(0, rounds, tables):
            block = path[start : start + tables]
            assert len(set(block)) == len(block)
    assert found.tables_come_again == (rounds > tables)


@pytest.mark.parametrize("people", range(FEWEST, MOST + 1))
def test_everyone_sits_somewhere_hosts_stay_and_no_table_comes_twice(people):
    for tables in {1, 2, 3, 4, 5, 6, people // 4, people // 3, most_tables(people)} - {0}:
        if tables <= most_tables(people):
            check(people, tables, MOST_ROUNDS)


@given(numbers())
def test_a_rotation_is_sound_for_any_numbers_that_fit(numbers):
    check(*numbers)


@given(numbers())
def test_the_same_numbers_give_the_same_rotation(numbers):
    assert rotation(*numbers) == rotation(*numbers)


@given(numbers(), st.randoms())
def test_any_seats_may_be_hosts(numbers, chance):
    people, tables, rounds = numbers
    hosts = tuple(chance.sample(range(1, people + 1), tables))
    found = rotation(people, tables, rounds, hosts)
    assert all(tuple(table[0] for table in seated) == hosts for seated in found.rounds)
    assert [found.path(host) for host in hosts] == [(table,) * rounds for table in range(1, tables + 1)]
    assert {seat for table in found.rounds[0] for seat in table} == set(range(1, people + 1))


def guests_met(people, tables, rounds):
    """How often each two guests meet, hosts left out."""
    found = rotation(people, tables, rounds)
    return {pair: often for pair, often in found.meetings.items() if not set(pair) & set(found.hosts)}


def met_by_lot(guests, tables, rounds, seed):
    """How often each two guests meet when lots are drawn in each round."""
    met, chance, seats = Counter(), Random(seed), list(range(guests))
    for _ in range(rounds):
        chance.shuffle(seats)
        met.update(pair for table in range(tables) for pair in combinations(sorted(seats[table::tables]), 2))
    return met


def again(met):
    return sum(often * (often - 1) for often in met.values())


@pytest.mark.parametrize(
    ("people", "tables", "rounds"),
    [
        (8, 3, 3),
        (12, 4, 3),
        (16, 4, 4),
        (15, 5, 5),
        (20, 5, 3),
        (25, 5, 4),
        (24, 6, 4),
        (30, 6, 3),
        (42, 7, 3),
        (40, 8, 3),
        (60, 12, 6),
    ],
)
def test_nobody_meets_another_guest_twice_where_that_can_be_done(people, tables, rounds):
    assert max(guests_met(people, tables, rounds).values()) == 1


@pytest.mark.parametrize("rounds", [3, 4])
@pytest.mark.parametrize("tables", [4, 5, 6, 8, 10])
def test_groups_at_tables_of_five_remix_better_than_by_lot(tables, rounds):
    for people in range(3 * tables, min(5 * tables, MOST) + 1):
        lots = [again(met_by_lot(people - tables, tables, rounds, seed)) for seed in range(10)]
        assert again(guests_met(people, tables, rounds)) < sum(lots) / len(lots), people


@pytest.mark.parametrize(("people", "tables"), [(20, 4), (24, 4), (25, 5), (30, 5), (36, 6), (48, 8)])
def test_where_people_must_meet_again_nobody_meets_a_third_time_in_four_rounds(people, tables):
    assert max(guests_met(people, tables, 4).values()) <= 2


def test_two_tables_mix_although_everyone_has_been_at_both():
    assert len(set(rotation(10, 2, 3).rounds[2]) - set(rotation(10, 2, 3).rounds[0])) == 2


@pytest.mark.parametrize("tables", [3, 4, 5])
def test_nobody_stays_at_a_table_when_the_tables_come_again(tables):
    for people in range(2 * tables, MOST + 1):
        found = rotation(people, tables, MOST_ROUNDS)
        guests = set(range(1, people + 1)) - set(found.hosts)
        assert all(here != there for guest in guests for here, there in pairwise(found.path(guest)))


def test_meetings_count_hosts_and_guests():
    found = rotation(4, 2, 2)
    assert found.rounds == (((1, 3), (2, 4)), ((1, 4), (2, 3)))
    assert found.meetings == {(1, 3): 1, (2, 4): 1, (1, 4): 1, (2, 3): 1}


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ((2, 1, 2), BreakoutFault.TOO_FEW_PEOPLE),
        ((61, 6, 3), BreakoutFault.TOO_MANY_PEOPLE),
        ((12, 0, 3), BreakoutFault.TOO_FEW_TABLES),
        ((3, 2, 3), BreakoutFault.TOO_MANY_TABLES),
        ((12, 7, 3), BreakoutFault.TOO_MANY_TABLES),
        ((12, 3, 0), BreakoutFault.NO_ROUNDS),
        ((12, 3, 7), BreakoutFault.TOO_MANY_ROUNDS),
        ((12, 3, 3, (1, 2)), BreakoutFault.HOSTS_DO_NOT_FIT),
        ((12, 3, 3, (1, 2, 2)), BreakoutFault.HOSTS_DO_NOT_FIT),
        ((12, 3, 3, (1, 2, 13)), BreakoutFault.HOSTS_DO_NOT_FIT),
    ],
)
def test_numbers_that_do_not_fit_say_why(asked, fault):
    with pytest.raises(BreakoutRefused) as refused:
        rotation(*asked)
    assert refused.value.fault is fault


@pytest.mark.parametrize("seat", [0, 13])
def test_a_seat_that_nobody_has_goes_nowhere(seat):
    with pytest.raises(KeyError):
        rotation(12, 3, 3).path(seat)
