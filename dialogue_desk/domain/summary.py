"""What a circle gets back from its session: what was said and proposed, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.circles import Session
from dialogue_desk.domain.ids import Instant, Milliseconds
from dialogue_desk.domain.leaving import Profile, lets
from dialogue_desk.domain.live_session import Phase
from dialogue_desk.domain.notes import ActionIdea, Note, NoteKind, Spread
from dialogue_desk.domain.session_folder import Kept, SessionFolder


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said, how widely it was held, and the themes it stands under."""

    text: str
    kind: NoteKind
    spread: Spread | None = None
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeLines:
    """What was said under one theme; an empty name gathers what stands under none."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One action idea, with its themes by name."""

    idea: ActionIdea
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartTime:
    """How long one part was planned to take and took.

    ``adapted`` is what it was given on the night, none if it was taken out of the plan.  ``held`` is
    false for one that was left out.
    """

    title: str
    planned: Milliseconds
    added: Milliseconds
    spent: Milliseconds
    held: bool
    adapted: Milliseconds = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """A session as the circle reads it."""

    program: str
    circle: str
    place: str
    title: str
    goal: str
    session: Session
    began: Instant
    ended: Instant | None
    talked_about: tuple[ThemeLines, ...]
    agree: tuple[Line, ...]
    differ: tuple[Line, ...]
    questions: tuple[Line, ...]
    quotes: tuple[Line, ...]
    parking_lot: tuple[Line, ...]
    proposals: tuple[Proposal, ...]
    ground_rules: tuple[str, ...]
    parts: tuple[PartTime, ...]


TALK = (NoteKind.EXPERIENCE, NoteKind.CONCERN, NoteKind.HOPE, NoteKind.STRENGTH)
"""The kinds gathered under "what we talked about"."""


def summary_of(folder: SessionFolder) -> Summary:
    """Return the summary of a session.

    What is not for everyone (debrief, quotes without consent, sensitive notes) is not in it.
    """
    notes = [note for note in folder.notes if lets(Profile.EVERYONE, note.body)]
    contested = [note for note in notes if _differs(note.body)]
    live = folder.live
    return Summary(
        program=folder.program.name if folder.program else "",
        circle=folder.circle.code,
        place=folder.session.place or folder.circle.place,
        title=folder.plan.title,
        goal=folder.plan.goal,
        session=folder.session,
        began=live.started or folder.session.start,
        ended=live.closed,
        talked_about=_by_theme(
            folder, [note for note in notes if note.body.kind in TALK and note not in contested]
        ),
        agree=_lines(folder, (note for note in notes if _agrees(note.body))),
        differ=_lines(folder, contested),
        questions=_lines(folder, _of(notes, NoteKind.QUESTION)),
        quotes=_lines(folder, _of(notes, NoteKind.QUOTE)),
        parking_lot=_lines(folder, _of(notes, NoteKind.PARKING_LOT)),
        proposals=tuple(
            Proposal(action.body, folder.theme_names(action.body.themes)) for action in folder.actions
        ),
        ground_rules=tuple(rule.body.text for rule in folder.ground_rules),
        parts=part_times(folder) if live.phase is not Phase.READY else (),
    )


def part_times(folder: SessionFolder) -> tuple[PartTime, ...]:
    """Return how long each part took, in the order of the guide."""
    live = folder.live
    return tuple(
        PartTime(
            part.title,
            timed.planned,
            live.added[index],
            live.spent[index],
            index in live.visited,
            live.adapted(index),
        )
        for index, (part, timed) in enumerate(zip(folder.plan.parts, live.parts, strict=True))
    )


def _differs(note: Note) -> bool:
    return note.kind is NoteKind.DISAGREEMENT or note.spread is Spread.CONTESTED


def _agrees(note: Note) -> bool:
    return note.kind is NoteKind.COMMON_GROUND and not _differs(note)


def _of(notes: Iterable[Kept[Note]], kind: NoteKind) -> Iterable[Kept[Note]]:
    return (note for note in notes if note.body.kind is kind and not _differs(note.body))


def _lines(folder: SessionFolder, notes: Iterable[Kept[Note]]) -> tuple[Line, ...]:
    return tuple(
        Line(note.body.text, note.body.kind, note.body.spread, folder.theme_names(note.body.themes))
        for note in notes
    )


def _by_theme(folder: SessionFolder, notes: list[Kept[Note]]) -> tuple[ThemeLines, ...]:
    """Each note once, under its first theme; the fullest theme first, what has none last."""
    found: dict[str, list[Kept[Note]]] = {}
    for note in notes:
        names = folder.theme_names(note.body.themes)
        found.setdefault(names[0] if names else "", []).append(note)
    order = sorted(found, key=lambda name: (name == "", -len(found[name]), name.casefold()))
    return tuple(ThemeLines(name, _lines(folder, found[name])) for name in order)
