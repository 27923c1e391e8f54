"""Which keys hold: those that a person chose, on the system there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.mac_keys import ON_MAC, keys_on_mac


class KeyChoice(QObject):
    """Knows the keys that are set in the settings; ``changed`` tells that they may be others.

    Keys have portable names ("P", "Ctrl+Z", "PgDown").
    """

    changed = Signal()

    def __init__(
        self,
        settings: Callable[[], Settings] = Settings,
        parent: QObject | None = None,
        *,
        mac: bool = ON_MAC,
    ) -> None:
        super().__init__(parent)
        self._settings, self._mac = settings, mac

    def keys_of(self, action: str, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the keys that hold for the action with this id, which by itself has ``keys``."""
        settings = self._settings()
        held = keys_here(action, keys, dict(settings.keys), mac=self._mac)
        return tuple(key for key in held if settings.single_keys or not is_character(key))

    def shown(self, *keys: str) -> str:
        """Return ``keys`` as keyboards of this system name them."""
        return named(keys_here("", keys, {}, mac=self._mac))


def keys_here(
    action: str, keys: Iterable[str], chosen: Mapping[str, str], *, mac: bool = ON_MAC
) -> tuple[str, ...]:
    """Return the keys of an action on this system, with its key in ``chosen`` in the place of its letters."""
    own = chosen.get(action)
    if own is not None:
        keys = (*filter(None, [own]), *(key for key in keys if not is_character(key)))
    return tuple(here for key in keys for here in (keys_on_mac(key) if mac and key != own else (key,)))


def named(keys: Iterable[str]) -> str:
    """Return the names of keys that hold here, each once."""
    native = QKeySequence.SequenceFormat.NativeText
    # Qt calls the large key Return, and keyboards call it Enter.
    names = (QKeySequence(key).toString(native).replace("Return", "Enter") for key in keys)
    return ", ".join(dict.fromkeys(names))


def modifier_name(key: str, *, mac: bool = ON_MAC) -> str:
    """Return what keyboards of this system have on the key that Qt calls "Ctrl" or "Alt"."""
    return {"Ctrl": "Command", "Alt": "Option"}[key] if mac else key


def is_character(key: str) -> bool:
    """Whether a key by itself types a letter, a digit or a mark."""
    return len(key.removeprefix("Shift+")) == 1
