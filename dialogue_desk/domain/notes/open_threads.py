"""What a session left open, for its circle to come back to."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.domain.model.notes import NoteKind, Parked
from dialogue_desk.domain.overview.session_folder import SessionFolder


@dataclass(frozen=True, slots=True)
class OpenThreads:
    """The texts of parked notes, of questions, and of ideas without a first step."""

    parked: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    stepless: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parked or self.questions or self.stepless)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.parked) + len(self.questions) + len(self.stepless)


def open_threads(folder: SessionFolder) -> OpenThreads:
    """Return what a session left open, in the order it was written down.

    Notes parked for next time come before those nobody decided on; those dealt with are left out.
    """
    parked = [note.body for note in folder.notes_of(NoteKind.PARKING_LOT)]
    return OpenThreads(
        parked=tuple(
            note.text for state in (Parked.NEXT_TIME, Parked.OPEN) for note in parked if note.parked is state
        ),
        questions=tuple(note.body.text for note in folder.notes_of(NoteKind.QUESTION)),
        stepless=tuple(one.body.what for one in folder.actions if not one.body.first_step.strip()),
    )
