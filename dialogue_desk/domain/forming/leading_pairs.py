"""Who leads which circle: facilitators of different background, who speak its language and can come."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dialogue_desk.domain.forming.forming import Why
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.wish import Meeting

Suits = Callable[[Slip, int], bool]


def facilitators_of(
    circles: Sequence[tuple[Meeting, str]], slips: Sequence[Slip], each: int, settled: Mapping[int, int]
) -> tuple[list[tuple[int, ...]], dict[int, Why]]:
    """Return who leads each circle, and why the others lead none.

    Each circle gets one before any gets a second, and a second one of another background where there is one.
    """
    leads: list[list[Slip]] = [[] for _ in circles]
    free = []
    for slip in slips:
        if slip.number in settled:
            leads[settled[slip.number]].append(slip)
        else:
            free.append(slip)

    def suits(slip: Slip, place: int) -> bool:
        meeting, language = circles[place]
        return slip.can_come(meeting.time) and slip.speaks(language) and meeting.admits(slip)

    def differs(slip: Slip, place: int) -> bool:
        return suits(slip, place) and slip.groups not in {one.groups for one in leads[place]}

    for wanted in range(1, each + 1):
        for rule in (differs, suits):
            short = [place for place in range(len(circles)) if len(leads[place]) < wanted]
            for place, slip in _matched(short, free, rule).items():
                leads[place].append(slip)
                free.remove(slip)
    found = [tuple(sorted(slip.number for slip in each_of)) for each_of in leads]
    return found, {slip.number: _why(slip, circles) for slip in free}


def _matched(places: Sequence[int], slips: Sequence[Slip], suits: Suits) -> dict[int, Slip]:
    """Return a facilitator for as many of the circles as possible (augmenting paths)."""
    matched: dict[int, Slip] = {}

    def found(slip: Slip, seen: set[int]) -> bool:
        for place in places:
            if place not in seen and suits(slip, place):
                seen.add(place)
                if place not in matched or found(matched[place], seen):
                    matched[place] = slip
                    return True
        return False

    for slip in sorted(slips, key=lambda one: (sum(suits(one, place) for place in places), one.number)):
        found(slip, set())
    return matched


def _why(slip: Slip, circles: Sequence[tuple[Meeting, str]]) -> Why:
    fit = [(meeting, language) for meeting, language in circles if slip.can_come(meeting.time)]
    if not fit:
        return Why.NO_TIME
    fit = [(meeting, language) for meeting, language in fit if slip.speaks(language)]
    if not fit:
        return Why.NO_LANGUAGE
    return Why.FULL if any(meeting.admits(slip) for meeting, _ in fit) else Why.NO_PLACE
