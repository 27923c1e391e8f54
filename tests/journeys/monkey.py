"""Somebody who presses whatever can be pressed, and sees whether the window still tells the truth."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
)

from dialogue_desk.domain.model.ids import SECOND
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.style.theme import SCALES
from tests.journeys.window_plays import check_the_window

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier
NONE = Modifier.NoModifier

KEYS = (
    *((key, NONE) for key in (Key.Key_Tab, Key.Key_Return, Key.Key_Space, Key.Key_Escape, Key.Key_Escape)),
    *((key, NONE) for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_Up, Key.Key_Down, Key.Key_Left)),
    *((key, NONE) for key in (Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_Backspace, Key.Key_Delete)),
    *((key, NONE) for key in (Key.Key_P, Key.Key_N, Key.Key_G, Key.Key_B, Key.Key_Plus, Key.Key_Minus)),
    *((key, NONE) for key in (Key.Key_F1, Key.Key_F2, Key.Key_F5)),
    *((key, CTRL) for key in (Key.Key_Z, Key.Key_Z, Key.Key_Y, Key.Key_A, Key.Key_X, Key.Key_V)),
    *((key, ALT) for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_E, Key.Key_C, Key.Key_Q, Key.Key_A)),
    (Key.Key_Backtab, SHIFT),
    (Key.Key_Comma, CTRL),
)
SAID = (
    "Stops near the school feel random.",
    "“Nobody says why” #school #stops",
    "¿Quién lee los formularios?",
    "السلام في الحي",
    "a\tb  c 👩‍👩‍👧‍👦 e\u0301",
    "x" * 300,
    "<b>&amp; = @ +1",
)
SIZES = ((1366, 768), (1024, 600), (820, 620), (1920, 1080), (1180, 700))


class Desktop(QObject):
    """Stands for the programs that a folder or a paper is opened with."""

    def __init__(self):
        super().__init__()
        self.opened = 0
        QDesktopServices.setUrlHandler("file", self, "open")

    @Slot("QUrl")
    def open(self, _url):
        self.opened += 1

    def leave(self):
        QDesktopServices.unsetUrlHandler("file")


class Monkey:
    """Does random things that a person could do, each from ``seed``, and remembers the last of them."""

    def __init__(self, sitting, clock, seed):
        self.sitting, self.clock = sitting, clock
        self.chance = random.Random(seed)
        self.did = Counter()
        self.last = []
        self.looked = 0
        self._deeds = {
            self.press: 42,
            self.click: 26,
            self.let_time_pass: 14,
            self.type: 8,
            self.choose_in_a_list: 4,
            self.go_home: 2,
            self.go_to_a_session: 5,
            self.resize: 2,
            self.undo_or_redo: 4,
            self.change_the_look: 0.5,
            self.change_the_language: 0.5,
        }

    def act(self):
        """Do one thing, and let all of it happen."""
        (deed,) = self.chance.choices([*self._deeds], [*self._deeds.values()])
        if isinstance(QApplication.activeModalWidget(), QFileDialog):
            deed = self.leave_the_files
        self.last = [*self.last[-14:], f"{deed.__name__} on {self.sitting.workspace.route.page}"]
        self.did[deed.__name__] += 1
        deed()
        settle()
        self.look()

    def look(self):
        """Check that the page of a running session shows the value."""
        inside = self.sitting.workspace
        page = inside.stack.currentWidget()
        if (
            inside.route.page is PageName.RUN
            and isinstance(page, RunPage)
            and page.center.page is not page.resume
            and not page._presenter.session.taking_notes
        ):
            page._controller.tick()
            check_the_window(page, page._folder)
            live = page._controller.runner.live
            on_disk = inside.pages.folders.session(page._folder.id)
            assert live.phase is Phase.READY or live in on_disk.runs.values()
            self.looked += 1

    def press(self):
        key, modifier = self.chance.choice(KEYS)
        self.last[-1] += f" {key} {modifier}"
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.front()
        QTest.keyClick(target, key, modifier)

    def type(self):
        focus = QApplication.focusWidget()
        if not isinstance(focus, QLineEdit | QPlainTextEdit):
            self.press()
            return
        text = self.chance.choice(SAID)
        QApplication.clipboard().setText(text)
        QTest.keyClick(focus, Key.Key_V, CTRL)
        if self.chance.random() < 0.7:
            QTest.keyClick(focus, Key.Key_Return)

    def click(self):
        buttons = [
            one
            for one in self.front().findChildren(QAbstractButton)
            if one.isVisible() and one.isEnabled() and not one.visibleRegion().isEmpty()
        ]
        if buttons:
            button = self.chance.choice(buttons)
            self.last[-1] += f" {button.text()!r}"
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose_in_a_list(self):
        views = [one for one in self.front().findChildren(QAbstractItemView) if one.isVisible()]
        if views:
            view = self.chance.choice(views)
            box = view.viewport().rect()
            spot = QPoint(
                self.chance.randrange(max(1, box.width())), self.chance.randrange(max(1, box.height()))
            )
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, spot)

    def let_time_pass(self):
        self.clock.advance(self.chance.choice((1, 1, 1, 7, 40, 90)) * SECOND)

    def go_home(self):
        self.close_what_is_open()
        self.sitting.workspace.go(Route())

    def go_to_a_session(self):
        self.close_what_is_open()
        entries = self.sitting.workspace.pages.folders.entries()
        if entries:
            place = self.chance.choice((PageName.RUN, PageName.RUN, PageName.NOTES, PageName.CLOSE))
            self.sitting.workspace.go(Route(place, self.chance.choice(entries).id))
        else:
            self.sitting.workspace.desk_actions.import_sample()

    def resize(self):
        self.sitting.window.showNormal()
        self.sitting.window.resize(*self.chance.choice(SIZES))

    def undo_or_redo(self):
        inside = self.sitting.workspace
        self.chance.choice((inside.undo, inside.undo, inside.redo))()

    def change_the_look(self):
        look = self.chance.choice(("light", "dark", "contrast"))
        size = self.chance.choice(SCALES)
        self.sitting._app_settings.apply(replace(self.sitting.settings, theme=look, text_size=size))

    def change_the_language(self):
        self.close_what_is_open()
        language = self.chance.choice(("en", "es"))
        self.sitting._app_settings.apply(replace(self.sitting.settings, language=language))

    def leave_the_files(self):
        QApplication.activeModalWidget().reject()

    def front(self):
        """Return the window that takes keys and clicks."""
        found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return found or QApplication.activeWindow() or self.sitting.window

    def close_what_is_open(self):
        """Close sheets and menus."""
        for _ in range(9):
            if (open_one := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is None:
                return
            open_one.close()
            settle()


def settle():
    """Let everything happen that waits."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
