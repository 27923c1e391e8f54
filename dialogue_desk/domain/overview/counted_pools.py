"""Which piles of slips count, so that no circle's slips count twice, and how many people a circle has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.overview.program_overview import CircleRow, ProgramPicture
from dialogue_desk.domain.overview.session_folder import Stored


@dataclass(frozen=True, slots=True)
class CountedPools:
    """The piles of one kind: those that count, and those ``left_out`` because a circle is in one already.

    Two organizers who do not know of each other can put slips of one circle on two piles.
    """

    pools: tuple[Stored[PooledCounts], ...]
    left_out: tuple[Stored[PooledCounts], ...] = ()

    @property
    def circles(self) -> frozenset[RecordId]:
        """The circles whose slips count."""
        return frozenset(circle for one in self.pools for circle in one.body.circles)


def counted_pools(
    pools: Iterable[Stored[PooledCounts]], kind: SlipKind, but: Collection[RecordId] = ()
) -> CountedPools:
    """Return the piles of a kind that count: of two with a circle in both, the one that was made first.

    A pile with one of the circles ``but`` is left out too: these are counted in another way.
    """
    taken = set(but)
    found: list[Stored[PooledCounts]] = []
    left_out: list[Stored[PooledCounts]] = []
    for one in sorted((one for one in pools if one.body.kind is kind), key=lambda one: one.id):
        if taken.intersection(one.body.circles):
            left_out.append(one)
        else:
            found.append(one)
            taken.update(one.body.circles)
    return CountedPools(tuple(found), tuple(left_out))


def heads(row: CircleRow) -> int | None:
    """Return the most people who came to one session of a circle; None where nobody counted them."""
    counted = [one.people for one in row.sessions if one is not None and one.people is not None]
    return max(counted, default=None)


def heads_of(picture: ProgramPicture, circles: Collection[RecordId]) -> int | None:
    """Return how many people these circles have together; None where nobody counted those of one of them."""
    known = {row.circle_id: heads(row) for row in picture.rows}
    counted = [known.get(one) for one in circles]
    return None if None in counted else sum(one or 0 for one in counted)


def not_yet_on_a_pile(picture: ProgramPicture, kind: SlipKind) -> tuple[RecordId, ...]:
    """Return the circles that met, in their order, whose slips of this kind are on no pile.

    A circle that goes on with another one hands in its slips there, but for those before the first session.
    """
    piled = {circle for one in picture.work.pools if one.body.kind is kind for circle in one.body.circles}
    return tuple(
        row.circle_id
        for row in picture.rows
        if any(row.sessions) and row.circle_id not in piled and (not row.into or kind is SlipKind.BEFORE)
    )


def suggested_pile(
    picture: ProgramPicture, kind: SlipKind, free: Sequence[RecordId], least: int
) -> tuple[RecordId, ...]:
    """Return which ``free`` circles go well on one pile: it has slips enough, though some hand in none.

    After the last session these are the circles of a pile from before, so that the two can be compared.
    Otherwise they are the first that have twice ``least`` people, or all where they have fewer; circles
    whose people nobody counted are passed over, and a rest that is too few for a pile comes along.
    """
    if kind is SlipKind.AFTER:
        before = counted_pools(picture.work.pools, SlipKind.BEFORE).pools
        for one in before:
            if set(one.body.circles) <= set(free):
                return tuple(circle for circle in free if circle in one.body.circles)
    known = {row.circle_id: heads(row) for row in picture.rows}
    counted = [(one, people) for one in free if (people := known.get(one)) is not None]
    taken, together = 0, 0
    while taken < len(counted) and together < 2 * least:
        together += counted[taken][1]
        taken += 1
    left = sum(people for _, people in counted[taken:])
    return tuple(one for one, _ in (counted if 0 < left < least else counted[:taken]))
