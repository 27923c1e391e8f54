"""The sheet with the copies to go back to, the latest first, each with how much is in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.erasing.unerased_text import folder_name
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.storage.restore import BackupCopy
from dialogue_desk.ui.copies.copies_text import contents_sentence, date_text
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words
from dialogue_desk.words.times import capitalize_first, day


class RestoreSheet(SheetDialog):
    """Shows ``copies``.  Emits ``chosen(BackupCopy)`` when a person goes back to one."""

    chosen = Signal(object)

    def __init__(
        self,
        copies: Sequence[BackupCopy],
        now: Instant,
        zone: int,
        theme: AppTheme,
        words: Words,
        window: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words.tr("Go back to a copy"), window, wide=True)
        self._words = words
        sentence = words.tr(
            "The desk goes back to how it was when the copy was made. Everything that is here "
            "now is set aside in a separate file, so nothing is lost."
        )
        self.column.add(Label(sentence))
        if copies:
            self.column.add(Card.of_rows(self._row(copy, now, zone) for copy in copies))
        else:
            self.column.add(Label(words.tr("There is no copy yet. One is made each day."), "muted"))
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button(words.tr("Keep what is here"), self.reject).setFocus()

    def _row(self, copy: BackupCopy, now: Instant, zone: int) -> QWidget:
        words = self._words
        made = capitalize_first(date_text(copy.at, now, zone, words)) if copy.at else copy.path.name
        date = day(copy.at, zone, words)
        title = made if date in made else f"{made} · {date}"
        contents = contents_sentence(copy, words)
        if copy.elsewhere:
            contents = f"{contents} · " + words.tr("in “{place}”", place=folder_name(copy.path.parent))
        lines = QWidget()
        column(Label(title, "strong"), Label(contents, "note"), gap=Space.HAIR, within=lines)
        row = ResponsiveRow(self._theme, 460, gap=Space.BASE)
        row.add(lines, 1)
        if copy.sound:
            button = Button(self._theme, words.tr("Go back to this one"))
            button.setAccessibleName(f"{button.text()}: {title}. {contents}")
            button.clicked.connect(partial(self._choose, copy))
            row.add(button)
        return row

    def _choose(self, copy: BackupCopy, _checked: bool = False) -> None:
        self.accept()
        self.chosen.emit(copy)
