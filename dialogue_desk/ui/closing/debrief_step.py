"""The facilitators' own debrief: private notes, with a few questions to begin with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.step_pane import KeyedRows, Pane
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.notes.removal import NoteRemoval
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label

_BOX = 96


class DebriefStep(Pane):
    """Enter keeps a line; it stays on this laptop unless somebody asks for it to go along."""

    escaped = Signal()
    """Escape was pressed in the box: back to the steps."""

    def __init__(self, desk: Desk, context: Context) -> None:
        theme, tr = context.theme, context.words.tr
        lead = tr(
            "For you and your co-facilitators. It stays on your laptops and is never in a "
            "summary. The organizer gets it only if you choose that when you export."
        )
        super().__init__(theme, tr("Debrief"), lead)
        self._desk, self._context = desk, context
        self._folder: SessionFolder | None = None
        prompts = Card(edge=Space.BASE)
        prompts.column.setSpacing(Space.TIGHT)
        asked = (
            tr("What went well, and what made it go well?"),
            tr("What was hard, for you or in the room?"),
            tr("What should the organizer know?"),
        )
        for question in asked:
            prompts.column.addWidget(Label(question))
        self.box = NoteBox()
        self.box.setPlaceholderText(tr("Type, then press Enter to save"))
        self.box.setAccessibleName(tr("Debrief"))
        self.box.setAccessibleDescription(" ".join(asked))
        self.box.entered.connect(self._keep)
        self.box.escaped.connect(self.escaped)
        self._removal = NoteRemoval(desk, context, "debrief", self)
        self._rows = KeyedRows(Space.TIGHT)
        theme.changed.connect(self._limit)
        self._limit()
        self.fill(prompts, self.box, self._rows)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the debrief of a session; what was typed belongs to the one it was typed for."""
        if self._folder is not None and folder.id != self._folder.id:
            self._keep()
        self._folder = folder
        notes = folder.notes_of(NoteKind.DEBRIEF)
        self._rows.show_rows(
            {note.id: (note.body.text, partial(self._row, note.id, note.body.text)) for note in notes}
        )

    def take_focus(self) -> None:
        """Put the keyboard where the debrief is typed."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed: who goes on to another step does not mean to lose it."""
        if not event.spontaneous():
            self._keep()
        super().hideEvent(event)

    def leave(self) -> None:
        """Keep the line that nobody entered."""
        self._keep()

    def _keep(self) -> None:
        folder, text = self._folder, normalized(self.box.text())
        if folder is None or not text.strip():
            return
        note = Note(NoteKind.DEBRIEF, text, language=folder.guide.language, said_at=self._desk.clock.now())
        self._desk.add(folder.id, note)
        self.box.clear()

    def _row(self, note_id: RecordId, text: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(Space.BASE, 0, 0, 0)
        line.setSpacing(Space.SNUG)
        line.addWidget(Label(text), 1, Qt.AlignmentFlag.AlignVCenter)
        tr = self._context.words.tr
        out = Button(self._context.theme, tr("Delete"), weight=Weight.QUIET, icon="trash", bare=True)
        out.setAccessibleDescription(text)
        out.clicked.connect(lambda _: self._removal.remove((note_id,)))
        line.addWidget(out)
        return row

    def _limit(self) -> None:
        self.box.setFixedHeight(self._context.theme.scaled(_BOX))
