"""Voices, invitations and pooled slips: sums that can be, and never more answers than slips."""

import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice

A, B = RecordId("a"), RecordId("b")


def test_hopes_and_invitations_are_numbers_of_people():
    assert Voice("Renters", hoped=40).hoped == 40
    with pytest.raises(ValueError, match="hoped"):
        Voice("Renters", hoped=-1)
    with pytest.raises(ValueError, match="sign up"):
        Invitation("Youth council", signed_up=-1)
    with pytest.raises(ValueError, match="day"):
        Invitation("Youth council", day="2027-02-30")


def test_a_pile_says_how_many_answered_each_question():
    pile = PooledCounts(SlipKind.TALLY, (A, B), 20, (("age", "under 18", 5), ("age", "65", 12)))
    assert pile.answered("age") == 17
    assert pile.answered("gender") == 0


@pytest.mark.parametrize(
    "made",
    [
        lambda: PooledCounts(SlipKind.TALLY, (), 20),
        lambda: PooledCounts(SlipKind.TALLY, (A, A), 20),
        lambda: PooledCounts(SlipKind.TALLY, (A,), 0),
        lambda: PooledCounts(SlipKind.TALLY, (A,), 20, (("age", "65", 21),)),
        lambda: PooledCounts(SlipKind.TALLY, (A,), 20, (("age", "65", 11), ("age", "18", 10))),
        lambda: PooledCounts(SlipKind.TALLY, (A,), 20, (("age", "65", 1), ("age", "65", 1))),
        lambda: PooledCounts(SlipKind.AFTER, (A,), 1, said=("It helped.", "It did.")),
    ],
)
def test_what_no_pile_can_say_is_refused(made):
    with pytest.raises(ValueError, match=" "):
        made()
