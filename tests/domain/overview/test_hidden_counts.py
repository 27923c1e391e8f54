"""No number of a few people is printed, and none can be worked out from what is."""

from collections import defaultdict
from itertools import product

import pytest

from dialogue_desk.domain.overview.hidden_counts import may_be_printed, printed_total


def seen(counts, least):
    """All that a reader sees: each number that is printed, that one is hidden, or that nobody counted."""
    cells = tuple(tuple(one if may_be_printed(one, least) else "?" for one in row) for row in counts)
    return cells, printed_total(counts, least)


@pytest.mark.parametrize(
    ("circles", "sessions", "least", "most"),
    [(1, 1, 5, 12), (1, 3, 3, 6), (2, 1, 5, 12), (3, 1, 4, 9), (2, 2, 3, 6), (4, 1, 4, 5), (3, 2, 3, 4)],
)
@pytest.mark.parametrize("fewest", [0, 1])
def test_whoever_knows_the_rule_too_cannot_work_out_a_hidden_number(circles, sessions, least, most, fewest):
    """Every table there is: those that look the same to a reader differ in each number of a few people.

    A reader may also know that nowhere was nobody: then the ``fewest`` is one.
    """
    values = (None, *range(fewest, most + 1))
    alike = defaultdict(list)
    for cells in product(values, repeat=circles * sessions):
        table = tuple(cells[row * sessions : (row + 1) * sessions] for row in range(circles))
        alike[seen(table, least)].append(table)
    for tables in alike.values():
        for row, column in product(range(circles), range(sessions)):
            found = {table[row][column] for table in tables}
            if len(found) == 1:
                (one,) = found
                assert not one or one >= least, tables


def test_one_small_circle_alone_is_left_out_of_the_total():
    made = printed_total(((3, 2), (14,), (11,), (None,)), 10)
    assert (made.total, made.circles) == (25, 2)


def test_several_small_circles_are_in_the_total_together():
    made = printed_total(((3,), (8,), (11, 12)), 10)
    assert (made.total, made.circles) == (23, 3)


def test_circles_that_all_lack_one_person_are_left_out():
    assert printed_total(((9,), (9,), (12,)), 10).total == 12


def test_circles_that_all_had_one_person_are_left_out():
    assert printed_total(((1,), (1,), (12,)), 10).total == 12
    assert printed_total(((1,), (3,), (12,)), 10).total == 16


def test_so_few_in_all_are_not_told_at_all():
    assert printed_total(((3,), (4,)), 10).total is None
