"""Whether the screen can show through parts of a window: without a compositor X11 shows black there."""

from __future__ import annotations

import ctypes

_OWNED_BY_COMPOSITORS = b"_NET_WM_CM_S0"
"""Who runs a compositor for the first screen owns this selection."""


def can_see_through(platform: str, display: str = "") -> bool:
    """Return whether windows of this platform of Qt can be clear in places.

    ``display`` is the X11 display to ask, "" for that of the environment.  One that cannot be asked is taken
    for one that can: most can.
    """
    if platform != "xcb":
        return True
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = x11.XGetSelectionOwner.restype = ctypes.c_ulong
    opened = x11.XOpenDisplay(display.encode() or None)
    if not opened:
        return True
    connection = ctypes.c_void_p(opened)
    selection = ctypes.c_ulong(x11.XInternAtom(connection, _OWNED_BY_COMPOSITORS, 0))
    owner = x11.XGetSelectionOwner(connection, selection)
    x11.XCloseDisplay(connection)
    return bool(owner)
