"""The window itself: its title, its size and its content."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from dialogue_desk.ui.shell.file_drop import FileDropFilter
from dialogue_desk.ui.shell.undo_routing import UndoRouter
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.focus_ring import FocusRing

_FIRST_SIZE = QSize(1366, 768)
_ROOMY = QSize(1440, 860)
"""On a smaller screen the first window fills it."""
_LEAST_SIZE = QSize(640, 480)


class MainWindow(QMainWindow):
    """The window, which is shown empty at first so that a person sees that the app starts."""

    shown = Signal()
    """It has been painted for the first time."""
    closing = Signal()
    """A person closes it; its content should end what it does."""

    def __init__(self, theme: AppTheme, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setWindowIcon(theme.icons.icon("people", theme.tokens.accent, 64))
        self.setMinimumSize(_LEAST_SIZE)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(_FIRST_SIZE.boundedTo(room))
        if room.width() < _ROOMY.width() or room.height() < _ROOMY.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.file_drops = FileDropFilter(self)
        UndoRouter(self)
        FirstPaint(self).painted.connect(self.shown)
        self._ring = FocusRing(theme, self)

    def set_content(self, inside: QWidget) -> None:
        """Replace the content, which is deleted, with ``inside``."""
        before = self.takeCentralWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self.setCentralWidget(inside)
        inside.show()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def saved_geometry(self) -> str:
        """Return its place and size as text, to be kept for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def restore_saved_geometry(self, place: str) -> None:
        """Take the place and size of the last start; an empty text changes nothing."""
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


class FirstPaint(QObject):
    """Tells ``painted`` once, when ``widget`` is on the screen for the first time."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # This paint, and those of the widgets on top, have to reach the screen first.
            QTimer.singleShot(0, self, self.painted.emit)
        return False
