"""Round corners for what stands in front of the window: dialogs, menus and the lists of choices."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QWidget

from dialogue_desk.ui.core.kept_focus import KeptFocus
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.blending import can_see_through

CORNER = 14
"""The radius of a dialog's corners, in pixels."""

_SHADE = 70
"""How much darker the window is behind a dialog, of 255."""


def round_corners(popup: QWidget, radius: int = 10, *, clear: bool | None = None) -> None:
    """Let the style sheet round the corners of a menu or a list of choices, which is a window of its own.

    Corners that cannot be ``clear`` are cut off, at ``radius`` pixels; None asks the screen.
    """
    flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
    popup.setWindowFlags(popup.windowFlags() | flags)
    if can_see_through(QGuiApplication.platformName()) if clear is None else clear:
        popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    else:
        CutCorners(popup, radius)
    if isinstance(popup, QFrame):
        popup.setFrameShape(QFrame.Shape.NoFrame)  # that of a list of choices would stay square


class CutCorners(QObject):
    """Cuts off the corners of ``popup`` whatever its size."""

    def __init__(self, popup: QWidget, radius: int) -> None:
        super().__init__(popup)
        self._radius = radius
        popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(watched.rect()), self._radius, self._radius)
            watched.setMask(QRegion(shape.toFillPolygon().toPolygon()))
        return False


class RoundedDialog(QDialog):
    """A dialog that lies on ``window`` like a sheet of paper; its ground moves it, as a title bar would."""

    def __init__(self, theme: AppTheme, window: QWidget | None) -> None:
        super().__init__(window)
        if window is None:
            theme.dress(self)
        self._theme = theme
        self._shade: Shade | None = None
        self._pressed: QPoint | None = None
        self._kept_focus = KeptFocus(self)
        round_corners(self, CORNER)
        self.setAcceptDrops(True)  # files dropped on it are for the window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None and not is_shaded(window.window()):
            self._shade = Shade(window.window())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        return self._kept_focus.move(onward=next)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._shade is not None:
            self._shade.hide()
            self._shade.deleteLater()
            self._shade = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Not at once: a window that is told to move after a mere click would stick to the pointer.
        pressed = self._pressed if event.buttons() & Qt.MouseButton.LeftButton else None
        far = QApplication.startDragDistance()
        if pressed is not None and (event.position().toPoint() - pressed).manhattanLength() >= far:
            self._pressed = None
            self.begin_move()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def begin_move(self) -> None:
        """Let the system move the dialog with the pointer until its button is released."""
        handle = self.windowHandle()
        if handle is not None:
            handle.startSystemMove()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.line_strong), 1))
        painter.setBrush(QColor(tokens.background))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.end()


class Shade(QWidget):
    """Darkens all of ``window`` while a dialog is in front of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.installEventFilter(self)
        self.resize(window.size())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.parent():
            self.resize(self.window().size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _SHADE))
        painter.end()


def is_shaded(window: QWidget) -> bool:
    """Return whether ``window`` is darkened for a dialog in front of it."""
    return any(not shade.isHidden() for shade in window.findChildren(Shade))
