"""Whether the shorthand signs of a note are listed under the box: until a person hides them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dialogue_desk.storage.settings import Settings


class ShorthandHints(QObject):
    """Keeps the choice in the settings; ``changed`` tells that it may be another."""

    changed = Signal()

    def __init__(
        self,
        settings: Callable[[], Settings],
        keep: Callable[[Settings], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._keep = settings, keep

    def wanted(self) -> bool:
        """Whether the signs are to be shown."""
        return self._settings().show_signs

    def choose(self, *, on: bool) -> None:
        """Show the signs from now on, or hide them."""
        self._keep(replace(self._settings(), show_signs=on))
        self.changed.emit()
