"""Puts the message over the page where nothing is pressed or read."""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.ui.core.tab_order import pieces_of
from dialogue_desk.ui.shell.free_place import free_place
from dialogue_desk.ui.shell.occupied import Occupied
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.toast import Toast

_WIDTHS = (640, 520, 420, 340, 280, 220)
"""How wide the message is at 100 % text; a narrower one is tried where a wider one has no room."""
_AGAIN_MS = 400
"""How soon after something was drawn the place is judged again."""
_AIR = 6
"""The pixels between the message and what is used beside it, where there is room."""


class ToastPlace(QObject):
    """Keeps ``toast`` on ``ground``: as low as can be, over nothing that is pressed or read.

    Where there is no such place it is over the edge of a card, then over the words of a bar, over what is
    read, and only then over what is pressed.  It stays until something it must not cover comes under it.
    """

    def __init__(self, theme: AppTheme, toast: Toast, ground: QWidget) -> None:
        super().__init__(ground)
        self._theme, self._toast, self._ground = theme, toast, ground
        self._shown: tuple[QSize, str, QSize] = (QSize(), "", QSize())
        self._watched: QWidget | None = None
        toast.setParent(ground)
        toast.hide()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.place)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.place)
        toast.said.connect(self.place_soon)
        theme.changed.connect(self.place_soon)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def place_soon(self) -> None:
        """Put the message where it belongs once the page is laid out."""
        self._soon.start()

    def place(self) -> None:
        """Put the message where it belongs now."""
        toast = self._toast
        if not toast.isVisible():
            self._watch(None)
            return
        self._watch(self._ground.window())
        used = Occupied(self._ground, toast)
        now = (self._ground.size(), toast.sentence(), toast.sizeHint())
        if now != self._shown or any(toast.geometry().intersects(one) for one in used.pressed + used.read):
            self._shown = now
            toast.setGeometry(self._place_among(used))
        if pieces_of(self._ground)[-1] is not toast:
            toast.raise_()  # only then, because it draws everything again

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest and not self._again.isActive():
            self._again.start()
        return False

    def _place_among(self, used: Occupied) -> QRect:
        edge = Space.HAIR
        room, sizes = self._ground.rect().adjusted(edge, edge, -edge, -edge), list(self._sizes())
        used_there = used.pressed + used.read
        air = [one.adjusted(-_AIR, -_AIR, _AIR, _AIR) for one in used_there]
        for taken in (air + used.named + used.edges, used_there + used.named, used_there, used.pressed):
            for size in sizes:
                if (place := free_place(size, room, taken)) is not None:
                    return place
        foot = QRect(room.topLeft(), sizes[0])
        foot.moveBottom(room.bottom())
        return foot

    def _sizes(self) -> Iterator[QSize]:
        """Return the sizes the message can have, each as high as its words then are."""
        toast, before = self._toast, 0
        for width in _WIDTHS:
            wide = min(self._theme.scaled(width), self._ground.width() - 2 * Space.BASE)
            if wide != before and wide >= toast.minimumSizeHint().width():
                yield QSize(wide, max(toast.heightForWidth(wide), toast.minimumSizeHint().height()))
            before = wide

    def _watch(self, window: QWidget | None) -> None:
        """Follow what is drawn in ``window``: where nothing is drawn, nothing came under the message."""
        if window is not self._watched:
            if self._watched is not None and shiboken6.isValid(self._watched):
                self._watched.removeEventFilter(self)
            self._watched = window
            if window is not None:
                window.installEventFilter(self)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self._soon.start()
