"""The line a ballot is typed in: Enter keeps it, the arrows go through the pile, Ctrl+Enter spoils it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from dialogue_desk.ui.widgets.line_box import LineBox

_LONGEST = 120
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BallotLine(LineBox):
    """``entered()`` wants the line kept, ``spoiled()`` wants it kept as spoiled, ``turned(by)`` another."""

    entered = Signal()
    spoiled = Signal()
    turned = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name)
        self.setProperty("role", "large")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, command = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER:
            (self.spoiled if command else self.entered).emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.turned.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste_one()
        else:
            super().keyPressEvent(event)

    def _paste_one(self) -> None:
        """Paste the first line alone: a line is a ballot, and two of them would look like one."""
        lines = QGuiApplication.clipboard().text().strip().splitlines()
        self.insert(lines[0] if lines else "")
