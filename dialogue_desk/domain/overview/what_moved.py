"""How answers moved from before the circles to after them: of many people together, never of one.

Who agrees chose 4 or 5 of the scale.  Only piles of the same circles are compared, where there are such.  A
number of few people is not told; where so many answered that it could be any of the few, it is said on which
side the few are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.questionnaire import SCALE, Statement
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.overview.counted_pools import CountedPools, counted_pools
from dialogue_desk.domain.overview.hidden_cells import shown
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.session_folder import Stored

AGREE = SCALE[-2:]
"""The steps of the scale that count as agreeing."""


class Known(StrEnum):
    """What may be told of those who agree."""

    EXACTLY = "exactly"
    FEW = "few"
    ALL_BUT_FEW = "all but few"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Agreeing:
    """How many of those who ``answered`` agree; 0 where that is not to be told exactly."""

    known: Known
    agree: int = 0
    answered: int = 0

    @property
    def percent(self) -> int | None:
        """How many of a hundred agree; None where that is not to be told."""
        return round(100 * self.agree / self.answered) if self.known is Known.EXACTLY else None


@dataclass(frozen=True, slots=True)
class MovedStatement:
    """A statement, and who agreed with it before and after."""

    statement: Statement
    before: Agreeing
    after: Agreeing

    @property
    def change(self) -> int | None:
        """By how many of a hundred more people agree; None where that is not to be told."""
        before, after = self.before.percent, self.after.percent
        return None if before is None or after is None else after - before


@dataclass(frozen=True, slots=True)
class AnswersMoved:
    """How answers moved.

    ``before`` and ``after`` are in how many of the ``met`` circles slips were counted, with how many
    ``slips``.  With ``same``, these are the same circles; other piles are not in the numbers then.
    ``left_out`` piles have a circle that counts in another one.  ``once`` statements were asked only before
    or only after, and ``earlier`` ones are of words that the questionnaire does not have any more.
    """

    statements: tuple[MovedStatement, ...]
    before: int
    after: int
    met: int
    slips: tuple[int, int]
    same: bool
    least: int
    left_out: int = 0
    once: int = 0
    earlier: int = 0

    @property
    def hides(self) -> bool:
        """Whether something is not told because it is of few people."""
        return any(
            side.known is not Known.EXACTLY for one in self.statements for side in (one.before, one.after)
        )


def answers_moved(picture: ProgramPicture) -> AnswersMoved | None:
    """Return how answers to the questionnaire moved; None where it was not counted both before and after."""
    asked = picture.work.questionnaire
    before, after = (counted_pools(picture.work.pools, kind) for kind in (SlipKind.BEFORE, SlipKind.AFTER))
    if asked is None or not before.pools or not after.pools:
        return None
    first, last, same = _comparable(before, after)
    sums = _sums(first), _sums(last)
    least = picture.program.smallest_total if picture.program is not None else USUAL_SMALLEST_TOTAL
    keys = [{question for question, _ in one} for one in sums]
    told = [one for one in asked.statements if one.key in keys[0] & keys[1]]
    known = {one.key for one in asked.statements}
    # Slips of a circle that was erased since are in the sums; the circle is no longer among those that met.
    met = {row.circle_id for row in picture.rows if any(row.sessions)}
    return AnswersMoved(
        statements=tuple(
            MovedStatement(one, *(agreeing(_steps(side, one.key), least) for side in sums)) for one in told
        ),
        before=len(_circles(first) & met),
        after=len(_circles(last) & met),
        met=len(met),
        slips=(sum(one.slips for one in first), sum(one.slips for one in last)),
        same=same,
        least=least,
        left_out=len(before.left_out) + len(after.left_out),
        once=len(known & (keys[0] ^ keys[1])),
        earlier=len((keys[0] | keys[1]) - known),
    )


def agreeing(steps: Mapping[str, int], least: int) -> Agreeing:
    """Return what may be told of how many agree, given how many chose each step of the scale."""
    answered = sum(steps.values())
    agree = sum(steps.get(step, 0) for step in AGREE)
    both = (agree, answered - agree)
    if None not in shown(both, least):
        return Agreeing(Known.EXACTLY, agree, answered)
    # With fewer answers, the number of people on the other side would leave less than all of the few.
    if answered < 2 * least - 1:
        return Agreeing(Known.HIDDEN)
    return Agreeing(Known.FEW if agree < least else Known.ALL_BUT_FEW, 0, answered)


def _comparable(
    before: CountedPools, after: CountedPools
) -> tuple[Sequence[PooledCounts], Sequence[PooledCounts], bool]:
    """Return the piles before and after that are of the same circles; all of them where none are."""
    first: list[PooledCounts] = []
    last: list[PooledCounts] = []
    for group in _linked((*before.pools, *after.pools)):
        mine = [one for one in group if one.kind is SlipKind.BEFORE]
        others = [one for one in group if one.kind is SlipKind.AFTER]
        if _circles(mine) == _circles(others):
            first += mine
            last += others
    if first:
        return first, last, True
    return [one.body for one in before.pools], [one.body for one in after.pools], False


def _linked(pools: Iterable[Stored[PooledCounts]]) -> list[list[PooledCounts]]:
    """Return piles in groups, such that each circle is in one group alone."""
    groups: list[tuple[set[RecordId], list[PooledCounts]]] = []
    for one in pools:
        circles, members = set(one.body.circles), [one.body]
        apart = []
        for group in groups:
            if circles & group[0]:
                circles |= group[0]
                members = [*group[1], *members]
            else:
                apart.append(group)
        groups = [*apart, (circles, members)]
    return [members for _, members in groups]


def _circles(pools: Iterable[PooledCounts]) -> frozenset[RecordId]:
    return frozenset(circle for one in pools for circle in one.circles)


def _sums(pools: Iterable[PooledCounts]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for one in pools:
        for question, answer, count in one.counts:
            found[question, answer] = found.get((question, answer), 0) + count
    return found


def _steps(sums: Mapping[tuple[str, str], int], key: str) -> dict[str, int]:
    return {answer: count for (question, answer), count in sums.items() if question == key}
