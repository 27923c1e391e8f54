"""A little room around something that comes and goes; it goes with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import Space

_TURNS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class FooterHolder(QWidget):
    """Holds ``guest`` at the foot of a window, and takes no room while that is hidden."""

    def __init__(self, guest: QWidget) -> None:
        super().__init__()
        self._guest = guest
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BASE, Space.HAIR, Space.BASE, Space.SNUG)
        column.addWidget(guest)
        guest.installEventFilter(self)
        self.setHidden(guest.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TURNS:
            self.setHidden(self._guest.isHidden())
        return False
