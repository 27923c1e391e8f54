"""The app's own icon, as windows, task bars and docks show it."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from dialogue_desk.resources import resource

_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def app_icon() -> QIcon:
    """Return the icon, which each system takes in the size it needs.

    Raises:
        FileNotFoundError: when the app was installed without it.
    """
    icon = QIcon()
    for size in _SIZES:
        icon.addFile(str(resource("icons", "app", f"dialogue-desk-{size}.png")))
    return icon
