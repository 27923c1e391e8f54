"""Which of the circles that could meet do meet, and in which language: as many as the numbers fill."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.wish import Meeting, Wish

Open = tuple[Meeting, str]
"""A circle that meets, and its language."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A circle that could meet in a language: whom it suits, as bits, and who needs no interpreter."""

    meeting: int
    language: str
    suits: int
    speaks: int


def open_circles(
    wish: Wish, slips: Sequence[Slip], settled: Mapping[int, str], count: int | None
) -> tuple[Open, ...]:
    """Return the circles that meet, by their codes: ``count`` of them, None for the usual number.

    Those in which somebody is settled always meet.  The others are opened for the people who have the fewest
    choices.
    """
    meetings, opened = wish.meetings, _settled_open(wish, slips, settled)
    members = [slip for slip in slips if not slip.facilitates]
    coming = [slip for slip in members if slip.number not in settled]
    every = [
        _choice(place, meeting, language, coming)
        for place, meeting in enumerate(meetings)
        for language in ([meeting.place.language] if meeting.place.language else wish.languages)
    ]
    choices = [one for one in every if one.meeting not in opened]
    people = len(members) - len(coming) + _any_of(every).bit_count()
    wanted = count or max(1, round(people / wish.aim))
    count = min(wanted, len(meetings), max(1, people // wish.smallest)) if people else 0
    waiting = (1 << len(coming)) - 1
    seated = Counter(settled[slip.number] for slip in members if slip.number in settled)
    for one in every:
        if opened.get(one.meeting) == one.language:
            free = max(0, wish.aim - seated[meetings[one.meeting].code])
            waiting = _served(waiting, free, one, choices)
    while len(opened) < count and choices:
        best = _next(choices, waiting, wish)
        opened[best.meeting] = best.language
        choices = [one for one in choices if one.meeting != best.meeting]
        waiting = _served(waiting, wish.aim, best, choices)
    return tuple((meetings[place], opened[place]) for place in sorted(opened))


def _settled_open(wish: Wish, slips: Sequence[Slip], settled: Mapping[int, str]) -> dict[int, str]:
    """Return the circles in which somebody is settled, each with the language most of them speak."""
    opened: dict[int, str] = {}
    for place, meeting in enumerate(wish.meetings):
        here = [slip for slip in slips if settled.get(slip.number) == meeting.code]
        if here:
            spoken = Counter(one for slip in here for one in wish.languages if slip.speaks(one))
            most = max(wish.languages, key=lambda language: spoken[language])
            opened[place] = meeting.place.language or most
    return opened


def _choice(place: int, meeting: Meeting, language: str, slips: Sequence[Slip]) -> _Choice:
    suits = speaks = 0
    for at, slip in enumerate(slips):
        if slip.can_come(meeting.time) and slip.follows(language) and meeting.admits(slip):
            suits |= 1 << at
            if not slip.interpreted_from(language):
                speaks |= 1 << at
    return _Choice(place, language, suits, speaks)


def _next(choices: Sequence[_Choice], waiting: int, wish: Wish) -> _Choice:
    """Return the circle to open next.

    It is the fullest of those open to the person with the fewest choices, if it can be filled.
    """

    def filled(one: _Choice) -> tuple[int, int, int]:
        speaks = (one.speaks & waiting).bit_count()
        return min(speaks, wish.largest), (one.suits & waiting).bit_count(), -one.meeting

    full = [one for one in choices if (one.suits & waiting).bit_count() >= wish.smallest]
    if not full:
        return max(choices, key=filled)
    rarest = min(_bits(waiting & _any_of(full)), key=lambda bit: sum(bool(one.suits & bit) for one in full))
    return max((one for one in full if one.suits & rarest), key=filled)


def _served(waiting: int, seats: int, opened: _Choice, choices: Sequence[_Choice]) -> int:
    """Return who still waits when a circle is filled with those who have the fewest other choices."""
    here = sorted(
        _bits(waiting & opened.suits),
        key=lambda bit: (not opened.speaks & bit, sum(bool(one.suits & bit) for one in choices)),
    )
    for bit in here[:seats]:
        waiting &= ~bit
    return waiting


def _any_of(choices: Sequence[_Choice]) -> int:
    suits = 0
    for one in choices:
        suits |= one.suits
    return suits


def _bits(mask: int) -> list[int]:
    """Return the single bits of a mask, the lowest first."""
    found = []
    while mask:
        bit = mask & -mask
        found.append(bit)
        mask ^= bit
    return found
