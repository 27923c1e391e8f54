"""Puts the message over the page where nothing is pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.toast import KEPT_CLEAR, Toast

_PRESSED = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
_WIDEST = 640
_STEP = 8
_LOOK_MS = 200


class ToastPlace(QObject):
    """Keeps ``toast`` on ``ground``: as low as can be, never over a button or a field that is seen.

    Nor over a widget that is to be read all the time (``KEPT_CLEAR``).

    ``ground`` says when its size or what is on it changes (``place_soon``).  What opens on a page by itself
    is looked at while the message is there.
    """

    def __init__(self, theme: AppTheme, toast: Toast, ground: QWidget) -> None:
        super().__init__(ground)
        self._theme, self._toast, self._ground = theme, toast, ground
        toast.setParent(ground)
        toast.hide()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.place)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.place)
        toast.said.connect(self.place_soon)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def place_soon(self) -> None:
        """Put the message where it belongs once the page is laid out."""
        self._soon.start()

    def place(self) -> None:
        """Put the message where it belongs now."""
        toast, room = self._toast, self._ground.rect()
        if not toast.isVisible():
            self._look.stop()
            return
        if not self._look.isActive():
            self._look.start()
        width = min(self._theme.scaled(_WIDEST), room.width() - 2 * Space.BASE)
        size = QSize(width, max(toast.heightForWidth(width), toast.minimumSizeHint().height()))
        toast.setGeometry(free_place(size, room, tuple(self._pressed())))
        toast.raise_()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self._soon.start()

    def _pressed(self) -> Iterator[QRect]:
        for widget in self._ground.findChildren(QWidget):
            kept_clear = isinstance(widget, _PRESSED) or widget.property(KEPT_CLEAR)
            if kept_clear and widget.isVisible() and not self._toast.isAncestorOf(widget):
                seen = widget.visibleRegion().boundingRect()
                if not seen.isEmpty():
                    yield seen.translated(widget.mapTo(self._ground, QPoint(0, 0)))


def free_place(size: QSize, room: QRect, taken: Iterable[QRect]) -> QRect:
    """Return the lowest place for ``size`` in ``room`` that none of ``taken`` touches, or the foot."""
    inner = room.adjusted(Space.BASE, Space.BASE, -Space.BASE, -Space.BASE)
    box = QRect(QPoint(0, 0), size)
    middle = inner.center().x() - size.width() // 2
    lefts = (middle, inner.left(), inner.right() - size.width() + 1)
    for bottom in range(inner.bottom(), inner.top() + size.height(), -_STEP):
        for left in lefts:
            box.moveTo(left, bottom - size.height() + 1)
            if not any(box.intersects(one) for one in taken):
                return QRect(box)
    box.moveTo(middle, inner.bottom() - size.height() + 1)
    return box
