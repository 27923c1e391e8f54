"""Circles formed from numbers: who is in which, who is in none and why, and what was not met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from dialogue_desk.domain.forming.slips import Need, Slip
from dialogue_desk.domain.forming.wish import Meeting, Share, Wish


class Why(StrEnum):
    """Why a number is in no circle."""

    NO_TIME = "no time"
    NO_LANGUAGE = "no language"
    NO_PLACE = "no place"
    ALONE = "alone"
    FULL = "full"
    WAITING = "waiting"
    """It came after the circles were formed, and waits until they are formed again."""


class UnmetKind(StrEnum):
    """What a circle does not have as it was wished."""

    TOO_FEW = "too few"
    TOO_MANY = "too many"
    ALONE = "alone"
    LEAST = "least"
    MOST = "most"
    FACILITATORS = "facilitators"
    SAME_BACKGROUND = "same background"
    TIME = "time"
    LANGUAGE = "language"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Unmet:
    """One wish that a circle does not meet: it has ``found`` instead of ``wished``.

    ``group`` is the group it is about; ``number`` the one whom it does not suit.
    """

    kind: UnmetKind
    circle: str
    group: str = ""
    found: int = 0
    wished: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class FormedCircle:
    """A circle: its code, where and when it meets, in which language, and the numbers in it, in order."""

    meeting: Meeting
    language: str
    numbers: tuple[int, ...] = ()
    facilitators: tuple[int, ...] = ()

    @property
    def code(self) -> str:
        """What it is called."""
        return self.meeting.code

    @property
    def everyone(self) -> tuple[int, ...]:
        """All who come: those who sit in it, and those who lead it."""
        return (*self.numbers, *self.facilitators)


@dataclass(frozen=True)
class Forming:
    """All circles of a wish.  ``unplaced`` names every number that is in none; ``settled`` ones stay."""

    wish: Wish
    slips: tuple[Slip, ...]
    circles: tuple[FormedCircle, ...]
    unplaced: tuple[tuple[int, Why], ...] = ()
    settled: frozenset[int] = frozenset()

    @cached_property
    def by_number(self) -> Mapping[int, Slip]:
        """The slips by their numbers."""
        return {slip.number: slip for slip in self.slips}

    @cached_property
    def places(self) -> Mapping[int, str]:
        """The code of the circle in which each number is."""
        return {number: circle.code for circle in self.circles for number in circle.everyone}

    @property
    def all_numbers(self) -> tuple[int, ...]:
        """Every number that is in a circle."""
        return tuple(number for circle in self.circles for number in circle.everyone)

    @property
    def unmet(self) -> tuple[Unmet, ...]:
        """What was not met, circle by circle."""
        return tuple(one for circle in self.circles for one in self._unmet_in(circle))

    def all_settled(self) -> Forming:
        """Return this with everybody settled where they are."""
        return replace(self, settled=frozenset(self.all_numbers))

    def moved(self, number: int, code: str) -> Forming:
        """Return this with a number in another circle, by hand: it stays there when circles are formed anew.

        Raises:
            KeyError: when there is no such number or no such circle.
        """
        slip = self.by_number[number]
        if code not in {circle.code for circle in self.circles}:
            raise KeyError(code)
        circles = tuple(_with(_without(one, number), slip, one.code == code) for one in self.circles)
        unplaced = tuple(pair for pair in self.unplaced if pair[0] != number)
        return replace(self, circles=circles, unplaced=unplaced, settled=self.settled | {number})

    def of(self, numbers: Iterable[int]) -> list[Slip]:
        """Return the slips of these numbers."""
        return [self.by_number[number] for number in numbers]

    def interpreted(self, circle: FormedCircle) -> tuple[str, ...]:
        """Return the languages from which a circle is interpreted, those of most people first."""
        first = (slip.interpreted_from(circle.language) for slip in self.of(circle.numbers))
        return tuple(one for one, _ in Counter(filter(None, first)).most_common())

    def _unmet_in(self, circle: FormedCircle) -> Iterator[Unmet]:
        wish, code = self.wish, circle.code
        slips, size = self.of(circle.numbers), len(circle.numbers)
        if size < wish.smallest:
            yield Unmet(UnmetKind.TOO_FEW, code, found=size, wished=wish.smallest)
        if size > wish.largest:
            yield Unmet(UnmetKind.TOO_MANY, code, found=size, wished=wish.largest)
        for share in wish.all_shares:
            yield from _unmet_share(share, code, sum(share.group in slip.groups for slip in slips))
        leads = self.of(circle.facilitators)
        if len(leads) < wish.facilitators:
            yield Unmet(UnmetKind.FACILITATORS, code, found=len(leads), wished=wish.facilitators)
        if len(leads) > 1 and len({slip.groups for slip in leads}) == 1:
            yield Unmet(UnmetKind.SAME_BACKGROUND, code)
        yield from self._not_suiting(circle)

    def _not_suiting(self, circle: FormedCircle) -> Iterator[Unmet]:
        """Yield what does not suit numbers that a person put there."""
        for slip in self.of(circle.everyone):
            if not slip.can_come(circle.meeting.time):
                yield Unmet(UnmetKind.TIME, circle.code, number=slip.number)
            if not slip.follows(circle.language):
                yield Unmet(UnmetKind.LANGUAGE, circle.code, number=slip.number)
            if not circle.meeting.admits(slip):
                yield Unmet(UnmetKind.PLACE, circle.code, number=slip.number)


@dataclass(frozen=True, slots=True)
class Provision:
    """What a place must provide at one time: for how many, and from which languages it is interpreted."""

    time: str
    circles: int
    people: int
    needs: Mapping[Need, int]
    interpreters: Mapping[str, int]


def provisions(forming: Forming) -> dict[str, tuple[Provision, ...]]:
    """Return what each place must provide, by its name, in sums: time by time, no circle by itself."""
    found: dict[str, dict[str, list[FormedCircle]]] = {}
    for circle in forming.circles:
        times = found.setdefault(circle.meeting.place.name, {})
        times.setdefault(circle.meeting.time, []).append(circle)
    return {
        place: tuple(_provision(forming, time, circles) for time, circles in times.items())
        for place, times in found.items()
    }


def _unmet_share(share: Share, code: str, found: int) -> Iterator[Unmet]:
    """Yield what a circle lacks or has too much of a group of which it has so many."""
    if share.never_alone and found == 1:
        yield Unmet(UnmetKind.ALONE, code, share.group, found)
    if found < share.least:
        yield Unmet(UnmetKind.LEAST, code, share.group, found, share.least)
    if share.most is not None and found > share.most:
        yield Unmet(UnmetKind.MOST, code, share.group, found, share.most)


def _provision(forming: Forming, time: str, circles: list[FormedCircle]) -> Provision:
    slips = [slip for circle in circles for slip in forming.of(circle.everyone)]
    needs = Counter(need for slip in slips for need in slip.needs)
    interpreters = Counter(one for circle in circles for one in forming.interpreted(circle))
    ordered: dict[Need, int] = {
        need: needs[need] for need in Need if needs[need] and need is not Need.INTERPRETER
    }
    return Provision(time, len(circles), len(slips), ordered, dict(sorted(interpreters.items())))


def _without(circle: FormedCircle, number: int) -> FormedCircle:
    return replace(
        circle,
        numbers=tuple(one for one in circle.numbers if one != number),
        facilitators=tuple(one for one in circle.facilitators if one != number),
    )


def _with(circle: FormedCircle, slip: Slip, here: bool) -> FormedCircle:
    if not here:
        return circle
    if slip.facilitates:
        return replace(circle, facilitators=tuple(sorted((*circle.facilitators, slip.number))))
    return replace(circle, numbers=tuple(sorted((*circle.numbers, slip.number))))
