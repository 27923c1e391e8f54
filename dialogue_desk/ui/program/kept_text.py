"""Boxes whose words are kept when a person leaves them, presses Enter, or goes to something else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from dialogue_desk.domain.model.text import normalized
from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.style.theme import AppTheme

_TALL = 76
"""Pixels at 100 % text."""


class KeptText(NoteBox):
    """A box for a sentence or two; ``kept(text)`` tells it once it differs from what was shown.

    Escape brings back what was shown.
    """

    kept = Signal(str)

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme, self._shown = theme, ""
        self.entered.connect(self.keep)
        self.escaped.connect(self._bring_back)
        theme.changed.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show another text; what a person is typing at the moment stays."""
        typing = self.hasFocus() and self.text() != self._shown
        if text != self._shown and not typing:
            self._shown = text
            self.setPlainText(text)

    def keep(self) -> None:
        """Tell what was typed and not told yet."""
        typed = normalized(self.text()).strip()
        if typed != self._shown.strip():
            self._shown = self.text()
            self.kept.emit(typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()

    def _bring_back(self) -> None:
        self.setPlainText(self._shown)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.scaled(_TALL))
