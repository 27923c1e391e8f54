"""When the parts of a session begin."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import SessionPlan

DAY = 24 * 60
"""The minutes of a day."""


def beginnings(plan: SessionPlan, start: int = 0) -> tuple[int, ...]:
    """Return the minute at which each part begins when the session begins at ``start``.

    Tracks begin together, and the circle meets again when the last of them is done.  A part with a time of
    day begins then, whatever the parts before it did.
    """
    everybody, tracks, found = start, dict[str, int](), list[int]()
    for part in plan.parts:
        if part.track:
            begins = tracks.get(part.track, everybody)
        else:
            begins = max((everybody, *tracks.values()))
            tracks = {}
        found.append(begins if part.at is None else part.at)
        if part.track:
            tracks[part.track] = found[-1] + part.minutes
        else:
            everybody = found[-1] + part.minutes
    return tuple(found)


def end_of(plan: SessionPlan, start: int = 0) -> int:
    """Return the minute at which the last part is over."""
    begun = beginnings(plan, start)
    ends = (begins + part.minutes for begins, part in zip(begun, plan.parts, strict=True))
    return max(ends, default=start)
