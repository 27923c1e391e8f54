"""The one signal that tells every view what was changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.desk import Desk


class DeskSignals(QObject):
    """Tells each :class:`Outcome` of the desk; a view asks what it ``touches`` and reads that again."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        desk.subscribe(self.changed.emit)
