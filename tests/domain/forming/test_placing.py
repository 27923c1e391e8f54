"""Forming circles: the laws that hold whatever people wrote on their slips."""

import time
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.forming.forming import UnmetKind, Why
from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.slips import NEVER_ALONE, OFFICERS, YOUNG, Need, Slip
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from tests.domain.forming.strategies import slips, wishes

SMALL = Wish(smallest=2, largest=4, facilitators=0)


def in_group(*groups: str) -> frozenset[str]:
    return frozenset(groups)


@given(slips(), wishes())
def test_every_number_is_placed_once_or_named_with_the_reason(people, wish):
    found = formed(people, wish)
    placed = [number for circle in found.circles for number in circle.everyone]
    assert Counter([*placed, *(number for number, _ in found.unplaced)]) == Counter(
        slip.number for slip in people
    )


@given(slips(), wishes())
def test_nobody_is_alone_as_the_only_officer_or_young_person(people, wish):
    found = formed(people, wish)
    for circle in found.circles:
        for group in NEVER_ALONE:
            assert sum(group in slip.groups for slip in found.of(circle.numbers)) != 1


@given(slips(), wishes())
def test_time_language_and_place_suit_whoever_is_in_a_circle(people, wish):
    found = formed(people, wish)
    for circle in found.circles:
        assert len(circle.numbers) <= wish.largest
        for slip in found.of(circle.everyone):
            assert slip.can_come(circle.meeting.time)
            assert slip.speaks(circle.language) or Need.INTERPRETER in slip.needs
            assert not slip.needs & circle.meeting.place.lacks
        assert all(slip.speaks(circle.language) for slip in found.of(circle.facilitators))


@given(slips(), wishes())
def test_whoever_needs_an_interpreter_has_one(people, wish):
    found = formed(people, wish)
    for circle in found.circles:
        for slip in found.of(circle.numbers):
            if not slip.speaks(circle.language):
                assert slip.languages[0] in found.interpreted(circle)


@given(slips(), wishes(), st.randoms())
def test_the_same_numbers_in_any_order_make_the_same_circles(people, wish, chance):
    mixed = list(people)
    chance.shuffle(mixed)
    assert formed(mixed, wish) == formed(people, wish)


@given(slips(), slips(10), wishes())
def test_settled_numbers_stay_whoever_else_comes(people, late, wish):
    before = formed(people, wish)
    known = {slip.number for slip in people}
    again = formed([*people, *(slip for slip in late if slip.number not in known)], wish, before.places)
    assert before.places.items() <= again.places.items()


@given(slips(), wishes())
def test_who_finds_no_seat_is_told_the_truth(people, wish):
    found = formed(people, wish)
    for number, why in found.unplaced:
        slip = found.by_number[number]
        if why is Why.NO_TIME:
            assert not any(slip.can_come(circle.meeting.time) for circle in found.circles)
        if why is Why.FULL and not slip.facilitates:
            fits = [one for one in found.circles if slip.can_come(one.meeting.time)]
            fits = [one for one in fits if slip.follows(one.language) and one.meeting.admits(slip)]
            assert fits and all(len(one.numbers) == wish.largest for one in fits)


def test_a_lone_officer_is_left_out_rather_than_recognized():
    people = [Slip(1, in_group(OFFICERS)), Slip(2), Slip(3), Slip(4)]
    found = formed(people, SMALL)
    assert found.unplaced == ((1, Why.ALONE),)


def test_two_young_people_who_can_both_come_sit_together():
    people = [Slip(number, in_group(YOUNG) if number in (2, 9) else in_group()) for number in range(1, 17)]
    found = formed(people, SMALL)
    assert found.places[2] == found.places[9] and not found.unplaced


def test_each_circle_gets_as_many_of_a_group_as_is_wished():
    people = [Slip(number, in_group("north" if number <= 8 else "south")) for number in range(1, 33)]
    wish = Wish(circles=4, smallest=8, largest=8, shares=(Share("north", 2, 2),), facilitators=0)
    assert formed(people, wish).unmet == ()


def test_a_group_that_is_too_few_meets_the_wish_in_as_many_circles_as_it_can():
    people = [Slip(number, in_group("north" if number <= 5 else "south")) for number in range(1, 33)]
    wish = Wish(circles=4, smallest=8, largest=8, shares=(Share("north", 2),), facilitators=0)
    short = [one for one in formed(people, wish).unmet if one.kind is UnmetKind.LEAST]
    assert len(short) == 2


def test_people_are_moved_and_swapped_until_each_circle_has_what_it_wishes():
    only = {4: frozenset({"Saturday"}), 7: frozenset({"Tuesday"})}
    people = [
        Slip(
            number,
            in_group("north" if number in (1, 4, 5, 8) else "south"),
            times=only.get(number, frozenset()),
        )
        for number in range(1, 9)
    ]
    place = Place("Library", ("Tuesday", "Saturday"))
    wish = Wish((place,), 2, 4, 4, ("en",), (Share("north", 2),), facilitators=0)
    found = formed(people, wish)
    assert found.unmet == () and found.unplaced == ()


def test_others_move_along_so_that_whoever_has_few_choices_finds_a_seat():
    times = ({"b", "c"}, {"c", "d"}, {"b", "c"}, {"a"})
    people = [Slip(number, times=frozenset(suit)) for number, suit in enumerate(times, 1)]
    wish = Wish((Place("Library", ("a", "b", "c", "d")),), 4, 1, 1, facilitators=0)
    assert formed(people, wish).unplaced == ()


def test_spanish_speakers_get_a_circle_in_spanish_when_they_fill_one():
    people = [Slip(number, languages=("es",) if number <= 8 else ("en",)) for number in range(1, 17)]
    found = formed(people, Wish(smallest=6, largest=8, facilitators=0))
    assert {circle.language for circle in found.circles} == {"en", "es"} and not found.unplaced


def test_two_facilitators_lead_a_circle_and_differ():
    leads = [Slip(90, in_group("north"), facilitates=True), Slip(91, in_group("north"), facilitates=True)]
    leads += [Slip(92, in_group("south"), facilitates=True), Slip(93, in_group("south"), facilitates=True)]
    people = [Slip(number) for number in range(1, 9)]
    found = formed([*people, *leads], Wish(smallest=4, largest=4))
    assert len(found.circles) == 2 and found.unmet == ()


def test_a_place_with_steps_gets_nobody_who_cannot_climb_them():
    up, level = Place("Upstairs", lacks=frozenset({Need.STEP_FREE})), Place("Library")
    people = [Slip(number, needs=frozenset({Need.STEP_FREE} if number < 4 else ())) for number in range(1, 9)]
    found = formed(people, Wish((up, level), 2, 4, 4, facilitators=0))
    assert not found.unplaced
    assert all(slip.needs for slip in found.of(found.circles[1].numbers[:3]))


def test_numbers_moved_by_hand_stay_there_even_where_the_wish_breaks():
    people = [Slip(1, in_group(OFFICERS)), *(Slip(number) for number in range(2, 9))]
    found = formed(people, SMALL)
    moved = found.moved(1, "C02")
    again = formed(moved.slips, moved.wish, {1: "C02"})
    assert moved.places[1] == again.places[1] == "C02"
    assert UnmetKind.ALONE in {one.kind for one in again.unmet}


@pytest.mark.parametrize("settled", [{7: "C01"}, {1: "X"}])
def test_what_is_not_there_cannot_be_settled(settled):
    with pytest.raises(KeyError):
        formed([Slip(1)], SMALL, settled)


def test_a_number_on_two_slips_is_refused():
    with pytest.raises(ValueError, match="one slip"):
        formed([Slip(1), Slip(1)], SMALL)


def test_four_hundred_numbers_are_in_forty_circles_within_five_seconds():
    chance, days = Random(4), ("Monday", "Tuesday", "Wednesday", "Thursday")
    groups = ("north", "south", "hill", "river", OFFICERS, YOUNG)
    people = [
        Slip(
            number,
            frozenset(chance.sample(groups, 2)),
            chance.choice((("en",), ("en",), ("es",), ("en", "es"))),
            frozenset(chance.sample(days, 2)),
            facilitates=number > 400,
        )
        for number in range(1, 481)
    ]
    wish = Wish((Place("Library", days, 10),), 40, shares=(Share("north", 2), Share("hill", 1, 6)))
    begun = time.process_time()
    found = formed(people, wish)
    assert time.process_time() - begun < 5
    assert len(found.circles) == 40
