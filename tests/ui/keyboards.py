"""Keys as a keyboard sends them: with their places on it, and again while they are held down."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

NUMBERS = {
    "1": 2,
    "3": 4,
    "Q": 16,
    "E": 18,
    "P": 25,
    "A": 30,
    "S": 31,
    "G": 34,
    "K": 37,
    "B": 48,
    "N": 49,
    ",": 51,
    "/": 53,
}
"""Where keys are, as Windows and the kernel of Linux count them."""
ON_MACS = {
    "1": 18,
    "3": 20,
    "Q": 12,
    "E": 14,
    "P": 35,
    "A": 0,
    "S": 1,
    "G": 5,
    "K": 40,
    "B": 11,
    "N": 45,
    ",": 43,
    "/": 44,
}


def key_event(
    key, text="", modifiers=Qt.KeyboardModifier.NoModifier, *, place="", again=False, system=sys.platform
):
    """Return the press of a key in a ``place`` of the keyboard, ``again`` while it is held down."""
    scan = virtual = 0
    if place:
        numbers = {"darwin": (1, ON_MACS[place]), "win32": (NUMBERS[place], 0)}
        scan, virtual = numbers.get(system, (NUMBERS[place] + 8, 0))
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text, again)


def send(widget, key, text="", modifiers=Qt.KeyboardModifier.NoModifier, **more):
    """Press a key in a widget or a window."""
    QCoreApplication.sendEvent(widget, key_event(key, text, modifiers, **more))
