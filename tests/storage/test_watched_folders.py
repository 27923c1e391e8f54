"""Which folders are watched is saved beside the desk, for its owner alone."""

from __future__ import annotations

import os
import stat

import pytest

from dialogue_desk.storage.watched_folders import FileState, WatchedFolder, WatchedFolders

SOME = {"p1": WatchedFolder("/mnt/oak", by_itself=True, done={"a.dialogue": FileState(10, 20)})}


def test_the_folders_come_back_as_they_were(tmp_path):
    WatchedFolders(tmp_path / "desk.db").write(SOME)
    assert WatchedFolders(tmp_path / "desk.db").read() == SOME
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "desk.db.watched").stat().st_mode) == 0o600


def test_without_folders_there_is_no_file(tmp_path):
    folders = WatchedFolders(tmp_path / "desk.db")
    folders.write(SOME)
    folders.write({})
    assert folders.read() == {} and not list(tmp_path.iterdir())


@pytest.mark.parametrize("bytes_", [b"", b"{", b'{"p": 3}', b"\xff", b"[]", b'{"p": {"path": 4}}'])
def test_a_damaged_file_names_no_folders(tmp_path, bytes_):
    (tmp_path / "desk.db.watched").write_bytes(bytes_)
    assert WatchedFolders(tmp_path / "desk.db").read() == {}


def test_a_desk_that_is_only_read_writes_nothing(tmp_path):
    WatchedFolders(tmp_path / "desk.db", kept=False).write(SOME)
    assert not list(tmp_path.iterdir())
