"""Reading many files can be stopped and goes on where it stopped."""

from __future__ import annotations

import os

import pytest

from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.program.package_reading import PackageReading
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, begun
from tests.desk.leaving.test_packages import folder_of

WORDS = Words()


class Stopped(Exception):
    pass


class CountingReader(PackageReader):
    def __init__(self):
        super().__init__(WORDS)
        self.read_paths = []

    def read(self, path):
        self.read_paths.append(path.name)
        return super().read(path)


@pytest.fixture
def files(tmp_path):
    desk = a_desk(tmp_path / "desk.db", 21)
    for code in ("C01", "C02", "C03", "C04"):
        (tmp_path / f"{code}.dialogue").write_bytes(
            session_package(desk, folder_of(desk, begun(desk, code))).data
        )
    desk.file.close()
    return sorted(tmp_path.glob("*.dialogue"))


def test_a_second_run_reads_only_what_is_left(files):
    reading, reader = PackageReading(), CountingReader()

    def stop_at_two(done, _):
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        reading.read(files, reader, WORDS, stop_at_two)
    assert reader.read_paths == ["C01.dialogue", "C02.dialogue"]
    plan = reading.read(files, reader, WORDS, lambda *_: None)
    assert reader.read_paths == [path.name for path in files]
    assert [one.path for one in plan.packages] == files


def test_a_file_that_was_changed_since_is_read_again(files):
    reading, reader = PackageReading(), CountingReader()
    reading.read(files[:1], reader, WORDS, lambda *_: None)
    os.utime(files[0], ns=(1, 1))
    reading.read(files[:1], reader, WORDS, lambda *_: None)
    assert reader.read_paths == ["C01.dialogue"] * 2


def test_what_was_refused_or_is_gone_is_tried_again(files):
    reading, reader = PackageReading(), CountingReader()
    files[1].write_text("milk", encoding="utf-8")
    files[2].unlink()
    plans = [reading.read(files, reader, WORDS, lambda *_: None) for _ in range(2)]
    assert [[one.path for one in plan.refused] for plan in plans] == [files[1:3]] * 2
    assert reader.read_paths[4:] == ["C02.dialogue", "C03.dialogue"]


def test_progress_goes_from_nothing_to_all(files):
    told = []
    PackageReading().read(files, CountingReader(), WORDS, lambda done, all_: told.append((done, all_)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
