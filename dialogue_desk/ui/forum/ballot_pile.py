"""The ballots that one of two people typed: their numbers, what each says, and which comes next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dialogue_desk.domain.model.forum import MOST_VOTERS, BallotEntry
from dialogue_desk.domain.overview.forum_result import TypedBallot, typed_ballots
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.session_folder import Stored


@dataclass(frozen=True, slots=True)
class BallotPile:
    """What the person of ``entry`` typed, by the number of the ballot; nobody sees the other's here."""

    entry: int = 1
    typed: Mapping[int, BallotEntry] = field(default_factory=dict)

    @classmethod
    def of(cls, work: ProgramWork, entry: int) -> BallotPile:
        """Return what one of the two people typed."""
        return cls(entry, {one.body.number: one.body for one in work.ballots if one.body.entry == entry})

    @property
    def next(self) -> int:
        """The number of the ballot after the last one."""
        return min(MOST_VOTERS, max(self.typed, default=0) + 1)

    @property
    def ballots(self) -> int:
        """How many ballots these are, with those on tally sheets."""
        return sum(one.ballots for one in self.typed.values())

    def last(self, count: int) -> tuple[BallotEntry, ...]:
        """Return the last ones, the latest first."""
        return tuple(self.typed[number] for number in sorted(self.typed, reverse=True)[:count])


def differing_ballots(work: ProgramWork) -> tuple[TypedBallot, ...]:
    """Return the ballots whose entries differ; those that were typed alike are passed over at once.

    It is asked after each ballot that is typed, while hundreds are there.
    """
    piles: dict[int, list[Stored[BallotEntry]]] = defaultdict(list)
    for one in work.ballots:
        piles[one.body.number].append(one)
    unlike = [one for pile in piles.values() if _may_differ(pile) for one in pile]
    return tuple(one for one in typed_ballots(replace(work, ballots=tuple(unlike))) if one.differs)


def _may_differ(pile: list[Stored[BallotEntry]]) -> bool:
    said = {(one.body.dots, one.body.ballots, one.body.spoiled) for one in pile}
    return len(said) > 1 or any(one.in_conflict for one in pile)
