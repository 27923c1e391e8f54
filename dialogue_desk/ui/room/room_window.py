"""The window on the wall: the picture and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QScreen

from dialogue_desk.ui.room.display import RoomDisplay
from dialogue_desk.ui.room.room_sheet import RoomContent
from dialogue_desk.ui.style.theme import AppTheme

_REMOTE_KEYS = {
    Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_B,
    Qt.Key.Key_Period,
    Qt.Key.Key_F5,
    Qt.Key.Key_Escape,
}


class RoomWindow(RoomDisplay):
    """A picture of its own on a screen.  It never takes the keyboard from the laptop's window.

    Args:
        theme: where its type comes from.
        title: what the window is called.
    """

    key_pressed = Signal(str)
    """A key of a presentation remote, by its portable name: PgDown, PgUp, B, ., F5, Esc."""

    gone = Signal()
    """The window was closed, by whomever."""

    def __init__(self, theme: AppTheme, title: str) -> None:
        super().__init__(theme)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)

    def fill(self, screen: QScreen) -> None:
        """Show the window over the whole of ``screen``, without a pointer."""
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def show_content(self, sheet: RoomContent) -> None:
        super().show_content(sheet)
        if self.accessibleDescription() != sheet.accessible_text:
            self.setAccessibleDescription(sheet.accessible_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in _REMOTE_KEYS:
            super().keyPressEvent(event)
            return
        self.key_pressed.emit(QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText))
        if key is Qt.Key.Key_Escape:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.gone.emit()
