"""The window itself: its title, size and content, what is dropped on it, and where Undo acts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit, QWidget

from dialogue_desk.ui.core.kept_focus import KeptFocus
from dialogue_desk.ui.shell.held_keys import HeldKeys
from dialogue_desk.ui.shell.latin_keys import LatinKeys
from dialogue_desk.ui.style.app_icon import app_icon
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.focus_ring import FocusRing

_FIRST_SIZE = QSize(1366, 768)
_ROOMY = QSize(1440, 860)
"""On a smaller screen the first window fills it."""
_LEAST_SIZE = QSize(640, 480)

_Field = QLineEdit | QPlainTextEdit | QTextEdit


class MainWindow(QMainWindow):
    """The window, which is shown empty at first so that a person sees that the app starts."""

    shown = Signal()
    """It has been painted for the first time."""
    closing = Signal()
    """A person closes it; its content should end what it does."""

    def __init__(self, theme: AppTheme, title: str) -> None:
        super().__init__()
        theme.dress(self)
        self.setWindowTitle(title)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(_LEAST_SIZE)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(_FIRST_SIZE.boundedTo(room))
        if room.width() < _ROOMY.width() or room.height() < _ROOMY.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.file_drops = FileDropFilter(self)
        UndoRouter(self)
        LatinKeys(self)
        HeldKeys(self)
        FirstPaint(self).painted.connect(self.shown)
        self._ring, self._kept_focus = FocusRing(theme, self), KeptFocus(self)

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

    def come_forward(self) -> None:
        """Be seen in front of other windows, also when minimized; a sheet over it gets the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        front = QApplication.activeModalWidget() or self
        front.raise_()
        front.activateWindow()

    def saved_geometry(self) -> str:
        """Return its place and size as text, to be kept for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def restore_saved_geometry(self, place: str) -> None:
        """Take the place and size of the last start; an empty text changes nothing."""
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode()))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        return self._kept_focus.move(onward=next)

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


class FileDropFilter(QObject):
    """Takes files dropped on ``window``, or on a sheet over it, before a text field inserts their names."""

    dropped = Signal(tuple)
    """The paths, as a tuple."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.winId()  # makes the system's window, whose events are filtered
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)

    def _follow(self, window: QWindow | None) -> None:
        """Filter the events of a sheet too, once it is in front."""
        above = window.transientParent() if window is not None and shiboken6.isValid(self) else None
        while above is not None and above is not self._handle:
            above = above.transientParent()
        if above is not None and window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (paths := files_in(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if not isinstance(event, QDragMoveEvent):
                # The program that the files come from waits until this returns.
                QTimer.singleShot(0, self, partial(self.dropped.emit, paths))
            return True
        return False


def files_in(carried: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders on this laptop among what is dragged."""
    return tuple(Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())


class UndoRouter(QObject):
    """Passes the keys of Undo and Redo on to ``window`` when its text fields have no use for them.

    By itself a field takes these keys even when there is nothing it could undo.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field: _Field | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, _Field):
            return False
        history = watched if isinstance(watched, QLineEdit) else watched.document()
        undo, redo = map(event.matches, (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
        useless = (undo and not history.isUndoAvailable()) or (redo and not history.isRedoAvailable())
        if useless:
            event.ignore()
        return useless

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self):
            return
        if self._field is not None and shiboken6.isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = None
        if isinstance(new, _Field) and self._window.isAncestorOf(new):
            self._field = new
            new.installEventFilter(self)
