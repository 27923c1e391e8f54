"""Moves by hand: no number is ever lost or there twice, and nobody moves but who is moved."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.forming.forming import Why
from dialogue_desk.domain.forming.hand_moves import (
    formed_again,
    let_go,
    moved_to,
    not_formed,
    settled_elsewhere,
    settled_where_they_are,
    with_slips,
    without_slips,
)
from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.wish import Place, Wish
from tests.domain.forming.strategies import slips, wishes

SMALL = Wish((Place("Library", ("Tuesday", "Saturday")),), 2, 2, 4, ("en",), facilitators=0)


def everyone(forming):
    unplaced = [number for number, _ in forming.unplaced]
    return Counter([*forming.all_numbers, *unplaced])


def once_each(people):
    return Counter(slip.number for slip in people)


@given(slips(), wishes(), st.data())
def test_a_move_never_loses_or_doubles_a_number_and_moves_nobody_else(people, wish, data):
    forming = formed(people, wish)
    if not forming.circles:
        return
    for _ in range(data.draw(st.integers(0, 4))):
        some = data.draw(st.lists(st.sampled_from([slip.number for slip in people]), max_size=5))
        code = data.draw(st.sampled_from([circle.code for circle in forming.circles]))
        before, forming = forming, moved_to(forming, some, code)
        assert everyone(forming) == once_each(people)
        assert all(forming.places[number] == code for number in some)
        others = before.places.items() - {(one, before.places.get(one)) for one in some}
        assert others <= forming.places.items()
        assert set(some) <= forming.settled


@given(slips(20), slips(10), wishes(), st.data())
def test_whoever_is_settled_never_moves_when_circles_are_formed_again(people, late, wish, data):
    forming = formed(people, wish)
    some = data.draw(st.sets(st.sampled_from([slip.number for slip in people]))) if people else set()
    forming = settled_where_they_are(forming, some)
    known = {slip.number for slip in people}
    late = [slip for slip in late if slip.number not in known]
    again = formed_again(with_slips(forming, late), wish)
    assert everyone(again) == once_each([*people, *late])
    assert {one: forming.places[one] for one in forming.settled}.items() <= again.places.items()


@given(slips(20), wishes(), st.data())
def test_slips_that_go_are_gone_everywhere_and_no_other_moves(people, wish, data):
    forming = formed(people, wish).all_settled()
    gone = data.draw(st.sets(st.sampled_from([slip.number for slip in people]))) if people else set()
    left = without_slips(forming, gone)
    assert everyone(left) == once_each(slip for slip in people if slip.number not in gone)
    assert left.settled == forming.settled - gone and left.places.items() <= forming.places.items()


@given(slips(20), wishes(), st.data())
def test_a_slip_typed_again_stays_where_it_is(people, wish, data):
    forming = formed(people, wish)
    if not people:
        return
    again = data.draw(st.sampled_from(people))
    typed = Slip(again.number, facilitates=not again.facilitates)
    after = with_slips(forming, [typed])
    assert everyone(after) == once_each(people) and after.places == forming.places
    for circle in after.circles:
        assert all(after.by_number[number].facilitates for number in circle.facilitators)
        assert not any(after.by_number[number].facilitates for number in circle.numbers)


def test_who_was_settled_and_is_let_go_may_move():
    forming = formed([Slip(number) for number in range(1, 7)], SMALL).all_settled()
    assert let_go(forming, [1, 2]).settled == {3, 4, 5, 6}


def test_slips_that_are_not_formed_yet_all_wait():
    forming = not_formed(SMALL, [Slip(2), Slip(1)])
    assert forming.unplaced == ((1, Why.WAITING), (2, Why.WAITING)) and not forming.circles


def test_who_is_in_no_circle_is_not_settled():
    assert settled_where_they_are(not_formed(SMALL, [Slip(1)]), [1]).settled == frozenset()


def test_a_circle_that_another_wish_does_not_have_is_named():
    forming = formed([Slip(number) for number in range(1, 7)], SMALL).all_settled()
    assert settled_elsewhere(forming, Wish(circles=1, places=(Place("Hall"),))) == ("C02",)
    assert settled_elsewhere(forming, SMALL) == ()


def test_forming_ends_when_a_person_wants_that():
    def stop():
        raise InterruptedError

    with pytest.raises(InterruptedError):
        formed_again(not_formed(SMALL, [Slip(number) for number in range(1, 7)]), SMALL, stop)
