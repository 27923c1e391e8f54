"""Circles formed from numbers: moved by hand, told what they lack, summed up for each place."""

import pytest
from hypothesis import given

from dialogue_desk.domain.forming.forming import Unmet, UnmetKind, provisions
from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.slips import OFFICERS, Need, Slip
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from tests.domain.forming.strategies import slips, wishes

LIBRARY = Place("Library", ("Tuesday", "Saturday"), lacks=frozenset({Need.STEP_FREE}))


def four_and_four(wish: Wish | None = None):
    people = [Slip(number) for number in range(1, 9)]
    return formed(people, wish or Wish((LIBRARY,), 2, 3, 4, ("en",), facilitators=0))


def test_a_moved_number_is_in_its_new_circle_alone_and_settled():
    before = four_and_four()
    number = before.circles[0].numbers[0]
    after = before.moved(number, "C02")
    assert after.places[number] == "C02" and after.settled == {number}
    assert sorted(after.all_numbers) == sorted(before.all_numbers)


def test_a_number_without_a_circle_can_be_moved_to_one():
    people = [*(Slip(number) for number in range(1, 5)), Slip(9, frozenset({OFFICERS}))]
    found = formed(people, Wish(smallest=2, largest=8, facilitators=0))
    assert [number for number, _ in found.unplaced] == [9]
    moved = found.moved(9, "C01")
    assert moved.unplaced == () and Unmet(UnmetKind.ALONE, "C01", OFFICERS, 1) in moved.unmet


def test_a_facilitator_who_is_moved_still_leads():
    people = [*(Slip(number) for number in range(1, 9)), Slip(90, facilitates=True)]
    found = formed(people, Wish((LIBRARY,), 2, 3, 4, facilitators=1))
    other = next(circle.code for circle in found.circles if 90 not in circle.facilitators)
    moved = found.moved(90, other)
    assert [circle.facilitators for circle in moved.circles if circle.code == other] == [(90,)]


@pytest.mark.parametrize(("number", "code"), [(77, "C01"), (1, "C77")])
def test_who_and_where_must_be_there(number, code):
    with pytest.raises(KeyError):
        four_and_four().moved(number, code)


def test_what_a_circle_lacks_is_said_with_both_numbers():
    wish = Wish((LIBRARY,), 2, 3, 4, ("en",), (Share("north", 2), Share(OFFICERS, 0, 0)), 2)
    found = four_and_four(wish)
    for number in found.circles[1].numbers[:2]:
        found = found.moved(number, "C01")
    told = {(one.kind, one.circle, one.found, one.wished) for one in found.unmet}
    assert (UnmetKind.TOO_MANY, "C01", 6, 4) in told
    assert (UnmetKind.TOO_FEW, "C02", 2, 3) in told
    assert (UnmetKind.LEAST, "C01", 0, 2) in told
    assert (UnmetKind.FACILITATORS, "C01", 0, 2) in told


def test_whom_a_move_by_hand_does_not_suit_is_said():
    late = Slip(9, languages=("es",), times=frozenset({"Saturday"}), needs=frozenset({Need.STEP_FREE}))
    people = [*(Slip(number) for number in range(1, 9)), late]
    moved = formed(people, Wish((LIBRARY,), 2, 3, 5, ("en",), facilitators=0)).moved(9, "C01")
    kinds = {one.kind for one in moved.unmet if one.number == 9}
    assert kinds == {UnmetKind.TIME, UnmetKind.LANGUAGE, UnmetKind.PLACE}


@given(slips(), wishes())
def test_the_sheets_of_places_add_up_to_everybody_and_their_needs(people, wish):
    found = formed(people, wish)
    sheets = [one for times in provisions(found).values() for one in times]
    assert sum(one.people for one in sheets) == len(found.all_numbers)
    assert sum(one.circles for one in sheets) == len(found.circles)
    for need in set(Need) - {Need.INTERPRETER}:
        wanted = sum(need in slip.needs for slip in found.of(found.all_numbers))
        assert sum(one.needs.get(need, 0) for one in sheets) == wanted


def test_a_circle_in_two_foreign_languages_has_two_interpreters():
    heard = frozenset({Need.INTERPRETER})
    people = [Slip(number, languages=("en",)) for number in range(1, 7)]
    people += [Slip(7, languages=("vi",), needs=heard), Slip(8, languages=("so",), needs=heard)]
    found = formed(people, Wish((Place("Library"),), 1, 4, 8, ("en",), facilitators=0))
    (provision,) = provisions(found)["Library"]
    assert provision.interpreters == {"so": 1, "vi": 1}
