"""The keys that have to be others on a Mac."""

from __future__ import annotations

import sys

ON_MAC = sys.platform == "darwin"

_OWN = {
    "F1": ("Ctrl+?",),
    # What a remote sends, too, and what slides begin with on a Mac.
    "F5": ("Ctrl+Shift+Return", "F5"),
    "F11": ("Ctrl+Meta+F",),
    "Ctrl+Tab": ("Meta+Tab",),
}
"""The system has F11 and Command+Tab for itself, and the function keys are behind Fn.

By "Ctrl" Qt means the Command key there, and by "Meta" the Control key.
"""


def keys_on_mac(key: str) -> tuple[str, ...]:
    """Return what ``key`` is on a Mac, where Option with a letter or a digit types á, ñ, # or @."""
    option, sign = key[:-1], key[-1:]
    if option == "Alt+":
        return (f"Meta+{sign}" if sign.isdigit() else f"Meta+Shift+{sign}",)
    return _OWN.get(key, (key,))
