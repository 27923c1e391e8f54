"""Rounds at tables, as in a World Café: hosts stay, everyone else moves on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations

from dialogue_desk.domain.run.breakouts import (
    MOST_ROUNDS,
    BreakoutFault,
    BreakoutRefused,
    Group,
    check_people,
)


@dataclass(frozen=True, slots=True)
class Rotation:
    """Who sits where in each round.

    ``rounds`` has for each round the seats at each table, the host first.
    """

    hosts: tuple[int, ...]
    rounds: tuple[tuple[Group, ...], ...]

    @property
    def people(self) -> int:
        """How many there are in all."""
        return sum(map(len, self.rounds[0]))

    @property
    def tables(self) -> int:
        """How many tables there are."""
        return len(self.hosts)

    @property
    def tables_come_again(self) -> bool:
        """Whether people come to a table twice, which more rounds than tables make unavoidable."""
        return len(self.rounds) > self.tables

    def path(self, seat: int) -> tuple[int, ...]:
        """Return the numbers of the tables at which ``seat`` sits, round by round, counted from 1.

        Raises:
            KeyError: when nobody has this seat.
        """
        if not 1 <= seat <= self.people:
            raise KeyError(seat)
        return tuple(
            next(number for number, table in enumerate(tables, 1) if seat in table) for tables in self.rounds
        )

    @property
    def meetings(self) -> Counter[tuple[int, int]]:
        """How many rounds two seats, the lower first, sit at one table; pairs that never do are left out."""
        return Counter(
            pair for tables in self.rounds for table in tables for pair in combinations(sorted(table), 2)
        )


def most_tables(people: int) -> int:
    """Return the most tables at which nobody ever sits alone."""
    return people // 2


def rotation(people: int, tables: int, rounds: int, hosts: Sequence[int] = ()) -> Rotation:
    """Return who sits where; the same numbers give the same rotation.

    Hosts are the first seats unless they are given; the first host sits at the first table.  Tables differ by
    one person at most.  No guest comes to a table again before they have been at all of them, or sits at one
    twice in a row unless there are only two.

    Guests move in bands, one guest for each table (the last band may have fewer).  In each round a band
    moves on by the same number of tables, so the tables stay even.  How far each band moves is chosen so
    that few people meet again; the first rounds of a longer rotation are sometimes better.

    Raises:
        BreakoutRefused: when the numbers do not fit.
    """
    hosts = tuple(hosts) or tuple(range(1, tables + 1))
    _check(people, tables, rounds, hosts)
    guests = [seat for seat in range(1, people + 1) if seat not in hosts]
    found = []
    for most in range(rounds, MOST_ROUNDS + 1):
        bands: list[tuple[int, ...]] = []
        for _ in range(0, len(guests), tables):
            bands.append(_steps(bands, tables, most))
        seated = (_seated(hosts, guests, [band[this] for band in bands]) for this in range(rounds))
        found.append(Rotation(hosts, tuple(seated)))
    return min(found, key=_meeting_again)


def _meeting_again(found: Rotation) -> int:
    """Return how often people meet again; each further meeting of a pair counts more."""
    return sum((often - 1) ** 2 for often in found.meetings.values())


def _check(people: int, tables: int, rounds: int, hosts: tuple[int, ...]) -> None:
    check_people(people)
    faults = (
        (tables < 1, BreakoutFault.TOO_FEW_TABLES),
        (tables > most_tables(people), BreakoutFault.TOO_MANY_TABLES),
        (rounds < 1, BreakoutFault.NO_ROUNDS),
        (rounds > MOST_ROUNDS, BreakoutFault.TOO_MANY_ROUNDS),
        (
            len(set(hosts)) != tables or len(hosts) != tables or not set(hosts) <= set(range(1, people + 1)),
            BreakoutFault.HOSTS_DO_NOT_FIT,
        ),
    )
    for wrong, fault in faults:
        if wrong:
            raise BreakoutRefused(fault)


def _steps(others: Sequence[tuple[int, ...]], tables: int, rounds: int) -> tuple[int, ...]:
    """Return how far a band is from where it began, in each round, given the bands before it.

    Two bands that are equally far apart in two rounds bring the same people together again, and each further
    time counts more.  The search always goes on from the best beginning so far, the longest of equals.
    """
    beginnings: list[tuple[int, int, tuple[int, ...]]] = [(0, -1, (0,))]
    while True:
        again, longest, mine = heappop(beginnings)
        this = -longest
        if this == rounds:
            return mine
        apart = [[_difference(theirs[r], mine[r], tables) for r in range(this)] for theirs in others]
        # With two tables, other people only meet when a band may stay.
        seen = mine[this - this % tables :] + (mine[-1:] if tables > 2 else ())
        for step in set(range(tables)) - set(seen):
            worse = sum(
                before.count(_difference(theirs[this], step, tables)) ** 2
                for theirs, before in zip(others, apart, strict=True)
            )
            heappush(beginnings, (again + worse, longest - 1, (*mine, step)))


def _difference(one: int, other: int, tables: int) -> int:
    """Return how far apart two places are.

    Counted round four tables, any two bands meet again within four rounds; counted across a square of two by
    two tables they need not.
    """
    return one ^ other if tables == 4 else (one - other) % tables


def _seated(hosts: tuple[int, ...], guests: Sequence[int], steps: Sequence[int]) -> tuple[Group, ...]:
    tables = len(hosts)
    seated: list[list[int]] = [[] for _ in hosts]
    for index, guest in enumerate(guests):
        band, place = divmod(index, tables)
        seated[_difference(place, steps[band], tables)].append(guest)
    return tuple((host, *sorted(table)) for host, table in zip(hosts, seated, strict=True))
