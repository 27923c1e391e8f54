"""A sheet in front of the window while something long is saved: how far it is, and how to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.words import Words


class LongSaving(SheetDialog):
    """Says ``sentence`` while something is saved.  Closing it lets the saving go on; ``stop`` stops it."""

    def __init__(
        self, theme: AppTheme, words: Words, title: str, sentence: str, window: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, window)
        self._words = words
        self._stop: Callable[[], None] | None = None
        self.status = Label(sentence)
        self.bar = ThinBar(title)
        self.column.add(
            self.status, self.bar, Label(words.tr("You can work on meanwhile."), "muted"), STRETCH
        )
        self.stop_button = self.add_button(words.tr("Stop"), self.stop, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.close_button = self.add_button(words.tr("Work on"), self.reject, weight=Weight.PRIMARY)
        self.close_button.setFocus()

    def follow(self, stop: Callable[[], None]) -> None:
        """Let Stop call ``stop``."""
        self._stop = stop

    def stop(self) -> None:
        """Stop what is saved, once; it ends at the next file."""
        if self._stop is not None:
            self._stop()
            self._stop = None
            self.stop_button.setEnabled(False)
            self.status.setText(self._words.tr("Stopping. What was there before stays."))

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; once it was closed there is nothing to show."""
        if isValid(self):
            self.bar.show_progress(done, total)

    def end(self) -> None:
        """Close it: the saving has ended, in whatever way."""
        self._stop = None
        if isValid(self):
            self.accept()
