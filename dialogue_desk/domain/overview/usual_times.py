"""How long the parts of a circle's sessions usually take, by kind, and which always run over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.overview.summary import PartTime, part_times

OFTEN_ENOUGH = 2
"""How often a kind of part has to be held before "always" can be said of it."""


@dataclass(frozen=True, slots=True)
class KindTimes:
    """The parts of one kind over some sessions.

    The times are the sums over the parts that were ``held``: planned by the guide, given in the session,
    and taken.  ``over`` is how many took over a minute more than planned.
    """

    kind: PartKind
    held: int
    left_out: int
    planned: Milliseconds
    adapted: Milliseconds
    spent: Milliseconds
    over: int

    @property
    def always_over(self) -> bool:
        """Whether it ran over every time, and was held more than once."""
        return self.over == self.held >= OFTEN_ENOUGH


def times_by_part_kind(folders: Iterable[SessionFolder]) -> tuple[KindTimes, ...]:
    """Return the times of each kind of part over all sessions that are over."""
    found: dict[PartKind, list[PartTime]] = {}
    for folder in folders:
        if folder.live.phase is Phase.CLOSED and folder.live.started is not None:
            for part, time in zip(folder.plan.parts, part_times(folder), strict=True):
                found.setdefault(part.kind, []).append(time)
    return tuple(_times_of(kind, found[kind]) for kind in PartKind if kind in found)


def _times_of(kind: PartKind, times: list[PartTime]) -> KindTimes:
    held = [time for time in times if time.held]
    return KindTimes(
        kind=kind,
        held=len(held),
        left_out=len(times) - len(held),
        planned=sum(time.planned for time in held),
        adapted=sum(time.adapted for time in held),
        spent=sum(time.spent for time in held),
        over=sum(time.spent > time.planned + MINUTE for time in held),
    )
