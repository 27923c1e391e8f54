"""The proposals of a program side by side, with whom circles meant and what stands beside each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import Likeness, card_id, program_fact_id
from dialogue_desk.domain.overview.actors import actors_of, offered_actor
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.proposals import Proposal, proposals_of, related


@dataclass(frozen=True, slots=True)
class ProgramProposals:
    """The proposals of a picture, also by the ideas that are in them.

    ``related`` are those that stand beside each, ``offered`` whom circles meant, by their own words for it.
    """

    picture: ProgramPicture
    all: tuple[Proposal, ...]
    home: Mapping[RecordId, Proposal]
    related: Mapping[RecordId, tuple[tuple[Proposal, Likeness], ...]]
    actors: tuple[str, ...]
    offered: Mapping[str, str]

    @classmethod
    def of(cls, picture: ProgramPicture) -> ProgramProposals:
        """Return the proposals of a picture.

        What circles wrote of who must act is offered as it is where no actor fits.
        """
        found, actors = proposals_of(picture), actors_of(picture)
        return cls(
            picture,
            found,
            {one: proposal for proposal in found for one in proposal.ids},
            related(found, picture.work.likenesses),
            actors,
            {named: offered_actor(named, actors) or named for named in {one.named for one in found} if named},
        )

    def offer(self, proposal: Proposal) -> str:
        """Return who has to act as circles wrote, where organizers said nothing; else ""."""
        return "" if proposal.actor else self.offered.get(proposal.named, "")

    @property
    def not_understood(self) -> tuple[str, ...]:
        """Whom circles named in words that fit no actor."""
        return tuple(named for named, offered in self.offered.items() if offered == named)

    def with_meant(self, meant: Mapping[str, str]) -> ProgramProposals:
        """Return these with the actors that words mean which fitted none."""
        known = {named: meant.get(named, named) for named in self.not_understood}
        return replace(self, offered={**self.offered, **known})

    def to_choose(self, proposal: Proposal) -> RecordId | None:
        """Return the record in which two organizers say different things of a proposal, if there is one."""
        program, work = self.picture.program_id, self.picture.work
        if program is None or not work.differing:
            return None
        compared = [it for it in work.likenesses if not proposal.ids.isdisjoint((it.one, it.other))]
        records = [
            *(card_id(program, one) for one in sorted(proposal.ids)),
            *(program_fact_id(program, it) for it in compared),
        ]
        return next((one for one in records if one in work.differing), None)

    def is_alike(self, other: ProgramProposals) -> bool:
        """Whether the same ideas are together in both, and people said the same of how they compare."""
        mine, theirs = self.picture.work.likenesses, other.picture.work.likenesses
        together = [one.ids for one in self.all] == [one.ids for one in other.all]
        return together and mine == theirs and self.picture.proposals == other.picture.proposals
