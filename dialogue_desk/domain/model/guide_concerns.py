"""What will go wrong in a session of a guide, counted for the people who come; and what may be better."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from dialogue_desk.domain.model.guide import Cut, Measure, Mode, NotesPolicy, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.guide_lengths import (
    equal_share,
    fitting_seconds_each,
    for_people,
    go_round_seconds,
    paths,
    seconds_aloud,
)
from dialogue_desk.domain.model.reading_level import grade

HIGHEST_GRADE = 7
"""The school grade that everyone in a circle can follow by ear."""


class ConcernKind(StrEnum):
    """A reason why a session will go wrong, or could go better."""

    DOES_NOT_ADD_UP = "does not add up"
    FLOORS_TOO_LONG = "floors too long"
    NO_CLOSING = "no closing"
    NOTHING_TO_CUT = "nothing to cut"
    TRACKS_DIFFER = "tracks differ"
    BEGINS_TOO_EARLY = "begins too early"
    NOTHING_LEFT = "nothing left"
    FLOOR_ABOVE_MINUTES = "floor above minutes"
    STEPS_TOO_LONG = "steps too long"
    STEPS_ABOVE_FLOOR = "steps above floor"
    GO_ROUND_TOO_LONG = "go-round too long"
    GO_ROUND_WITHOUT_TURNS = "go-round without turns"
    READ_ALOUD_TOO_LONG = "read aloud too long"
    WANTED_WITHOUT_NOTES = "wanted without notes"
    CHOOSES_TOO_MANY = "chooses too many"
    NOTHING_SAID_OF_NOTES = "nothing said of notes"
    HARD_TO_FOLLOW = "hard to follow"

    @property
    def hint(self) -> bool:
        """Whether a session goes well all the same."""
        return self in _HINTS


_HINTS = (ConcernKind.STEPS_ABOVE_FLOOR, ConcernKind.CHOOSES_TOO_MANY, ConcernKind.HARD_TO_FOLLOW)


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that will go wrong in a session.

    ``part`` is the id of the part, "" when it is the whole session.  ``planned`` is what the guide
    gives and ``needed`` what it takes, in minutes (begun minutes count as whole ones), or in school grades;
    ``seconds_each`` is the turn of a go-round that would fit, 0 when none does.
    """

    kind: ConcernKind
    part: str = ""
    planned: int = 0
    needed: int = 0
    seconds_each: int = 0


def concerns(plan: SessionPlan, people: int, factor: int = 100) -> tuple[Concern, ...]:
    """Return what will go wrong when ``people`` meet for this session, the whole session first.

    ``factor`` is how long a turn takes with its interpretation, in percent.
    """
    counted = for_people(plan, people)
    return (
        *_session_concerns(counted),
        *(found for part in counted.parts for found in _part_concerns(part, people, factor)),
    )


def spoken_concerns(plan: SessionPlan, language: str) -> tuple[Concern, ...]:
    """Return what is wrong with the words that are said aloud."""
    return (*_notes_concerns(plan, language), *_grade_concerns(plan, language))


# The whole session


def _session_concerns(plan: SessionPlan) -> Iterator[Concern]:
    yield from _sum_concerns(plan)
    if not any(part.kind is PartKind.CLOSING for part in plan.parts):
        yield Concern(ConcernKind.NO_CLOSING)
    if all(part.cut is Cut.NEVER for part in plan.parts):
        yield Concern(ConcernKind.NOTHING_TO_CUT)
    yield from _track_concerns(plan)
    # What is for everybody is found on each path, and told once.
    yield from dict.fromkeys(found for path in paths(plan) for found in _begin_concerns(path))


def _sum_concerns(plan: SessionPlan) -> Iterator[Concern]:
    measures = {part.length.measure for part in plan.parts if part.length}
    tracks = paths(plan)
    if Measure.EQUAL in measures and min(map(equal_share, tracks)) < 1:
        equal = next(part for part in plan.parts if part.length and part.length.measure is Measure.EQUAL)
        yield Concern(ConcernKind.NOTHING_LEFT, equal.id, planned=plan.minutes)
        return
    needed = max(map(_taken, tracks))
    # What does not divide among equal parts, or is left by a small circle, is time to spare.
    spare = max(_equals(plan) - 1, plan.minutes if Measure.EACH in measures else 0)
    if not plan.minutes - spare <= needed <= plan.minutes:
        yield Concern(ConcernKind.DOES_NOT_ADD_UP, planned=plan.minutes, needed=needed)
    least = max(sum(map(_least, path.parts)) for path in tracks)
    if least > plan.minutes and any(part.floor < part.minutes for part in plan.parts):
        yield Concern(ConcernKind.FLOORS_TOO_LONG, planned=plan.minutes, needed=least)


def _equals(plan: SessionPlan) -> int:
    return sum(1 for part in plan.parts if part.length and part.length.measure is Measure.EQUAL)


def _least(part: Part) -> int:
    """Return the fewest minutes a late session can give a part."""
    return {Cut.NEVER: part.minutes, Cut.LAST: min(part.floor, part.minutes), Cut.FIRST: 0}[part.cut]


def _taken(path: SessionPlan) -> int:
    """Return how long a session takes, with the waiting for parts that begin at a time of day."""
    at, midnight = 0, None
    for part in path.parts:
        if part.at is not None:
            midnight = at - part.at if midnight is None else midnight
            at = max(at, midnight + part.at)
        at += part.minutes
    return at


def _begin_concerns(path: SessionPlan) -> Iterator[Concern]:
    """Find parts that begin before those since the last time of day can be over, even at their floors."""
    since: int | None = None
    least = 0
    for part in path.parts:
        if part.at is not None:
            if since is not None and since + least > part.at:
                yield Concern(
                    ConcernKind.BEGINS_TOO_EARLY, part.id, planned=max(part.at - since, 0), needed=least
                )
            since, least = part.at, 0
        least += _least(part)


def _track_concerns(plan: SessionPlan) -> Iterator[Concern]:
    for tracked, block in groupby(plan.parts, lambda part: bool(part.track)):
        parts = tuple(block)
        minutes = [sum(part.minutes for part in parts if part.track == track) for track in plan.tracks]
        if tracked and min(minutes) != max(minutes):
            yield Concern(ConcernKind.TRACKS_DIFFER, parts[0].id, planned=min(minutes), needed=max(minutes))


# One part


def _part_concerns(part: Part, people: int, factor: int) -> Iterator[Concern]:
    if part.floor > part.minutes:
        yield Concern(ConcernKind.FLOOR_ABOVE_MINUTES, part.id, planned=part.minutes, needed=part.floor)
    yield from _step_concerns(part)
    yield from _time_concerns(part, people, factor)
    if part.wanted and part.notes is NotesPolicy.OFF:
        yield Concern(ConcernKind.WANTED_WITHOUT_NOTES, part.id)
    if part.choose is not None and part.choose > len(part.ask):
        yield Concern(ConcernKind.CHOOSES_TOO_MANY, part.id, planned=len(part.ask), needed=part.choose)


def _step_concerns(part: Part) -> Iterator[Concern]:
    steps = sum(step.minutes for step in part.steps)
    if steps > part.minutes:
        yield Concern(ConcernKind.STEPS_TOO_LONG, part.id, planned=part.minutes, needed=steps)
    fewest = sum(min(step.fewest, step.minutes) for step in part.steps)
    if part.cut is not Cut.NEVER and steps <= part.minutes and fewest > part.floor:
        yield Concern(ConcernKind.STEPS_ABOVE_FLOOR, part.id, planned=part.floor, needed=fewest)


def _time_concerns(part: Part, people: int, factor: int) -> Iterator[Concern]:
    """Find a go-round, or words read aloud, that do not fit a part."""
    turns = 0
    if part.seconds_each is not None:
        turns = go_round_seconds(people, part.seconds_each, part.pause, part.silence, factor)
    elif part.clock and (part.kind is PartKind.GO_ROUND or part.mode is Mode.GO_ROUND):
        yield Concern(ConcernKind.GO_ROUND_WITHOUT_TURNS, part.id)
    if turns > part.minutes * 60:
        yield Concern(
            ConcernKind.GO_ROUND_TOO_LONG,
            part.id,
            planned=part.minutes,
            needed=-(-turns // 60),
            seconds_each=fitting_seconds_each(part, people, factor),
        )
        return
    aloud = -(-seconds_aloud(part) * factor // 100)
    # A part that is as long as its go-round has no minutes for words; a few of them do no harm.
    room = part.minutes * 60 + (60 if part.length and part.length.measure is Measure.EACH else 0)
    if part.clock and aloud and aloud + turns > room:
        yield Concern(
            ConcernKind.READ_ALOUD_TOO_LONG, part.id, planned=part.minutes, needed=-(-(aloud + turns) // 60)
        )


# What is said


_OF_NOTES = {
    "en": re.compile(r"\bnotes\b|\bnote-taker|\bwrit(e|es|ing|ten) down\b", re.IGNORECASE),
    "es": re.compile(r"\bnotas\b|\banota|\bapunta|\bescribimos\b|\bpor escrito\b", re.IGNORECASE),
}


def _notes_concerns(plan: SessionPlan, language: str) -> Iterator[Concern]:
    """Find the first part in which people speak and notes are taken before they were told who reads them.

    They are told in a part of that kind, or in words about notes that are said before they speak.  Of other
    languages the words are not known: there a welcome or the ground rules are trusted to say it.
    """
    known = _OF_NOTES.get(language.partition("-")[0])
    for part in plan.parts:
        if part.kind is PartKind.PRIVACY_NOTICE or _says(part, known):
            return
        if (part.ask or part.seconds_each) and part.notes is not NotesPolicy.OFF:
            yield Concern(ConcernKind.NOTHING_SAID_OF_NOTES, part.id)
            return


def _says(part: Part, known: re.Pattern[str] | None) -> bool:
    if known is None:
        return bool(part.say) and part.kind in (PartKind.WELCOME, PartKind.GROUND_RULES)
    return any(known.search(text) for text in part.say)


def _grade_concerns(plan: SessionPlan, language: str) -> Iterator[Concern]:
    for part in plan.parts:
        found = grade(" ".join(_all_said(part)), language)
        if found is not None and found > HIGHEST_GRADE:
            yield Concern(ConcernKind.HARD_TO_FOLLOW, part.id, planned=HIGHEST_GRADE, needed=found)


def _all_said(part: Part) -> tuple[str, ...]:
    return (*part.say, *(text for card in part.cards for text in card.say))
