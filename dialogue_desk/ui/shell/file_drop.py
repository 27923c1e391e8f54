"""Files and folders dropped anywhere on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDropFilter(QObject):
    """Takes files dropped on ``window`` before a text field inserts their names."""

    dropped = Signal(tuple)
    """The paths, as a tuple."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.winId()  # makes the system's window, whose events are filtered
        window.windowHandle().installEventFilter(self)
        self._paths: tuple[Path, ...] = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (paths := files_in(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if not isinstance(event, QDragMoveEvent):
                # The program that the files come from waits until this returns.
                self._paths = paths
                QTimer.singleShot(0, self, self._emit_dropped)
            return True
        return False

    def _emit_dropped(self) -> None:
        self.dropped.emit(self._paths)


def files_in(carried: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders on this laptop among what is dragged."""
    return tuple(Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())
