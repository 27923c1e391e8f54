"""The window itself: its title, its size, and whatever lies in it now."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from dialogue_desk.ui.shell.file_drop import FileDropFilter
from dialogue_desk.ui.shell.first_paint import FirstPaint
from dialogue_desk.ui.shell.undo_routing import UndoRouter
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.focus_ring import FocusRing

_FIRST_SIZE = QSize(1366, 768)
_ROOMY = QSize(1440, 860)
"""On a smaller screen the first window fills it."""
_LEAST_SIZE = QSize(640, 480)


class MainWindow(QMainWindow):
    """Shown first and empty, so that a person sees at once that the app is coming."""

    shown = Signal()
    """It has been painted for the first time."""
    closing = Signal()
    """A person closes it; what lies in it should end what it does."""

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
        """Put ``inside`` in the place of what was there, which is thrown away."""
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
        """Return where it is, to be kept for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def restore_saved_geometry(self, place: str) -> None:
        """Go where it was last, if that can still be seen."""
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
