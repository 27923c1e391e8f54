"""The parking lot: what happens with each thing that was parked for later."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Parked
from dialogue_desk.domain.notes.note_and_idea import can_become_action
from dialogue_desk.domain.notes.note_edits import turned_into_ideas
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored, stored
from dialogue_desk.ui.closing.step_pane import TABLE_CHARACTERS, KeyedRows, Pane, TableRow
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words.idea_labels import labels_in

_ONE_LINE = 900
"""The least width of a row, in pixels at 100 % text, at which note and acts share a line."""


class ParkingStep(Pane):
    """Asks whether each is saved for next time, done, or made into an action idea or a question."""

    def __init__(self, desk: Desk, context: Context) -> None:
        tr = context.words.tr
        lead = tr("What you save for next time comes back when you prepare the circle's next session.")
        super().__init__(context.theme, tr("Parking lot"), lead, characters=TABLE_CHARACTERS)
        self._desk, self._context = desk, context
        self._rows = KeyedRows(0)
        sentence = tr("During a session, press K to park something for later. That way it is not lost.")
        self._empty = EmptyState(context.theme, "parking", tr("Nothing was parked"), sentence)
        self._chips: dict[str, Chips] = {}
        self.fill(self._rows, self._empty)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show what was parked in a session."""
        parked = folder.notes_of(NoteKind.PARKING_LOT)
        self._rows.show_rows(
            {
                note.id: ((note.body.text, can_become_action(note.body)), partial(self._row, note))
                for note in parked
            }
        )
        self._chips = {note.id: self._chips[note.id] for note in parked}
        for note in parked:
            state = note.body.parked
            self._chips[note.id].choose("" if state is Parked.OPEN else state)
        self.lead.setVisible(bool(parked))
        self._empty.setVisible(not parked)

    def take_focus(self) -> None:
        """Put the keyboard on the first note without a decision, or else on the first."""
        undecided = [chips for chips in self._chips.values() if not chips.choice()]
        for chips in [*undecided, *self._chips.values()][:1]:
            chips.focus_choice()

    def _row(self, note: Stored[Note]) -> QWidget:
        theme, tr = self._context.theme, self._context.words.tr
        note_id, text = note.id, note.body.text
        name = tr("What should happen with it? {note}", note=text)
        choices = (
            Choice(Parked.NEXT_TIME, tr("Save for next time")),
            Choice(Parked.DEALT_WITH, tr("Dealt with")),
        )
        chips = Chips(theme, name, choices, optional=True)
        chips.chosen.connect(partial(self._decide, note_id))
        self._chips[note_id] = chips
        idea = Button(theme, tr("Make it an action idea"), weight=Weight.QUIET)
        question = Button(theme, tr("Make it a question"), weight=Weight.QUIET)
        idea.clicked.connect(partial(self._make_idea, note_id))
        question.clicked.connect(partial(self._make_question, note_id))
        if not can_become_action(note.body):
            idea.hide()
        for button in (idea, question):
            button.setAccessibleName(f"{button.text()}: {text}")
        return TableRow(theme, _ONE_LINE, Label(text), flowing(chips, idea, question))

    def _decide(self, note_id: str, state: str) -> None:
        note = self._note(note_id)
        if note is not None:
            parked = Parked(state) if state else Parked.OPEN
            self._desk.rewrite(RecordId(note_id), replace(note, parked=parked))

    def _make_idea(self, note_id: str, _checked: bool = False) -> None:
        record = self._desk.get(RecordId(note_id))
        notes = stored([record] if record else [], Note)
        edit = turned_into_ideas(notes, labels_in(self._context.words), self._desk.new_id)
        if edit.writes:
            self._desk.perform(edit)
            self._say_made(self._context.words.tr("It is an action idea now."))

    def _make_question(self, note_id: str, _checked: bool = False) -> None:
        note = self._note(note_id)
        if note is not None:
            question = replace(note, kind=NoteKind.QUESTION, parked=Parked.OPEN)
            self._desk.rewrite(RecordId(note_id), question)
            self._say_made(self._context.words.tr("It is a question now."))

    def _say_made(self, text: str) -> None:
        self._context.toast.say(text, action=self._context.words.tr("Undo"), action_id=UNDO)
        self.take_focus()

    def _note(self, note_id: str) -> Note | None:
        record = self._desk.get(RecordId(note_id))
        return record.body if record is not None and isinstance(record.body, Note) else None
