"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os

import pytest

from dialogue_desk.whole_file import write_atomically


def test_a_file_takes_the_place_of_the_old_one(tmp_path):
    path = tmp_path / "x"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [tmp_path / "x"]


def test_the_content_is_on_disk_before_it_takes_the_name_and_the_name_after(tmp_path):
    path, steps = tmp_path / "x", []

    def sync(descriptor):
        steps.append("folder" if os.path.samestat(os.fstat(descriptor), tmp_path.stat()) else "file")
        os.fsync(descriptor)

    def replace(beside, final):
        steps.append("name")
        assert beside.parent == final.parent
        beside.replace(final)

    write_atomically(path, b"content", sync=sync, replace=replace)
    assert steps == (["file", "name", "folder"] if os.name == "posix" else ["file", "name"])


def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(tmp_path):
    resource = pytest.importorskip("resource", reason="only Unix can be told to let a file grow no further")
    path = tmp_path / "x"
    write_atomically(path, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            write_atomically(path, b"n" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [tmp_path / "x"]


def test_a_disk_that_keeps_something_else_is_found_out(tmp_path):
    def sync(descriptor):
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, b"X")

    with pytest.raises(OSError, match="differently") as failed:
        write_atomically(tmp_path / "x", b"content", sync=sync)
    assert failed.value.errno == errno.EIO
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_synced_does_not_undo_a_file_that_is_there(tmp_path):
    def sync(descriptor):
        if os.path.samestat(os.fstat(descriptor), tmp_path.stat()):
            raise OSError(errno.EINVAL, "Invalid argument")

    write_atomically(tmp_path / "x", b"content", sync=sync)
    assert (tmp_path / "x").read_bytes() == b"content"


def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "gone" / "x", b"content")


def test_a_folder_in_the_files_place_is_left_alone(tmp_path):
    (tmp_path / "x").mkdir()
    with pytest.raises(OSError, match="x"):
        write_atomically(tmp_path / "x", b"content")
    assert list(tmp_path.iterdir()) == [tmp_path / "x"]
