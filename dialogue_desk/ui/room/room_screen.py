"""The room display: which screen it is on, and what it shows there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.room.display import RoomPreview
from dialogue_desk.ui.room.room_sheet import NO_TIME, RoomContent, RoomMode, with_direction_mark
from dialogue_desk.ui.room.room_window import RoomWindow
from dialogue_desk.ui.widgets.ring import TimeLeft


class RoomScreen(QObject):
    """Owns the window on the projector, or an ordinary one where there is a single screen.

    It goes when its screen is pulled out, and comes back with it.  Screens are known by name only: one
    that is kept dies under the hand when it is unplugged.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    """What the room sees, or would see, is this :class:`Sheet` now."""
    key_pressed = Signal(str)
    """A key of a presentation remote was pressed in the window: PgDown, PgUp, B, ., F5, Esc."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._window: RoomWindow | None = None
        self._screen_name = ""
        self._awaited = ""
        self._content = RoomContent()
        self._blank = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._screen_removed)
            app.screenAdded.connect(self._screen_added)

    @property
    def mode(self) -> RoomMode:
        """What people in the room see, or would see if it were open."""
        return self.content.mode

    @property
    def content(self) -> RoomContent:
        """Everything about what they see."""
        return replace(self._content, mode=RoomMode.BLANK) if self._blank else self._content

    @property
    def fills_screen(self) -> bool:
        """Whether it fills a screen of its own."""
        return self._window is not None and bool(self._screen_name)

    def is_open(self) -> bool:
        """Whether there is a window."""
        return self._window is not None

    def open(self) -> None:
        """Open the window on the other screen, or where there is none as one that can be moved.

        It is never dark when a person opens it.
        """
        if self._window is None:
            self._blank = False
            self._update_displays()
            self._open_window()

    def close(self) -> None:
        """Close the window, and do not wait for a screen any longer."""
        self._awaited = ""
        if self._window is not None:
            self._window.close()

    def show_question(self, texts: Sequence[tuple[str, str]]) -> None:
        """Show a question: its language and its text, once or in two languages side by side."""
        self._show(
            replace(
                self._content,
                mode=RoomMode.QUESTION,
                texts=tuple(with_direction_mark(*text) for text in texts),
            )
        )

    def show_rules(self, rules: Sequence[str]) -> None:
        """Show the ground rules, in their order."""
        self._show(replace(self._content, mode=RoomMode.RULES, texts=tuple(rules)))

    def show_time(self, time: TimeLeft) -> None:
        """Show the time that is left, as a shape that shrinks."""
        self._show(replace(self._content, mode=RoomMode.TIME, time=time))

    def show_silence(self, time: TimeLeft = NO_TIME) -> None:
        """Show a calm shape without words, which shrinks with ``time`` where there is one."""
        self._show(replace(self._content, mode=RoomMode.SILENCE, time=time))

    def show_message(self, text: str) -> None:
        """Show words that were typed for the room."""
        self._show(replace(self._content, mode=RoomMode.MESSAGE, texts=(text,)))

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what is read back: the first line, and of the others as many as are large enough."""
        self._show(replace(self._content, mode=RoomMode.LINES, texts=tuple(lines)))

    def set_blank(self, on: bool) -> None:
        """Make the wall dark, or show again what was there; what changes meanwhile is seen after."""
        self._blank = on
        self._update_displays()

    def is_blank(self) -> bool:
        """Whether the wall is dark for now."""
        return self._blank

    def set_dark(self, dark: bool) -> None:
        """Show light words on a dark ground, or dark ones on a light ground, as the room asks for."""
        self._show(replace(self._content, dark=dark))

    def show_figures(self, on: bool) -> None:
        """Show the minutes beside the shape of the time, or the shape alone."""
        self._show(replace(self._content, figures=on))

    def preview(self) -> RoomPreview:
        """Return a small picture of what the room sees that stays in step with it."""
        preview = RoomPreview(self._context.theme, self._context.words.tr("What the room sees"))
        preview.show_content(self.content)
        self.changed.connect(preview.show_content)
        return preview

    def _open_window(self) -> None:
        wall = self._other_screen()
        self._awaited, self._screen_name = "", wall.name() if wall else ""
        window = RoomWindow(self._context.theme, self._context.words.tr("Room display"))
        window.key_pressed.connect(self.key_pressed)
        window.gone.connect(self._window_closed)
        window.show_content(self.content)
        self._window = window
        if wall:
            window.fill(wall)
        else:
            window.resize(window.sizeHint())
            window.show()
        self.opened.emit()

    def _show(self, sheet: RoomContent) -> None:
        if sheet != self._content:
            self._content = sheet
            self._update_displays()

    def _update_displays(self) -> None:
        if self._window is not None:
            self._window.show_content(self.content)
        self.changed.emit(self.content)

    def _window_closed(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()
            self._screen_name = ""
            self.closed.emit()

    def _other_screen(self) -> QScreen | None:
        """Return the screen that the laptop's window is not on.  One that mirrors it does not count."""
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
