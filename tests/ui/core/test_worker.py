import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from dialogue_desk.ui.core.worker import Worker


@pytest.fixture
def lane(qapp):
    lane = Worker()
    yield lane
    lane.close()


def unexpected(*_):
    raise AssertionError("this should not have been called")


def test_work_is_done_elsewhere_and_delivered_here(lane, qtbot):
    got = []
    lane.run(
        lambda progress: threading.get_ident(),
        lambda where: got.append((where, threading.get_ident())),
        unexpected,
    )
    qtbot.waitUntil(lambda: bool(got))
    where, here = got[0]
    assert where != here and here == threading.get_ident()
    assert not lane.busy()


def test_a_failure_is_delivered_and_written_down(lane, qtbot, caplog):
    got = []
    lane.run(lambda progress: 1 / 0, unexpected, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], ZeroDivisionError)
    assert "a job failed" in caplog.text


def test_jobs_are_done_one_after_another(lane, qtbot):
    done = []
    for number in range(20):
        lane.run(lambda progress, number=number: number, done.append, unexpected)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_progress_is_told_but_never_piles_up(lane, qtbot):
    told, done = [], []

    def work(progress):
        for number in range(50_000):
            progress(number + 1, 50_000)
        return "ready"

    lane.run(work, done.append, unexpected, progressed=lambda so_far, total: told.append((so_far, total)))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert told[-1] == (50_000, 50_000)
    assert told == sorted(told)
    assert len(told) < 5_000


def test_a_stopped_job_ends_at_its_next_progress(lane, qtbot):
    begun, go_on, stopped = threading.Event(), threading.Event(), []

    def work(progress):
        begun.set()
        go_on.wait(5)
        progress(1, 2)
        unexpected()

    errand = lane.run(work, unexpected, unexpected, stopped=lambda: stopped.append(True))
    begun.wait(5)
    errand.stop()
    go_on.set()
    qtbot.waitUntil(lambda: bool(stopped))


def test_a_job_stopped_while_it_waits_is_never_begun(lane, qtbot):
    go_on, ended = threading.Event(), []
    lane.run(lambda progress: go_on.wait(5), ended.append, unexpected)
    waiting = lane.run(unexpected, unexpected, unexpected, stopped=lambda: ended.append("stopped"))
    waiting.stop()
    go_on.set()
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert ended[1] == "stopped"


def test_a_closed_lane_waits_for_its_thread_and_delivers_nothing(qapp):
    lane = Worker()
    begun, go_on = threading.Event(), threading.Event()

    def work(progress):
        begun.set()
        while not go_on.wait(0.01):
            progress(0, 0)

    lane.run(work, unexpected, unexpected)
    lane.run(unexpected, unexpected, unexpected)
    begun.wait(5)
    lane.close()
    qapp.processEvents()
    assert not any(thread.name.startswith("lane") for thread in threading.enumerate())


class Page(QObject):
    """A page that hears of its job."""

    def __init__(self):
        super().__init__()
        self.heard = []

    def hear(self, *news):
        self.heard.append(news)


def test_a_page_that_went_while_its_job_was_under_way_is_told_nothing(lane, qtbot):
    page, heard, go = Page(), [], threading.Event()
    page.heard = heard
    lane.run(lambda progress: go.wait(5), page.hear, unexpected)
    lane.run(lambda progress: 1 / 0, unexpected, partial(page.hear, "failed"))
    delete(page)
    go.set()
    with qtbot.captureExceptions() as wrong:
        qtbot.waitUntil(lambda: not lane.busy())
    assert not heard and not wrong
