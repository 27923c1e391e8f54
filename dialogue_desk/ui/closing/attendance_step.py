"""Attendance: the head count and the police officers; under it how long the parts took, and the notes."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.closing_edits import set_officers
from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.model.circles import MOST_PEOPLE, Officers
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.part_times import PartTimesSection
from dialogue_desk.ui.closing.step_pane import CloseSection, Pane, count_box
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.prepare.usual_overruns import what_runs_over
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_NUMBER = 260
"""How wide the box of the head count may be, in pixels at 100 % text."""


class AttendanceStep(Pane):
    """Asks for a number, never for names."""

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("Attendance"), words.tr("A number, never names."))
        self._desk, self._folders, self._context = desk, folders, context
        self._session = RecordId("")
        self.number = count_box(theme, words, MOST_PEOPLE)
        self.number.box.setSpecialValueText(words.tr("not counted"))
        self.number.changed.connect(self._count)
        theme.changed.connect(self._limit)
        self._hint = Label("", "note")
        asked = words.tr("Were police officers in the room?")
        choices = [Choice(officers, name_of(officers, words)) for officers in Officers]
        self.officers = Chips(theme, asked, choices, optional=True)
        self.officers.chosen.connect(self._set_officers)
        self._times = PartTimesSection(theme, words)
        self._notes = NoteCountsSection(theme, words)
        self._limit()
        head_count = Field(words.tr("How many people were there?"), self.number)
        for piece in (head_count, self._hint, Field(asked, self.officers)):
            self.body.addWidget(piece)
        self.body.addSpacing(Space.BASE)
        self.fill(self._times, self._notes)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show what is known of a session; the hint says how many people were expected."""
        words = self._context.words
        self._session = folder.id
        self.number.show_value(folder.session.present or 0)
        hint = words.ntr(
            "{count} person was expected.", "{count} people were expected.", folder.session.people
        )
        self._hint.setText(hint)
        self.number.setAccessibleDescription(hint)
        self.officers.choose(folder.session.officers or "")
        self._times.show_folder(folder)
        self._notes.show_folder(folder)
        self._times.show_habit(what_runs_over(self._folders.of_circle(folder.circle_id), words))

    def take_focus(self) -> None:
        """Put the keyboard on the head count."""
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self, present: int) -> None:
        set_attendance(self._desk, self._session, present or None)

    def _set_officers(self, officers: str) -> None:
        set_officers(self._desk, self._session, Officers(officers) if officers else None)

    def _limit(self) -> None:
        self.number.setMaximumWidth(self._context.theme.scaled(_NUMBER))


class NoteCountsSection(CloseSection):
    """Says how many notes of each kind there are, and how many action ideas."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(words.tr("Notes so far"))
        self._theme, self._words = theme, words
        self._shown: tuple[str, ...] | None = None

    def show_folder(self, folder: SessionFolder) -> None:
        """Count the notes of a session."""
        words = self._words
        counts = [(kind, len(folder.notes_of(kind))) for kind in NoteKind]
        shown = [f"{name_of(kind, words)} {count}" for kind, count in counts if count]
        if folder.actions:
            shown.append(words.tr("Action ideas {count}", count=len(folder.actions)))
        if tuple(shown) == self._shown:
            return
        self._shown = tuple(shown)
        self.count(words.ntr("{count} note", "{count} notes", len(folder.notes)) if shown else "")
        if not shown:
            self.fill(Label(words.tr("Nothing was written down in this session."), "muted"))
            return
        self.fill(flowing(*(Pill(self._theme, text, Tone.PLAIN) for text in shown)))
