"""Support counts circles, and dots only beside what each circle had to give."""

from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.overview.proposals import proposals_of
from dialogue_desk.domain.overview.support import AlikeDots, support_of
from tests.domain.overview.circle_ideas import ideas_picture, proposed

THREE, TEN = DotVote(3, 8), DotVote(10, 8)


def support(*ideas, likenesses=()):
    (found,) = proposals_of(ideas_picture(*ideas, likenesses=likenesses))
    return support_of(found)


def test_dots_of_unlike_ballots_are_never_added_up():
    made = support(
        proposed("C01", "A bench", dots=7, vote=THREE), proposed("C02", "A bench", dots=9, vote=TEN)
    )
    assert made.circles == ("C01", "C02")
    assert [(one.circle, one.dots, one.vote.budget) for one in made.dots] == [("C01", 7, 24), ("C02", 9, 80)]
    assert made.together is None


def test_dots_of_alike_ballots_have_a_sum_with_its_budget():
    made = support(
        proposed("C01", "A bench", dots=7, vote=THREE),
        proposed("C02", "A bench", dots=2, vote=DotVote(3, 10)),
        proposed("C03", "A bench"),
    )
    assert made.together == AlikeDots(9, 54, 3, 2)
    assert len(made.circles) == 3


def test_nothing_is_added_up_where_a_budget_is_not_known_or_one_circle_voted():
    assert support(proposed("C01", "A bench", dots=7, vote=THREE)).together is None
    assert (
        support(proposed("C01", "A bench", dots=7, vote=THREE), proposed("C02", "A bench", dots=1)).together
        is None
    )


def test_two_ideas_on_one_ballot_have_one_sum():
    one, other = (proposed("C01", what, dots=2, vote=THREE) for what in ("A bench", "Benches"))
    joined = likeness(one.action_id, other.action_id, Rung.DUPLICATE)
    assert [(it.dots, it.vote) for it in support(one, other, likenesses=[joined]).dots] == [(4, THREE)]


def test_two_sessions_of_a_circle_voted_twice():
    made = support(
        proposed("C01", "A bench", number=2, dots=0, vote=TEN),
        proposed("C01", "a bench", number=1, dots=1, vote=THREE),
    )
    assert [(it.number, it.dots) for it in made.dots] == [(1, 1), (2, 0)]
    assert made.circles == ("C01",)
