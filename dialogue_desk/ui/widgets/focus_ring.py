"""Shows where the keyboard is: a ring around the widget that has the focus, while a person is at the keys."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QWidget,
)

from dialogue_desk.ui.core.typing_focus import typing_in
from dialogue_desk.ui.style.theme import RING_STROKE, AppTheme

_GAP = 2
_REACH = 5
_RADIUS = 10
_MOVING = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}
_KEYS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
_CLICKS = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
_USED = _KEYS | _CLICKS


class FocusRing(QWidget):
    """Follows the focus in ``window``, painted on top of it; hidden from a click until the next key.

    A widget with the property ``ownFocus`` shows the focus itself (a list shows the row).  The property
    ``focusRadius`` is the radius of corners that differ from those of a button, at most a half circle.
    """

    def __init__(self, theme: AppTheme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        theme.keyboard.changed.connect(self._repaint)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._watch)
            app.focusChanged.connect(self._follow)
            self._watch(app.focusWindow())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None or not shiboken6.isValid(self._target):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = _REACH - _GAP - RING_STROKE / 2
        line = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        asked = (self._target.property("focusRadius") or _RADIUS) + _GAP + 1
        self._theme.draw_ring(painter, line, min(asked, line.height() / 2))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._place()
        elif event.type() in _USED and isinstance(watched, QWindow):
            self._note_use(event)
        return False

    def _watch(self, active: QWindow | None) -> None:
        """See the keys and clicks of the system's window, before any widget acts on them."""
        if active is not None and shiboken6.isValid(self) and active is self._window.windowHandle():
            active.installEventFilter(self)

    def _note_use(self, event: QEvent) -> None:
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            self._theme.keyboard.pressed(event, typing=typing_in(QApplication.focusWidget()))
        elif event.type() in _CLICKS:
            self._theme.keyboard.clicked()

    def _repaint(self) -> None:
        """Show or hide the ring, or have the list that shows the focus itself do so."""
        self._place()
        focused = QApplication.focusWidget()
        if focused is not None and self._window.isAncestorOf(focused):
            shown = focused.viewport() if isinstance(focused, QAbstractScrollArea) else focused
            shown.update()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self):
            return
        self._clear_target()
        home = self._window
        if new is None or new is home or not home.isAncestorOf(new) or not _wants_ring(new):
            self.hide()
            return
        self._target = new
        watched: QWidget | None = self._target
        while watched is not None and watched is not home:
            watched.installEventFilter(self)
            self._watched.append(watched)
            watched = watched.parentWidget()
        self._place()

    def _clear_target(self) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None

    def _place(self) -> None:
        target = self._target
        seen = QRect()
        if target is not None and shiboken6.isValid(target) and self._theme.keyboard.shown:
            seen = target.visibleRegion().boundingRect()
        if target is None or seen.isEmpty():
            self.hide()
            return
        corner = target.mapTo(self._window, QPoint(0, 0))
        around = QRect(seen).translated(corner).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        # An area that reaches to the edge of the window has its ring within.
        self.setGeometry(around.intersected(self._window.rect()))
        self.raise_()
        self.show()
        self.update()


def _wants_ring(widget: QWidget) -> bool:
    return not widget.property("ownFocus") and not typing_in(widget)
