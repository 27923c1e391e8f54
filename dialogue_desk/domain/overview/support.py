"""Who supports a proposal: how many circles, and the dots that each of them gave out of its own.

Dots of two circles are never added up unless each person had as many to give: where people had ten, a dot
says less than where they had three.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.program_overview import CircleProposal
from dialogue_desk.domain.overview.proposals import Proposal


@dataclass(frozen=True, slots=True)
class CircleDots:
    """The dots that one circle gave in one session.

    ``vote`` says how many it had to give; None where nobody wrote that down.
    """

    circle: str
    number: int
    dots: int
    vote: DotVote | None


@dataclass(frozen=True, slots=True)
class AlikeDots:
    """The dots of several circles in which each person had as many to give."""

    dots: int
    budget: int
    each: int
    circles: int


@dataclass(frozen=True, slots=True)
class Support:
    """The circles that propose something, by code, and the dots of those that voted."""

    circles: tuple[str, ...]
    dots: tuple[CircleDots, ...]

    @property
    def together(self) -> AlikeDots | None:
        """All dots added up, where the ballots are alike; None where they are not, or one circle voted."""
        votes = [one.vote for one in self.dots if one.vote is not None]
        each = {vote.dots_each for vote in votes}
        circles = {one.circle for one in self.dots}
        if len(votes) < len(self.dots) or len(each) != 1 or len(circles) < 2:
            return None
        return AlikeDots(
            sum(one.dots for one in self.dots), sum(vote.budget for vote in votes), each.pop(), len(circles)
        )


def support_of(proposal: Proposal) -> Support:
    """Return who supports a proposal.  Ideas of one session were on one ballot, so their dots are one sum."""
    votes: dict[tuple[RecordId, int], list[CircleProposal]] = defaultdict(list)
    for one in proposal.sources:
        if one.idea.dots is not None:
            votes[one.circle_id, one.number].append(one)
    dots = [
        CircleDots(ideas[0].circle, number, sum(one.idea.dots or 0 for one in ideas), ideas[0].ballot)
        for (_, number), ideas in votes.items()
    ]
    codes = {one.circle_id: one.circle for one in proposal.sources}
    return Support(
        tuple(sorted(codes.values(), key=look_up_order)),
        tuple(sorted(dots, key=lambda one: (look_up_order(one.circle), one.number))),
    )
