"""Yes or no, and one of several choices in full sentences: large marks, and words that wrap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QStyle

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width


class _Marked:
    def __init__(self, theme: AppTheme, button: QAbstractButton, words: str, *, round_mark: bool) -> None:
        self._theme, self.button, self._round = theme, button, round_mark
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        self.say(words)
        theme.changed.connect(button.updateGeometry)

    def say(self, words: str) -> None:
        self.words = words
        self.button.setText(words.replace("&", "&&"))
        self.button.setAccessibleName(words)
        self.button.updateGeometry()

    def height(self, width: int) -> int:
        return max(LEAST_TARGET, self._block(width).height + Space.TIGHT)

    def size(self) -> QSize:
        wide = self._indent() + natural_width(self.words, self._theme.font()) + 1
        return QSize(wide, self.height(wide))

    def least(self) -> QSize:
        longest = max((natural_width(word, self._theme.font()) for word in self.words.split()), default=0)
        return QSize(self._indent() + longest + 1, LEAST_TARGET)

    def paint(self) -> None:
        button, tokens = self.button, self._theme.tokens
        side, ticked = self._side(), button.isChecked()
        block = self._block(button.width())
        direction = button.layoutDirection()
        mark = QRect(1, (button.height() - side) // 2, side, side)
        if block.lines > 1:
            mark.moveTop((button.height() - block.height) // 2)
        box = QRectF(QStyle.visualRect(direction, button.rect(), mark))
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.accent if ticked or button.underMouse() else tokens.line_strong
        painter.setPen(QPen(QColor(edge if button.isEnabled() else tokens.line), 1.5))
        painter.setBrush(QColor(tokens.accent if ticked and not self._round else tokens.surface))
        radius = side / 2 if self._round else 5
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        if ticked and self._round:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            inset = side * 0.28
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        elif ticked:
            self._theme.icons.draw(painter, box.adjusted(2, 2, -2, -2), "check", tokens.on_accent)
        words = QRect(self._indent(), 0, block.width, button.height())
        left = QStyle.visualRect(direction, button.rect(), words).left()
        ink = QColor(tokens.ink if button.isEnabled() else tokens.muted)
        block.draw(painter, left, (button.height() - block.height) / 2, ink)
        painter.end()

    def _block(self, width: int) -> TextBlock:
        return TextBlock(self.words, self._theme.font(), max(40, width - self._indent()), snug=True)

    def _side(self) -> int:
        return self._theme.scaled(22)

    def _indent(self) -> int:
        return self._side() + Space.SNUG


class _MarkedButton:
    """What Tick and Option share: each is a button whose size and picture ``_marked`` knows."""

    _marked: _Marked

    def hitButton(self, pos: QPoint) -> bool:
        return self._marked.button.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._marked.height(width)

    def sizeHint(self) -> QSize:
        return self._marked.size()

    def minimumSizeHint(self) -> QSize:
        return self._marked.least()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._marked.paint()


class Tick(_MarkedButton, QCheckBox):
    """Yes or no: ``text`` says what yes means.  ``toggled(bool)`` tells the answer."""

    def __init__(self, theme: AppTheme, text: str) -> None:
        super().__init__()
        self._marked = _Marked(theme, self, text, round_mark=False)

    def show_text(self, text: str) -> None:
        """Change the question."""
        self._marked.say(text)


class Option(_MarkedButton, QRadioButton):
    """One of several choices, in a sentence; those of one parent exclude each other."""

    def __init__(self, theme: AppTheme, text: str) -> None:
        super().__init__()
        self._marked = _Marked(theme, self, text, round_mark=True)
