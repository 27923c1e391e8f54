"""A line with its finds marked, the current find most of all."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.domain.privacy.finds import Find
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.text_block import reads_leftward
from dialogue_desk.ui.widgets.utf16 import utf16_length

_WHOLE = 700
"""How long a line may be, in characters, to be shown whole."""
_BESIDE = 260
"""How many characters of a longer line are shown before the current find, and after it."""

Underline = QTextCharFormat.UnderlineStyle


class HighlightedText(QWidget):
    """Shows a line.  Finds are underlined; the current one is bold, on a coloured ground.

    It takes the focus: its arrow keys emit ``went_on()`` and ``went_back()``, and readers hear its name.
    """

    went_on = Signal()
    went_back = Signal()

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._finds: tuple[Find, ...] = ()
        self._current: Find | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.updateGeometry)

    def show_line(self, text: str, finds: Sequence[Find], current: Find) -> None:
        """Show ``text``, or the part around the current find when it is long."""
        self._text, self._finds, self._current = _excerpt(text, tuple(finds), current)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the text that is shown."""
        return self._text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if event.key() == (Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right):
            self.went_on.emit()
        elif event.key() == (Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left):
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout_for(width)[1] + 2 * Space.TIGHT

    def sizeHint(self) -> QSize:
        wide = self._theme.measure(Size.HEADING, characters=60)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self.fontMetrics().height() + 2 * Space.TIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.tokens.ink))
        lines, _ = self._layout_for(self.width())
        lines.draw(painter, QPointF(self._indent(lines), Space.TIGHT))
        painter.end()

    def _indent(self, lines: QTextLayout) -> float:
        """Return how far the lines move, so that they begin at the side where the window is read from."""
        room = self.width() - max((line.naturalTextWidth() for line in _lines(lines)), default=0.0)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        leftward = reads_leftward(self._text)
        return 0 if mirrored is leftward else (room if mirrored else -room)

    def _layout_for(self, width: int) -> tuple[QTextLayout, int]:
        shown = self._text.replace("\r\n", "\u2028 ").replace("\n", "\u2028")
        lines = QTextLayout(shown, self._theme.font(Size.HEADING))
        leftward = reads_leftward(shown)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        lines.setTextOption(option)
        lines.setFormats([self._format_range(find) for find in self._finds])
        top = 0.0
        lines.beginLayout()
        while (line := lines.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += line.height() * 1.15
        lines.endLayout()
        return lines, math.ceil(top)

    def _format_range(self, find: Find) -> QTextLayout.FormatRange:
        tokens = self._theme.tokens
        look = QTextCharFormat()
        if find == self._current:
            look.setFont(self._theme.font(Size.HEADING, bold=True))
            look.setBackground(QColor(tokens.accent_soft))
            look.setUnderlineStyle(Underline.SingleUnderline)
            look.setUnderlineColor(QColor(tokens.accent))
        else:
            look.setUnderlineStyle(Underline.DotLine)
            look.setUnderlineColor(QColor(tokens.ink))
        marked = QTextLayout.FormatRange()
        marked.start = utf16_length(self._text[: find.start])
        marked.length = utf16_length(self._text[find.start : find.end])
        marked.format = look
        return marked


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    return (layout.lineAt(number) for number in range(layout.lineCount()))


def _excerpt(text: str, finds: tuple[Find, ...], current: Find) -> tuple[str, tuple[Find, ...], Find]:
    """Return the part of a long text around ``current``, and the finds moved to their places in it."""
    if len(text) <= _WHOLE:
        return text, finds, current
    first, last = max(0, current.start - _BESIDE), min(len(text), current.end + _BESIDE)
    before, after = ("… " if first else ""), (" …" if last < len(text) else "")
    shift = len(before) - first
    inside = (find for find in finds if first <= find.start and find.end <= last)
    moved = tuple(Find(find.start + shift, find.end + shift, find.kind) for find in inside)
    here = Find(current.start + shift, current.end + shift, current.kind)
    return f"{before}{text[first:last]}{after}", moved, here
