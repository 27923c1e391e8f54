"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from dialogue_desk.whole_file import BRIEF, PATIENT, Patience, read_plain, sync_file, write_atomically
from tests.windows_files import WindowsFiles, denied_on_windows


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


def counting(pauses=PATIENT.pauses):
    """Return patience that does not wait, and the pauses it would have made."""
    waited = []
    return Patience(pauses, waited.append), waited


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_a_scanner_holds_for_a_moment_on_windows_is_written_all_the_same(tmp_path, code):
    refusals = [denied_on_windows(code)] * 3

    def replace(beside, final):
        if refusals:
            raise refusals.pop()
        beside.replace(final)

    patience, waited = counting()
    write_atomically(tmp_path / "x", b"new", replace=replace, patience=patience)
    assert (tmp_path / "x").read_bytes() == b"new"
    assert tuple(waited) == PATIENT.pauses[:3]


def test_a_file_that_stays_open_elsewhere_is_told_after_two_seconds_and_left_as_it_was(tmp_path):
    def replace(beside, final):
        raise denied_on_windows(32)

    patience, waited = counting()
    (tmp_path / "x").write_bytes(b"old")
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "x", b"new", replace=replace, patience=patience)
    assert sum(waited) == pytest.approx(2)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x", b"old")]


@pytest.mark.parametrize("error", [OSError(errno.EACCES, "no"), OSError(errno.EBUSY, "no")])
def test_other_systems_are_believed_at_once(error):
    def refuse():
        raise error

    patience, waited = counting()
    with pytest.raises(OSError, match="no"):
        patience.do(refuse)
    assert not waited


@pytest.mark.parametrize("code", [19, 21, 112])
def test_a_stick_that_is_locked_gone_or_full_is_told_at_once_on_windows(code):
    def refuse():
        raise denied_on_windows(code)

    patience, waited = counting()
    with pytest.raises(OSError, match="Windows"):
        patience.do(refuse)
    assert not waited


def test_the_window_is_held_up_for_less_than_half_a_second():
    assert sum(BRIEF.pauses) < 0.5


def test_the_files_of_windows_are_refused_where_windows_refuses_them(tmp_path, monkeypatch):
    """The imitation itself: it must be able to fail what is tested with it."""
    WindowsFiles(monkeypatch)
    path, other = tmp_path / "x", tmp_path / "y"
    path.write_bytes(b"x")
    other.write_bytes(b"y")
    for act in (path.unlink, lambda: path.rename(tmp_path / "z"), lambda: other.replace(path)):
        with path.open("rb"), pytest.raises(PermissionError) as told:
            act()
        assert told.value.winerror in (5, 32)
    path.unlink()
    assert not path.exists()


@pytest.fixture
def full_syncs(monkeypatch):
    """macOS, and which descriptors were synced through to the disk itself."""
    fcntl, synced = pytest.importorskip("fcntl"), []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda descriptor, command: synced.append((descriptor, command)))
    return synced


def test_macos_writes_a_file_through_to_the_disk_itself(tmp_path, full_syncs, monkeypatch):
    monkeypatch.setattr(os, "fsync", None)
    with (tmp_path / "x").open("wb") as file:
        sync_file(file.fileno())
        assert full_syncs == [(file.fileno(), 51)]


def test_a_network_place_that_macos_cannot_write_through_is_synced_as_far_as_it_goes(
    tmp_path, full_syncs, monkeypatch
):
    def refuse(descriptor, command):
        raise OSError(errno.ENOTSUP, "not supported")

    fcntl, synced = pytest.importorskip("fcntl"), []
    monkeypatch.setattr(fcntl, "fcntl", refuse)
    monkeypatch.setattr(os, "fsync", synced.append)
    sync_file(7)
    assert synced == [7]


def test_other_systems_sync_as_ever(monkeypatch):
    synced = []
    monkeypatch.setattr(os, "fsync", synced.append)
    sync_file(7)
    assert synced == [7]


@pytest.mark.skipif(os.name != "posix", reason="there are pipes and devices, and anybody may make links")
@pytest.mark.parametrize("planted", ["a link", "a link to what has no end", "a pipe", "a folder", "long"])
def test_what_is_no_ordinary_file_or_too_long_is_not_read(tmp_path, planted):
    path = tmp_path / "list"
    if planted.startswith("a link"):
        path.symlink_to("/dev/zero" if "end" in planted else __file__)
    elif planted == "a pipe":
        os.mkfifo(path)
    elif planted == "a folder":
        path.mkdir()
    else:
        path.write_bytes(b"12345")
    with pytest.raises(OSError, match=r".+"):
        read_plain(path, 4)


def test_an_ordinary_file_is_read_whole(tmp_path):
    (tmp_path / "list").write_bytes(b"1234")
    assert read_plain(tmp_path / "list", 4) == b"1234"
