"""Shows where the keyboard is: a ring around the widget that has the focus."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.ui.style.theme import AppTheme

_GAP = 2
_STROKE = 2.5
_REACH = 5
_RADIUS = 10
_MOVING = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """Follows the focus in ``window``, painted on top of it.

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
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None or not shiboken6.isValid(self._target):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.focus), _STROKE))
        inset = _REACH - _GAP - _STROKE / 2
        line = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        asked = (self._target.property("focusRadius") or _RADIUS) + _GAP + 1
        radius = min(asked, line.height() / 2)
        painter.drawRoundedRect(line, radius, radius)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._place()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self):
            return
        self._clear_target()
        home = self._window
        if new is None or new.property("ownFocus") or new is home or not home.isAncestorOf(new):
            self.hide()
            return
        self._target = new
        watched: QWidget | None = new
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
        if target is None or not shiboken6.isValid(target) or not target.isVisible():
            self.hide()
            return
        seen = target.visibleRegion().boundingRect()
        if seen.isEmpty():
            self.hide()
            return
        corner = target.mapTo(self._window, QPoint(0, 0))
        self.setGeometry(QRect(seen).translated(corner).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.raise_()
        self.show()
        self.update()
