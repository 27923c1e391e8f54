"""An update is read only if the right key signed it, and if each of its bytes is as it was written."""

import hashlib
import lzma
import os
import sys
import tracemalloc
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dialogue_desk.exchange.signing import public_key
from dialogue_desk.exchange.update_file import (
    check_update,
    compare_unpacked,
    listed,
    read_update,
    unpack_update,
    write_update,
)
from dialogue_desk.exchange.update_manifest import (
    UpdateEntry,
    UpdateLimits,
    UpdateManifest,
    UpdateRefusal,
    UpdateRefused,
)

SECRET = bytes(range(32))
KEY = public_key(SECRET)
MIB = 1024 * 1024


def silent(_done: int, _total: int) -> None:
    """No progress is shown."""


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """The folder of a small build."""
    folder = tmp_path / "build"
    (folder / "_internal" / "data").mkdir(parents=True)
    (folder / "dialogue-desk-window").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "dialogue-desk-window").chmod(0o755)
    (folder / "_internal" / "data" / "empty").touch()
    (folder / "_internal" / "library.so").write_bytes(
        b"".join(hashlib.sha256(bytes([n])).digest() for n in range(250))
    )
    return folder


def manifest_of(build: Path) -> UpdateManifest:
    return UpdateManifest("0.2.0", "linux-x86_64", "0123abc", listed(build))


@pytest.fixture
def update(tmp_path: Path, build: Path) -> Path:
    path = tmp_path / "new.update"
    write_update(path, build, manifest_of(build), SECRET)
    return path


def signed(path: Path, manifest: UpdateManifest, packed: bytes) -> Path:
    """Write an update by hand, so that its list and its bytes need not fit."""
    told = msgspec.json.encode(manifest, order="sorted")
    signature = Ed25519PrivateKey.from_private_bytes(SECRET).sign(b"dialogue-desk/update\n" + told).hex()
    path.write_bytes(f"Dialogue Desk update 1\n{signature} {len(told)}\n".encode() + told + packed)
    return path


def refusal(path: Path, to: Path | None = None, limits: UpdateLimits | None = None) -> UpdateRefusal:
    with pytest.raises(UpdateRefused) as refused:
        read = read_update(path, KEY)
        if to is None:
            check_update(read, silent, limits or UpdateLimits())
        else:
            unpack_update(read, to, silent, limits or UpdateLimits())
    return refused.value.reason


def one_file(content: bytes) -> UpdateManifest:
    entry = UpdateEntry("file", len(content), hashlib.sha256(content).hexdigest())
    return UpdateManifest("0.2.0", "linux-x86_64", "", (entry,))


def test_what_was_packed_is_unpacked(tmp_path, build, update):
    to = tmp_path / "new"
    to.mkdir()
    read = read_update(update, KEY)
    unpack_update(read, to, silent)
    compare_unpacked(to, read.manifest, silent)
    assert listed(to) == listed(build)


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
def test_links_and_marks_of_programs_come_along(tmp_path, build):
    (build / "link").symlink_to("_internal/library.so")
    path = tmp_path / "new.update"
    write_update(path, build, manifest_of(build), SECRET)
    to = tmp_path / "new"
    to.mkdir()
    unpack_update(read_update(path, KEY), to, silent)
    assert (to / "link").readlink() == Path("_internal/library.so")
    assert os.access(to / "dialogue-desk-window", os.X_OK)
    assert not os.access(to / "_internal" / "library.so", os.X_OK)


def test_the_same_build_and_key_make_the_same_update(tmp_path, build, update):
    again = tmp_path / "again.update"
    write_update(again, build, manifest_of(build), SECRET)
    assert again.read_bytes() == update.read_bytes()


def test_progress_goes_to_the_end(update):
    told: list[tuple[int, int]] = []
    read = read_update(update, KEY)
    check_update(read, lambda done, total: told.append((done, total)))
    assert told[-1] == (read.manifest.total, read.manifest.total)


def test_a_build_that_changes_while_it_is_packed_is_not_packed(tmp_path, build):
    manifest = manifest_of(build)
    (build / "_internal" / "library.so").write_bytes(b"other")
    with pytest.raises(OSError, match="changed"):
        write_update(tmp_path / "new.update", build, manifest, SECRET)


def test_what_another_key_signed_is_refused(tmp_path, build):
    path = tmp_path / "forged.update"
    write_update(path, build, manifest_of(build), bytes(32))
    assert refusal(path) is UpdateRefusal.FORGED


@pytest.mark.parametrize("key", ["", "no key", "00" * 31])
def test_without_a_key_nothing_is_believed(update, key):
    with pytest.raises(UpdateRefused) as refused:
        read_update(update, key)
    assert refused.value.reason is UpdateRefusal.FORGED


@pytest.mark.parametrize("at", [0, 40, 150, 170, 400, -3000, -20, -1])
def test_one_changed_byte_is_found(tmp_path, update, at):
    data = bytearray(update.read_bytes())
    data[at] ^= 0x01
    update.write_bytes(data)
    to = tmp_path / "new"
    to.mkdir()
    assert refusal(update, to) in {
        *(UpdateRefusal.DAMAGED, UpdateRefusal.FORGED, UpdateRefusal.NOT_AN_UPDATE, UpdateRefusal.CUT_SHORT),
    }


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.9999])
def test_an_update_that_was_not_copied_to_its_end_is_found(update, share):
    data = update.read_bytes()
    update.write_bytes(data[: int(len(data) * share)])
    assert refusal(update) in {UpdateRefusal.CUT_SHORT, UpdateRefusal.NOT_AN_UPDATE, UpdateRefusal.DAMAGED}


def test_bytes_behind_the_end_are_found(update):
    update.write_bytes(update.read_bytes() + b"more")
    assert refusal(update) is UpdateRefusal.DAMAGED


def test_more_in_the_stream_than_in_the_list_is_found(tmp_path):
    path = signed(tmp_path / "x.update", one_file(b"abc"), lzma.compress(b"abcd"))
    assert refusal(path) is UpdateRefusal.DAMAGED


def test_less_in_the_stream_than_in_the_list_is_found(tmp_path):
    path = signed(tmp_path / "x.update", one_file(b"abcd"), lzma.compress(b"abc"))
    assert refusal(path) is UpdateRefusal.CUT_SHORT


def test_an_update_of_a_later_kind_is_told_from_a_file_that_is_none(tmp_path):
    path = tmp_path / "x.update"
    path.write_bytes(b"Dialogue Desk update 2\n")
    assert refusal(path) is UpdateRefusal.NEWER_KIND
    path.write_bytes(b"PK\x03\x04" * 100)
    assert refusal(path) is UpdateRefusal.NOT_AN_UPDATE


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path):
    assert refusal(tmp_path / "none.update") is UpdateRefusal.UNREADABLE
    assert refusal(tmp_path) is UpdateRefusal.UNREADABLE


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes and devices among files")
def test_a_pipe_or_a_device_is_no_update(tmp_path):
    os.mkfifo(tmp_path / "x.update")
    assert refusal(tmp_path / "x.update") is UpdateRefusal.NOT_AN_UPDATE
    assert refusal(Path("/dev/zero")) is UpdateRefusal.NOT_AN_UPDATE


def test_a_list_that_is_too_long_is_not_read(tmp_path):
    path = tmp_path / "x.update"
    path.write_bytes(b"Dialogue Desk update 1\n" + b"a" * 128 + b" 999999999\n{}")
    assert refusal(path) is UpdateRefusal.TOO_LARGE


def test_a_bomb_takes_no_more_memory_than_allowed(tmp_path):
    path = signed(tmp_path / "x.update", one_file(bytes(10)), lzma.compress(bytes(64 * MIB), preset=0))
    tracemalloc.start()
    try:
        assert refusal(path) is UpdateRefusal.DAMAGED
        assert tracemalloc.get_traced_memory()[1] < 16 * MIB
    finally:
        tracemalloc.stop()


def test_a_stream_that_needs_more_memory_to_unpack_than_allowed_is_refused(tmp_path):
    content = b"abc" * 1000
    path = signed(tmp_path / "x.update", one_file(content), lzma.compress(content, preset=6))
    assert refusal(path, limits=UpdateLimits(memory=MIB)) is UpdateRefusal.DAMAGED


def test_what_the_disk_kept_differently_is_found(build, update):
    read = read_update(update, KEY)
    library = build / "_internal" / "library.so"
    library.write_bytes(bytes(library.stat().st_size))
    with pytest.raises(UpdateRefused) as refused:
        compare_unpacked(build, read.manifest, silent)
    assert refused.value.reason is UpdateRefusal.DAMAGED


def test_the_limits_leave_room_for_a_build_and_no_more_than_a_small_laptop_has():
    usual = UpdateLimits()
    assert usual.total > 4 * 300 * MIB
    assert usual.memory <= 256 * MIB
