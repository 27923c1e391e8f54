"""Checks, once when the app starts, whether Python and Qt fit together on this machine."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

_CALLS = 200
_LOST_AT_MOST = _CALLS // 2


def binding_is_sound() -> bool:
    """Return whether Qt calls leave the count of references to ``None`` unchanged.

    PySide6 6.12 gives one away with each call that returns nothing.  Since Python 3.12 nobody counts them;
    before, the program dies within seconds of use.  Takes well under a millisecond, without an application.
    """
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        timer.setInterval(5)
    return before - sys.getrefcount(None) < _LOST_AT_MOST
