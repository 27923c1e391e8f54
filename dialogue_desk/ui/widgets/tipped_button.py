"""A button with a tooltip that is not read out a second time."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QPushButton, QToolTip


class TippedButton(QPushButton):
    """Keeps its tooltip to itself: Qt would have readers say it after the name, which it most often repeats.

    What it says beyond the name is told instead, unless there is a description already.
    """

    def __init__(self) -> None:
        super().__init__()
        self._tip = self._tip_told = ""

    def setToolTip(self, text: str) -> None:
        """Show ``text`` as it is, even if it looks like markup."""
        if self.accessibleDescription() == self._tip_told:
            self._tip_told = text.removeprefix(self.accessibleName()).strip(" ()")
            self.setAccessibleDescription(self._tip_told)
        self._tip = f"<span>{escape(text)}</span>" if "<" in text else text

    def toolTip(self) -> str:
        """Return what the pointer is told."""
        return self._tip

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._tip:
            QToolTip.showText(event.globalPos(), self._tip, self)
            return True
        return super().event(event)
