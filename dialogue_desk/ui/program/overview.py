"""What has arrived of a program, what is missing, and what waits for a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.conflict_dialog import conflict_title
from dialogue_desk.ui.program.arrival_matrix import Matrix
from dialogue_desk.ui.program.program_text import (
    arrived_text,
    attendance_text,
    missing,
    open_sessions,
    spoken_in,
)
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words

_LEAST_WIDE = 980
_CONFLICTS_SHOWN = 5


class OverviewTab(QWidget):
    """The matrix, and beside it what it comes to in words."""

    session_wanted = Signal(str)
    files_wanted = Signal()
    folder_wanted = Signal()
    conflict_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        words, theme = context.words, context.theme
        self.matrix = Matrix(theme, words)
        self.matrix.opened.connect(self.session_wanted)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(Space.WIDE)
        self._lead, self._chairs = Label(role="heading"), Label(role="muted")
        self._missing = _TitledLines(words.tr("Not here yet"))
        self._open = _TitledLines(words.tr("Arrived, not wrapped up yet"))
        self._clashes = _ConflictsCard(context)
        self._clashes.wanted.connect(self.conflict_wanted)
        self.files = Button(theme, words.tr("Open files"), weight=Weight.PRIMARY)
        self.folder = Button(theme, words.tr("Open a folder"), icon="folder")
        self.files.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        grid = QVBoxLayout()
        grid.addWidget(self.matrix)
        grid.addStretch(1)
        self._sides.addLayout(grid, 68)
        self._sides.addWidget(self._side(), 32)
        column = ScrollColumn(theme, characters=0)
        column.body.addLayout(self._sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)
        self.setFocusProxy(self.matrix)
        theme.changed.connect(self._rearrange)

    def show_picture(self, picture: ProgramPicture, clashes: Sequence[Conflict]) -> None:
        """Show what has arrived."""
        words = self._context.words
        self._lead.setText(arrived_text(picture, words))
        told = [attendance_text(picture, words) if picture.arrived else _first_step(picture, words)]
        if picture.rows:
            told.append(words.tr("Languages: {languages}.", languages=spoken_in(picture, words)))
        self._chairs.setText("\n".join(told))
        self._missing.show_lines(missing(picture, words))
        self._open.show_lines(open_sessions(picture, words))
        self._clashes.show_conflicts(clashes)
        self.matrix.setVisible(bool(picture.rows))
        if not picture.rows:
            self.setFocusProxy(self.files)
        self.matrix.show_picture(picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def _rearrange(self) -> None:
        wide = self.width() >= self._context.theme.scaled(_LEAST_WIDE)
        way = QBoxLayout.Direction
        self._sides.setDirection(way.LeftToRight if wide else way.BottomToTop)
        self.setFocusProxy(self.matrix if wide and not self.matrix.isHidden() else self.files)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setProperty("role", "clear")
        side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.BASE)
        told = QVBoxLayout()
        told.setSpacing(Space.HAIR)
        told.addWidget(self._lead)
        told.addWidget(self._chairs)
        column.addLayout(told)
        buttons = QVBoxLayout()
        buttons.setSpacing(Space.TIGHT)
        buttons.addWidget(self.files)
        buttons.addWidget(self.folder)
        column.addLayout(buttons)
        for part in (self._clashes, self._missing, self._open):
            column.addWidget(part)
        column.addStretch(1)
        return side


def _first_step(picture: ProgramPicture, words: Words) -> str:
    """Return what an organizer does while nothing is there."""
    if picture.rows:
        return words.tr("Give facilitators the program file. When they give you their files, open them here.")
    return words.tr(
        "Add the circles with “Change the program”, or open the files that facilitators give you."
    )


class _TitledLines(QWidget):
    """A small heading over a few lines; hidden while there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._lines = Label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(Section(title))
        column.addWidget(self._lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        self._lines.setText("\n".join(lines))
        self.setVisible(bool(lines))


class _ConflictsCard(Card):
    """What two laptops both changed, each with its button; hidden while there is nothing."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__("notice", edge=Space.BASE)
        self._context = context
        self._told = Label(role="strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.TIGHT)
        self._more = Label(role="note")
        self._shown: tuple[tuple[str, str], ...] = ()
        self._buttons: list[Button] = []
        self.column.addWidget(self._told)
        self.column.addLayout(self._rows)
        self.column.addWidget(self._more)
        self.hide()

    def show_conflicts(self, clashes: Sequence[Conflict]) -> None:
        words = self._context.words
        self._told.setText(
            words.ntr(
                "{count} entry was changed on two laptops. Choose one version.",
                "{count} entries were changed on two laptops. Choose one version of each.",
                len(clashes),
            )
        )
        shown = tuple((clash.record.id, conflict_title(clash, words)) for clash in clashes[:_CONFLICTS_SHOWN])
        if shown != self._shown:
            self._show_buttons(shown)
        more = len(clashes) - len(shown)
        self._more.setText(words.ntr("and {count} more", "and {count} more", more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(clashes))

    def _show_buttons(self, shown: tuple[tuple[str, str], ...]) -> None:
        for button in self._buttons:
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._shown, self._buttons = shown, []
        for record_id, title in shown:
            button = Button(self._context.theme, title, icon="next", trailing=True)
            tell: Callable[[], None] = partial(self.wanted.emit, record_id)
            button.clicked.connect(lambda _checked, tell=tell: tell())
            self._rows.addWidget(button)
            self._buttons.append(button)
