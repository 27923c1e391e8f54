"""The room display: its window, the screen it is on, and what it shows there."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_places import by_place
from dialogue_desk.ui.core.key_press import press
from dialogue_desk.ui.room.room_chart import RoomChart
from dialogue_desk.ui.room.room_content import ReadAloud, RoomContent, RoomMode, texts_of
from dialogue_desk.ui.room.room_display import RoomDisplay, RoomPreview
from dialogue_desk.ui.room.room_page import RoomPage
from dialogue_desk.ui.style.theme import AppTheme


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

    def uncover(self) -> bool:
        """Close a window that lies over the laptop's on the only screen, and return whether there was one."""
        covers = self._window is not None and not self._screen_name
        if covers:
            self.close()
        return covers

    def show(self, content: RoomContent) -> None:
        """Show something else; a display that is black stays black."""
        self._update(replace(content, blank=self.content.blank))

    def show_lines(self, said: ReadAloud) -> None:
        """Show what is read back: the circle's page, or lines, as many of them as are large enough."""
        page = said if isinstance(said, RoomPage) else None
        self.show(replace(self.content, mode=RoomMode.LINES, texts=texts_of(said), page=page))

    def show_chart(self, chart: RoomChart) -> None:
        """Show the result of a vote."""
        self.show(replace(self.content, mode=RoomMode.CHART, texts=chart.spoken, page=None, chart=chart))

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
        tr = self._context.words.tr
        title = tr("Room display")
        window = RoomWindow(self._context.theme, title, self._context.toast.window())
        window.gone.connect(self._window_closed)
        window.show_content(self.content)
        self._window = window
        if screen:
            window.fill(screen)
        else:
            keys = {"escape": self._context.keys.shown("Esc"), "key": self._context.keys.shown("F5")}
            way_out = tr("There is only one screen. {escape} or {key} closes this window.", **keys)
            window.float_here(way_out)
            self._context.announcer.announce(way_out)
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
    """The picture on a screen of its own.  It never takes the keyboard from ``laptop``, the app's own window.

    It asks the system to leave the keyboard there.  Where it gets it all the same, it passes on what is
    pressed, and hands the keyboard back when it fills a screen.  ``system`` is named as Python names it.
    """

    gone = Signal()
    """The window was closed, by a person or by the app."""

    def __init__(self, theme: AppTheme, title: str, laptop: QWidget, system: str = sys.platform) -> None:
        super().__init__(theme)
        self._laptop, self._system = laptop, system
        self._fills = False
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)

    def fill(self, screen: QScreen) -> None:
        """Show the window over the whole of ``screen``, without a pointer."""
        own_space = self._system == "darwin"  # which full screen has there, and the laptop may go black
        self._fills = True
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=own_space)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on=own_space)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        if not own_space:
            # The shorter showFullScreen would ask for the keyboard.
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        self.show()
        if own_space:
            self._window_of_keys().activateWindow()

    def float_here(self, way_out: str) -> None:
        """Show an ordinary window with a line at its top that says how to close it."""
        self.way_out = way_out
        self.resize(self.sizeHint())
        self.show()

    def show_content(self, content: RoomContent) -> None:
        super().show_content(content)
        if self.accessibleDescription() != content.accessible_text:
            self.setAccessibleDescription(content.accessible_text)

    def event(self, event: QEvent) -> bool:
        # A window that is moved about on the one screen there is would vanish behind the laptop's.
        if event.type() is QEvent.Type.WindowActivate and self._fills:
            QTimer.singleShot(0, self, self._window_of_keys().activateWindow)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif not press(self._place_of_keys(), by_place(event) or event):
            QCoreApplication.sendEvent(self._place_of_keys(), event.clone())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        QCoreApplication.sendEvent(self._place_of_keys(), event.clone())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.gone.emit()

    def _window_of_keys(self) -> QWidget:
        """Return where a person works: the laptop's window, or the dialog in front of it."""
        return QApplication.activeModalWidget() or self._laptop

    def _place_of_keys(self) -> QWidget:
        window = self._window_of_keys()
        focused: QWidget | None = window.focusWidget()
        return window if focused is None else focused
