"""How long parts take: as their guide gives it, with the people who came, and read aloud."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.model.guide import Guide, Length, Measure, Part, PartKind, SessionPlan

WORDS_A_MINUTE = 130
"""How fast a text is read aloud to people who listen."""

_WORDLESS = (PartKind.SILENCE, PartKind.BREAK)


def go_round_seconds(
    people: int, seconds_each: int, pause: int = 0, silence: int = 0, factor: int = 100
) -> int:
    """Return how many seconds a go-round takes: the silence before it, the turns, the pauses between.

    ``factor`` is how long a turn takes with its interpretation, in percent.
    """
    return -(-people * seconds_each * factor // 100) + max(people - 1, 0) * pause + silence


def fitting_seconds_each(part: Part, people: int, factor: int = 100) -> int:
    """Return the longest turn, in steps of 5 seconds, that lets everyone speak within the part, or 0."""
    left = part.minutes * 60 - go_round_seconds(people, 0, part.pause, part.silence)
    return max(left * 100 // (people * factor) // 5 * 5, 0)


def minutes_needed(plan: SessionPlan, factor: int) -> int:
    """Return how long the parts take when speech takes ``factor`` percent; silence takes no longer."""
    percent = sum(part.minutes * (100 if part.kind in _WORDLESS else factor) for part in plan.parts)
    return -(-percent // 100)


def words_aloud(part: Part) -> int:
    """Return how many words of a part are read aloud, those of its cards among them."""
    said = (*part.say, *(text for card in part.cards for text in card.say))
    return sum(len(text.split()) for text in said)


def seconds_aloud(part: Part) -> int:
    """Return how long it takes to read aloud what a part says."""
    return -(-words_aloud(part) * 60 // WORDS_A_MINUTE)


def usual_people(guide: Guide) -> int:
    """Return the circle for which minutes are counted beforehand: the best one, or else the largest."""
    return guide.best or guide.people[1]


def on_track(plan: SessionPlan, track: str) -> SessionPlan:
    """Return what those of one track do: the parts for everybody, and their own."""
    return replace(plan, parts=tuple(part for part in plan.parts if part.track in ("", track)))


def paths(plan: SessionPlan) -> tuple[SessionPlan, ...]:
    """Return what each track does, or the plan itself when it has none."""
    return tuple(on_track(plan, track) for track in plan.tracks) or (plan,)


def for_people(plan: SessionPlan, people: int) -> SessionPlan:
    """Return the plan with the minutes that parts have when ``people`` came.

    A share is of the session, a go-round as long as it takes, and equal parts share what the others leave.
    """
    if all(part.length is None for part in plan.parts):
        return plan
    known = replace(plan, parts=tuple(_alone(part, plan.minutes, people) for part in plan.parts))
    left = [(path, equal_share(path)) for path in paths(known)]

    def share(part: Part) -> int:
        return min(minutes for path, minutes in left if part.track in ("", *path.tracks))

    shared = (_lasting(part, share(part)) if _equal(part) else part for part in known.parts)
    return replace(plan, parts=tuple(shared))


def equal_share(path: SessionPlan) -> int:
    """Return the minutes of each equal part among those that one circle does; below 1 when none are left."""
    equals = sum(map(_equal, path.parts))
    fixed = sum(part.minutes for part in path.parts if not _equal(part))
    return (path.minutes - fixed) // equals if equals else path.minutes


def guide_for_people(guide: Guide, people: int) -> Guide:
    """Return the guide with all its plans for ``people``."""
    return replace(guide, sessions=tuple(for_people(plan, people) for plan in guide.sessions))


def _equal(part: Part) -> bool:
    return part.length is not None and part.length.measure is Measure.EQUAL


def _alone(part: Part, session: int, people: int) -> Part:
    """Return a part with the minutes that do not depend on other parts."""
    length = part.length
    if length is None or length.measure is Measure.EQUAL:
        return part
    if length.measure is Measure.SHARE:
        return _lasting(part, (session * length.percent + 50) // 100)
    turns = go_round_seconds(people, part.seconds_each or 0, part.pause, part.silence)
    return _lasting(part, -(-turns // 60))


def _lasting(part: Part, minutes: int) -> Part:
    """Return a part of so many minutes, and of one at least."""
    length, minutes = part.length or Length(Measure.EQUAL), max(minutes, 1)
    floor = minutes if length.floor is None else min(length.floor, minutes)
    return replace(part, minutes=minutes, floor=floor)
