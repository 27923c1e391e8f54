"""Files that are opened outside the window reach the window that has the desk open."""

import pytest
from PySide6.QtCore import QObject

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.handed_files import HandedFiles
from dialogue_desk.ui.shell import file_requests
from dialogue_desk.ui.shell.file_requests import FileRequests, HandingOver, let_others_forward


@pytest.fixture
def desk_path(tmp_path):
    return tmp_path / "desk.db"


@pytest.fixture
def parent(qapp):
    return QObject()


def test_the_window_that_is_there_takes_what_a_second_start_was_given(desk_path, parent, qtbot):
    requests, told = FileRequests(parent), []
    requests.begin(desk_path)
    with qtbot.waitSignal(requests.asked) as asked:
        HandingOver(desk_path, [desk_path.with_name("a.guide.md")], told.append, parent)
    assert asked.args == [(desk_path.with_name("a.guide.md"),)]
    qtbot.waitUntil(lambda: told == [True])
    requests.end()
    assert not HandedFiles(desk_path).folder.exists()


def test_a_second_start_without_files_asks_for_the_window(desk_path, parent, qtbot):
    requests, asked, told = FileRequests(parent), [], []
    requests.asked.connect(asked.append)
    requests.begin(desk_path)
    with qtbot.waitSignal(requests.called):
        HandingOver(desk_path, (), told.append, parent)
    qtbot.waitUntil(lambda: told == [True])
    assert asked == []
    requests.end()


def test_what_was_left_before_is_taken_at_the_start(desk_path, parent, qtbot):
    HandedFiles(desk_path).hand([desk_path.with_name("a.guide.md")])
    requests = FileRequests(parent)
    with qtbot.waitSignal(requests.asked):
        requests.begin(desk_path)


def test_where_no_window_takes_them_that_is_told_and_nothing_stays(desk_path, parent, qtbot, monkeypatch):
    monkeypatch.setattr(file_requests, "_WAITS_WITH_FILES", 5)
    told = []
    HandingOver(desk_path, [desk_path], told.append, parent)
    qtbot.waitUntil(lambda: told == [False], timeout=10_000)
    assert HandedFiles(desk_path).take() == ()


def test_where_they_cannot_be_left_that_is_told(tmp_path, parent, qtbot):
    (tmp_path / "desk.db.open").write_text("in the way", encoding="utf-8")
    told = []
    HandingOver(tmp_path / "desk.db", [tmp_path], told.append, parent)
    qtbot.waitUntil(lambda: told == [False])


def test_files_wait_until_the_window_is_ready_and_again_while_its_desk_is_closed(desk_path, parent, qtbot):
    requests, asked = FileRequests(parent), []
    requests.asked.connect(asked.append)
    requests.give([desk_path])
    assert asked == []
    with qtbot.waitSignal(requests.asked):
        requests.begin(desk_path)
    requests.give([])
    assert asked == [(desk_path,)]
    requests.end()
    requests.give([desk_path])
    assert asked == [(desk_path,)]
    told = []
    ways = (lambda: told.append("taken"), told.append)
    assert not requests.hand_over(DeskTrouble(Trouble.DAMAGED, desk_path), *ways)
    locked = DeskTrouble(Trouble.LOCKED, desk_path)
    assert requests.hand_over(locked, *ways)
    assert not requests.hand_over(locked, *ways)  # there are none anymore
    HandedFiles(desk_path).take()
    qtbot.waitUntil(lambda: told == ["taken"])


def test_files_that_come_one_by_one_are_one_lot(desk_path, parent, qtbot):
    requests, asked = FileRequests(parent), []
    requests.asked.connect(asked.append)
    requests.begin(desk_path)
    paths = tuple(desk_path.with_name(f"c{number}.dialogue") for number in range(200))
    with qtbot.waitSignal(requests.asked):
        for path in paths:  # as macOS does, and Windows by a start for each
            requests.give([path])
    assert asked == [paths]
    requests.end()


def test_files_that_came_as_the_desk_was_closed_are_asked_for_later(desk_path, parent, qtbot):
    requests, asked = FileRequests(parent), []
    requests.asked.connect(asked.append)
    requests.begin(desk_path)
    requests.give([desk_path])
    requests.end()
    with qtbot.waitSignal(requests.asked):
        requests.begin(desk_path)
    assert asked == [(desk_path,)]
    requests.end()


class User32:
    allowed = None

    def AllowSetForegroundWindow(self, program):
        self.allowed = program


def test_on_windows_the_second_start_lets_the_window_come_forward(desk_path, parent, qtbot):
    user32 = User32()
    told = []
    HandingOver(desk_path, (), told.append, parent, lambda: let_others_forward(user32))
    assert user32.allowed == -1
    assert HandedFiles(desk_path).waits()
    HandedFiles(desk_path).take()
    qtbot.waitUntil(lambda: told == [True])
    let_others_forward()  # elsewhere there is nothing to allow
