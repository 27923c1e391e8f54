"""Forms circles: every number is placed once, or named with the reason; the same numbers, the same circles.

Three things are never broken but by hand: a circle suits whoever is in it (time, language, place), it has at
most its largest size, and no officer and no young person is alone.  The rest of the wish is met as far as it
goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dialogue_desk.domain.forming.forming import FormedCircle, Forming, UnmetKind, Why
from dialogue_desk.domain.forming.leading_pairs import facilitators_of
from dialogue_desk.domain.forming.opening_circles import open_circles
from dialogue_desk.domain.forming.seating import Seating
from dialogue_desk.domain.forming.slips import NEVER_ALONE, Slip
from dialogue_desk.domain.forming.weighing import Weights
from dialogue_desk.domain.forming.wish import TOGETHER, Wish

_MOST_TRIED = 250_000
"""So many moves and swaps are tried at most; a count and not a clock, so that each laptop forms the same."""

_MOST_AGAIN = 4
"""So often circles are formed again with fewer of them, where some have too few people."""


def formed(
    slips: Iterable[Slip],
    wish: Wish,
    settled: Mapping[int, str] | None = None,
    going: Callable[[], object] | None = None,
) -> Forming:
    """Return the circles of these numbers; those ``settled`` are in the circle of that code and stay there.

    ``going`` is called now and then while it works; an error that it raises ends the work.

    Raises:
        KeyError: when a settled number or its circle is not there.
        ValueError: when a number is there twice.
    """
    ordered = tuple(sorted(slips, key=lambda slip: slip.number))
    settled = dict(settled or {})
    _check(ordered, wish, settled)
    going = going or _on
    found = _formed(ordered, wish, settled, wish.circles, going)
    step = max(1, _short_circles(found) // 2)
    for _ in range(_MOST_AGAIN):
        short, there = _short_circles(found), len(found.circles)
        if not short or not step or there <= step:
            break
        fewer = _formed(ordered, wish, settled, there - step, going)
        if (len(fewer.unplaced), _short_circles(fewer)) < (len(found.unplaced), short):
            found = fewer
        else:
            step //= 2
    return found


def _on() -> None:
    """Go on: nobody wants to end it."""


def _formed(
    slips: Sequence[Slip],
    wish: Wish,
    settled: Mapping[int, str],
    circles: int | None,
    going: Callable[[], object],
) -> Forming:
    """Return the circles of these numbers when there are so many."""
    members = [slip for slip in slips if not slip.facilitates]
    opened = open_circles(wish, slips, settled, circles)
    seating = Seating(wish, members, opened, Weights(wish, members))
    places = {table.meeting.code: place for place, table in enumerate(seating.tables)}
    for number, code in settled.items():
        if number in seating.slips:
            seating.sit(number, places[code])
            seating.settled.add(number)
    _seat_all(seating)
    _improve(seating, going)
    _leave_nobody_alone(seating)
    leads, without = facilitators_of(
        [(table.meeting, table.language) for table in seating.tables],
        [slip for slip in slips if slip.facilitates],
        wish.facilitators,
        {number: places[code] for number, code in settled.items()},
    )
    circles_formed = tuple(
        FormedCircle(table.meeting, table.language, tuple(sorted(table.numbers)), leads[place])
        for place, table in enumerate(seating.tables)
    )
    unseated = {
        number: _why(seating, slip) for number, slip in seating.slips.items() if number not in seating.at
    }
    unplaced = tuple(sorted((unseated | without).items()))
    return Forming(wish, tuple(slips), circles_formed, unplaced, frozenset(settled))


def _short_circles(forming: Forming) -> int:
    """Return how many circles have too few people, and could be one circle less."""
    return sum(one.kind is UnmetKind.TOO_FEW for one in forming.unmet)


def _check(slips: Sequence[Slip], wish: Wish, settled: Mapping[int, str]) -> None:
    numbers, codes = {slip.number for slip in slips}, {meeting.code for meeting in wish.meetings}
    if len(numbers) < len(slips):
        raise ValueError("a number is on one slip")
    for number, code in settled.items():
        if number not in numbers or code not in codes:
            raise KeyError(number if number not in numbers else code)


def _seat_all(seating: Seating) -> None:
    """Seat everybody: first those who must not be alone, by twos, then whoever has the fewest choices."""
    for numbers in (*_twos(seating), *_ones(seating)):
        if any(number in seating.at for number in numbers):
            continue
        place = seating.best_place(numbers)
        if place is not None:
            for number in numbers:
                seating.sit(number, place)
    for (number,) in _ones(seating):
        if number not in seating.at:
            seating.make_room(number)


def _ones(seating: Seating) -> list[tuple[int]]:
    return [(number,) for number in sorted(seating.slips, key=lambda one: (len(seating.could[one]), one))]


def _twos(seating: Seating) -> list[tuple[int, ...]]:
    """Return pairs of those who must not be alone, who could sit together at most tables."""
    pairs: list[tuple[int, ...]] = []
    paired: set[int] = set()
    for group in sorted(NEVER_ALONE):
        for (number,) in _ones(seating):
            if number in paired or number in seating.at or group not in seating.slips[number].groups:
                continue
            others = [
                one
                for one, slip in seating.slips.items()
                if one != number
                and one not in paired
                and one not in seating.at
                and group in slip.groups
                and seating.could[one] & seating.could[number]
            ]
            if others:
                # Whoever else could hardly sit with anybody goes first.
                other = min(others, key=lambda one: (len(seating.could[one] & seating.could[number]), one))
                pairs.append((number, other)[:TOGETHER])
                paired |= {number, other}
    return pairs


def _improve(seating: Seating, going: Callable[[], object]) -> None:
    """Move and swap people between tables as long as that comes nearer to the wish."""
    tried, better = 0, True
    while better and tried < _MOST_TRIED:
        better = False
        for place in sorted(range(len(seating.tables)), key=seating.weight, reverse=True):
            going()
            found, cost = _better(seating, place)
            tried += cost
            if found:
                for number, to in found:
                    seating.sit(number, to)
                better = True


Moves = tuple[tuple[int, int], ...]


def _better(seating: Seating, place: int) -> tuple[Moves, int]:
    """Return the moves to or from one table that help most, and how many were tried."""
    best, gain, tried = Moves(), 0, 0
    here = sorted(seating.tables[place].numbers - seating.settled)
    for number, at in sorted(seating.at.items()):
        if at == place or number in seating.settled:
            continue
        for moves in _moves(seating, number, at, place, here):
            tried += 1
            grown = _grown(seating, moves, at, place)
            if grown < gain:
                best, gain = moves, grown
    return best, tried


def _moves(seating: Seating, number: int, at: int, place: int, here: Sequence[int]) -> Iterable[Moves]:
    if place not in seating.could[number]:
        return
    if seating.has_room(place):
        yield ((number, place),)
    mine = seating.tables[at].traits_of[number]
    for other in here:
        if at in seating.could[other] and seating.tables[place].traits_of[other] != mine:
            yield (number, place), (other, at)


def _grown(seating: Seating, moves: Moves, at: int, place: int) -> int:
    (number, _), *others = moves
    coming, going = (number,), tuple(other for other, _ in others)
    return seating.change(place, coming, going) + seating.change(at, going, coming)


def _leave_nobody_alone(seating: Seating) -> None:
    """Let whoever would be alone of their group sit nowhere, and whoever fits take the seat."""
    while alone := _alone(seating):
        for number in alone:
            seating.rise(number)
    for number in sorted(seating.slips):
        if number not in seating.at:
            for place in sorted(seating.could[number]):
                if seating.has_room(place) and number not in seating.at:
                    seating.sit(number, place)
                    if _alone(seating):
                        seating.rise(number)


def _alone(seating: Seating) -> list[int]:
    found = []
    for table in seating.tables:
        for group in sorted(NEVER_ALONE):
            of_group = [one for one in sorted(table.numbers) if group in seating.slips[one].groups]
            if len(of_group) == 1 and of_group[0] not in seating.settled:
                found.append(of_group[0])
    return found


def _why(seating: Seating, slip: Slip) -> Why:
    """Return why a number sits nowhere."""
    tables = [table for table in seating.tables if slip.can_come(table.meeting.time)]
    if not tables:
        return Why.NO_TIME
    tables = [table for table in tables if slip.follows(table.language)]
    if not tables:
        return Why.NO_LANGUAGE
    if not any(table.meeting.admits(slip) for table in tables):
        return Why.NO_PLACE
    room = any(seating.has_room(place) for place in seating.could[slip.number])
    return Why.ALONE if room else Why.FULL
