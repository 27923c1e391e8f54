"""One moment, to be read at arm's length: what to say, what to do next, when to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.ui.run.part_words import SpokenLabel
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words

_BESIDE = 900
"""The width, at 100 % text, from which what to do is beside what to say."""
_LARGE, _SMALLER = (200, 170, 142), (142, 125, 110, 95, 80)
"""What is said, in percent of a heading: as large as leaves the whole moment in sight, else all of itself.

The smallest is as large as other text.
"""

_TINY = 200
"""In less height than this, at 100 % text, what is said has no heading and little around it."""


class MomentText(ScrollColumn):
    """Shows a moment.  The keyboard is on the text as a whole: the arrows and the page keys scroll it."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(theme, characters=0, edge=0)
        self._words = words
        self._beside: bool | None = None
        self._spoken: list[SpokenLabel] = []
        self._say, self._then = Card(), column(gap=Space.BASE)
        self._heading = Label(words.tr("Say"), "section")
        self._words_to_say = column(gap=Space.SNUG)
        self._say.add(self._heading, self._words_to_say)
        self._happened = column(gap=Space.TIGHT)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.BASE)
        self._aside, self._below = QWidget(), QWidget()
        self._aside.setLayout(self._then)
        self._below.setLayout(self._happened)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange(beside=False)
        theme.changed.connect(self._fit)

    def show_moment(self, moment: Moment) -> None:
        """Show ``moment`` from its top."""
        tr = self._words.tr
        for layout in (self._words_to_say, self._then, self._happened):
            clear_layout(layout)
        self._spoken = [SpokenLabel(self._theme, one, _LARGE[-1]) for one in moment.say]
        _write(self._words_to_say, *self._spoken)
        self._say.setVisible(bool(moment.say))
        if moment.after:
            _write(self._then, Label(tr("What to do next"), "section"), *map(_point, moment.after))
        if moment.stop:
            stop = Card("notice", edge=Space.BASE)
            stop.add(Label(tr("When to stop"), "section"), *(Label(one, "lead") for one in moment.stop))
            self._then.addWidget(stop)
        self._then.addStretch(1)
        if moment.happened:
            _write(self._happened, Label(tr("What has happened"), "section"), Label(moment.happened))
        self._grow()
        self.setAccessibleName(moment.title)
        self.open_at_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._arrange(beside=self.width() >= self._theme.scaled(_BESIDE))
        self._grow()

    def _grow(self) -> None:
        """Write what is said as large as there is room for."""
        room = self.viewport().size()
        tiny = room.height() < self._theme.scaled(_TINY)
        self._heading.setHidden(tiny)
        edge = Space.SNUG if tiny else Space.WIDE
        self._say.column.setContentsMargins(edge, edge, edge, edge)
        for percent in (*_LARGE, *_SMALLER):
            for label in self._spoken:
                label.grow(percent)
            for layout in (self._words_to_say, self._say.column, self.body):
                layout.invalidate()  # from the inside out, else the heights are those of before
                layout.activate()
            said = self._say.column.totalHeightForWidth(self._say.width())
            whole = self.body.totalHeightForWidth(room.width())
            if whole <= room.height() or (percent in _SMALLER and said <= room.height()):
                return

    def _arrange(self, *, beside: bool) -> None:
        if beside is self._beside:
            return
        self._beside = beside
        for piece in (self._say, self._aside, self._below):
            self._grid.removeWidget(piece)
        self._grid.addWidget(self._say, 0, 0)
        if beside:
            self._grid.addWidget(self._aside, 0, 1, 2, 1)
        else:
            self._grid.addWidget(self._aside, 1, 0)
        self._grid.addWidget(self._below, 1 if beside else 2, 0)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 4 if beside else 0)

    def _offer_keys(self) -> None:
        """Be a stop of Tab always: on it a reader is told of which moment the words are."""


def _write(layout: QVBoxLayout, *labels: QWidget) -> None:
    for label in labels:
        layout.addWidget(label)


def _point(text: str) -> QWidget:
    whole, point = QWidget(), (Label("•", "lead", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    row(point, (Label(text, "lead"), 1), gap=Space.TIGHT, within=whole)
    return whole
