"""A person's whole app in a test: the real window, on desk files of the test's own."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale

from dialogue_desk.app import start
from dialogue_desk.desk.paths import Paths


class WakefulLaptop:
    """Keeps awake as the system does, or refuses to; ``awake`` tells which."""

    def __init__(self):
        self.allowed, self.awake, self.asked = True, False, 0

    def acquire(self, told):
        self.asked += 1
        self.awake = self.allowed
        told(self.allowed)

    def release(self):
        self.awake = False


class Laptop:
    """Starts the app on one desk file as often as a test likes."""

    def __init__(self, qapp, theme, clock, folder, qtbot):
        self.app, self.theme, self.clock, self.qtbot = qapp, theme, clock, qtbot
        self.paths = Paths(folder / "desk.db", folder / "settings.toml", folder / "log.txt")
        self.open = []
        self.wake_lock = WakefulLaptop()

    def start(self):
        sitting = start(self.app, self.paths, self.clock, self.theme, self.wake_lock)
        with self.qtbot.waitSignal(sitting.painted):
            pass
        self.qtbot.waitUntil(lambda: not sitting._worker.busy())
        sitting.window.activateWindow()
        self.qtbot.waitUntil(sitting.window.isActiveWindow)
        self.open.append(sitting)
        return sitting

    def stop(self, sitting):
        self.open.remove(sitting)
        sitting.window.close()
        sitting.window.deleteLater()
        sitting.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def laptop(qapp, theme, clock, tmp_path, qtbot):
    before = QLocale()
    laptop = Laptop(qapp, theme, clock, tmp_path, qtbot)
    yield laptop
    for sitting in tuple(laptop.open):
        laptop.stop(sitting)
    QLocale.setDefault(before)
