"""What a person does with formed circles by hand: slips come and go, numbers move, and are settled or not.

Each returns new circles.  No number is lost or there twice, and nobody moves but those who are named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from dialogue_desk.domain.forming.forming import FormedCircle, Forming, Why
from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.wish import Wish


def not_formed(wish: Wish, slips: Iterable[Slip]) -> Forming:
    """Return slips of which no circles are formed yet: all of them wait."""
    ordered = _ordered(slips)
    return Forming(wish, ordered, (), tuple((slip.number, Why.WAITING) for slip in ordered))


def with_slips(forming: Forming, slips: Iterable[Slip]) -> Forming:
    """Return circles with slips that came later, or were typed again, in place of those with their numbers.

    A new number waits in no circle.  One that is there stays where it is; whoever now leads a circle, or no
    longer does, is moved to that side of it.
    """
    coming = {slip.number: slip for slip in slips}
    known = forming.by_number
    waiting = {number: Why.WAITING for number in coming if number not in forming.places}
    circles = tuple(_told_apart(circle, {**known, **coming}) for circle in forming.circles)
    return replace(
        forming,
        slips=_ordered({**known, **coming}.values()),
        circles=circles,
        unplaced=tuple(sorted({**dict(forming.unplaced), **waiting}.items())),
    )


def without_slips(forming: Forming, numbers: Collection[int]) -> Forming:
    """Return circles from which the slips of these numbers are gone."""
    gone = set(numbers)
    circles = (
        replace(
            circle,
            numbers=tuple(one for one in circle.numbers if one not in gone),
            facilitators=tuple(one for one in circle.facilitators if one not in gone),
        )
        for circle in forming.circles
    )
    return replace(
        forming,
        slips=tuple(slip for slip in forming.slips if slip.number not in gone),
        circles=tuple(circles),
        unplaced=tuple(pair for pair in forming.unplaced if pair[0] not in gone),
        settled=forming.settled - gone,
    )


def moved_to(forming: Forming, numbers: Iterable[int], code: str) -> Forming:
    """Return circles with these numbers in the circle of a code, and settled there.

    Raises:
        KeyError: when there is no such number or no such circle.
    """
    for number in dict.fromkeys(numbers):
        forming = forming.moved(number, code)
    return forming


def settled_where_they_are(forming: Forming, numbers: Iterable[int]) -> Forming:
    """Return circles in which these numbers stay when circles are formed again; who is in none is left."""
    return replace(forming, settled=forming.settled | (forming.places.keys() & set(numbers)))


def let_go(forming: Forming, numbers: Iterable[int]) -> Forming:
    """Return circles in which these numbers may move when circles are formed again."""
    return replace(forming, settled=forming.settled - set(numbers))


def settled_elsewhere(forming: Forming, wish: Wish) -> tuple[str, ...]:
    """Return the codes of circles in which somebody is settled and which a wish does not have."""
    codes = {meeting.code for meeting in wish.meetings}
    return tuple(sorted({forming.places[number] for number in forming.settled} - codes))


def formed_again(forming: Forming, wish: Wish, going: Callable[[], object] | None = None) -> Forming:
    """Return circles of the same slips formed again; whoever is settled stays.

    ``going`` is called now and then, and ends it by raising an error.

    Raises:
        KeyError: when somebody is settled in a circle that the wish does not have.
    """
    settled = {number: forming.places[number] for number in sorted(forming.settled)}
    return formed(forming.slips, wish, settled, going)


def _told_apart(circle: FormedCircle, slips: Mapping[int, Slip]) -> FormedCircle:
    """Return a circle whose people and facilitators are told apart as their slips say."""
    leads = {number for number in circle.everyone if slips[number].facilitates}
    everyone = sorted(circle.everyone)
    return replace(
        circle,
        numbers=tuple(one for one in everyone if one not in leads),
        facilitators=tuple(one for one in everyone if one in leads),
    )


def _ordered(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    return tuple(sorted(slips, key=lambda slip: slip.number))
