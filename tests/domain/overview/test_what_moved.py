"""How answers moved: of the same circles where there are such, and never of few people."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.questionnaire import SCALE, Questionnaire, Statement
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.overview.what_moved import Known, agreeing, answers_moved
from tests.domain.overview.test_counted_pools import picture

ASKED = Questionnaire(tuple(Statement(key, (("en", key),)) for key in ("heard", "trust", "ask")))
LEAST = 10


def pile(place, kind, circles, heard, **more):
    """A pile in which all who answer were asked one thing: the counts of the five steps."""
    counts = [("heard", step, count) for step, count in zip(SCALE, heard, strict=True)]
    counts += [(key, "5", count) for key, count in more.items()]
    slips = max(sum(heard), *more.values(), 1)
    pool = PooledCounts(kind, tuple(RecordId(f"c{one}") for one in circles), slips, tuple(counts))
    return Stored(RecordId(f"pool{place}"), RecordId("program"), pool)


def moved(*pools, asked=ASKED):
    seen = picture([12] * 6, tuple(pools))
    return answers_moved(replace(seen, work=replace(seen.work, questionnaire=asked)))


BEFORE = pile(1, SlipKind.BEFORE, (1, 2, 3), (5, 5, 5, 10, 5))
AFTER = pile(2, SlipKind.AFTER, (1, 2, 3), (2, 2, 6, 10, 10))


def test_who_agrees_is_counted_of_those_who_answered_in_the_same_circles():
    found = moved(BEFORE, AFTER)
    (heard,) = found.statements
    assert (heard.before.agree, heard.before.answered, heard.before.percent) == (15, 30, 50)
    assert (heard.after.percent, heard.change) == (67, 17)
    assert (found.before, found.after, found.met, found.same, found.slips) == (3, 3, 6, True, (30, 30))


def test_of_the_circles_that_met_none_is_counted_that_was_erased_since():
    piles = [pile(1, SlipKind.BEFORE, (1, 2, 9), (5, 5, 5, 10, 5)), AFTER]
    seen = picture([12] * 2, tuple(piles))
    found = answers_moved(replace(seen, work=replace(seen.work, questionnaire=ASKED)))
    assert (found.before, found.after, found.met) == (2, 2, 2)


def test_nothing_moved_where_it_was_not_counted_twice_or_nobody_asks():
    assert moved(BEFORE) is None
    assert moved(AFTER) is None
    assert moved(BEFORE, AFTER, asked=None) is None


def test_piles_of_other_circles_are_left_out_where_some_are_of_the_same():
    other = pile(3, SlipKind.BEFORE, (4, 5), (0, 0, 0, 0, 20))
    found = moved(BEFORE, AFTER, other)
    assert found.same and found.slips == (30, 30)


def test_two_piles_before_that_became_one_after_are_compared():
    one, two = (
        pile(1, SlipKind.BEFORE, (1, 2), (5, 0, 0, 10, 0)),
        pile(3, SlipKind.BEFORE, (3,), (5, 0, 0, 0, 5)),
    )
    found = moved(one, two, AFTER)
    assert found.same and found.statements[0].before.agree == 15


def test_other_circles_are_compared_only_where_there_are_no_others_and_it_is_said():
    found = moved(BEFORE, pile(2, SlipKind.AFTER, (2, 3, 4, 5), (2, 2, 6, 10, 10)))
    assert not found.same and (found.before, found.after) == (3, 4)


def test_statements_asked_once_and_those_of_earlier_words_are_told():
    before = pile(1, SlipKind.BEFORE, (1, 2, 3), (5, 5, 5, 10, 5), trust=20, old=12)
    found = moved(before, AFTER)
    assert (len(found.statements), found.once, found.earlier) == (1, 1, 1)


def test_slips_on_two_piles_count_once_and_it_is_told():
    twice = pile(3, SlipKind.AFTER, (3, 4), (0, 0, 0, 0, 20))
    found = moved(BEFORE, AFTER, twice)
    assert (found.left_out, found.slips) == (1, (30, 30))


@pytest.mark.parametrize(
    ("agree", "others", "known"),
    [
        (10, 10, Known.EXACTLY),
        (9, 10, Known.FEW),
        (0, 30, Known.FEW),
        (30, 0, Known.ALL_BUT_FEW),
        (21, 9, Known.ALL_BUT_FEW),
        (9, 9, Known.HIDDEN),
        (0, 10, Known.HIDDEN),
        (10, 0, Known.HIDDEN),
        (0, 0, Known.HIDDEN),
    ],
)
def test_few_people_are_not_told_on_either_side(agree, others, known):
    found = agreeing({"5": agree, "1": others}, LEAST)
    assert found.known is known
    assert found.percent is None or known is Known.EXACTLY


@given(st.integers(5, 12), st.integers(0, 60), st.integers(0, 60))
def test_what_is_told_leaves_all_of_the_few_or_tells_of_many(least, agree, others):
    """Brute force: who knows the rule and reads one number finds no number of few people."""
    told = agreeing({"4": agree, "2": others}, least)
    answered = agree + others
    if told.known is Known.HIDDEN:
        assert told.answered == 0
        return
    possible = [
        one for one in range(answered + 1) if agreeing({"4": one, "2": answered - one}, least) == told
    ]
    if told.known is Known.EXACTLY:
        assert possible == [agree] and min(agree, others) >= least
    else:
        assert len(possible) == least


@given(
    st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=3, unique=True), min_size=1, max_size=4),
    st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=3, unique=True), min_size=1, max_size=4),
)
def test_compared_circles_are_the_same_or_it_is_said(before, after):
    pools = [pile(f"b{place}", SlipKind.BEFORE, one, (3, 3, 3, 3, 3)) for place, one in enumerate(before)]
    pools += [pile(f"a{place}", SlipKind.AFTER, one, (3, 3, 3, 3, 3)) for place, one in enumerate(after)]
    found = moved(*pools)
    if found.same:
        assert found.before == found.after
    # Each circle counts once: no more answers than piles of different circles can have.
    assert found.slips[0] <= 15 * found.before and found.slips[1] <= 15 * found.after
