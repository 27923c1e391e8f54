"""Which numbers of people may be shown, so that no number of few people can be worked out from the others.

How many people gave each answer to one question adds up to those who answered it.  A number below the
program's least is hidden; where it could then be found, or nearly, by taking what is shown from the total,
more numbers are hidden with it, the smallest first.  All look alike: who reads the table, and knows this
rule, cannot tell which of them is of few people.

Nobody is a number of few people too.  If none were shown as 0, each hidden number would say that somebody
is there, and a question that nobody answered so would say something of everyone who came.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence


def shown(
    counts: Sequence[int], least: int, *, total_shown: bool = True, few: Collection[int] = ()
) -> tuple[int | None, ...]:
    """Return the numbers that may be shown, in their order; None where one is hidden.

    ``counts`` add up to a total that readers see, unless ``total_shown`` is False; whether it may be seen at
    all says ``shown_total``.  Those at the places ``few`` are hidden whatever they are.
    """
    hidden = _hidden(counts, least, few) if total_shown else _of_few(counts, least, few)
    return tuple(None if place in hidden else count for place, count in enumerate(counts))


def shown_total(counts: Sequence[int], least: int) -> int | None:
    """Return the total of ``counts``, or None where it may not be shown.

    It is hidden when it is of few people itself, and when all numbers are hidden and could be found from it.
    """
    hidden = _hidden(counts, least, ())
    return sum(counts) if sum(counts) >= least and _is_safe(counts, hidden, least) else None


def _of_few(counts: Sequence[int], least: int, few: Collection[int]) -> set[int]:
    return {place for place, count in enumerate(counts) if count < least} | set(few)


def _hidden(counts: Sequence[int], least: int, few: Collection[int]) -> set[int]:
    hidden = _of_few(counts, least, few)
    left = sorted((count, place) for place, count in enumerate(counts) if place not in hidden)
    for _, place in left:
        if _is_safe(counts, hidden, least):
            break
        hidden.add(place)
    return hidden


def _is_safe(counts: Sequence[int], hidden: Collection[int], least: int) -> bool:
    """Whether the numbers at the places ``hidden`` stay unknown when all others and the total are seen.

    They are several and together not few, and each that is of few people could be many another number: at
    least half as many as ``least``.
    """
    if not hidden:
        return True
    if len(hidden) == 1 or sum(counts[place] for place in hidden) < least:
        return False
    return all(
        _lower(counts, hidden, place, least) + _higher(counts, hidden, place, least) >= least // 2
        for place in hidden
        if counts[place] < least
    )


def _higher(counts: Sequence[int], hidden: Collection[int], place: int, least: int) -> int:
    """Return by how many a number of few people could be higher, if others that are hidden were lower."""
    room = least - 1 - counts[place]
    others = (counts[one] for one in hidden if one != place)
    return min(room, sum(count if count < least else count - least for count in others))


def _lower(counts: Sequence[int], hidden: Collection[int], place: int, least: int) -> int:
    """Return by how many it could be lower, if others were higher: none above the smallest that is seen."""
    seen = [count for one, count in enumerate(counts) if one not in hidden]
    most = min(seen, default=sum(counts))
    others = (counts[one] for one in hidden if one != place)
    return min(
        counts[place], sum(least - 1 - count if count < least else max(most - count, 0) for count in others)
    )
