"""How high the box for notes is: it begins with some lines, and grows with its words."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics

from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.style.theme import AppTheme

_LINES, _SHARE = 2, 0.3
"""The box begins with so many lines, and grows with its words to this share of the height around it."""
_FRAME = 28
"""What the box needs beside its lines, in pixels."""


class BoxHeight:
    """Lets ``box`` grow with its words, as long as the notes above it stay in sight."""

    def __init__(self, theme: AppTheme, box: NoteBox) -> None:
        self._theme, self._box = theme, box
        self.lines = _LINES
        """With how many lines an empty box begins."""
        self.room: int | None = None
        """How much higher than an empty one the box may be; None when only the height around it counts."""

    def fit(self, around: int) -> None:
        """Give the box its height; ``around`` is that of the pane it is in."""
        wanted = self._tall(max(self.lines, round(self._box.document().size().height())))
        least, most = self._tall(self.lines), round(around * _SHARE)
        if self.room is not None:
            most = min(most, least + self.room)
        tall = max(least, min(wanted, most))
        if tall != self._box.height():
            self._box.setFixedHeight(tall)

    def grown(self) -> int:
        """Return how much higher the box is than when it is empty."""
        return self._box.height() - self._tall(self.lines)

    def _tall(self, lines: int) -> int:
        return lines * QFontMetrics(self._theme.font()).lineSpacing() + _FRAME
