"""Plain text that is never read as markup and wraps at any width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from dialogue_desk.ui.style.theme import set_role
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width, text_size

_COLUMN_EMS = 34
"""The width that a label prefers, about seventy characters."""


_HEADINGS = {"title", "heading", "section"}


class Label(QLabel):
    """A sentence or a paragraph; without ``wrap`` it is one line and asks for its whole width.

    ``role`` is how it looks: ``title``, ``heading``, ``strong``, ``prompt``, ``lead``, ``muted``, ``note``,
    ``fine``, ``accent``, ``warn``, ``error``, or an empty string for body text.  Whether it ``heads`` what
    follows goes by the role, unless it is said.
    """

    spoken_as: SpokenAs | None = None

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = True, heads: bool | None = None
    ) -> None:
        super().__init__()
        if role in _HEADINGS if heads is None else heads:
            self.spoken_as = SpokenAs.HEADING
        self._wrap = wrap
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._painted: tuple[tuple[int, bool], TextBlock] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.play(role)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def play(self, role: str) -> None:
        """Change its role."""
        set_role(self, role)
        self._forget()
        self.updateGeometry()

    def setText(self, text: str) -> None:
        """Change the text; setting the same text again costs nothing."""
        if text != self.text():
            self._forget()
            super().setText(text)

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        if (known := self._heights.get(width)) is not None:
            return known
        if not self._wrap:
            return super().heightForWidth(width)
        self.ensurePolished()
        edges = self.contentsMargins()
        inner = width - edges.left() - edges.right()
        height = text_size(self.text(), self.font(), inner)[1]
        self._heights[width] = height + edges.top() + edges.bottom()
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        self._forget()
        super().changeEvent(event)

    def _forget(self) -> None:
        # Sizes and lines are kept because layouts and painting ask for them often.
        self._heights.clear()
        self._hint = self._painted = None

    def sizeHint(self) -> QSize:
        if self._hint is not None:
            return self._hint
        if not self._wrap:
            return super().sizeHint()
        self.ensurePolished()
        edges = self.contentsMargins()
        wide = min(natural_width(self.text(), self.font()) + 1, self.fontMetrics().height() * _COLUMN_EMS)
        wide += edges.left() + edges.right()
        self._hint = QSize(wide, self.heightForWidth(wide))
        return self._hint

    def minimumSizeHint(self) -> QSize:
        if not self._wrap:
            return super().minimumSizeHint()
        least = min(self.sizeHint().width(), self.fontMetrics().height() * 4)
        return QSize(least, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._wrap:
            super().paintEvent(event)
            return
        room = self.contentsRect()
        asked = self.alignment()
        block = self._block(room.width(), centred=bool(asked & Qt.AlignmentFlag.AlignHCenter))
        place = QStyle.alignedRect(self.layoutDirection(), asked, QSize(block.width, block.height), room)
        painter = QPainter(self)
        block.draw(
            painter, place.left(), max(room.top(), place.top()), self.palette().color(self.foregroundRole())
        )
        painter.end()

    def _block(self, width: int, *, centred: bool) -> TextBlock:
        if self._painted is None or self._painted[0] != (width, centred):
            align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
            block = TextBlock(self.text(), self.font(), width, align, snug=True)
            self._painted = ((width, centred), block)
        return self._painted[1]
