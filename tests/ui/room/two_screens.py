"""Run by a test with the file of its screens: opens the room display and tells what became of it, as JSON.

Screens cannot be plugged in here, so it is told that they were.
"""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={sys.argv[1]}"
sys.path.insert(0, os.getcwd())  # noqa: PTH109

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.room.room_content import RoomContent
from dialogue_desk.ui.room.room_screen import RoomScreen, RoomWindow
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words

app = QApplication([])
theme = AppTheme.load("light")
theme.apply(app)
laptop = QWidget()
laptop.setWindowTitle("Laptop")
announcer = Announcer(laptop)
words = Words()
toast = Toast(theme, words, announcer)
QVBoxLayout(laptop).addWidget(toast)
laptop.setGeometry(100, 100, 800, 500)
laptop.show()
room = RoomScreen(Context(theme, words, None, None, announcer, toast, None))
heard = []
room.opened.connect(lambda: heard.append("opened"))
room.closed.connect(lambda: heard.append("closed"))


def settle():
    app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def windows():
    settle()
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, RoomWindow)]


def place():
    return list(windows()[0].geometry().getRect())


def screen(name):
    return next(screen for screen in app.screens() if screen.name() == name)


told = {}
room.show(RoomContent(texts=("What brought you here tonight?",)))
room.open()
told["open"] = {"place": place(), "full": windows()[0].isFullScreen()}
told["active"] = app.activeWindow().windowTitle()
if told["open"]["full"]:
    room.set_blank(True)
    app.screenRemoved.emit(screen("laptop"))
    assert room.is_open()
    app.screenRemoved.emit(screen("projector"))
    told["pulled"] = {"open": room.is_open(), "said": toast.sentence(), "windows": len(windows())}
    app.screenAdded.emit(screen("laptop"))
    told["another"] = {"open": room.is_open()}
    app.screenAdded.emit(screen("projector"))
    told["back"] = {"place": place(), "full": windows()[0].isFullScreen(), "said": toast.sentence()}
    assert room.is_blank() and not windows()[0].accessibleDescription()
    room.set_blank(False)
    told["shows"] = windows()[0].accessibleDescription()
    room.close()
    app.screenAdded.emit(screen("projector"))
    told["closed by hand"] = {"open": room.is_open(), "windows": len(windows())}
else:
    room.close()
told["heard"] = heard
print(json.dumps(told))  # noqa: T201
