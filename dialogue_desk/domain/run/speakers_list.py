"""The speakers' list: who asked to speak, by seat, in the order they asked.

Seats are never stored: who spoke and who did not is nobody's business after the talk.  The list
is empty again when the part ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogue_desk.domain.model.circles import MOST_PEOPLE


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """Who speaks next, in a part.

    ``asked`` are those who wait, in the order they asked; ``heard`` are those who have spoken in this
    part, ``speaking`` included.  ``not_yet_heard_first`` puts those who have not spoken before the others.

    Raises:
        ValueError: when the circle has no seats, or a seat is not one of them.
    """

    people: int
    not_yet_heard_first: bool = False
    asked: tuple[int, ...] = ()
    heard: frozenset[int] = frozenset()
    speaking: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.people <= MOST_PEOPLE:
            raise ValueError("a circle has from 1 to 1000 seats")
        if any(not 1 <= seat <= self.people for seat in self.asked):
            raise ValueError("a seat is one of the circle's")

    @property
    def order(self) -> tuple[int, ...]:
        """Those who wait, in the order they will speak."""
        if not self.not_yet_heard_first:
            return self.asked
        return tuple(sorted(self.asked, key=self.heard.__contains__))

    @property
    def next(self) -> int | None:
        """Who speaks next; None when nobody asked."""
        return next(iter(self.order), None)

    def add(self, seat: int) -> SpeakersList:
        """Return the list with ``seat`` at its end; a seat that waits already keeps its place.

        Raises:
            ValueError: when the circle has no such seat.
        """
        return self if seat in self.asked else replace(self, asked=(*self.asked, seat))

    def remove(self, seat: int) -> SpeakersList:
        """Return the list without ``seat``."""
        return replace(self, asked=tuple(other for other in self.asked if other != seat))

    def call_next(self) -> SpeakersList:
        """Return the list when the next seat speaks; when no one waits, no one speaks."""
        seat = self.next
        if seat is None:
            return replace(self, speaking=None)
        return replace(self.remove(seat), speaking=seat, heard=self.heard | {seat})
