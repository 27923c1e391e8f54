"""Circles while they are formed: who sits where, who could, and what a move or a swap would be worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.weighing import Traits, Weights
from dialogue_desk.domain.forming.wish import Meeting, Wish


@dataclass(slots=True)
class Table:
    """An open circle: its language, the numbers in it, and how many it has of each trait."""

    meeting: Meeting
    language: str
    traits_of: Mapping[int, Traits]
    counts: list[int]
    numbers: set[int] = field(default_factory=set)


class Seating:
    """Who sits where.  Whoever is ``settled`` sits where a person put them and never moves."""

    def __init__(
        self, wish: Wish, slips: Iterable[Slip], open_circles: Sequence[tuple[Meeting, str]], weights: Weights
    ) -> None:
        self._weights, self._largest = weights, wish.largest
        self.slips = {slip.number: slip for slip in slips}
        self.tables = [
            Table(meeting, language, weights.traits_in[language], [0] * weights.kinds)
            for meeting, language in open_circles
        ]
        self.at: dict[int, int] = {}
        self.settled: set[int] = set()
        self.could: dict[int, frozenset[int]] = {
            number: frozenset(place for place, table in enumerate(self.tables) if _suits(slip, table))
            for number, slip in self.slips.items()
        }

    def sit(self, number: int, place: int) -> None:
        """Seat a number at a table, wherever it sat before."""
        self.rise(number)
        table = self.tables[place]
        table.numbers.add(number)
        for trait in table.traits_of[number]:
            table.counts[trait] += 1
        self.at[number] = place

    def rise(self, number: int) -> None:
        """Take a number from its table, if it sits at one."""
        place = self.at.pop(number, None)
        if place is None:
            return
        table = self.tables[place]
        table.numbers.remove(number)
        for trait in table.traits_of[number]:
            table.counts[trait] -= 1

    def has_room(self, place: int, seats: int = 1) -> bool:
        """Whether so many more can sit at a table."""
        return len(self.tables[place].numbers) + seats <= self._largest

    def weight(self, place: int) -> int:
        """Return how far a table is from what was wished."""
        table, weights = self.tables[place], self._weights
        groups = sum(weights.of_trait[trait][count] for trait, count in enumerate(table.counts))
        return groups + weights.of_size[len(table.numbers)]

    def change(self, place: int, coming: Iterable[int] = (), going: Iterable[int] = ()) -> int:
        """Return by how much a table's weight grows when some come and some go."""
        table, weights = self.tables[place], self._weights
        moved: dict[int, int] = {}
        size = 0
        for numbers, step in ((coming, 1), (going, -1)):
            for number in numbers:
                size += step
                for trait in table.traits_of[number]:
                    moved[trait] = moved.get(trait, 0) + step
        grown = 0
        for trait, step in moved.items():
            if step:
                of, count = weights.of_trait[trait], table.counts[trait]
                grown += of[count + step] - of[count]
        if size:
            now = len(table.numbers)
            grown += weights.of_size[now + size] - weights.of_size[now]
        return grown

    def best_place(self, numbers: Sequence[int]) -> int | None:
        """Return the table with room that these suit best together; None when there is none."""
        could = frozenset.intersection(*(self.could[number] for number in numbers))
        free = [place for place in sorted(could) if self.has_room(place, len(numbers))]
        return min(free, key=lambda place: self.change(place, numbers), default=None)

    def make_room(self, number: int) -> bool:
        """Seat a number for whom all tables are full, by moving others along; return whether that worked."""
        came = dict.fromkeys(sorted(self.could[number]), (number, -1))
        queue = list(came)
        for place in queue:
            if self.has_room(place):
                self._move_along(place, came)
                return True
            for other in sorted(self.tables[place].numbers - self.settled):
                for to in sorted(self.could[other] - came.keys()):
                    came[to] = (other, place)
                    queue.append(to)
        return False

    def _move_along(self, place: int, came: Mapping[int, tuple[int, int]]) -> None:
        """Move everybody on the way that ends at a table with room, the last one first."""
        while place >= 0:
            number, before = came[place]
            self.sit(number, place)
            place = before


def _suits(slip: Slip, table: Table) -> bool:
    return slip.can_come(table.meeting.time) and slip.follows(table.language) and table.meeting.admits(slip)
