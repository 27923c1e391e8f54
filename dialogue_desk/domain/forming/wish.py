"""What a program wishes of its circles: how large, how mixed, where and when."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.domain.forming.slips import NEVER_ALONE, Need, Slip

MOST_CIRCLES = 200
LARGEST_CIRCLE = 60
TOGETHER = 2
"""So many of a group are enough that nobody of it is alone."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a group each circle is to have; ``most`` is None where any number will do."""

    group: str
    least: int = 0
    most: int | None = None

    def __post_init__(self) -> None:
        if self.least < 0 or (self.most is not None and self.most < self.least):
            raise ValueError("a circle has from the least to the most of a group")

    @property
    def never_alone(self) -> bool:
        """Whether one of this group by themselves could be recognized."""
        return self.group in NEVER_ALONE


@dataclass(frozen=True, slots=True)
class Place:
    """Where circles can meet: at these ``times``, so many ``circles`` at each of them.

    ``lacks`` is what it cannot offer.  ``language`` is that of its circles, "" where any will do.
    """

    name: str = ""
    times: tuple[str, ...] = ("",)
    circles: int = 1
    lacks: frozenset[Need] = frozenset()
    language: str = ""

    def __post_init__(self) -> None:
        if not self.times or not 1 <= self.circles <= MOST_CIRCLES:
            raise ValueError("a place has a time, and from 1 to 200 circles at each")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A circle that could meet: its code, where and when."""

    code: str
    place: Place
    time: str

    def admits(self, slip: Slip) -> bool:
        """Whether the place has what the person needs to get in and to hear."""
        return not slip.needs & self.place.lacks


@dataclass(frozen=True, slots=True)
class Wish:
    """What a program wishes.  ``circles`` is how many there are to be, None for as many as the numbers fill.

    ``languages`` are those in which circles can be led.  Each circle has ``facilitators``, of different
    background.
    """

    places: tuple[Place, ...] = ()
    circles: int | None = None
    smallest: int = 8
    largest: int = 12
    languages: tuple[str, ...] = ("en", "es")
    shares: tuple[Share, ...] = ()
    facilitators: int = 2

    def __post_init__(self) -> None:
        if not 1 <= self.smallest <= self.largest <= LARGEST_CIRCLE:
            raise ValueError("a circle has from 1 to 60 people, and the largest is no smaller")
        if self.circles is not None and not 1 <= self.circles <= MOST_CIRCLES:
            raise ValueError("there are from 1 to 200 circles")
        if not self.languages or len(self.meetings) > MOST_CIRCLES:
            raise ValueError("there is a language, and room for at most 200 circles")

    @property
    def aim(self) -> int:
        """How many people a circle has when all goes well."""
        return (self.smallest + self.largest + 1) // 2

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every circle that could meet, place by place; its code is the same each time circles are formed."""
        places = self.places or (Place(circles=self.circles or MOST_CIRCLES),)
        each = [(place, time) for place in places for time in place.times for _ in range(place.circles)]
        return tuple(Meeting(f"C{number:02}", *where) for number, where in enumerate(each, 1))

    @property
    def all_shares(self) -> tuple[Share, ...]:
        """What is wished of each group; officers and young people are never alone, whatever the wish says."""
        named = {share.group for share in self.shares}
        return (*self.shares, *(Share(group) for group in sorted(NEVER_ALONE - named)))
