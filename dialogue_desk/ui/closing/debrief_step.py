"""The debrief: private notes of the facilitators, with a few questions to begin with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.step_pane import KeyedRows, Pane, TableRow
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.notes.removal import NoteRemoval
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column

_BOX = 96


class DebriefStep(Pane):
    """Saves a line with Enter; it leaves this laptop only when a person includes the debrief in an export."""

    escaped = Signal()
    """Escape was pressed in the box."""

    def __init__(self, desk: Desk, context: Context) -> None:
        theme, tr = context.theme, context.words.tr
        lead = tr(
            "For you and your co-facilitators. It stays on your laptops and is never in a "
            "summary. The organizer gets it only if you choose that when you export."
        )
        super().__init__(theme, tr("Debrief"), lead)
        self._desk, self._context = desk, context
        self._folder: SessionFolder | None = None
        prompts = QWidget()
        lines = column(gap=Space.HAIR, within=prompts)
        asked = (
            tr("What went well, and what made it go well?"),
            tr("What was hard, for you or in the room?"),
            tr("What should the organizer know?"),
        )
        for question in asked:
            lines.addWidget(Label(question))
        self.box = NoteBox()
        self.box.setPlaceholderText(tr("Type, then press Enter to save"))
        self.box.setAccessibleName(tr("Debrief"))
        self.box.setAccessibleDescription(" ".join(asked))
        self.box.entered.connect(self.leave)
        self.box.escaped.connect(self.escaped)
        self._removal = NoteRemoval(desk, context, "debrief", self)
        self._rows = KeyedRows(0)
        theme.changed.connect(self._limit)
        self._limit()
        self.fill(prompts, self.box, self._rows)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the debrief of a session, after saving what was typed for another one."""
        if self._folder is not None and folder.id != self._folder.id:
            self.leave()
        self._folder = folder
        notes = folder.notes_of(NoteKind.DEBRIEF)
        self._rows.show_rows(
            {note.id: (note.body.text, partial(self._row, note.id, note.body.text)) for note in notes}
        )

    def take_focus(self) -> None:
        """Put the keyboard on the box."""
        self.box.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed when another step is shown."""
        if not event.spontaneous():
            self.leave()
        super().hideEvent(event)

    def leave(self) -> None:
        """Save what was typed, if anything, and clear the box."""
        folder, text = self._folder, normalized(self.box.text())
        if folder is None or not text.strip():
            return
        note = Note(NoteKind.DEBRIEF, text, language=folder.guide.language, said_at=self._desk.clock.now())
        self._desk.add(folder.id, note)
        self.box.clear()

    def _row(self, note_id: RecordId, text: str) -> QWidget:
        tr = self._context.words.tr
        delete = Button(self._context.theme, tr("Delete"), weight=Weight.QUIET)
        delete.setAccessibleName(f"{delete.text()}: {text}")
        delete.clicked.connect(lambda _: self._removal.remove((note_id,)))
        return TableRow(self._context.theme, 0, Label(text), delete)

    def _limit(self) -> None:
        self.box.setFixedHeight(self._context.theme.scaled(_BOX))
