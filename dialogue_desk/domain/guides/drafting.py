"""Makes the draft of a guide from the lines of a document, each with its meaning.

Quick and pure: change the meaning of a line and make it again.  No line is lost but those left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dialogue_desk.domain.guides.agenda_tables import first_words
from dialogue_desk.domain.guides.guide_lines import GuideLine, line_of
from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.part_kinds import kind_of
from dialogue_desk.domain.guides.people_phrases import people_told
from dialogue_desk.domain.guides.source import Remark, RemarkKind
from dialogue_desk.domain.guides.time_phrases import MOST_MINUTES
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.text import one_line, plain_letters

USUAL_MINUTES = 10
USUAL_PEOPLE = (6, 12)
_HALF_A_DAY = 12 * 60
_MOST_ID = 30

_SPANISH = re.compile(
    r"\b(el|la|los|las|de|que|y|en|un|una|por|para|con|se|no|su|del|al|es|lo|como|más|qué)\b"
)
_ENGLISH = re.compile(r"\b(the|of|and|to|a|in|is|that|it|for|you|with|on|are|what|your|this|from|each|who)\b")
_ENDS = re.compile(r"(the )?(end|finish|adjourn)|(fin|final|termina)( de la (sesion|reunion))?")
_PLACES = (Meaning.SAY, Meaning.ASK, Meaning.GOAL, Meaning.MATERIAL, Meaning.NOTE_TAKER)
_WHOLE = (Meaning.MINUTES, Meaning.STEP)
"""Lines of which the time would be missing where they cannot stand as what they are."""


@dataclass(frozen=True, slots=True)
class DraftStep:
    """A step of a part, with its minutes and whatever stood below its heading."""

    title: str
    minutes: int
    text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A card or handout: its title and its paragraphs, each with whether it is an item of a list."""

    title: str
    text: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class DraftPart:
    """A part.  ``number`` is the line of its heading; ``minutes`` None until they are shared out."""

    number: int
    title: str
    kind: PartKind
    id: str = ""
    minutes: int | None = None
    starts: int | None = None
    purpose: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    note_taker: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    steps: tuple[DraftStep, ...] = ()
    cards: tuple[DraftCard, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftSession:
    """A session and its parts."""

    number: int
    title: str
    id: str
    minutes: int
    goals: tuple[str, ...]
    before: tuple[str, ...]
    parts: tuple[DraftPart, ...]


@dataclass(frozen=True, slots=True)
class GuideDraft:
    """A guide as it was understood, and what a person should know of how."""

    id: str
    title: str
    language: str
    people: tuple[int, int]
    ground_rules: tuple[str, ...]
    sessions: tuple[DraftSession, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class _Part:
    """The heading of a part, and the lines below it."""

    heading: GuideLine
    lines: list[GuideLine] = field(default_factory=list)


@dataclass(slots=True)
class _Session:
    """A session while its lines come in."""

    number: int
    title: str
    promised: int | None = None
    chosen: int | None = None
    goals: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    early: list[GuideLine] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)


def drafted(
    lines: Sequence[GuideLine],
    title: str = "",
    language: str = "",
    usual_title: str = "",
    people: tuple[int, int] | None = None,
    minutes: Mapping[int, int] | None = None,
) -> GuideDraft:
    """Make the draft.  ``title``, ``language`` and ``people`` are chosen by a person, else from the lines.

    So are ``minutes`` of sessions, by the number of their line.  ``usual_title``, such as the name of the
    file, is for lines that have none.
    """
    kept = [line for line in lines if line.meaning is not Meaning.LEFT_OUT]
    titles = [one_line(line.text) for line in kept if line.meaning is Meaning.TITLE]
    title = one_line(title) or (titles[0] if titles else "") or one_line(usual_title) or _first_title(kept)
    language = language or language_of(kept)
    remarks: list[Remark] = []
    rules: list[str] = []
    sessions = _gathered(kept, title, rules)
    for session in sessions:
        session.chosen = (minutes or {}).get(session.number)
    people = people or next(filter(None, (people_told(line.source) for line in kept)), None)
    if people is None:
        remarks.append(Remark(RemarkKind.PEOPLE_GUESSED, figure=USUAL_PEOPLE[0], other=USUAL_PEOPLE[1]))
    ids = _Ids()
    made = tuple(_finished(session, number, remarks) for number, session in enumerate(sessions, 1))
    if any(line.starts is not None for line in kept):
        remarks.append(Remark(RemarkKind.TIMES_OF_DAY))
    return GuideDraft(
        ids.new(title, "guide"), title, language, people or USUAL_PEOPLE, tuple(rules), made, tuple(remarks)
    )


def language_of(lines: Iterable[GuideLine]) -> str:
    """Return ``es`` or ``en``, whichever the small words of a document are from."""
    text = " ".join(line.source for line in lines).casefold()
    return "es" if len(_SPANISH.findall(text)) > len(_ENGLISH.findall(text)) else "en"


def _first_title(lines: Sequence[GuideLine]) -> str:
    headings = [line.text for line in lines if line.meaning in (Meaning.SESSION, Meaning.PART)]
    texts = headings or [line.text for line in lines if line.text.strip()]
    return first_words(one_line(texts[0])) if texts else "Guide"


def _gathered(lines: Sequence[GuideLine], title: str, rules: list[str]) -> list[_Session]:
    """Sort the lines into sessions.  What stands before the first session belongs to it."""
    opening = _Session(0, title)
    sessions: list[_Session] = []
    seen_title = False
    for line in lines:
        current = sessions[-1] if sessions else opening
        if line.meaning is Meaning.SESSION:
            sessions.append(_Session(line.number, one_line(line.text), line.minutes))
        elif line.meaning is Meaning.TITLE:
            # A title that a person replaced, and a second one, are words of the document all the same.
            if seen_title or one_line(line.text) != title:
                _take(current, replace(line, meaning=Meaning.UNKNOWN), rules)
            opening.promised = opening.promised or line.minutes
            seen_title = True
        else:
            _take(current, line, rules)
    return _joined(opening, sessions)


def _joined(opening: _Session, sessions: list[_Session]) -> list[_Session]:
    if not sessions:
        return [opening]
    first = sessions[0]
    if opening.parts:
        return [opening, *sessions]
    first.goals[:0], first.before[:0], first.early[:0] = opening.goals, opening.before, opening.early
    if len(sessions) == 1:
        first.promised = first.promised or opening.promised
    return sessions


def _take(session: _Session, line: GuideLine, rules: list[str]) -> None:
    """Put a line where its meaning says."""
    text = one_line(line.text)
    if line.meaning is Meaning.LABEL or not (text or line.meaning is Meaning.MINUTES):
        return
    if line.meaning is Meaning.PART:
        session.parts.append(_Part(line))
    elif line.meaning is Meaning.GROUND_RULE:
        rules.append(text)
    elif line.meaning is Meaning.BEFORE:
        session.before.append(text)
    elif session.parts:
        session.parts[-1].lines.append(line)
    elif line.meaning is Meaning.GOAL:
        session.goals.append(text)
    else:
        if line.meaning is Meaning.MINUTES:
            session.promised = session.promised or line.minutes
        session.early.append(line)


def _part(part: _Part) -> DraftPart:
    """Return a part with each of its lines in its place."""
    heading, lines = part.heading, part.lines
    told = next((line.minutes for line in lines if line.meaning is Meaning.MINUTES and line.minutes), None)
    minutes = told if heading.minutes is None else heading.minutes
    steps: list[DraftStep] = []
    cards: list[DraftCard] = []
    tips: list[str] = []
    for line in lines:
        text = one_line(line.text)
        if line.meaning is Meaning.STEP and line.minutes is not None:
            steps.append(DraftStep(text, line.minutes))
        elif line.meaning is Meaning.CARD:
            cards.append(DraftCard(text))
        elif line.meaning is Meaning.CARD_TEXT and cards:
            cards[-1] = replace(cards[-1], text=(*cards[-1].text, (text, line.listed)))
        elif line.meaning is Meaning.UNKNOWN and steps:
            steps[-1] = replace(steps[-1], text=(*steps[-1].text, text))
        elif line.meaning not in _PLACES and not _is_told(line, minutes):
            tips.append(one_line(line.source) if line.meaning in _WHOLE else text)
    placed = {
        meaning: tuple(one_line(line.text) for line in lines if line.meaning is meaning)
        for meaning in _PLACES
    }
    return DraftPart(
        heading.number,
        one_line(heading.text),
        kind_of(heading.text) or PartKind.OPEN_TALK,
        minutes=minutes or sum(step.minutes for step in steps) or None,
        starts=heading.starts,
        purpose=placed[Meaning.GOAL],
        say=placed[Meaning.SAY],
        ask=placed[Meaning.ASK],
        tips=tuple(tips),
        note_taker=placed[Meaning.NOTE_TAKER],
        materials=placed[Meaning.MATERIAL],
        steps=tuple(steps),
        cards=tuple(cards),
    )


def _is_told(line: GuideLine, minutes: int | None) -> bool:
    """Whether a line says nothing but the minutes that are those of its part or session anyway."""
    return line.meaning is Meaning.MINUTES and not line.text and line.minutes == minutes


def _finished(session: _Session, number: int, remarks: list[Remark]) -> DraftSession:
    if not session.parts:
        remarks.append(Remark(RemarkKind.NO_PARTS, session.number, session.title))
        session.parts.append(_Part(line_of(session.number, session.title, Meaning.PART)))
    session.parts[0].lines[:0] = [
        replace(line, meaning=Meaning.UNKNOWN, text=line.source) if line.meaning is Meaning.MINUTES else line
        for line in session.early
        if not _is_told(line, session.promised)
    ]
    timed_parts = _without_end(_from_starts([_part(part) for part in session.parts]))
    parts = _with_minutes(timed_parts, session, remarks)
    ids = _Ids()
    return DraftSession(
        session.number,
        session.title,
        f"s{number}",
        _sum(parts, session, remarks),
        tuple(session.goals),
        tuple(session.before),
        tuple(replace(part, id=ids.new(part.title, "part")) for part in parts),
    )


def _from_starts(parts: Sequence[DraftPart]) -> list[DraftPart]:
    """Fill in minutes where a part and the next one tell at what time they start."""
    made = list(parts)
    for place, (part, following) in enumerate(pairwise(parts)):
        if part.minutes is None and part.starts is not None and following.starts is not None:
            minutes = (following.starts - part.starts) % _HALF_A_DAY
            made[place] = replace(part, minutes=minutes if 1 <= minutes <= MOST_MINUTES else None)
    return made


def _without_end(parts: list[DraftPart]) -> list[DraftPart]:
    """Take "8:00 End" for the end of the part before it, and not for a part."""
    *others, last = parts
    bare = replace(last, number=0, title="", id="", kind=PartKind.OPEN_TALK, starts=None)
    ends = _ENDS.fullmatch(plain_letters(last.title)) and last.starts is not None
    if not (others and ends and bare == DraftPart(0, "", PartKind.OPEN_TALK)):
        return parts
    before = others[-1]
    return [*others[:-1], replace(before, tips=(*before.tips, last.title))]


def _with_minutes(parts: list[DraftPart], session: _Session, remarks: list[Remark]) -> list[DraftPart]:
    """Give minutes to the parts that have none: what the session has left, else the usual ones."""
    without = [place for place, part in enumerate(parts) if part.minutes is None]
    left = (session.chosen or session.promised or 0) - sum(part.minutes or 0 for part in parts)
    for number, place in enumerate(without):
        share, more = divmod(left, len(without)) if left >= len(without) else (USUAL_MINUTES, 0)
        minutes = min(share + (number < more), MOST_MINUTES)
        parts[place] = replace(parts[place], minutes=minutes)
        remarks.append(Remark(RemarkKind.MINUTES_GUESSED, parts[place].number, parts[place].title, minutes))
    return parts


def _sum(parts: Sequence[DraftPart], session: _Session, remarks: list[Remark]) -> int:
    total = sum(part.minutes or 0 for part in parts)
    if session.chosen:
        return session.chosen
    if session.promised and session.promised != total:
        remarks.append(
            Remark(RemarkKind.MINUTES_DIFFER, session.number, session.title, session.promised, total)
        )
    if total > MOST_MINUTES:
        remarks.append(
            Remark(RemarkKind.MINUTES_TOO_MANY, session.number, session.title, MOST_MINUTES, total)
        )
    return min(total, MOST_MINUTES)


class _Ids:
    """Makes names of titles, each once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, title: str, usual: str) -> str:
        """Return a name made of the first words of a title."""
        letters = re.sub(r"[^a-z0-9]+", "-", plain_letters(title)).strip("-")
        name = letters if len(letters) <= _MOST_ID else letters[:_MOST_ID].rpartition("-")[0]
        name = name or usual
        number, made = 2, name
        while made in self._given:
            made, number = f"{name}-{number}", number + 1
        self._given.add(made)
        return made
