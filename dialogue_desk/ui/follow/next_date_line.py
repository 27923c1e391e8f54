"""A line for a next date, as people write it; one that is past, or none, has its words and is not kept."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.follow_edits import CannotFollow, next_day_typed
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.words import Words
from dialogue_desk.words.times import written_day

_LONGEST = 60


class NextDateLine(QWidget):
    """``kept(day)`` tells a date once it is typed, as 2027-06-30, or "" where it was taken out.

    ``trouble`` says why what is typed cannot be kept; "" where it can.
    """

    kept = Signal(str)

    def __init__(self, words: Words, label: str) -> None:
        super().__init__()
        self._words, self._shown = words, ""
        self.trouble = ""
        self.box = LineBox()
        self.box.setMaxLength(_LONGEST)
        self.field = Field(
            label, self.box, words.tr("Like June 30, or “in 3 weeks”. Empty if there is none.")
        )
        column(self.field, within=self)
        self.setFocusProxy(self.box)
        self.today = date.min
        self.box.editingFinished.connect(self.keep)
        self.box.escaped.connect(self._bring_back)

    def show_day(self, day: str) -> None:
        """Show a day that is kept; what is typed at the moment stays."""
        text = written_day(date.fromisoformat(day), self._words) if day else ""
        if text != self._shown and not (self.box.hasFocus() and self.box.text() != self._shown):
            self._shown = text
            self._bring_back()

    def clear(self) -> None:
        """Forget what was typed: something else is shown."""
        self._shown = ""
        self._bring_back()

    def keep(self) -> None:
        """Tell what was typed and not told yet, or say why it cannot be kept."""
        typed = self.box.text().strip()
        if typed == self._shown:
            self._say("")
            return
        try:
            day = next_day_typed(typed, self._words, self.today)
        except CannotFollow as trouble:
            self._say(str(trouble))
            return
        self._say("")
        self._shown = written_day(date.fromisoformat(day), self._words) if day else ""
        self.box.setText(self._shown)
        self.kept.emit(day)

    def _say(self, trouble: str) -> None:
        self.trouble = trouble
        self.field.show_error(trouble)

    def _bring_back(self) -> None:
        self._say("")
        self.box.setText(self._shown)
        self.box.setCursorPosition(0)
