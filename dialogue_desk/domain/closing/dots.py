"""Voting on action ideas with dots: how many there were, how many were given, and the places with ties."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder

USUAL_DOTS = 3


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of an idea, from 1, and whether another idea has the same place."""

    place: int
    tied: bool


@dataclass(frozen=True, slots=True)
class Weighing:
    """How many dots there were, how many were given, and the place of each idea that got one."""

    budget: int
    given: int
    ranks: dict[RecordId, Rank]

    @property
    def over(self) -> int:
        """How many more dots were given than there were."""
        return max(0, self.given - self.budget)


def weighing(folder: SessionFolder) -> Weighing | None:
    """Return how a session voted on its ideas; None when it did not."""
    vote = folder.closing.vote
    if vote is None:
        return None
    return Weighing(vote.budget, sum(action.body.dots or 0 for action in folder.actions), ranks(folder))


def ranks(folder: SessionFolder) -> dict[RecordId, Rank]:
    """Return the place of each idea that got a dot."""
    dots = {action.id: action.body.dots for action in folder.actions if action.body.dots}
    given = list(dots.values())
    return {
        one: Rank(1 + sum(other > many for other in given), given.count(many) > 1)
        for one, many in dots.items()
    }


def usual_vote(folder: SessionFolder) -> DotVote:
    """Return the vote that is offered first: three dots for each person who was there."""
    return DotVote(USUAL_DOTS, folder.session.head_count)
