"""What circles propose: action ideas that are worded alike, as one proposal, and which of them come first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Horizon
from dialogue_desk.domain.model.order import by_lot
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.program_overview import CircleProposal, ProgramPicture


@dataclass(frozen=True, slots=True)
class Proposal:
    """Action ideas that are worded alike, as one: ``circles`` is how many propose it.

    ``number`` is its place among those of the report, from 1; 0 for those that stand in the annex only.
    ``when`` is the time most of them set.
    """

    idea: ActionIdea
    circles: int
    themes: tuple[str, ...]
    when: Horizon | None
    ids: frozenset[RecordId]
    number: int = 0


def proposals_of(picture: ProgramPicture) -> tuple[Proposal, ...]:
    """Return the proposals, those worded alike as one."""
    alike: dict[str, list[CircleProposal]] = defaultdict(list)
    for one in picture.proposals:
        alike[twin_key(one.idea.what)].append(one)
    return tuple(map(_as_one, alike.values()))


def _as_one(found: Sequence[CircleProposal]) -> Proposal:
    ordered = sorted(found, key=lambda one: by_lot(one.action_id))
    times = Counter(one.idea.horizon for one in ordered if one.idea.horizon)
    soonest = [horizon for horizon in Horizon if times[horizon] == max(times.values(), default=0)]
    return Proposal(
        idea=ordered[0].idea,
        circles=len({one.circle_id for one in ordered}),
        themes=tuple(dict.fromkeys(theme for one in ordered for theme in one.themes)),
        when=soonest[0] if times else None,
        ids=frozenset(one.action_id for one in ordered),
    )


def numbered(proposals: Sequence[Proposal], most: int) -> tuple[Proposal, ...]:
    """Return the proposals of most circles first; of those that are level, the themes take turns.

    A theme for which more circles propose something goes first in each round.
    """
    weight: Counter[str] = Counter()
    for one in proposals:
        weight.update(dict.fromkeys(one.themes, one.circles))
    had: Counter[str] = Counter()
    left, chosen = list(proposals), list[Proposal]()

    def turn(one: Proposal) -> tuple[int, int, int, str]:
        theme = min(one.themes, key=lambda name: (had[name], -weight[name], name), default="")
        return -one.circles, had[theme], -weight[theme], by_lot(min(one.ids))

    while left and len(chosen) < most:
        one = min(left, key=turn)
        left.remove(one)
        chosen.append(replace(one, number=len(chosen) + 1))
        had.update(one.themes or ("",))
    return (*chosen, *sorted(left, key=lambda one: (-one.circles, by_lot(min(one.ids)))))
