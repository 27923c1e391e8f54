"""What stands out among the sessions that have arrived."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.overview.arrivals import Sign, arrivals_of, gets_smaller, those_with
from tests.domain.arrived import came, pictured


def signs(*rows):
    """Return the signs of circles C1, C2 ..., each given as its sessions."""
    return [one.signs for one in arrivals_of(pictured(*rows))]


PLAIN = frozenset()


def test_a_session_that_half_of_the_circles_have_sent_is_a_gap_where_it_is_not_here():
    assert signs((came(),), (None,)) == [(PLAIN,), ({Sign.GAP},)]
    assert signs((came(),), (None,), (None,)) == [(PLAIN,), (PLAIN,), (PLAIN,)]


def test_a_session_is_a_gap_when_its_circle_has_sent_a_later_one():
    assert signs((None, came()), (None, None), (None, None)) == [
        ({Sign.GAP}, PLAIN),
        (PLAIN, PLAIN),
        (PLAIN, PLAIN),
    ]


def test_a_program_without_circles_has_no_signs():
    assert signs() == []


@pytest.mark.parametrize(
    ("people", "smaller"),
    [
        ((12, 9, 7), True),
        ((12, 8), True),
        ((12, 9), False),
        ((12, 5, 11), False),
        ((9, 12, 6), True),
        ((3,), False),
        ((), False),
        ((0, 0), False),
        ((1, 0), True),
    ],
)
def test_a_circle_gets_smaller_when_a_third_of_its_people_is_gone(people, smaller):
    assert gets_smaller(people) is smaller


def test_the_sign_of_fewer_people_is_on_the_last_session_that_was_counted():
    (circle,) = arrivals_of(pictured((came(12), came(7), came(None))))
    assert circle.signs == (PLAIN, {Sign.FEWER}, PLAIN)
    assert circle.people == (12, 7)


def test_choices_no_notes_changes_and_an_open_session_have_their_signs():
    assert signs((came(conflicts=2, notes=0, closed=False, news=1),)) == [
        ({Sign.CHOICE, Sign.NO_NOTES, Sign.OPEN, Sign.NEWS},)
    ]


def test_a_guide_is_another_one_only_where_more_than_half_used_one():
    other = came(guide="bridges 2")
    assert signs((came(),), (came(),), (other,)) == [(PLAIN,), (PLAIN,), ({Sign.OTHER_GUIDE},)]
    assert signs((came(),), (other,)) == [(PLAIN,), (PLAIN,)]
    assert signs((came(),), (came(),), (came(guide=""),)) == [(PLAIN,), (PLAIN,), (PLAIN,)]


def test_of_guides_in_three_versions_the_most_used_or_else_the_latest_is_the_usual_one():
    old, new, newest = came(guide="bridges 1.9"), came(guide="bridges 1.10"), came(guide="bridges 2")
    other = ({Sign.OTHER_GUIDE},)
    assert signs((old,), (new,), (newest,)) == [other, other, (PLAIN,)]
    assert signs((old,), (new,), (old,), (newest,)) == [(PLAIN,), other, (PLAIN,), other]


def test_circles_are_found_by_a_sign():
    arrivals = arrivals_of(pictured((came(),), (came(notes=0),)))
    assert [one.circle.code for one in those_with(Sign.NO_NOTES, arrivals)] == ["C2"]
    assert arrivals[1].count(Sign.NO_NOTES) == 1


def test_a_circle_that_goes_on_with_another_is_missed_up_to_its_last_session_only():
    picture = pictured(
        (came(), came(), came()), (came(), None, came(), None), (came(), came(), came(), came())
    )
    first, merged, last = picture.rows
    merged = replace(merged, into="C1")
    rows = (replace(first, sessions=(*first.sessions, None)), merged, last)
    picture = replace(picture, rows=rows, columns=(1, 2, 3, 4))
    assert picture.missing == (("C1", 4), ("C2", 2))
    gaps = [[Sign.GAP in signs for signs in one.signs] for one in arrivals_of(picture)]
    assert gaps == [[False, False, False, True], [False, True, False, False], [False] * 4]


def signs_in_rounds(*rows):
    """Return the signs of circles, each given as its round and its sessions."""
    picture = pictured(*(sessions for _, sessions in rows))
    rounds = [replace(row, round=number) for row, (number, _) in zip(picture.rows, rows, strict=True)]
    return [one.signs for one in arrivals_of(replace(picture, rows=tuple(rounds)))]


def test_a_guide_of_one_round_is_no_other_guide_beside_those_of_another_round():
    spring, autumn = came(guide="bridges 1"), came(guide="porches 1")
    rounds = [(1, (spring,)), (2, (autumn,)), (1, (spring,)), (2, (autumn,)), (1, (spring,)), (2, (spring,))]
    assert signs_in_rounds(*rounds) == [*[(PLAIN,)] * 5, ({Sign.OTHER_GUIDE},)]


def test_a_round_that_has_not_begun_has_no_gaps_because_another_has_ended():
    ended, later = (came(), came()), (None, None)
    assert signs_in_rounds((1, ended), (1, ended), (2, later)) == [(PLAIN, PLAIN)] * 3
    assert signs_in_rounds((2, ended), (2, (came(), None)), (1, later))[1] == (PLAIN, {Sign.GAP})
