"""The card of the session that comes next: when, who, where, its parts as a bar of time, and its acts."""

from __future__ import annotations

from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.ids import MINUTE, Instant
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.session_text import session_title
from dialogue_desk.ui.home.home_row import HomeButtons, HomeRow
from dialogue_desk.ui.home.home_text import span_text, start_text, until_text
from dialogue_desk.ui.home.time_bar import TimeBar, TimedPiece
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import local_datetime, short_time

_BESIDE = 760
"""The width from which the buttons are beside the words, at 100 % text: there are up to five."""


class NextCard(Card):
    """Shows one session; ``primary`` makes Run loudest, or Take notes when another laptop runs it."""

    def __init__(
        self,
        entry: SessionEntry,
        folder: SessionFolder,
        buttons: HomeButtons,
        now: Instant,
        *,
        primary: bool,
    ) -> None:
        super().__init__()
        words, make = buttons.words, buttons.make
        loudest = Weight.PRIMARY if primary else Weight.NORMAL
        notes, run = (loudest, Weight.NORMAL) if _runs_elsewhere(entry) else (Weight.NORMAL, loudest)
        acts = [
            make(f"begin:{entry.id}", words.tr("Prepare"), Weight.QUIET),
            make(f"rehearse:{entry.id}", words.tr("Rehearse"), Weight.QUIET),
            make(f"notes:{entry.id}", words.tr("Take notes"), notes, "note"),
            make(f"run:{entry.id}", words.tr("Run"), run, "play"),
            *buttons.more_once_noted(entry),
        ]
        lines = [
            (when_text(entry, now, words), "accent"),
            (where_text(entry, words), "headline"),
            (about_text(entry, folder, words), "muted"),
        ]
        self.add(HomeRow(buttons.theme, lines, acts, below=_BESIDE))
        self.column.addSpacing(Space.TIGHT)
        self.add(TimeBar(buttons.theme, words.tr("How the session will go"), timed_pieces(folder, words)))


def when_text(entry: SessionEntry, now: Instant, words: Words) -> str:
    """Return "7:00 to 9:00 PM · in 1 h 10 min", after the day when that is not today."""
    session = entry.session
    days = {local_datetime(at, session.zone).date() for at in (session.start, now)}
    span = span_text(session, words) if len(days) == 1 else start_text(session, now, words)
    where = words.tr("another laptop runs it") if _runs_elsewhere(entry) else ""
    return " · ".join(filter(None, (span, until_text(session, now, words), where)))


def _runs_elsewhere(entry: SessionEntry) -> bool:
    """Return whether another laptop has begun it: what this one has begun is not a session to come."""
    return entry.phase is not Phase.READY


def where_text(entry: SessionEntry, words: Words) -> str:
    """Return "C05, High school music room"."""
    place = entry.session.place or entry.circle.place
    if not place:
        return words.tr("Circle {code}", code=entry.circle.code)
    return words.tr("{code}, {place}", code=entry.circle.code, place=place)


def about_text(entry: SessionEntry, folder: SessionFolder, words: Words) -> str:
    """Return "Session 2 of 5: What is going on here? · 12 people · Safety Together".

    A guide of one session may be called as that session is, which is not said twice.
    """
    people = words.ntr("{count} person", "{count} people", entry.session.head_count)
    guide = shown_title(folder.guide.title)
    guide = guide if guide != title_of(folder.plan, words) else ""
    return " · ".join(filter(None, (session_title(folder, words), people, guide)))


def timed_pieces(folder: SessionFolder, words: Words) -> tuple[TimedPiece, ...]:
    """Return the parts of the plan with the times at which they begin."""
    pieces, at = [], folder.session.start
    for part in folder.plan.parts:
        begins = short_time(at, folder.session.zone, words)
        label = words.tr("{time} {part}", time=begins, part=title_of(part, words))
        pieces.append(TimedPiece(part.minutes, label, part.kind is PartKind.BREAK))
        at += part.minutes * MINUTE
    return tuple(pieces)
