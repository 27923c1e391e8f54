"""Where the system treats open files as Windows does, and a virus scanner holds each, every deed is done."""

from __future__ import annotations

import sys
from contextlib import closing

import pytest

from dialogue_desk.storage.restore import list_copies
from tests.journeys.full_disks import BASE, DEEDS, an_evening
from tests.journeys.wholeness import all_said, check_every_change_is_whole
from tests.windows_files import WindowsFiles

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="imitates Windows with what Linux tells")


@pytest.fixture(scope="module")
def evening(tmp_path_factory):
    return an_evening(tmp_path_factory.mktemp("evening"))


@pytest.mark.parametrize("name", DEEDS)
@pytest.mark.parametrize("scanner", [False, True], ids=["open files", "and a scanner"])
def test_every_deed_is_done_where_nobody_may_move_an_open_file(name, scanner, evening, tmp_path, monkeypatch):
    laptop = evening.moved(home=tmp_path, outside=tmp_path)
    with closing(laptop):
        laptop.open()
        windows = WindowsFiles(monkeypatch, scanner=scanner)
        DEEDS[name].do(laptop)
        if laptop.desk is None:
            laptop.open()
        assert DEEDS[name].done(laptop)
        assert len(windows.waited) == len(windows.refused)  # each was tried again
        assert scanner or not windows.refused
        check_every_change_is_whole(laptop.desk.file)
        if name not in ("erase everything", "split"):
            assert set(BASE) <= set(all_said(laptop.desk))
        assert all(copy.sound for copy in list_copies(laptop.backups()))
        assert not list(tmp_path.rglob("*.part"))
