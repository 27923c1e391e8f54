"""What every test shares: a window system without a screen, one dressed application, nothing left behind."""

import os
from functools import partialmethod

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QCursor, QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.key_choice import KeyChoice
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets import spoken_roles
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.ui.fakes import FakeRoom, ReadyAnswers
from tests.ui.hearing import heard
from tests.ui.sessions import begun
from tools.manual_clock import ManualClock

__all__ = ["heard"]

PATIENCE = 30_000
"""How many milliseconds a test waits at most.  On a busy laptop the window's first picture took more than the
five seconds of pytest-qt; where nothing is slow a long patience costs nothing."""


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_teardown(item):
    """Deliver the deletions that pytest-qt asked for: widgets would pile up and slow every restyle."""
    yield
    if QCoreApplication.instance():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def dressed(qapp):
    """The theme of the whole run, applied once: fonts and style sheet are slow to set."""
    theme = AppTheme.load("light")
    theme.apply(qapp)
    spoken_roles.install()
    return theme


@pytest.fixture
def theme(dressed):
    """The light theme at 100 %, whatever the last test made of it."""
    yield dressed
    dressed.keyboard.clicked()
    if (dressed.name, dressed.scale, dressed.wide, dressed.family) != ("light", 100, False, ""):
        dressed.change(name="light", scale=100, wide=False, family="")


class DressingBot(QtBot):
    """What a test shows is dressed as in the app, where it lies in a window; and its waits are patient."""

    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE)
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE)
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE)

    def __init__(self, request, theme):
        super().__init__(request)
        self._theme = theme

    def addWidget(self, widget, *, before_close_func=None):
        if widget.isWindow() and widget.parentWidget() is None:
            self._theme.dress(widget)
        super().addWidget(widget, before_close_func=before_close_func)


@pytest.fixture
def qtbot(qapp, request, theme):
    return DressingBot(request, theme)


@pytest.fixture
def at_the_keys(theme):
    """A person who pressed a key, so that the ring is shown."""
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    theme.keyboard.pressed(key, typing=False)


@pytest.fixture
def reader(qapp):
    """A reader that runs: Qt then asks what a widget is as soon as it has words."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.fixture
def clock():
    """7:00 PM on 12 March 2026 in a room four hours behind UTC."""
    return ManualClock(1_773_356_400_000, zone=-240)


@pytest.fixture
def desk(tmp_path, clock):
    desk = Desk(DeskFile(tmp_path / "desk.db"), clock, RandomIds(7))
    yield desk
    desk.file.close()


@pytest.fixture(scope="session")
def shelf():
    """The guides that come with the app, read once for all tests: they are values."""
    return GuideShelf(GUIDES, Words())


@pytest.fixture
def folders(desk, shelf):
    return Folders(desk, shelf)


@pytest.fixture
def ask():
    return ReadyAnswers()


def raise_error(error):
    """Fail the test in which a job failed and its page had nothing to say about it."""
    raise error


class KeptSettings:
    """The settings of a person who changes them while pages are shown."""

    def __init__(self):
        self.now = Settings()
        self.keys = KeyChoice(lambda: self.now)

    def choose(self, **settings):
        self.now = Settings(**settings)
        self.keys.changed.emit()


@pytest.fixture
def kept_settings():
    return KeptSettings()


@pytest.fixture
def context(theme, desk, ask, kept_settings, qtbot):
    """A window's surroundings, with a person who answers as told."""
    window = QWidget()
    qtbot.addWidget(window)
    worker = Worker(raise_error, window)
    announcer = Announcer(window)
    words = Words()
    toast = Toast(theme, words, announcer)
    toast.setParent(window)
    signals = DeskSignals(desk, window)
    yield Context(theme, words, ask, worker, announcer, toast, signals, keys=kept_settings.keys)
    worker.close()


@pytest.fixture
def pulse(tmp_path):
    return Pulse(tmp_path / "desk.db")


@pytest.fixture
def room(qapp):
    return FakeRoom()


@pytest.fixture
def session_id(desk, shelf):
    """A session of nine parts that is about to begin."""
    return begun(desk, shelf)


@pytest.fixture
def window(qtbot):
    """A window in front of which sheets open."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    return window


@pytest.fixture
def run_page(desk, folders, context, pulse, room, qtbot):
    """Make run pages: shown, and left when the test is done."""
    made = []

    def make(shown_id, *, size=(1366, 768), context=context, **more):
        page = RunPage(desk, folders, context, pulse, room)
        made.append(page)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show_session(shown_id, **more)
        page.show()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield make
    for page in made:
        page.leave()


@pytest.fixture
def said(context):
    """What was announced."""
    heard = []
    context.announcer.announced.connect(heard.append)
    return heard


@pytest.fixture
def stick(ask, tmp_path):
    """The folder that a person chooses to save in."""
    ask.folder = tmp_path / "stick"
    ask.folder.mkdir()
    return ask.folder


@pytest.fixture(autouse=True)
def pointer_out_of_the_way(qapp):
    """Leave the pointer in a corner, so that no later window finds it over what waits for it to go."""
    yield
    QCursor.setPos(qapp.primaryScreen().geometry().bottomRight())
