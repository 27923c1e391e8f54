"""What stays of the slips: sums of the whole program in which nobody can be worked out."""

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.sums import sums_of
from dialogue_desk.domain.forming.wish import Wish


def sums_with(**counts: int):
    groups = [group for group, count in counts.items() for _ in range(count)]
    people = [Slip(number, frozenset({group})) for number, group in enumerate(groups, 1)]
    return sums_of(formed(people, Wish(smallest=5, largest=10, facilitators=0)))


def test_large_groups_are_summed():
    found = sums_with(north=15, south=20)
    assert (found.people, dict(found.groups)) == (35, {"north": 15, "south": 20})


def test_a_group_of_few_is_hidden_with_the_next_one_that_would_give_it_away():
    assert dict(sums_with(north=20, south=15, hill=4).groups) == {"north": 20, "south": None, "hill": None}


def test_few_people_in_all_are_hidden():
    assert sums_with(north=9).people is None


@given(st.dictionaries(st.sampled_from(["north", "south", "hill", "river"]), st.integers(1, 30)))
def test_no_hidden_group_can_be_found_from_the_total(counts):
    found = sums_with(**counts)
    hidden = [group for group, count in found.groups if count is None]
    assert all(count is None or count >= 10 for _, count in found.groups)
    assert len(hidden) != 1 or len(found.groups) == 1
