"""Which circles meet, and in which language."""

from dialogue_desk.domain.forming.opening_circles import open_circles
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.wish import Place, Wish

TIMES = ("Tuesday", "Wednesday", "Saturday")
WISH = Wish((Place("Library", TIMES),), smallest=4, largest=6)


def people(count: int, first: int = 1, **what):
    return [Slip(number, **what) for number in range(first, first + count)]


def opened(slips, wish=WISH, settled=None, count=None):
    return [(meeting.time, language) for meeting, language in open_circles(wish, slips, settled or {}, count)]


def test_nobody_opens_no_circle():
    assert opened([]) == []


def test_as_many_meet_as_the_numbers_fill():
    assert len(opened(people(10))) == 2 and len(opened(people(99))) == 3


def test_no_more_meet_than_can_have_enough_people():
    assert len(opened(people(9), count=3)) == 2


def test_whoever_can_come_to_no_circle_fills_none():
    assert len(opened([*people(4), *people(8, 20, times=frozenset({"Sunday"}))])) == 1


def test_a_circle_meets_when_those_with_one_choice_can_come():
    slips = [*people(4), *people(4, 20, times=frozenset({"Saturday"}))]
    assert ("Saturday", "en") in opened(slips, count=2)


def test_a_circle_is_in_the_language_of_those_who_speak_no_other():
    slips = [*people(4, languages=("en",)), *people(4, 20, languages=("es",))]
    assert sorted(language for _, language in opened(slips, count=2)) == ["en", "es"]


def test_the_language_of_a_place_is_that_of_its_circles():
    wish = Wish((Place("Library", TIMES, language="es"),), smallest=4, largest=6)
    assert opened(people(5), wish)[0][1] == "es"


def test_circles_in_which_somebody_is_settled_meet_and_their_free_seats_count():
    slips = people(6)
    assert opened(slips, settled={1: "C03"}) == [("Saturday", "en")]


def test_a_facilitator_who_is_settled_keeps_a_circle_open():
    slips = [*people(5), Slip(90, facilitates=True)]
    assert ("Saturday", "en") in opened(slips, settled={90: "C03"})
