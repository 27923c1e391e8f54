"""The mark beside a desk file of how far the desk had come when something last left it."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.storage.export_mark import ExportMark

ONE, OTHER = DeviceId("one"), DeviceId("other")


@pytest.fixture
def mark(tmp_path):
    return ExportMark(tmp_path / "desk.db")


def test_the_mark_tells_the_latest_count_of_the_desk_it_is_of(mark):
    assert mark.count(ONE) == 0
    mark.write(ONE, 3)
    mark.write(ONE, 12)
    assert mark.count(ONE) == 12 and mark.count(OTHER) == 0


def test_each_desk_file_has_its_own(mark, tmp_path):
    mark.write(ONE, 3)
    assert ExportMark(tmp_path / "other.db").count(ONE) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["desk.db.exported"]


@pytest.mark.parametrize(
    "content", [b"", b"one", b"one x", b"one 1 2", b"\xff\xfe 4", b"one " + b"9" * 5000, b"\0" * 100]
)
def test_a_mark_that_says_nothing_is_none(mark, tmp_path, content):
    (tmp_path / "desk.db.exported").write_bytes(content)
    assert mark.count(ONE) == 0


def test_a_mark_that_cannot_be_written_hinders_nothing(tmp_path):
    mark = ExportMark(tmp_path / "gone" / "desk.db")
    mark.write(ONE, 3)
    assert mark.count(ONE) == 0


def test_a_desk_that_keeps_none_writes_none(tmp_path):
    mark = ExportMark(tmp_path / "desk.db", kept=False)
    mark.write(ONE, 3)
    assert mark.count(ONE) == 0 and list(tmp_path.iterdir()) == []
