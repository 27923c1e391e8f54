"""The copies one can go back to, the latest first, each with how much is in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.desk.erasing.unreached_text import named
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.storage.restore import Copy
from dialogue_desk.ui.copies.copies_text import contents_sentence, when
from dialogue_desk.ui.core.theme import Space, Theme
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.fold import Fold
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import Sheet
from dialogue_desk.words import Words
from dialogue_desk.words.times import day, raised


class GoingBackSheet(Sheet):
    """Shows ``copies`` and tells ``chosen(Copy)``."""

    chosen = Signal(object)

    def __init__(
        self,
        copies: Sequence[Copy],
        now: Instant,
        zone: int,
        theme: Theme,
        words: Words,
        window: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words.tr("Go back to a copy"), window, (640, 560))
        self._theme, self._words = theme, words
        self.column.add(
            Label(
                words.tr(
                    "The desk will be as it was when the copy was made. What is here now is set aside whole, "
                    "in a file of its own, and nothing of it is lost."
                )
            )
        )
        if copies:
            card = Card(edge=0)
            card.column.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)
            for number, copy in enumerate(copies):
                if number:
                    card.column.addWidget(Hairline())
                card.column.addWidget(self._row(copy, now, zone))
            self.column.add(card)
        else:
            self.column.add(Label(words.tr("There is no copy yet. One is made each day."), "muted"))
        self.column.body.addStretch(1)
        leave = Button(theme, words.tr("Stay with what is here"))
        leave.clicked.connect(self.reject)
        self.foot.addStretch(1)
        self.foot.addWidget(leave)
        leave.setFocus()

    def _row(self, copy: Copy, now: Instant, zone: int) -> QWidget:
        words = self._words
        lines = QWidget()
        said = QVBoxLayout(lines)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(Space.HAIR)
        made = raised(when(copy.at, now, zone, words)) if copy.at else copy.path.name
        date = day(copy.at, zone, words)
        title = made if date in made else f"{made} · {date}"
        said.addWidget(Label(title, "strong"))
        contents = contents_sentence(copy, words)
        if copy.elsewhere:
            contents = f"{contents} · " + words.tr("in “{place}”", place=named(copy.path.parent))
        said.addWidget(Label(contents, "note"))
        row = Fold(self._theme, 460, gap=Space.BASE)
        row.add(lines, 1)
        if copy.sound:
            button = Button(self._theme, words.tr("Go back to this one"))
            button.setAccessibleName(f"{button.text()}. {title}. {contents}")
            button.clicked.connect(partial(self._choose, copy))
            row.add(button)
        return row

    def _choose(self, copy: Copy, _checked: bool = False) -> None:
        self.accept()
        self.chosen.emit(copy)
