"""A question of the part, which is pressed to say that it is asked now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from dialogue_desk.ui.style.spacing import resized
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width

_COLUMN = 70
_BAR = 4


class PromptButton(QAbstractButton):
    """One question, as plain words; the one being asked is bold, with a bar beside it, the others smaller.

    While no question is chosen it is written ``large`` or not.
    """

    def __init__(self, theme: AppTheme, words: str, *, large: bool) -> None:
        super().__init__()
        self._theme, self._words, self._large = theme, words, large
        self._another_asked, self._percent = False, 100
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(True)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def set_state(self, *, asked: bool, another: bool) -> None:
        """Show whether this question is asked, or ``another`` one."""
        if (asked, another) == (self.isChecked(), self._another_asked):
            return
        self.setChecked(asked)
        self._another_asked = another
        self.updateGeometry()
        self.update()

    def grow(self, percent: int) -> None:
        """Write it in ``percent`` of the usual size."""
        if percent != self._percent:
            self._percent = percent
            self.updateGeometry()
            self.update()

    def nextCheckState(self) -> None:
        """Do nothing: the part decides which question is asked."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST_TARGET if self.isChecked() else 0, self._block(width).height)

    def sizeHint(self) -> QSize:
        font = self._font()
        most = self._theme.measure(Size.PROMPT, characters=_COLUMN) * self._percent // 100
        wide = min(natural_width(self._shown_text(), font) + 1, most) + self._indent()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.scaled(20))

    def lines(self, width: int) -> int:
        """Return how many lines its words take in a column of ``width`` pixels."""
        return self._block(width).lines

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        block = self._block(self.width())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        indent = self._indent()
        painter = QPainter(self)
        if self.isChecked():
            bar = self.rect()
            bar.setWidth(_BAR)
            if mirrored:
                bar.moveRight(self.rect().right())
            painter.fillRect(bar, QColor(tokens.accent))
        ink = tokens.accent if self.underMouse() and not self.isChecked() else tokens.ink
        left = self.width() - indent - block.width if mirrored else indent
        block.draw(painter, left, (self.height() - block.height) / 2, QColor(ink))
        painter.end()

    def _shown_text(self) -> str:
        plain = self.isChecked() or (self._large and not self._another_asked)
        return self._words if plain else f"•  {self._words}"

    def _font(self) -> QFont:
        large = self.isChecked() or (self._large and not self._another_asked)
        font = self._theme.font(Size.PROMPT if large else Size.HEADING, bold=self.isChecked())
        return resized(font, font.pixelSize() * self._percent // 100)

    def _indent(self) -> int:
        return _BAR + Space.SNUG if self.isChecked() else 0

    def _block(self, width: int) -> TextBlock:
        return TextBlock(self._shown_text(), self._font(), max(40, width - self._indent()), snug=True)
