import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from dialogue_desk.ui.core.worker import Worker


@pytest.fixture
def reported():
    """The errors that the person was told of by default."""
    return []


@pytest.fixture
def worker(qapp, reported):
    worker = Worker(reported.append)
    yield worker
    worker.close()


@pytest.fixture
def page(qapp):
    """What a job's callbacks belong to."""
    return QObject()


def unexpected(*_):
    raise AssertionError("this should not have been called")


def fail(_progress):
    raise ZeroDivisionError


def test_work_is_done_elsewhere_and_delivered_here(worker, page, qtbot):
    got = []
    worker.run(
        page, lambda progress: threading.get_ident(), lambda where: got.append((where, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(got))
    where, here = got[0]
    assert where != here and here == threading.get_ident()
    assert not worker.busy()


def test_a_failure_that_nobody_handles_is_told_and_written_down(worker, page, reported, qtbot, caplog):
    worker.run(page, fail, unexpected)
    qtbot.waitUntil(lambda: bool(reported))
    assert isinstance(reported[0], ZeroDivisionError)
    assert "a job failed" in caplog.text


def test_a_failure_the_caller_has_a_sentence_for_is_told_once(worker, page, reported, qtbot):
    got = []

    def failed(error):
        got.append(error)
        return True

    worker.run(page, fail, unexpected, failed=failed)
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], ZeroDivisionError) and not reported


def test_a_failure_the_caller_has_no_sentence_for_is_told_by_default(worker, page, reported, qtbot):
    worker.run(page, fail, unexpected, failed=lambda error: isinstance(error, OSError))
    qtbot.waitUntil(lambda: bool(reported))


@pytest.mark.parametrize("end", ["done", "failed", "stopped"])
def test_a_caller_stops_waiting_however_its_job_ends(worker, page, reported, qtbot, end):
    heard, go = [], threading.Event()

    def work(progress):
        go.wait(5)
        progress(0, 0)
        return 1 // (end != "failed")

    job = worker.run(
        page,
        work,
        lambda _: heard.append("done"),
        failed=lambda _: not heard.append("failed"),
        ended=lambda: heard.append("ended"),
    )
    if end == "stopped":
        job.stop()
    go.set()
    qtbot.waitUntil(lambda: not worker.busy())
    assert heard == (["ended"] if end == "stopped" else ["ended", end])


def test_jobs_are_done_one_after_another(worker, page, qtbot):
    done = []
    for number in range(20):
        worker.run(page, lambda progress, number=number: number, done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_progress_is_told_but_never_piles_up(worker, page, qtbot):
    told, done = [], []

    def work(progress):
        for number in range(50_000):
            progress(number + 1, 50_000)
        return "ready"

    worker.run(page, work, done.append, progressed=lambda so_far, total: told.append((so_far, total)))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert told[-1] == (50_000, 50_000)
    assert told == sorted(told)
    assert len(told) < 5_000


def test_a_stopped_job_ends_at_its_next_progress(worker, page, qtbot):
    begun, go_on, stopped = threading.Event(), threading.Event(), []

    def work(progress):
        begun.set()
        go_on.wait(5)
        progress(1, 2)
        unexpected()

    job = worker.run(page, work, unexpected, failed=unexpected, ended=lambda: stopped.append(True))
    begun.wait(5)
    job.stop()
    go_on.set()
    qtbot.waitUntil(lambda: bool(stopped))


def test_a_job_stopped_while_it_waits_is_never_begun(worker, page, qtbot):
    go_on, ended = threading.Event(), []
    worker.run(page, lambda progress: go_on.wait(5), ended.append)
    waiting = worker.run(page, unexpected, unexpected, ended=lambda: ended.append("stopped"))
    waiting.stop()
    go_on.set()
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert ended[1] == "stopped"


def test_a_closed_worker_waits_for_its_thread_and_delivers_nothing(qapp, page):
    worker = Worker(unexpected)
    begun, go_on = threading.Event(), threading.Event()

    def work(progress):
        begun.set()
        while not go_on.wait(0.01):
            progress(0, 0)

    worker.run(page, work, unexpected)
    worker.run(page, unexpected, unexpected)
    begun.wait(5)
    worker.close()
    qapp.processEvents()
    assert not any(thread.name.startswith("worker") for thread in threading.enumerate())


def test_a_page_that_is_gone_is_told_nothing_even_by_a_plain_function(worker, reported, qtbot, caplog):
    page, heard, go = QObject(), [], threading.Event()

    def work(progress):
        progress(0, 1)
        go.wait(5)

    def hear(*_):
        heard.append(page.objectName())  # raises once the page is deleted

    told = {"failed": hear, "ended": hear, "progressed": hear}
    worker.run(page, work, hear, **told)
    worker.run(page, fail, hear, **told)
    delete(page)
    go.set()
    with qtbot.captureExceptions() as wrong:
        qtbot.waitUntil(lambda: not worker.busy())
    assert not heard and not wrong
    assert [type(error) for error in reported] == [ZeroDivisionError]  # the person is told all the same
    assert "a job failed" in caplog.text


@pytest.mark.parametrize("end", ["done", "failed"])
def test_a_caller_that_fails_at_the_end_hears_all_the_same_how_its_job_ended(
    worker, page, reported, qtbot, end
):
    heard = []
    with qtbot.captureExceptions() as wrong:
        worker.run(page, fail if end == "failed" else lambda _: 1, heard.append, ended=lambda: 1 // 0)
        qtbot.waitUntil(lambda: not worker.busy())
        qtbot.waitUntil(lambda: bool(wrong))
    assert heard == ([] if end == "failed" else [1])
    assert len(reported) == (end == "failed")


def test_a_page_that_its_own_end_closes_is_told_nothing_more(worker, reported, qtbot):
    page = QObject()
    worker.run(page, fail, unexpected, failed=unexpected, ended=lambda: delete(page))
    qtbot.waitUntil(lambda: bool(reported))
