"""The laptop stays awake while a session runs, and may sleep after."""

import os
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.core.keep_awake import SystemWakeLock, WakeLockController
from dialogue_desk.ui.core.route import PageName, Route
from tests.ui.sessions import prepared
from tests.ui.sittings import WakefulLaptop, laptop

__all__ = ["laptop"]

Key = Qt.Key


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key)


@pytest.fixture
def inside(laptop):
    """The window with a session that is about to begin."""
    sitting = laptop.start()
    session_id = prepared(sitting.desk, sitting.workspace.pages.shelf)
    sitting.workspace.go(Route(PageName.RUN, session_id))
    return sitting.workspace


def tick(inside):
    inside.stack.currentWidget()._controller.tick()


def test_it_stays_awake_from_the_start_to_the_close(laptop, inside, clock, qtbot):
    assert not laptop.wake_lock.awake
    press(qtbot, Key.Key_Space)
    assert laptop.wake_lock.awake
    page = inside.stack.currentWidget()
    for _ in page._controller.live.parts:
        clock.advance(MINUTE)
        press(qtbot, Key.Key_PageDown)
    assert inside.route.page is PageName.CLOSE
    assert not laptop.wake_lock.awake
    assert laptop.wake_lock.asked == 1


def test_it_may_sleep_once_the_page_is_left(laptop, inside, qtbot):
    press(qtbot, Key.Key_Space)
    way = inside.route
    inside.go(Route())
    assert not laptop.wake_lock.awake
    inside.go(way)
    assert not laptop.wake_lock.awake
    press(qtbot, Key.Key_Return)  # Resume
    assert laptop.wake_lock.awake


def test_it_may_sleep_once_the_app_is_closed(laptop, inside, qtbot):
    press(qtbot, Key.Key_Space)
    laptop.stop(laptop.open[0])
    assert not laptop.wake_lock.awake


def test_it_may_sleep_in_a_long_pause_and_wakes_with_the_session(laptop, inside, clock, qtbot):
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_P)
    clock.advance(29 * MINUTE)
    tick(inside)
    assert laptop.wake_lock.awake
    clock.advance(2 * MINUTE)
    tick(inside)
    assert not laptop.wake_lock.awake
    press(qtbot, Key.Key_P)
    assert laptop.wake_lock.awake


def test_a_session_that_was_forgotten_keeps_nothing_awake(laptop, inside, clock, qtbot):
    press(qtbot, Key.Key_Space)
    clock.advance(6 * 60 * MINUTE)
    tick(inside)
    assert not laptop.wake_lock.awake


def test_a_rehearsal_keeps_nothing_awake(laptop, inside, qtbot):
    inside.go(Route(PageName.REHEARSE, inside.route.id))
    press(qtbot, Key.Key_Space)
    assert laptop.wake_lock.asked == 0


def test_that_it_cannot_be_kept_awake_is_said_once(laptop, inside, qtbot):
    laptop.wake_lock.allowed = False
    press(qtbot, Key.Key_Space)
    assert inside.toast.sentence().startswith("This laptop may go to sleep during the session")
    way = inside.route
    inside.go(Route())
    inside.toast.hide()
    inside.go(way)
    press(qtbot, Key.Key_Return)  # Resume
    assert laptop.wake_lock.asked == 2
    assert not inside.toast.isVisible()


def test_an_answer_that_comes_later_from_elsewhere_is_heard(qtbot):
    class Slow(WakefulLaptop):
        def acquire(self, told):
            self.thread = threading.Thread(target=told, args=(False,))
            self.thread.start()

    slow = Slow()
    awake = WakeLockController(slow)
    with qtbot.waitSignal(awake.refused):
        awake.want(True)
    slow.thread.join()


@pytest.mark.skipif(os.name == "nt", reason="Windows always lets itself be kept awake")
def test_a_system_that_cannot_be_asked_refuses_quietly(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("PATH", "")
    answers, answered = [], threading.Event()

    def told(kept):
        answers.append(kept)
        answered.set()

    wake_lock = SystemWakeLock()
    wake_lock.acquire(told)
    assert answered.wait(20)
    wake_lock.release()
    assert answers == [False]
