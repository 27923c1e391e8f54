"""No number of few people is shown, and whoever knows the rule too cannot work one out."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.overview.hidden_cells import shown, shown_total

TABLES = st.lists(st.integers(0, 60), min_size=1, max_size=7)
LEAST = st.integers(5, 20)


def alike(answers: int, most: int, least: int):
    """Every table there is, by all that a reader sees of it."""
    found = defaultdict(list)
    for counts in product(range(most + 1), repeat=answers):
        found[shown(counts, least), shown_total(counts, least)].append(counts)
    return found.items()


@pytest.mark.parametrize(
    ("answers", "most", "least"), [(1, 30, 5), (2, 30, 5), (3, 16, 5), (4, 8, 5), (2, 40, 10), (3, 18, 10)]
)
def test_whoever_knows_the_rule_too_cannot_work_out_a_hidden_number(answers, most, least):
    for (cells, total), tables in alike(answers, most, least):
        if total is not None and total > most:  # not every table of this total is among these
            continue
        for place, cell in enumerate(cells):
            values = {table[place] for table in tables}
            assert cell is None or values == {cell}
            assert cell is not None or len(values) > 2, (cells, total, tables)


@given(TABLES, LEAST)
def test_what_is_shown_is_true_and_never_of_few_people(counts, least):
    cells, total = shown(counts, least), shown_total(counts, least)
    assert all(cell is None or cell == count >= least for cell, count in zip(cells, counts, strict=True))
    assert total is None or total == sum(counts) >= least


@given(TABLES, LEAST)
def test_what_is_hidden_is_of_many_people_together_and_never_one_number_alone(counts, least):
    hidden = [count for cell, count in zip(shown(counts, least), counts, strict=True) if cell is None]
    if hidden and shown_total(counts, least) is not None:
        assert len(hidden) > 1
        assert sum(hidden) >= least


@given(TABLES, LEAST)
def test_without_a_total_only_numbers_of_few_people_are_hidden(counts, least):
    expected = tuple(None if count < least else count for count in counts)
    assert shown(counts, least, total_shown=False) == expected


@given(TABLES, LEAST)
def test_a_number_is_hidden_whatever_the_order_of_the_answers(counts, least):
    kept = sorted(cell for cell in shown(counts, least) if cell is not None)
    assert kept == sorted(cell for cell in shown(counts[::-1], least) if cell is not None)


def test_a_number_of_few_people_takes_the_smallest_other_one_with_it():
    assert shown([20, 15, 4], 10) == (20, None, None)


def test_nobody_is_a_number_of_few_people_too():
    assert shown([0, 30, 40], 10) == (None, None, 40)


def test_several_numbers_that_leave_room_for_each_other_need_no_further_one():
    assert shown([4, 7, 30], 10) == (None, None, 30)


def test_numbers_that_can_hardly_be_higher_take_a_further_one_with_them():
    assert shown([9, 9, 30, 40], 10) == (None, None, None, 40)


def test_a_total_from_which_all_that_is_hidden_could_be_found_is_hidden_too():
    assert shown_total([9, 9], 10) is None
    assert shown_total([4, 3], 10) is None
    assert shown_total([4, 30], 10) == 34


def test_a_number_that_is_hidden_for_another_reason_takes_one_with_it_where_it_stands_alone():
    assert shown([50, 40, 30], 10, few={0}) == (None, 40, None)
