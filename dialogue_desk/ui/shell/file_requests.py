"""Files that a person opens outside the window: by a double click, or by dropping them on the app's icon."""

from __future__ import annotations

import contextlib
import ctypes
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.handed_files import HandedFiles

_GATHERS_MS = 250
"""Systems give several files one after another, each by its own start or event; they are one lot."""
_LOOKS_EVERY_MS = 100
_ANY_PROGRAM = -1
_WAITS_FOR = 30
"""So many looks: three seconds, in which a window that is there has come forward."""
_WAITS_WITH_FILES = 200
"""Twenty seconds: that window may be starting too, as Windows starts the app once for each of many files."""


def let_others_forward(user32: Any = None) -> None:  # noqa: ANN401  # a library is no Python type
    """Let another program put its window in front, which Windows allows only to the one a person started.

    ``user32`` is that library of Windows; None finds it there, and does nothing elsewhere.
    """
    if user32 is None and sys.platform == "win32":
        user32 = ctypes.windll.user32
    if user32 is not None:
        user32.AllowSetForegroundWindow(_ANY_PROGRAM)


class FileOpeningApplication(QApplication):
    """The application, which tells ``asked(paths)`` of a file that macOS gives it to open."""

    asked = Signal(tuple)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit((Path(event.file()),))
            return True
        return super().event(event)


class FileRequests(QObject):
    """Tells ``asked(paths)`` of files for this window, once it is ready for them.

    They come with the start, from the system, and from other starts of the app on the same desk.  ``called``
    tells that one of these wants this window to be seen.
    """

    asked = Signal(tuple)
    called = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: tuple[Path, ...] = ()
        self._gathering = QTimer(self, singleShot=True, interval=_GATHERS_MS)
        self._gathering.timeout.connect(self._ask)
        self._handed: HandedFiles | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._take)

    def give(self, paths: Sequence[Path]) -> None:
        """Open files now, or as soon as the window is ready."""
        self._waiting += tuple(paths)
        if self._waiting and self._handed is not None:
            self._gathering.start()

    def begin(self, desk_path: Path) -> None:
        """Tell of files from now on, also of those that were left before."""
        if self._handed is None:
            self._handed = HandedFiles(desk_path)
            with contextlib.suppress(OSError):
                self._handed.make_folder()
                self._watcher.addPath(str(self._handed.folder))
        self._take()

    def end(self) -> None:
        """Keep files until the window is ready again: its desk is closed."""
        self._gathering.stop()
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        if self._handed is not None:
            self._handed.clear()
            self._handed = None

    def hand_over(
        self,
        trouble: DeskTrouble,
        taken: Callable[[], object],
        refused: Callable[[DeskTrouble], object],
    ) -> bool:
        """Give the files to the window that has the desk open, and return whether that can be tried.

        ``taken`` is called when that window took them, ``refused`` when it did not.
        """
        if trouble.trouble is not Trouble.LOCKED or not self._waiting:
            return False
        waiting, self._waiting = self._waiting, ()
        HandingOver(trouble.path, waiting, lambda gone: taken() if gone else refused(trouble), self)
        return True

    def _ask(self) -> None:
        waiting, self._waiting = self._waiting, ()
        self.asked.emit(waiting)

    def _take(self) -> None:
        called = self._handed is not None and self._handed.waits()
        self.give(self._handed.take() if self._handed is not None else ())
        if called:
            self.called.emit()


class HandingOver(QObject):
    """Hands files to the window that has the desk open, and tells whether it took them.

    No files at all ask the window to be seen.  ``let_forward`` lets that window come to the front.
    """

    def __init__(
        self,
        desk_path: Path,
        paths: Sequence[Path],
        told: Callable[[bool], object],
        parent: QObject,
        let_forward: Callable[[], object] = let_others_forward,
    ) -> None:
        super().__init__(parent)
        let_forward()
        self._told, self._left = told, _WAITS_WITH_FILES if paths else _WAITS_FOR
        self._looks = QTimer(self, interval=_LOOKS_EVERY_MS)
        self._looks.timeout.connect(self._look)
        try:
            self._list: Path | None = HandedFiles(desk_path).hand(paths)
        except OSError:
            self._list = None
        self._looks.start()

    def _look(self) -> None:
        self._left -= 1
        taken = self._list is not None and not self._list.exists()
        if not taken and self._left and self._list is not None:
            return
        self._looks.stop()
        if not taken and self._list is not None:
            with contextlib.suppress(OSError):
                self._list.unlink(missing_ok=True)
        self._told(taken)
