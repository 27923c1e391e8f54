"""Which piles count: no circle's slips twice, whoever typed them in."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.overview.counted_pools import (
    counted_pools,
    heads_of,
    not_yet_on_a_pile,
    suggested_pile,
)
from dialogue_desk.domain.overview.program_overview import ArrivedSession, CircleRow, ProgramPicture
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.session_folder import Stored

CIRCLES = st.lists(st.integers(1, 6), min_size=1, max_size=4, unique=True)


def stored(place, circles, kind=SlipKind.TALLY):
    pool = PooledCounts(kind, tuple(RecordId(f"c{one}") for one in circles), 10)
    return Stored(RecordId(f"pool{place}"), RecordId("program"), pool)


def picture(people, pools=()):
    """A picture of circles c1, c2 and on; a list has the people of several sessions."""
    rows = []
    for number, one in enumerate(people, 1):
        several = one if isinstance(one, list) else [one]
        sessions = tuple(
            ArrivedSession(RecordId(f"s{number}.{place}"), counted, 0, 0, 0, True)
            for place, counted in enumerate(several)
        )
        rows.append(CircleRow(RecordId(f"c{number}"), f"C{number:02}", "", "en", sessions))
    return ProgramPicture(
        RecordId("program"), None, (1,), tuple(rows), *((),) * 8, minutes=0, work=ProgramWork(pools=pools)
    )


@given(st.lists(CIRCLES, max_size=6), st.randoms())
def test_no_circle_counts_twice_whatever_the_order(piles, random):
    pools = [stored(place, circles) for place, circles in enumerate(piles)]
    found = counted_pools(pools, SlipKind.TALLY)
    every = [circle for one in found.pools for circle in one.body.circles]
    assert len(every) == len(set(every))
    assert {*found.pools, *found.left_out} == set(pools)
    random.shuffle(pools)
    assert counted_pools(pools, SlipKind.TALLY) == found


def test_the_first_of_two_piles_that_overlap_counts_and_other_kinds_are_apart():
    one, two, three = stored(1, (1, 2)), stored(2, (2, 3)), stored(3, (2,), SlipKind.AFTER)
    found = counted_pools((three, two, one), SlipKind.TALLY)
    assert (found.pools, found.left_out) == ((one,), (two,))
    assert found.circles == {"c1", "c2"}


def test_a_circle_that_goes_on_with_another_one_hands_in_slips_of_its_own_only_before():
    seen = picture([12, 12])
    first, other = seen.rows
    seen = replace(seen, rows=(replace(first, into=other.code), other))
    assert not_yet_on_a_pile(seen, SlipKind.TALLY) == not_yet_on_a_pile(seen, SlipKind.AFTER) == ("c2",)
    assert not_yet_on_a_pile(seen, SlipKind.BEFORE) == ("c1", "c2")


def test_a_pile_with_a_circle_that_counts_otherwise_is_left_out():
    one, two = stored(1, (1, 2)), stored(2, (3, 4))
    assert counted_pools((one, two), SlipKind.TALLY, {RecordId("c1")}).pools == (two,)


def test_a_circle_has_the_most_people_of_one_session():
    seen = picture([[7, None, 9], 4, None])
    assert heads_of(seen, ("c1", "c2")) == 13
    assert heads_of(seen, ("c1", "c3")) is None
    assert heads_of(seen, ("c1", "gone")) is None


def test_circles_on_no_pile_are_suggested_until_there_are_enough_people():
    seen = picture([8, 6, 9, 7, None], (stored(1, (1,)),))
    free = not_yet_on_a_pile(seen, SlipKind.TALLY)
    assert free == ("c2", "c3", "c4", "c5")
    assert suggested_pile(seen, SlipKind.TALLY, free, 10) == ("c2", "c3", "c4")
    assert suggested_pile(seen, SlipKind.TALLY, free, 7) == ("c2", "c3")
    assert suggested_pile(seen, SlipKind.TALLY, free, 99) == ("c2", "c3", "c4")
    assert not_yet_on_a_pile(seen, SlipKind.AFTER)[0] == "c1"


def test_after_the_last_session_the_circles_of_a_pile_from_before_are_suggested():
    seen = picture([8, 6, 9, 7], (stored(1, (3, 4), SlipKind.BEFORE), stored(2, (1,), SlipKind.AFTER)))
    free = not_yet_on_a_pile(seen, SlipKind.AFTER)
    assert suggested_pile(seen, SlipKind.AFTER, free, 10) == ("c3", "c4")
    assert suggested_pile(seen, SlipKind.AFTER, ("c2", "c3"), 10) == ("c2", "c3")
