"""Who leads which circle."""

from dialogue_desk.domain.forming.forming import Why
from dialogue_desk.domain.forming.leading_pairs import facilitators_of
from dialogue_desk.domain.forming.slips import Need, Slip
from dialogue_desk.domain.forming.wish import Meeting, Place

UPSTAIRS = Place("Upstairs", ("Tuesday",), lacks=frozenset({Need.STEP_FREE}))
CIRCLES = [(Meeting("C01", UPSTAIRS, "Tuesday"), "en"), (Meeting("C02", Place("Hall"), "Saturday"), "es")]


def lead(number: int, group: str = "", **what):
    return Slip(number, frozenset({group} if group else ()), facilitates=True, **what)


def test_each_circle_gets_one_before_any_gets_a_second():
    found, without = facilitators_of(CIRCLES, [lead(1), lead(2)], 2, {})
    assert [len(each) for each in found] == [1, 1] and not without


def test_whoever_can_lead_one_circle_alone_leads_it():
    only = lead(1, languages=("es",))
    found, _ = facilitators_of(CIRCLES, [only, lead(2)], 1, {})
    assert found == [(2,), (1,)]


def test_the_second_is_of_another_background_where_there_is_one():
    leads = [lead(1, "north"), lead(2, "north"), lead(3, "south")]
    ((*pair,),), _ = facilitators_of(CIRCLES[:1], leads, 2, {})
    assert 3 in pair


def test_two_of_one_background_lead_rather_than_one_alone():
    found, _ = facilitators_of(CIRCLES[:1], [lead(1, "north"), lead(2, "north")], 2, {})
    assert found == [(1, 2)]


def test_whoever_is_settled_leads_that_circle():
    found, _ = facilitators_of(CIRCLES, [lead(1), lead(2)], 1, {1: 1})
    assert found == [(2,), (1,)]


def test_whoever_leads_none_is_told_why():
    leads = [
        lead(1, times=frozenset({"Sunday"})),
        lead(2, times=frozenset({"Tuesday"}), languages=("es",)),
        lead(3, times=frozenset({"Tuesday"}), needs=frozenset({Need.STEP_FREE})),
        lead(4),
        lead(5),
        lead(6),
    ]
    _, without = facilitators_of(CIRCLES, leads, 1, {})
    assert without == {1: Why.NO_TIME, 2: Why.NO_LANGUAGE, 3: Why.NO_PLACE, 6: Why.FULL}
