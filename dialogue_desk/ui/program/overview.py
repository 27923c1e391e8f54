"""What has arrived of a program, what is missing, and which entries have two versions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.conflict_dialog import conflict_title
from dialogue_desk.ui.program.arrival_matrix import Matrix
from dialogue_desk.ui.program.program_text import (
    arrived_text,
    attendance_text,
    languages_text,
    missing,
    open_sessions,
)
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words

_LEAST_WIDE = 980
_CONFLICTS_SHOWN = 5


class OverviewTab(QWidget):
    """The matrix, and beside it the totals in words, the buttons that open files, and what needs a choice."""

    conflict_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        words, theme = context.words, context.theme
        self.matrix = Matrix(theme, words)
        self._lead, self._details = Label(role="heading"), Label(role="muted")
        self._missing = _TitledLines(words.tr("Not here yet"))
        self._open = _TitledLines(words.tr("Arrived, not wrapped up yet"))
        self._conflicts = _ConflictsCard(context)
        self._conflicts.wanted.connect(self.conflict_wanted)
        self.files = Button(theme, words.tr("Open files"), weight=Weight.PRIMARY)
        self.folder = Button(theme, words.tr("Open a folder"), icon="folder")
        self._sides = row((column(self.matrix, STRETCH), 68), (self._side(), 32), gap=Space.WIDE)
        page = ScrollColumn(theme, characters=0)
        page.body.addLayout(self._sides, 1)
        column(page, within=self)
        self.setFocusProxy(self.matrix)
        theme.changed.connect(self._rearrange)

    def show_picture(self, picture: ProgramPicture, conflicts: Sequence[Conflict]) -> None:
        """Show what has arrived, and the ``conflicts`` that wait for a choice."""
        words = self._context.words
        self._lead.setText(arrived_text(picture, words))
        details = [attendance_text(picture, words) if picture.arrived else _first_step(picture, words)]
        if picture.rows:
            details.append(words.tr("Languages: {languages}.", languages=languages_text(picture, words)))
        self._details.setText("\n".join(details))
        self._missing.show_lines(missing(picture, words))
        self._open.show_lines(open_sessions(picture, words))
        self._conflicts.show_conflicts(conflicts)
        self.matrix.setVisible(bool(picture.rows))
        if not picture.rows:
            self.setFocusProxy(self.files)
        self.matrix.show_picture(picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def _rearrange(self) -> None:
        wide = self.width() >= self._context.theme.scaled(_LEAST_WIDE)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if wide else direction.BottomToTop)
        self.setFocusProxy(self.matrix if wide and not self.matrix.isHidden() else self.files)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setProperty("role", "clear")
        side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column(
            column(self._lead, self._details, gap=Space.HAIR),
            column(self.files, self.folder, gap=Space.TIGHT),
            self._conflicts,
            self._missing,
            self._open,
            STRETCH,
            gap=Space.BASE,
            within=side,
        )
        return side


def _first_step(picture: ProgramPicture, words: Words) -> str:
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

    def _show_buttons(self, shown: tuple[tuple[str, str], ...]) -> None:
        self._shown = shown
        clear_layout(self._buttons)
        for record_id, title in shown:
            button = Button(self._context.theme, title, icon="next", trailing=True)
            button.clicked.connect(partial(self._want, record_id))
            self._buttons.addWidget(button)

    def _want(self, record_id: str, _checked: bool = False) -> None:
        self.wanted.emit(record_id)
