"""A desk that is opened twice at once: the second window says so, and opens for reading."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.app import start
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.handed_files import HandedFiles
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.shell.desk_error_page import TroublePage
from dialogue_desk.ui.shell.file_requests import FileRequests
from tests.house import ROOT
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held, prepared, run
from tests.ui.sittings import laptop

__all__ = ["laptop"]

Key = Qt.Key
LOOKED_AT = "This desk is open in another window. You can read it here but not change it."


class OtherWindow:
    """A program that holds the desk until it is ``closed``."""

    def __init__(self, path):
        command = [sys.executable, "-m", "tests.ui.holding", str(path)]
        pipe = subprocess.PIPE
        self._program = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, encoding="utf-8")
        assert self._program.stdout.readline() == "held\n"

    def write(self, code):
        self._program.stdin.write(f"{code}\n")
        self._program.stdin.flush()
        assert self._program.stdout.readline() == "written\n"

    def close(self):
        self._program.communicate(timeout=20)


@pytest.fixture
def other(laptop):
    """The desk with two sessions on it, one of them interrupted, is open in another window."""
    first = laptop.start()
    shelf, folders = first.workspace.pages.shelf, first.workspace.pages.folders
    held(first.desk, shelf, folders, code="C01")
    session_id = prepared(first.desk, shelf)
    run(first.desk, folders, session_id, MoveKind.START, minutes=3)
    laptop.stop(first)
    other = OtherWindow(laptop.paths.desk)
    yield other
    other.close()


@pytest.fixture
def looking(laptop, other, qtbot):
    """A second window that looks at the desk."""
    sitting = laptop.start()
    with qtbot.waitSignal(sitting.painted):
        qtbot.keyClick(button_saying(sitting.window.centralWidget(), "Open it (read only)"), Key.Key_Return)
    return sitting


def files_of(laptop):
    folder = laptop.paths.desk.parent
    return {name: (folder / name).read_bytes() for name in ("desk.db", "desk.db-wal", "desk.db.pulse")}


def test_the_second_window_says_so_and_offers_to_look(laptop, other, qtbot):
    sitting = laptop.start()
    page = sitting.window.centralWidget()
    assert isinstance(page, TroublePage)
    assert words_on(page)[1].startswith(
        "“desk.db” is open in another app or window, so nothing in it was changed here."
    )
    assert QApplication.focusWidget().text() == "Show that window"
    assert "Start a new desk" not in words_on(page)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Open it (read only)"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert LOOKED_AT in words_on(sitting.workspace)
    assert "Past sessions" in words_on(sitting.workspace.stack)


def test_the_log_tells_of_a_desk_that_was_refused(laptop, other, caplog):
    laptop.start()
    assert "the desk was not opened: locked" in caplog.text


def test_files_that_the_other_window_took_are_no_trouble_for_the_log(laptop, other, qtbot, caplog, tmp_path):
    second = start(laptop.app, laptop.paths, laptop.clock, laptop.theme, laptop.wake_lock)
    laptop.open.append(second)
    second.file_requests.give([tmp_path / "c07.dialogue"])
    there = FileRequests(second)
    with qtbot.waitSignals([there.asked, second.window.closing]):
        qtbot.waitUntil(lambda: second.desk is None and not second.file_requests._waiting)
        there.begin(laptop.paths.desk)
    there.end()
    assert "not opened" not in caplog.text


def test_the_window_that_is_there_is_shown_and_the_second_one_goes(laptop, other, qtbot):
    second = laptop.start()
    there = FileRequests(second)
    there.begin(laptop.paths.desk)
    with qtbot.waitSignals([there.called, second.window.closing]):
        button_saying(second.window.centralWidget(), "Show that window").click()
    there.end()


def test_a_window_that_is_called_for_is_no_longer_minimized(laptop, qtbot):
    first = laptop.start()
    first.window.showMinimized()
    HandedFiles(laptop.paths.desk).hand(())
    qtbot.waitUntil(lambda: not first.window.isMinimized())


def test_nothing_is_offered_to_be_taken_back(looking):
    assert not looking.workspace.navigation.undo.isVisible()


def test_everything_can_be_read_and_no_byte_changes(laptop, looking):
    before = files_of(laptop)
    inside = looking.workspace
    for way in (Route(PageName.GUIDES), Route(PageName.PROGRAM), Route(PageName.PREPARE)):
        inside.go(way)
    entries = inside.pages.folders.entries()
    for entry in entries:
        for place in (PageName.CLOSE, PageName.RUN, PageName.NOTES):
            inside.go(Route(place, entry.id))
            inside.stack.currentWidget().repaint()
    inside.go(Route())
    assert len(entries) == 2
    assert files_of(laptop) == before


def test_every_edit_is_refused_with_its_sentence(looking, qtbot):
    with pytest.raises(DeskTrouble) as refused:
        looking.desk.add(NO_OWNER, Circle("C09"))
    assert refused.value.trouble is Trouble.LOCKED
    looking.workspace.go(Route(PageName.PREPARE))
    with qtbot.captureExceptions() as caught:
        qtbot.keyClick(looking.workspace.stack.currentWidget().begin_button, Key.Key_Return)
    looking.show_error(caught[0][1])
    assert looking.workspace.toast.sentence().startswith("“desk.db” is open in another app or window")
    assert looking.workspace.route == Route(PageName.PREPARE)


def test_what_the_other_window_writes_is_seen_here(looking, other):
    other.write("C42")
    codes = [
        circle.body.code for entry in looking.workspace.pages.folders.programs() for circle in entry.circles
    ]
    assert "C42" in codes


def test_once_the_other_window_is_closed_it_is_opened_to_work_on(looking, other, qtbot):
    qtbot.keyClick(button_saying(looking.workspace, "Open it to edit"), Key.Key_Return)
    page = looking.window.centralWidget()
    assert isinstance(page, TroublePage)
    other.close()
    qtbot.keyClick(button_saying(page, "Try again"), Key.Key_Return)
    assert LOOKED_AT not in words_on(looking.workspace)
    looking.desk.add(NO_OWNER, Circle("C09"))
