"""Holds and the log of what was erased are rows of the desk, read again as they were written."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.hold import ErasureRule, Hold, LoggedErasure
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.desk_file import DeskFile

CIRCLE, OTHER = RecordId("c1"), RecordId("c2")


@pytest.fixture
def file(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    yield file
    file.close()


def line(at, record_id=CIRCLE):
    return LoggedErasure(at, ErasureRule.RETENTION, Kind.CIRCLE, record_id, 1, 2, 3, 4, "2026-01-01", True)


def test_a_hold_is_read_as_it_was_put_until_it_is_lifted(file):
    with file.writing():
        file.holds.put(CIRCLE, Hold(7, "2026-114 “öffentlich”"))
        file.holds.put(OTHER, Hold(8))
    assert file.holds.all() == {CIRCLE: Hold(7, "2026-114 “öffentlich”"), OTHER: Hold(8)}
    with file.writing():
        file.holds.lift([CIRCLE, RecordId("nobody")])
    assert file.holds.all() == {OTHER: Hold(8)}
    assert file.remembered("hold nobody") == ""


def test_nothing_of_a_lifted_hold_is_left_but_that_it_is_none(file):
    with file.writing():
        file.holds.put(CIRCLE, Hold(7, "2026-114"))
        file.holds.lift([CIRCLE])
    assert b"2026-114" not in file.path.read_bytes()


def test_the_log_has_the_latest_first_and_each_line_once(file):
    with file.writing():
        file.erasure_log.add([line(999), line(1_000), line(1_000, OTHER), line(999)])
    assert [(one.at, one.id) for one in file.erasure_log.all()] == [
        (1_000, OTHER),
        (1_000, CIRCLE),
        (999, CIRCLE),
    ]
    assert line(999) in file.erasure_log.all()
    with file.writing():
        file.erasure_log.forget([CIRCLE])
    assert [one.id for one in file.erasure_log.all()] == [OTHER]


def test_when_everything_is_deleted_the_log_stays_and_the_holds_go(file):
    with file.writing():
        file.erasure_log.add([line(1)])
        file.holds.put(CIRCLE, Hold(7))
    file.remember("theme", "dark")
    everything = LoggedErasure(2, ErasureRule.EVERYTHING)
    file.wipe(everything)
    assert file.erasure_log.all() == (everything, line(1))
    assert file.holds.all() == {} and file.remembered("theme") == ""
