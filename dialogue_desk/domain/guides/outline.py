"""The outline of a document: which of its headings are sessions, and which are parts.

Documents mark headings in many ways.  Each way has a rank, coarse ones first: the styles of the document
(1 to 6), lines that name a session, bold lines, lines with a time, rows with a time, list items with a time.
The parts are at the rank at which most times are; the sessions are above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from dialogue_desk.domain.guides.guide_lines import is_question, is_quoted
from dialogue_desk.domain.guides.labels import (
    Meaning,
    card_title,
    is_around,
    label_alone,
    labelled,
    names_a_session,
)
from dialogue_desk.domain.guides.part_kinds import kind_of
from dialogue_desk.domain.guides.people_phrases import is_about_people
from dialogue_desk.domain.guides.source import SourceLine
from dialogue_desk.domain.guides.time_phrases import Timed, timed, without_ordinal
from dialogue_desk.domain.model.text import plain_letters

NAMES_SESSION, BOLD, WITH_TIME, ROW, LISTED = 7, 8, 9, 10, 11
_MOST_WORDS = 14
_LEAST_SESSION_MINUTES = 40
_ABOUT_ALL = 0.9
_RUNS_ON = re.compile(r"\b(for|of|in|takes?|about|at|by|the|every|por|durante|de|en|cada|unos|toma)$")
_ENDS_IN_A_TIME = re.compile(r"\b(min|mins|hr|hrs|[ap]\.\s?m)\.$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that may be a heading: its rank, its time, and whether the next line tells its minutes."""

    place: int
    rank: int
    text: str
    time: Timed
    told_below: int | None = None

    @property
    def minutes(self) -> int | None:
        """How long it takes, when the document says so."""
        return self.time.minutes if self.time.minutes is not None else self.told_below

    @property
    def has_time(self) -> bool:
        """Whether it has a place in time at all."""
        return self.time.has_time or self.told_below is not None


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the title is (-1: nowhere), and the ranks of sessions and parts (0: there are none)."""

    title: int
    sessions: int
    parts: int
    headings: dict[int, Heading]
    sessions_are_named: bool

    @property
    def has_times(self) -> bool:
        """Whether any part has a time."""
        return any(heading.has_time for heading in self.headings.values() if heading.rank == self.parts)

    @property
    def mostly_timed(self) -> bool:
        """Whether more than half of the parts have a time."""
        parts = [heading.has_time for heading in self.headings.values() if heading.rank == self.parts]
        return sum(parts) * 2 > len(parts)

    def begins_a_session(self, heading: Heading) -> bool:
        """Whether a heading at the rank of sessions is one: by its name, or by the part that comes next."""
        if self.sessions_are_named:
            return names_a_session(heading.text)
        following = (h.rank for h in self._after(heading) if h.rank in (self.sessions, self.parts))
        return next(following, 0) == self.parts

    def is_part(self, heading: Heading, *, listed: bool) -> bool:
        """Whether a heading at the rank of parts is one; bold lines may be no more than loud."""
        if heading.has_time or heading.rank != BOLD or not self.mostly_timed:
            return heading.has_time or not listed
        return kind_of(heading.text) is not None

    def is_sum(self, heading: Heading) -> bool:
        """Whether there are parts with minutes beneath a heading, so that its own are their sum."""
        inside = takewhile(lambda other: other.rank > heading.rank, self._after(heading))
        return any(other.rank in (self.parts, ROW) and other.minutes for other in inside)

    def _after(self, heading: Heading) -> Iterator[Heading]:
        places = list(self.headings)
        for place in places[places.index(heading.place) + 1 :]:
            yield self.headings[place]


def outline_of(lines: Sequence[SourceLine], rows: dict[int, tuple[str, Timed]]) -> Outline:
    """Find the outline.  ``rows`` are the rows of agenda tables by their place: their titles and times."""
    headings: dict[int, Heading] = {}
    for place, line in enumerate(lines):
        if place in rows:
            title, time = rows[place]
            headings[place] = Heading(place, ROW, title, time)
        elif not line.cells and (rank := _rank(line)):
            headings[place] = Heading(place, rank, line.text, timed(line.text), _told_below(lines, place))
    title_place = _title(lines, headings)
    headings.pop(title_place, None)
    found = list(headings.values())
    sessions = _named_sessions(found)
    parts = _parts(found, sessions)
    if title_place < 0 and (whole := _whole(found, parts)):
        title_place = whole.place
        headings.pop(title_place)
        found.remove(whole)
    if not sessions:
        sessions = _sessions_by_length(found, parts)
    named = any(heading.rank == sessions and names_a_session(heading.text) for heading in found)
    return Outline(title_place, sessions, parts, headings, named)


def is_minutes_line(text: str) -> bool:
    """Whether a line says nothing but how long something takes, and perhaps for how many people."""
    label = labelled(text)
    if label is not None:
        return (
            label_alone(label.label) is Meaning.MINUTES
            and timed(label.text, sentence=True).minutes is not None
        )
    time = timed(text, sentence=True)
    return time.minutes is not None and (time.is_only_time or is_about_people(text))


def same_title(one: str) -> str:
    """Return a title for comparing: its letters and figures alone."""
    return re.sub(r"\W+", " ", plain_letters(without_ordinal(timed(one).text))).strip()


def _rank(line: SourceLine) -> int:
    text = line.text.strip()
    if line.heading:
        return min(line.heading, 6)
    if line.title or line.apart or not _is_short(text) or is_quoted(text) or is_minutes_line(text):
        return 0
    if labelled(text) and not (line.bold and card_title(text)):
        return 0
    if names_a_session(text) and not is_question(text) and not line.listed:
        return NAMES_SESSION
    if line.bold and not line.listed and (timed(text).has_time or not is_question(text)):
        return BOLD
    return (LISTED if line.listed else WITH_TIME) if _stands_as_heading(text) else 0


def _is_short(text: str) -> bool:
    """Whether a line may be a heading by its length and its end."""
    if len(text.split()) > _MOST_WORDS:
        return False
    ends = text.endswith((".", ";", ",", "!", "…")) and not _ENDS_IN_A_TIME.search(text)
    return not ends or timed(text).starts is not None


def _stands_as_heading(text: str) -> bool:
    """Whether a plain line has its time where headings have it: before, in brackets, or after a stop."""
    time = timed(text)
    if not time.has_time or time.is_only_time:
        return False
    before = without_ordinal(text).startswith(time.phrase.split(" (")[0])
    if time.starts is not None and before:
        return True
    if is_question(text) or _RUNS_ON.search(time.text.casefold()):
        return False
    if time.phrase.startswith(("(", "[")) or f"({time.phrase}" in text or f"[{time.phrase}" in text:
        return True
    begin = text.rstrip(". ").removesuffix(time.phrase.rstrip(". "))
    after = begin != text.rstrip(". ") and (
        begin.rstrip() != begin.rstrip(" –—-:|,;") or len(begin.split()) <= 4
    )
    return after or (before and len(time.text.split()) <= 6)


def _told_below(lines: Sequence[SourceLine], place: int) -> int | None:
    for line in lines[place + 1 : place + 3]:
        if line.heading or line.cells:
            return None
        if is_minutes_line(line.text):
            return timed(line.text, sentence=True).minutes
    return None


def _title(lines: Sequence[SourceLine], headings: dict[int, Heading]) -> int:
    styled = [place for place, line in enumerate(lines) if line.title]
    if styled:
        return styled[0]
    first = [place for place, heading in headings.items() if heading.rank == 1]
    others = [heading for heading in headings.values() if heading.rank > 1]
    if len(first) == 1 and others and min(h.place for h in others) > first[0]:
        return -1 if names_a_session(lines[first[0]].text) else first[0]
    if not lines or first:
        return -1
    line = lines[0]
    heading = headings.get(0)
    short = len(line.text.split()) <= _MOST_WORDS and not line.text.rstrip().endswith((".", ":", ";", ","))
    ordinary = line.listed or line.cells or line.apart or label_alone(line.text) or labelled(line.text)
    if not short or ordinary or len(lines) == 1 or names_a_session(line.text):
        return -1
    return 0 if heading is None or (heading.rank == BOLD and not heading.time.starts) else -1


def _named_sessions(headings: Sequence[Heading]) -> int:
    """Return the rank of the headings that name sessions and have something with a time beneath them.

    In a document without any time, other headings beneath them are enough.
    """
    any_time = any(heading.has_time for heading in headings)
    named: Counter[int] = Counter()
    current: Heading | None = None
    for heading in headings:
        if current and heading.rank > current.rank and (heading.has_time or not any_time):
            named[current.rank] += 1
            current = None
        if heading.rank != ROW and names_a_session(heading.text):
            current = heading
        elif current and heading.rank <= current.rank:
            current = None
    return max(named, key=lambda rank: (named[rank], rank)) if named else 0


def _whole(headings: Sequence[Heading], parts: int) -> Heading | None:
    """Return the first heading when its minutes are about those of all parts after it together."""
    timed_ones = [heading for heading in headings if heading.rank == parts and heading.minutes]
    rest = sum(heading.minutes or 0 for heading in timed_ones[1:])
    if len(timed_ones) > 3 and (timed_ones[0].minutes or 0) >= rest * _ABOUT_ALL:
        return timed_ones[0]
    return None


def _parts(headings: Sequence[Heading], sessions: int) -> int:
    below = [heading for heading in headings if heading.rank > sessions and not _is_other(heading)]
    with_time = Counter(heading.rank for heading in below if heading.has_time)
    if with_time[ROW]:
        titles = {same_title(heading.text) for heading in below if heading.rank == ROW}
        known = Counter(h.rank for h in below if h.rank < ROW and same_title(h.text) in titles)
        for rank, count in known.most_common(1):
            if count * 2 >= len(titles):
                return rank
    coarse = {rank: count for rank, count in with_time.items() if rank != LISTED} or with_time
    if coarse:
        return min(coarse, key=lambda rank: (-coarse[rank], rank))
    ranks = Counter(heading.rank for heading in below)
    several = [rank for rank, count in ranks.items() if count > 1]
    return min(several or ranks, default=0)


def _is_other(heading: Heading) -> bool:
    """Whether a heading is none of a session or a part: a label, a card, or what stands around."""
    if heading.has_time:
        return False
    meaning = label_alone(heading.text)
    rules = meaning is Meaning.GROUND_RULE
    return bool((meaning and not rules) or card_title(heading.text) or is_around(heading.text))


def _sessions_by_length(headings: Sequence[Heading], parts: int) -> int:
    """Return the rank whose headings each have parts beneath them that together fill an evening."""
    for rank in sorted({heading.rank for heading in headings if 0 < heading.rank < parts}, reverse=True):
        groups: list[list[int]] = []
        for heading in headings:
            if heading.rank == rank and not _is_other(heading):
                groups.append([])
            elif heading.rank == parts and groups:
                groups[-1].append(heading.minutes or 0)
        filled = [group for group in groups if group]
        if len(filled) > 1 and all(sum(group) >= _LEAST_SESSION_MINUTES for group in filled):
            return rank
    return 0
