"""What stands beside the matrix: the totals in words, how files are opened, and what waits for a person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.overview.arrivals import CircleArrivals, Sign, those_with
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.setup_gaps import SetupGap, setup_gaps
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.conflict_dialog import conflict_title
from dialogue_desk.ui.program.arrival_text import (
    OLDER_FILE,
    UNSAVED_KEY,
    gap_list,
    older_file_row,
    setup_rows,
    unsaved_key_row,
    waiting_rows,
)
from dialogue_desk.ui.program.program_text import (
    arrived_text,
    attendance_text,
    languages_text,
    missing,
    open_sessions,
)
from dialogue_desk.ui.program.watched_card import WatchedFolderCard
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.row_list import Row, RowDelegate
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words

_CONFLICTS_SHOWN = 5
_BOTH_BUTTONS = 308
"""How wide it is where both buttons are side by side."""


class OverviewSide(QWidget):
    """The totals, the buttons that open files, and what waits.

    Of a few circles everything that waits is named.  Of many it is one row for each kind, which leads to the
    circles that it is about: ``wanted`` tells the sign that they have.
    """

    wanted = Signal(str)
    setup_wanted = Signal(str)
    """Something that the set-up lacks is to be filled in."""
    conflict_wanted = Signal(str)
    key_wanted = Signal()
    """The organizer's key is to be saved, which is nowhere but on this laptop."""
    file_wanted = Signal()
    """The program file is to be made again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        words, theme = context.words, context.theme
        self._gaps = ""
        self._first: tuple[MarkRow, ...] = ()
        self._rows: tuple[MarkRow, ...] = ()
        self._lead, self._details = Label(role="heading"), Label(role="muted")
        self._missing = _TitledLines(words.tr("Not here yet"))
        self._open = _TitledLines(words.tr("Arrived, not wrapped up yet"))
        self._conflicts = _ConflictsCard(context)
        self._conflicts.wanted.connect(self.conflict_wanted)
        self.files = Button(theme, words.tr("Open files"), weight=Weight.PRIMARY)
        self.folder = Button(theme, words.tr("Open a folder"), icon="folder")
        files = ResponsiveRow(theme, _BOTH_BUTTONS, gap=Space.TIGHT)
        for button in (self.files, self.folder):
            files.add(button, 1)
        self.watched = WatchedFolderCard(context)
        self.waiting = _WaitingList(theme, words.tr("Waits for you"))
        self.waiting.opened.connect(self._lead_on)
        self._waits = Section(words.tr("Waits for you"))
        self.copy = Button(theme, words.tr("Copy the list of what is not here"), weight=Weight.QUIET)
        self.copy.clicked.connect(self._copy)
        self.setProperty("role", "clear")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column(
            column(self._lead, self._details, gap=Space.HAIR),
            column(files, self.watched, gap=Space.TIGHT),
            self._conflicts,
            column(self._waits, self.waiting, self.copy, gap=Space.HAIR),
            self._missing,
            self._open,
            STRETCH,
            gap=Space.SNUG,
            within=self,
        )

    def show_picture(
        self,
        picture: ProgramPicture,
        arrivals: Sequence[CircleArrivals],
        conflicts: Sequence[Conflict],
        *,
        dense: bool,
    ) -> None:
        """Show what has arrived, and the ``conflicts`` that wait for a choice."""
        words = self._context.words
        self.watched.show_program(picture.program_id)
        self._lead.setText(arrived_text(picture, words))
        details = [attendance_text(picture, words) if picture.arrived else _first_step(picture, words)]
        if picture.rows:
            details.append(words.tr("Languages: {languages}.", languages=languages_text(picture, words)))
        self._details.setText("\n".join(details))
        self._missing.show_lines(() if dense else missing(picture, words))
        self._open.show_lines(() if dense else open_sessions(picture, words))
        self._conflicts.show_conflicts(conflicts)
        self._rows = setup_rows(setup_gaps(picture.program), words)
        self._rows += waiting_rows(arrivals, len(conflicts), words) if dense else ()
        self._show_rows()
        gaps = bool(those_with(Sign.GAP, arrivals)) and dense
        self._gaps = gap_list(arrivals, picture.columns, words) if gaps else ""
        self.copy.setVisible(gaps)

    def show_to_do(self, *, unsaved_key: bool, older_file: bool) -> None:
        """Say among what waits that the key was never saved, and that the program file is to go out again."""
        words = self._context.words
        self._first = (unsaved_key_row(words),) if unsaved_key else ()
        self._first += (older_file_row(words),) if older_file else ()
        self._show_rows()

    def _show_rows(self) -> None:
        rows = (*self._first, *self._rows)
        self.waiting.show_rows(rows)
        for widget in (self._waits, self.waiting):
            widget.setVisible(bool(rows))

    def _lead_on(self, row: str) -> None:
        own = {UNSAVED_KEY: self.key_wanted, OLDER_FILE: self.file_wanted}
        if row in own:
            own[row].emit()
        else:
            (self.setup_wanted if row in set(SetupGap) else self.wanted).emit(row)

    def show_conflicts(self, *, shown: bool) -> None:
        """Show the entries to choose between, or leave them to the row that leads to them."""
        self._conflicts.setVisible(shown)

    def focus_conflicts(self) -> None:
        """Put the keys on the first entry to choose a version of."""
        self._conflicts.focus_first()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._gaps)
        self._context.toast.say(self._context.words.tr("Copied. Paste it into an e-mail."))


def _first_step(picture: ProgramPicture, words: Words) -> str:
    if picture.rows:
        return words.tr("Give facilitators the program file. When they give you their files, open them here.")
    return words.tr(
        "Add the circles with “Change the program”, or open the files that facilitators give you."
    )


class _WaitingList(MarkList):
    """What waits, as high as its rows: the page is what scrolls."""

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(theme, name)
        self.setProperty("role", "card")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.open_row)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        super().show_rows(rows)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, RowDelegate):
            width = delegate.width()
            tall = sum(delegate.height(row, width) for row in self.rows())
            self.setFixedHeight(tall + 2 * self.frameWidth())


class _TitledLines(QWidget):
    """A small heading over a few lines; hidden while there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines = Label()
        column(Section(title), self._lines, gap=Space.HAIR, within=self)

    def show_lines(self, lines: Sequence[str]) -> None:
        self._lines.setText("\n".join(lines))
        self.setVisible(bool(lines))


class _ConflictsCard(Card):
    """The entries that were changed on two laptops, each with its button; hidden while there are none."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__("notice", edge=Space.BASE)
        self._context = context
        self._sentence, self._more = Label(role="strong"), Label(role="note")
        self._buttons = column(gap=Space.TIGHT)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.add(self._sentence, self._buttons, self._more)
        self.hide()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        words = self._context.words
        self._sentence.setText(
            words.ntr(
                "{count} entry was changed on two laptops. Choose one version.",
                "{count} entries were changed on two laptops. Choose one version of each.",
                len(conflicts),
            )
        )
        shown = tuple((one.record.id, conflict_title(one, words)) for one in conflicts[:_CONFLICTS_SHOWN])
        if shown != self._shown:
            self._show_buttons(shown)
        more = len(conflicts) - len(shown)
        self._more.setText(words.ntr("and {count} more", "and {count} more", more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(conflicts))

    def focus_first(self) -> None:
        """Put the keys on the first button."""
        first = self._buttons.itemAt(0)
        button = first.widget() if first is not None else None
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, shown: tuple[tuple[str, str], ...]) -> None:
        self._shown = shown
        clear_layout(self._buttons)
        for record_id, title in shown:
            button = Button(self._context.theme, title, icon="next", trailing=True)
            button.clicked.connect(partial(self._want, record_id))
            self._buttons.addWidget(button)

    def _want(self, record_id: str, _checked: bool = False) -> None:
        self.wanted.emit(record_id)
