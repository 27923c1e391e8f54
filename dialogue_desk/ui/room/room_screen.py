"""The room display: its window, the screen it is on, and what it shows there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QScreen

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode
from dialogue_desk.ui.room.room_display import RoomDisplay, RoomPreview
from dialogue_desk.ui.style.theme import AppTheme

_REMOTE_KEYS = {
    Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_B,
    Qt.Key.Key_Period,
    Qt.Key.Key_F5,
    Qt.Key.Key_Escape,
}


class RoomScreen(QObject):
    """Owns the window on the projector, or an ordinary window where there is a single screen.

    The window closes when its screen is unplugged, and opens again when the screen is back.  Screens are
    remembered by name only: a QScreen object is deleted when its screen is unplugged.  ``content`` is what
    people in the room see, or would see if the display were open.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    """The room sees, or would see, another :class:`RoomContent`."""
    key_pressed = Signal(str)
    """A key of a presentation remote was pressed in the window: PgDown, PgUp, B, ., F5, Esc."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._window: RoomWindow | None = None
        self._screen_name = ""
        self._awaited = ""
        self.content = RoomContent()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._screen_removed)
            app.screenAdded.connect(self._screen_added)

    def is_open(self) -> bool:
        """Whether there is a window."""
        return self._window is not None

    def open(self) -> None:
        """Open the window on the other screen; with a single screen, open one that can be moved.

        It is never black when a person opens it.
        """
        if self._window is None:
            self.set_blank(False)
            self._open_window()

    def close(self) -> None:
        """Close the window, and wait for no screen."""
        self._awaited = ""
        if self._window is not None:
            self._window.close()

    def show(self, content: RoomContent) -> None:
        """Show something else; a display that is black stays black."""
        self._update(replace(content, blank=self.content.blank))

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what is read back: the first line, and of the others as many as are large enough."""
        self.show(replace(self.content, mode=RoomMode.LINES, texts=tuple(lines)))

    def set_blank(self, on: bool) -> None:
        """Make the display black, or show again what it shows by now."""
        self._update(replace(self.content, blank=on))

    def is_blank(self) -> bool:
        """Whether the display is black for now."""
        return self.content.blank

    def preview(self) -> RoomPreview:
        """Return a small picture that always shows what the room sees."""
        preview = RoomPreview(self._context.theme, self._context.words.tr("What the room sees"))
        preview.show_content(self.content)
        self.changed.connect(preview.show_content)
        return preview

    def _open_window(self) -> None:
        screen = self._other_screen()
        self._awaited, self._screen_name = "", screen.name() if screen else ""
        window = RoomWindow(self._context.theme, self._context.words.tr("Room display"))
        window.key_pressed.connect(self.key_pressed)
        window.gone.connect(self._window_closed)
        window.show_content(self.content)
        self._window = window
        if screen:
            window.fill(screen)
        else:
            window.resize(window.sizeHint())
            window.show()
        self.opened.emit()

    def _update(self, content: RoomContent) -> None:
        if content == self.content:
            return
        self.content = content
        if self._window is not None:
            self._window.show_content(content)
        self.changed.emit(content)

    def _window_closed(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()
            self._screen_name = ""
            self.closed.emit()

    def _other_screen(self) -> QScreen | None:
        """Return a screen that the laptop's window is not on, or None; one that mirrors it does not count."""
        laptop = self._context.toast.window().frameGeometry().center()
        home = QGuiApplication.screenAt(laptop) or QGuiApplication.primaryScreen()
        taken = home.geometry()
        others = [screen for screen in QGuiApplication.screens() if not screen.geometry().intersects(taken)]
        return others[0] if others else None

    def _screen_removed(self, screen: QScreen) -> None:
        name = screen.name()
        if not self._screen_name or name != self._screen_name:
            return
        # At once: Qt would move the window over the facilitator's own.
        self.close()
        self._awaited = name
        self._context.toast.say(self._context.words.tr("The room display was disconnected."))

    def _screen_added(self, screen: QScreen) -> None:
        if self._window is None and self._awaited and screen.name() == self._awaited:
            self._open_window()
            self._context.toast.say(self._context.words.tr("The room display is back."))


class RoomWindow(RoomDisplay):
    """The picture on a screen of its own.  It never takes the keyboard from the laptop's window."""

    key_pressed = Signal(str)
    """A key of a presentation remote, by its portable name: PgDown, PgUp, B, ., F5, Esc."""

    gone = Signal()
    """The window was closed, by a person or by the app."""

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

    def show_content(self, content: RoomContent) -> None:
        super().show_content(content)
        if self.accessibleDescription() != content.accessible_text:
            self.setAccessibleDescription(content.accessible_text)

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
