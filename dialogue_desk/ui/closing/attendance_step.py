"""Attendance: the head count and the police officers; under it how long the parts took, and the notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.closing_edits import set_officers
from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.model.circles import MOST_PEOPLE, Officers
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.overview.summary import PartTime, part_times
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
from dialogue_desk.words.part_names import titled
from dialogue_desk.words.times import minutes, whole_minutes

_NUMBER = 260
"""How wide the box of the head count may be, in pixels at 100 % text."""


_PART_ROW = 28
"""How high the row of a part is at least, in pixels at 100 % text."""


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
        self.number.setFocus()

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


class PartTimesSection(CloseSection):
    """Shows the parts with a bar each: its length is the time it took, a mark where it should have ended."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(words.tr("How it went"))
        self._theme, self._words = theme, words
        self._shown: tuple[Phase, tuple[PartTime, ...]] | None = None
        self._habit = Label(role="note")
        self._habit.hide()
        self.column.addWidget(self._habit)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the times of a session."""
        shown = folder.live.phase, part_times(folder)
        if shown == self._shown:
            return
        self._shown = shown
        phase, parts = shown
        if phase is Phase.READY:
            self.count("")
            unused = self._words.tr("The clock was not used. You can still share the notes.")
            self.fill(Label(unused, "muted"))
            return
        spent, planned = sum(part.spent for part in parts), sum(part.planned for part in parts)
        self.count(minutes(spent, self._words))
        self.fill(Label(self._sentence(phase, spent, planned)), self._table(parts))

    def show_habit(self, sentence: str) -> None:
        """Show which parts always run over in the circle; "" for none."""
        self._habit.setText(sentence)
        self._habit.setVisible(bool(sentence))

    def _sentence(self, phase: Phase, spent: Milliseconds, planned: Milliseconds) -> str:
        words, over = self._words, whole_minutes(spent) - whole_minutes(planned)
        if phase is not Phase.CLOSED:
            return words.tr("The session is not over yet. These are the times so far.")
        if over > 0:
            return words.tr("It took {over} min more than planned.", over=over)
        if over < 0:
            return words.tr("It took {under} min less than planned.", under=-over)
        return words.tr("It took as long as planned.")

    def _table(self, parts: tuple[PartTime, ...]) -> QWidget:
        ground = QWidget()
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, Space.HAIR, 0, 0)
        grid.setHorizontalSpacing(Space.BASE)
        grid.setVerticalSpacing(Space.HAIR)
        grid.setColumnStretch(1, 1)
        longest = max((max(part.spent, part.planned) for part in parts), default=0)
        for number, part in enumerate(parts):
            role = "" if part.held else "muted"
            took = Label(self._time_text(part), "note", wrap=False)
            grid.addWidget(Label(titled(part.title, self._words), role), number, 0)
            grid.addWidget(PartBar(self._theme, part, longest), number, 1)
            grid.addWidget(took, number, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.setRowMinimumHeight(number, self._theme.scaled(_PART_ROW))
        return ground

    def _time_text(self, part: PartTime) -> str:
        planned, adapted = whole_minutes(part.planned), whole_minutes(part.adapted)
        if not part.held:
            return self._words.tr("left out, planned {planned} min", planned=planned)
        if part.spent < MINUTE // 2:
            return self._words.tr("under a minute, planned {planned} min", planned=planned)
        if adapted != planned:
            return self._words.tr(
                "{took} of {adapted} min, planned {planned}",
                took=whole_minutes(part.spent),
                adapted=adapted,
                planned=planned,
            )
        return self._words.tr("{took} of {planned} min", took=whole_minutes(part.spent), planned=planned)


class PartBar(QWidget):
    """A bar for the time a part took, in proportion to ``longest``; time over the plan has its own colour.

    Readers get all it shows from the words above it.
    """

    def __init__(self, theme: AppTheme, part: PartTime, longest: Milliseconds) -> None:
        super().__init__()
        self._theme, self._part, self._longest = theme, part, max(1, longest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(80, self._theme.scaled(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._theme.scaled(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, part = self._theme.tokens, self._part
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        planned = self._pixels(part.planned)
        for colour, length in (
            (tokens.line, planned),
            (tokens.warn, self._pixels(part.spent)),
            (tokens.accent, self._pixels(min(part.spent, part.planned))),
        ):
            painter.setBrush(QColor(colour))
            tall = self.height() - 2
            painter.drawRoundedRect(QRectF(0, 1, length, tall), tall / 2, tall / 2)
        if part.spent > part.planned:
            painter.fillRect(QRectF(planned - 1, 0, 2, self.height()), QColor(tokens.ink))
        painter.end()

    def _pixels(self, length: Milliseconds) -> float:
        return self.width() * length / self._longest
