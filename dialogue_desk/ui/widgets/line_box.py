"""A box for one line that can be left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class LineBox(QLineEdit):
    """Escape tells ``escaped``; Enter tells ``returnPressed`` and does nothing more to anybody."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # What it has done here it should not do once more to the button that has the keyboard then.
            event.accept()
