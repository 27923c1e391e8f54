"""Which key of a keyboard was pressed, where the letter on it is not one of ours.

Keys are named by the letters and digits of a keyboard for English.  One for Russian, Greek, Arabic or Hebrew
has other letters in their places, and one for French has the digits only with Shift.
"""

from __future__ import annotations

import sys
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

COMMAND_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
"""Held with a letter, they make it a command."""

_ROWS = {0x02: "1234567890", 0x10: "QWERTYUIOP", 0x1E: "ASDFGHJKL", 0x2C: "ZXCVBNM,./"}
"""Rows of keys by the number of their first one, as Windows counts them; Linux counts on from 8."""
_BY_NUMBER = {code: sign for first, signs in _ROWS.items() for code, sign in zip(count(first), signs)}
_BY_NUMBER_ON_MACS = {
    **dict(enumerate("ASDFHGZXCV")),
    **{11: "B", 12: "Q", 13: "W", 14: "E", 15: "R", 16: "Y", 17: "T", 18: "1", 19: "2", 20: "3", 21: "4"},
    **{22: "6", 23: "5", 25: "9", 26: "7", 28: "8", 29: "0", 31: "O", 32: "U", 34: "I", 35: "P", 37: "L"},
    **{38: "J", 40: "K", 43: ",", 44: "/", 45: "N", 46: "M", 47: "."},
}
_FIRST_FOREIGN, _FIRST_NAMED = 0x100, 0x0100_0000
"""Qt numbers a key by its letter, and those without one, such as Escape, from ``_FIRST_NAMED`` on."""
_GREEK_QUESTION_MARK = ("Q", Qt.Key.Key_Semicolon)


def by_place(event: QKeyEvent, system: str = sys.platform) -> QKeyEvent | None:
    """Return ``event`` as a keyboard for English would send it, or None when the key is what it says."""
    sign = _sign(event, system)
    if not sign or not (_is_foreign(event, sign) or _is_shifted_digit(event, sign)):
        return None
    shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return QKeyEvent(
        event.type(),
        ord(sign),
        event.modifiers(),
        sign if shifted else sign.lower(),
        event.isAutoRepeat(),
        event.count(),
    )


def _sign(event: QKeyEvent, system: str) -> str:
    if system == "darwin":
        # A Mac tells the place as its virtual key, and 1 as the scan code of every key of a keyboard.
        return _BY_NUMBER_ON_MACS.get(event.nativeVirtualKey(), "") if event.nativeScanCode() else ""
    return _BY_NUMBER.get(event.nativeScanCode() - (0 if system == "win32" else 8), "")


def _is_foreign(event: QKeyEvent, sign: str) -> bool:
    key = event.key()
    unnamed = key in {0, Qt.Key.Key_unknown}  # two letters on one key, as in Arabic
    return unnamed or _FIRST_FOREIGN <= key < _FIRST_NAMED or (sign, key) == _GREEK_QUESTION_MARK


def _is_shifted_digit(event: QKeyEvent, sign: str) -> bool:
    held, key = event.modifiers(), event.key()
    plain = key < _FIRST_FOREIGN and chr(key).isascii() and chr(key).isalnum()
    return sign.isdigit() and not plain and held & COMMAND_MODIFIERS == held and bool(held)
