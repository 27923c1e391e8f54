"""The session that a run page shows."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.desk.session.session_runner import Interruption
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.notes.note_target import NoteTarget
from dialogue_desk.ui.run.live_session_controller import SessionController


@dataclass(slots=True)
class OpenSession:
    """A session with its clock, and what this laptop may do with it.

    Attributes:
        folder: what is known of the session.
        controller: makes its moves and follows its clock.
        note_target: the part and the question that a note belongs to.
        taking_notes: another laptop runs the session; this one only takes notes.
        interruption: where the session was when the app was left; None once it goes on.
    """

    folder: SessionFolder
    controller: SessionController
    note_target: NoteTarget
    taking_notes: bool = False
    interruption: Interruption | None = None

    @property
    def may_move(self) -> bool:
        """Whether the session can be moved from here."""
        return self.interruption is None and not self.taking_notes
