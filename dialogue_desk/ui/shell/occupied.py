"""What of a page is pressed or read: where a message must not be, and where it may be if it has to."""

from __future__ import annotations

from inspect import isfunction

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitterHandle,
    QTabBar,
    QTextEdit,
    QWidget,
)

from dialogue_desk.ui.core.tab_order import pieces_of

_PRESSED = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QSplitterHandle,
    QTabBar,
    QTextEdit,
    QPlainTextEdit,
)

_WITH_EDGES = ("card", "notice")


class Occupied:
    """The places in ``ground`` that are used, in its own pixels, apart from those in ``beside``.

    ``pressed`` are buttons and fields, ``read`` is what is read and the rows of lists, and ``named`` the
    words in a bar at the edge of a page, which name what is there.  ``edges`` are the lines around cards.
    """

    def __init__(self, ground: QWidget, beside: QWidget) -> None:
        self.pressed: list[QRect] = []
        self.read: list[QRect] = []
        self.named: list[QRect] = []
        self.edges: list[QRect] = []
        self._beside = beside
        self._visit(ground, QPoint(0, 0), ground.rect(), in_bar=False)

    def _visit(self, widget: QWidget, corner: QPoint, clip: QRect, *, in_bar: bool) -> None:
        """Note the place of ``widget``, or of what is in it; ``clip`` is what is not cut off."""
        seen = QRect(corner, widget.size()) & clip
        if seen.isEmpty():
            return
        if isinstance(widget, _PRESSED):
            self.pressed.append(seen)
        elif isinstance(widget, QAbstractItemView):
            self.read.append(_rows_of(widget).translated(corner) & seen)
        elif isinstance(widget, QLabel):
            (self.named if in_bar else self.read).append(_text_of(widget).translated(corner) & seen)
        else:
            self._visit_inside(widget, corner, seen, in_bar=in_bar or widget.property("role") == "bar")

    def _visit_inside(self, widget: QWidget, corner: QPoint, seen: QRect, *, in_bar: bool) -> None:
        if widget.property("role") in _WITH_EDGES:
            self.edges += _sides(seen)
        inside = [one for one in pieces_of(widget) if self._counts(one)]
        for one in inside:
            self._visit(one, corner + one.pos(), seen, in_bar=in_bar)
        if not inside and isfunction(type(widget).paintEvent):
            self.read.append(seen)  # it draws something of its own

    def _counts(self, widget: QWidget) -> bool:
        through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        return widget.isVisible() and widget is not self._beside and not widget.testAttribute(through)


def _text_of(label: QLabel) -> QRect:
    """Return where the words of ``label`` are in it, which may be wider than they."""
    room = label.contentsRect()
    if not label.text():
        return QRect() if label.pixmap().isNull() else room
    flags = label.alignment() | (Qt.TextFlag.TextWordWrap if label.hasHeightForWidth() else Qt.TextFlag(0))
    return label.fontMetrics().boundingRect(room, int(flags), label.text())


def _rows_of(view: QAbstractItemView) -> QRect:
    """Return where the rows of ``view``, and their titles, are in it; a list may be longer than its rows."""
    model = view.model()
    if not model.rowCount():
        return QRect()
    last = view.visualRect(model.index(model.rowCount() - 1, 0))
    return QRect(0, 0, view.width(), view.viewport().y() + max(0, last.bottom() + 1))


def _sides(around: QRect) -> list[QRect]:
    """Return the four thin sides of a rectangle."""
    wide, high = QSize(around.width(), 1), QSize(1, around.height())
    return [
        QRect(around.topLeft(), wide),
        QRect(around.bottomLeft(), wide),
        QRect(around.topLeft(), high),
        QRect(around.topRight(), high),
    ]
