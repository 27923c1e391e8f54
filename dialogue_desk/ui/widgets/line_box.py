"""Boxes to type in: for one line, and for several words or names, one on each line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from dialogue_desk.domain.model.text import normalized, title_text


class LineBox(QLineEdit):
    """Escape tells ``escaped``; Enter tells ``returnPressed`` and does nothing else in the window."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # Otherwise the same press would also press the button that has the focus by then.
            event.accept()


class LinesBox(QPlainTextEdit):
    """Holds several lines; Tab leads out of it."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        super().__init__("\n".join(lines))
        self.setTabChangesFocus(True)

    def show_lines(self, lines: Iterable[str]) -> None:
        """Replace what is in the box with ``lines``."""
        self.setPlainText("\n".join(lines))

    def lines(self) -> tuple[str, ...]:
        """Return the lines in the box, each once, without empty ones and marks that turn text around."""
        # toPlainText would turn no-break spaces into spaces.
        written = normalized(self.document().toRawText()).splitlines()
        return tuple(dict.fromkeys(line for one in written if (line := title_text(one).strip())))
