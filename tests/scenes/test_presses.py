"""After each press of a button the keyboard is on the page, on something that can be used."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from dialogue_desk.ui.core.tab_order import takes_tab
from dialogue_desk.ui.room.room_screen import RoomWindow
from tests.scenes.checks.names import called
from tests.scenes.staged import each_scene

KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return)
MANY = (
    *("home-many", "workbench-season", "actions-season", "report-season", "follow-season"),
    *("voices-season", "voices-missing", "voices-circles", "voices-counted", "voices-slips"),
    *(
        "voices-invitation",
        "voices-counting",
        "voices-early",
        "voices-editing",
        "forum-none",
        "forum-twenty",
        "forum-sheets",
    ),
    *("forum-differences", "forum-result", "forum-teams", "forum-room"),
    *("forming-season", "forming-move", "forming-finish", "slips-before", "slips-begun"),
)
"""Scenes with the buttons of smaller ones, which cost far less time."""


@pytest.fixture(scope="module")
def pressed():
    """The kinds of buttons that were pressed in the scenes before: once is enough."""
    return set()


@each_scene(only=lambda scene: scene.name not in MANY)
def test_after_each_press_the_keyboard_is_on_the_page(scene, staged, pressed, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    walk = Walk(scene, staged)
    walk.press_all(pressed)
    if walk.found:
        pytest.fail("\n".join(walk.found), pytrace=False)


class Walk:
    """Presses the buttons of a scene, which is brought about again when none of them is there any more."""

    def __init__(self, scene, staged):
        self._scene, self._staged = scene, staged
        self.found = []
        self._shown = self._bring()

    def press_all(self, pressed):
        """Press a button of each kind that is not in ``pressed``, and add it there."""
        waiting, fresh = set(self._buttons()) - pressed, True
        while waiting:
            here = sorted(waiting & set(self._buttons()))
            if not here and fresh:
                return
            if not here:
                self._shown, fresh = self._bring(), True
                continue
            fresh = False
            waiting.remove(here[0])
            pressed.add(here[0])
            self._press(self._buttons()[here[0]], KEYS[len(pressed) % 2])

    def _press(self, button, key):
        said = called(button)
        button.setFocus()
        QTest.keyClick(button, key)
        for _ in range(3):
            QApplication.processEvents()
        if not self._is_elsewhere():
            self._look(f"while “{said}” is at work", waiting=True)
        self._staged.stage.settle()
        if self._is_elsewhere():
            self._staged.stage.window.activateWindow()
            self._staged.stage.settle()
        self._look(f"after “{said}”")
        in_front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if in_front is not None and in_front is not self._shown:
            in_front.close()
            self._staged.stage.window.activateWindow()
            self._staged.stage.settle()
            self._look(f"after “{said}” and what it opened")

    def _is_elsewhere(self):
        """Return whether the room display took the keyboard, as without a window system it does."""
        return isinstance(QApplication.activeWindow(), RoomWindow | None)

    def _bring(self):
        return self._staged.bring(self._scene)

    def _buttons(self):
        found = {}
        shown = self._shown if shiboken6.isValid(self._shown) else None
        for one in shown.findChildren(QAbstractButton) if shown is not None else ():
            if takes_tab(one) and not within(one, "Navigation"):
                found.setdefault(kind_of(one), one)
        return found

    def _look(self, when, *, waiting=False):
        if QApplication.activePopupWidget() is None:
            wrong = self._wrong(waiting=waiting)
            if wrong:
                self.found.append(f"{when} {wrong}")

    def _wrong(self, *, waiting):
        """Say what is wrong; what says that a job is done may have the keyboard, though no stop."""
        here = QApplication.focusWidget()
        if here is None:
            return "the keyboard is nowhere"
        if not here.isVisible() or not here.isEnabled():
            return f"the keyboard is on “{called(here)}”, which cannot be used"
        if here.window() is not QApplication.activeWindow():
            return f"the keyboard is on “{called(here)}”, which is not in front"
        if here.focusPolicy() is Qt.FocusPolicy.NoFocus and not waiting:
            return f"the keyboard is on a {type(here).__name__}, where Tab does not stop"
        if within(here, "Navigation"):
            return f"the keyboard is on “{called(here)}” in the bar above the page"
        return ""


def within(widget, name):
    """Return whether a widget is in one whose class has this name."""
    while widget is not None and type(widget).__name__ != name:
        widget = widget.parentWidget()
    return widget is not None


def kind_of(button):
    """Return what a button shares with those that do the same in other rows and scenes."""
    path, widget = [button.text() or button.accessibleName()], button
    while widget is not None:
        path.append(type(widget).__name__)
        widget = widget.parentWidget()
    return tuple(path)
