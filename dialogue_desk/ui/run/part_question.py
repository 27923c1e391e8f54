"""One question of a part: pressed while it is the one being asked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width

_COLUMN = 70
_BAR = 4


class PromptButton(QAbstractButton):
    """Stands as plain words.  The one being asked is heavier and has a bar beside it; the rest step back.

    Args:
        theme: how it looks.
        words: the question.
        large: whether it is written large while no question is chosen.
    """

    def __init__(self, theme: AppTheme, words: str, *, large: bool) -> None:
        super().__init__()
        self._theme, self._words, self._large = theme, words, large
        self._steps_back = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(True)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def words(self) -> str:
        """Return the question."""
        return self._words

    def set_state(self, *, asked: bool, another: bool) -> None:
        """Be the question that is asked, one beside it, or one of several of which none is chosen."""
        self.setChecked(asked)
        if self._steps_back is not another:
            self._steps_back = another
            self.updateGeometry()
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave it to the part which question is asked."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST_TARGET if self.isChecked() else 0, self._block(width).height)

    def sizeHint(self) -> QSize:
        font = self._font()
        wide = min(
            natural_width(self._written(), font) + 1, self._theme.measure(Size.PROMPT, characters=_COLUMN)
        )
        return QSize(wide + self._indent(), self.heightForWidth(wide + self._indent()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.scaled(20))

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

    def _written(self) -> str:
        plain = self.isChecked() or (self._large and not self._steps_back)
        return self._words if plain else f"•  {self._words}"

    def _font(self) -> QFont:
        if self.isChecked():
            return self._theme.font(Size.PROMPT, bold=True)
        large = self._large and not self._steps_back
        return self._theme.font(Size.PROMPT if large else Size.HEADING)

    def _indent(self) -> int:
        return _BAR + Space.SNUG if self.isChecked() else 0

    def _block(self, width: int) -> TextBlock:
        return TextBlock(self._written(), self._font(), max(40, width - self._indent()), snug=True)
