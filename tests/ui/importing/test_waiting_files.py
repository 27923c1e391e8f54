"""Files from outside wait while they would be in the way, and say so."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.importing.waiting_files import WaitingFiles
from dialogue_desk.ui.widgets.sheet import SheetDialog
from tests.ui.seen import button_saying, words_on

ONE, TWO = Path("/stick/c01.dialogue"), Path("/stick/c02.dialogue")


class Desk:
    """What goes on in the window, as a test sets it."""

    def __init__(self):
        self.in_session = self.reading = False
        self.opened = []


@pytest.fixture
def here():
    return Desk()


@pytest.fixture
def waiting(context, here, qtbot):
    line = WaitingFiles(context, here.opened.append, lambda: here.in_session, lambda: here.reading)
    qtbot.addWidget(line)
    return line


def test_where_nothing_is_in_the_way_they_open_at_once(waiting, here):
    waiting.give([ONE, TWO])
    waiting.give([])
    waiting.look()
    assert here.opened == [(ONE, TWO)]
    assert waiting.isHidden()


def test_during_a_session_they_wait_and_say_how_many(waiting, here, context):
    here.in_session = True
    waiting.give([ONE])
    assert context.toast.sentence() == "1 file waits until you leave the session."
    waiting.give([ONE, TWO])
    assert context.toast.sentence() == "2 files wait until you leave the session."
    assert here.opened == []
    assert waiting.isHidden()


def test_after_the_session_a_press_opens_them(waiting, here, context):
    here.in_session = True
    waiting.give([ONE, TWO])
    here.in_session = False
    told = []
    context.announcer.announced.connect(told.append)
    waiting.look()
    assert here.opened == [] and not waiting.isHidden()
    assert words_on(waiting)[0] == "2 files came during the session, and wait to be opened."
    assert told == [words_on(waiting)[0]]
    here.in_session = True
    waiting.look()  # back in the session it is out of the way
    assert waiting.isHidden()
    here.in_session = False
    waiting.look()
    button_saying(waiting, "Open them").click()
    assert here.opened == [(ONE, TWO)]
    assert waiting.isHidden()


def test_not_now_lets_go_of_them(waiting, here):
    here.in_session = True
    waiting.give([ONE])
    here.in_session = False
    waiting.look()
    button_saying(waiting, "Not now").click()
    assert waiting.isHidden()
    waiting.look()
    assert here.opened == []
    waiting.give([TWO])
    assert here.opened == [(TWO,)]


def test_what_waits_when_the_window_is_left_is_given_back(waiting, here, qtbot):
    here.reading = True
    waiting.give([ONE])
    with qtbot.waitSignal(waiting.left) as left:
        waiting.leave()
    assert left.args == [(ONE,)]
    here.reading = False
    waiting.look()
    assert here.opened == []


def test_a_second_lot_opens_when_the_first_was_read(waiting, here, qtbot):
    here.reading = True
    waiting.give([ONE])
    waiting.give([TWO])
    assert here.opened == []
    here.reading = False
    qtbot.waitUntil(lambda: here.opened == [(ONE, TWO)])


def test_a_sheet_is_answered_first(waiting, here, context, theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    sheet = SheetDialog(theme, "First this", window)
    sheet.open()
    waiting.give([ONE])
    assert context.toast.sentence() == "1 file waits. It opens when you close what is in front of it."
    assert here.opened == []
    sheet.accept()
    qtbot.waitUntil(lambda: here.opened == [(ONE,)])
