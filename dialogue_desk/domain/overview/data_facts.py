"""What has to be known about data before anybody uses it: how much there is, of whom, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dialogue_desk.domain.closing.closing_steps import is_checked
from dialogue_desk.domain.closing.leaving import Profile, Reason, stays_because
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder


@dataclass(frozen=True, slots=True)
class DataFacts:
    """What is in data that leaves for an organizer's other tools, and what is not.

    ``sessions`` are those that have begun; ``not_counted`` and ``unchecked`` are how many of them nobody
    counted the people of, and nobody looked through for names.  ``languages`` counts lines.  ``stays`` counts
    the notes that stay, by reason.
    """

    programs: tuple[Program, ...]
    circles: int
    sessions: int
    notes: int
    actions: int
    quotes: int
    sensitive: int
    conflicts: int
    not_counted: int
    unchecked: int
    first: tuple[Instant, int] | None
    last: tuple[Instant, int] | None
    languages: Mapping[str, int]
    stays: Mapping[Reason, int]


def data_facts(
    programs: Sequence[Program],
    folders: Sequence[SessionFolder],
    leaving: Collection[RecordId],
) -> DataFacts:
    """Return what has to be known about these sessions, of which the notes in ``leaving`` leave."""
    begun = [folder for folder in folders if folder.begun]
    every_note = [(folder, note) for folder in begun for note in folder.notes]
    notes = [(folder, note.body) for folder, note in every_note if note.id in leaving]
    actions = [(folder, action.body) for folder in begun for action in folder.actions]
    stay = (note.body for _, note in every_note if note.id not in leaving)
    spoken = [body.language or folder.circle.language for folder, body in notes]
    spoken += [body.language or folder.circle.language for folder, body in actions]
    days = sorted(
        (one.session.start + one.session.zone * MINUTE, one.session.start, one.session.zone) for one in begun
    )
    return DataFacts(
        programs=tuple(programs),
        circles=len({folder.circle_id for folder in begun}),
        sessions=len(begun),
        notes=len(notes),
        actions=len(actions),
        quotes=sum(note.kind is NoteKind.QUOTE for _, note in notes),
        sensitive=sum(note.sensitive for _, note in notes),
        conflicts=sum(folder.conflicts for folder in begun),
        not_counted=sum(folder.session.present is None for folder in begun),
        unchecked=sum(not is_checked(folder) for folder in begun),
        first=days[0][1:] if days else None,
        last=days[-1][1:] if days else None,
        languages=Counter(spoken),
        stays=Counter(stays_because(Profile.ORGANIZER, note) or Reason.CONFLICT for note in stay),
    )
