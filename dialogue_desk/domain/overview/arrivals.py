"""What the organizer of a program looks for among the sessions that have arrived, circle by circle."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.program_overview import ArrivedSession, CircleRow, ProgramPicture

_MANY = 3
"""Of so many circles it is said when no two used the same guide."""


class Sign(StrEnum):
    """What sets one session of one circle apart from others of its round.

    ``GAP`` is a session that is not here though half of the circles have sent theirs, or though this circle
    has sent a later one: no dates are known, so none is late.  ``FEWER`` is on the last session in which
    people were counted.  ``OTHER_GUIDE``: other circles had another guide, or another version of it.
    ``NEWS``: changed here since it was exported.
    """

    GAP = "gap"
    CHOICE = "choice"
    FEWER = "fewer people"
    NO_NOTES = "no notes"
    OTHER_GUIDE = "other guide"
    OPEN = "open"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class CircleArrivals:
    """A circle, and the ``signs`` of each session of the program."""

    circle: CircleRow
    signs: tuple[frozenset[Sign], ...]

    @property
    def people(self) -> tuple[int, ...]:
        """How many people came to each session in which they were counted."""
        return counted_people(self.circle)

    def count(self, sign: Sign) -> int:
        """Return how many of its sessions have ``sign``."""
        return sum(sign in signs for signs in self.signs)


def arrivals_of(picture: ProgramPicture) -> tuple[CircleArrivals, ...]:
    """Return the circles of a program with the signs of their sessions.

    A round has its own season and its own guide, so circles of different rounds are not compared.
    """
    rounds: defaultdict[int, list[CircleRow]] = defaultdict(list)
    for row in picture.rows:
        rounds[row.round].append(row)
    told = {one.circle.circle_id: one for rows in rounds.values() for one in _beside_each_other(rows)}
    return tuple(told[row.circle_id] for row in picture.rows)


def those_with(sign: Sign, arrivals: Iterable[CircleArrivals]) -> tuple[CircleArrivals, ...]:
    """Return the circles of which a session has ``sign``."""
    return tuple(one for one in arrivals if one.count(sign))


def counted_people(row: CircleRow) -> tuple[int, ...]:
    """Return how many people came to each session of a circle in which they were counted."""
    return tuple(one.people for one in row.sessions if one is not None and one.people is not None)


def gets_smaller(people: Sequence[int]) -> bool:
    """Return whether at most two thirds of those who came to the first session came to the last."""
    return len(people) > 1 and people[-1] < people[0] and 3 * people[-1] <= 2 * people[0]


def _beside_each_other(rows: Sequence[CircleRow]) -> Iterable[CircleArrivals]:
    """Yield circles with the signs that their sessions have among those of the same circles."""
    columns = list(zip(*(row.sessions for row in rows), strict=True))
    expected = [sum(wanted) for wanted in zip(*(row.expected for row in rows), strict=True)]
    sent = [
        2 * sum(one is not None for one in sessions) >= wanted
        for sessions, wanted in zip(columns, expected, strict=True)
    ]
    usual = [_usual_guide(sessions) for sessions in columns]
    return (CircleArrivals(row, _signs(row, sent, usual)) for row in rows)


def _usual_guide(sessions: Iterable[ArrivedSession | None]) -> str:
    """Return the guide that most circles used in one session; "" when there is none.

    Where several were used alike by three circles or more it is the one that comes last by name and version:
    so guides in three versions do not pass as if they were one.
    """
    used = Counter(one.guide for one in sessions if one is not None and one.guide)
    guide = max(used, key=lambda one: (used[one], look_up_order(one)), default="")
    return guide if 2 * used[guide] > used.total() or used.total() >= _MANY else ""


def _signs(row: CircleRow, sent: Sequence[bool], usual: Sequence[str]) -> tuple[frozenset[Sign], ...]:
    here = [number for number, one in enumerate(row.sessions) if one is not None]
    counted = [number for number in here if (one := row.sessions[number]) and one.people is not None]
    found = [set(_signs_of(one, guide)) for one, guide in zip(row.sessions, usual, strict=True)]
    for number, half_sent in enumerate(sent):
        missing = row.sessions[number] is None and row.expected[number]
        if missing and (half_sent or number < max(here, default=0)):
            found[number].add(Sign.GAP)
    if gets_smaller(counted_people(row)):
        found[counted[-1]].add(Sign.FEWER)
    return tuple(map(frozenset, found))


def _signs_of(session: ArrivedSession | None, usual: str) -> Iterable[Sign]:
    if session is None:
        return
    if session.conflicts:
        yield Sign.CHOICE
    if not session.notes:
        yield Sign.NO_NOTES
    if usual and session.guide and session.guide != usual:
        yield Sign.OTHER_GUIDE
    if not session.closed:
        yield Sign.OPEN
    if session.news:
        yield Sign.NEWS
