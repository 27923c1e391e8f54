"""Hears what the app tells screen readers by itself: what Qt sends to the system's accessibility bus."""

import ctypes
import sys
from dataclasses import dataclass
from pathlib import Path

import PySide6
import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QProgressBar, QWidget

Event = QAccessible.Event

SPOKEN = {Event.Announcement, Event.Alert}
"""What a reader says wherever its focus is; and the value of a progress bar, each time it changes."""

_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_Handler = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


@dataclass(frozen=True)
class Heard:
    """One event: of which kind, in which words, and whether its widget was on the screen."""

    kind: Event
    words: str
    seen: bool = True
    is_progress: bool = False


class Ear:
    """Hears everything until it is shut."""

    def __init__(self):
        library = ctypes.CDLL(
            str(next((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libQt6Gui.so.6")))
        )
        self._install = library[_INSTALL]
        self._install.restype, self._install.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
        self._handler = _Handler(self._hear)
        self.all = []
        self._install(ctypes.cast(self._handler, ctypes.c_void_p))

    def shut(self):
        self._install(None)

    def __call__(self):
        """Return what a reader would have said since it was asked last."""
        said = [one.words for one in self.all if one.kind in SPOKEN or one.is_progress]
        self.all.clear()
        return said

    def _hear(self, address):
        event = shiboken6.wrapInstance(address, QAccessibleEvent)
        kind, widget = event.type(), event.object()
        words = ""
        if kind is Event.Announcement:
            words = event.message()
        elif isinstance(widget, QWidget):
            words = widget.accessibleName() or type(widget).__name__
        seen = widget.isVisible() if isinstance(widget, QWidget) else True
        progress = kind is Event.ValueChanged and isinstance(widget, QProgressBar)
        self.all.append(Heard(kind, words, seen, progress))


@pytest.fixture
def heard(qapp):
    if sys.platform != "linux":
        pytest.skip("hears Qt's events on Linux only")
    ear = Ear()
    yield ear
    ear.shut()
