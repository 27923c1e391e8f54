"""The folder of a build in one file: the same bytes whoever packs it, and when."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

from tools.build.archive import tar_xz, write_tar, zipped

MADE_AT = 1_800_000_000


def build_folder(place: Path, *, written_at: int, backwards: bool = False) -> Path:
    """A build whose files were written in one order or the other."""
    folder = place / "dialogue-desk-0.1.0-linux-x86_64"
    (folder / "_internal").mkdir(parents=True)
    names = ["dialogue-desk", "_internal/b.so", "_internal/Ángel.txt"]
    for name in reversed(names) if backwards else names:
        file = folder / name
        file.write_text(name, encoding="utf-8")
        file.chmod(0o755 if name == "dialogue-desk" else 0o640)
        os.utime(file, (written_at, written_at))
    return folder


@pytest.fixture
def twins(tmp_path):
    """The same build, made twice."""
    first = build_folder(tmp_path / "a", written_at=1_000_000_000)
    return first, build_folder(tmp_path / "b", written_at=1_234_567_890, backwards=True)


def tarred(folder: Path) -> bytes:
    stream = io.BytesIO()
    write_tar(folder, stream, MADE_AT)
    return stream.getvalue()


def test_two_builds_give_one_tar(twins):
    first, second = twins
    assert tarred(first) == tarred(second)


def test_what_is_unpacked_belongs_to_whoever_unpacks_it_and_programs_start(twins):
    with tarfile.open(fileobj=io.BytesIO(tarred(twins[0]))) as tar:
        members = {member.name.partition("/")[2]: member for member in tar}
    assert {(m.uid, m.uname, m.mtime) for m in members.values()} == {(0, "", MADE_AT)}
    assert members["dialogue-desk"].mode == 0o755
    assert members["_internal/b.so"].mode == 0o644


def test_a_change_is_seen(twins):
    first, second = twins
    (second / "dialogue-desk").write_text("another", encoding="utf-8")
    assert tarred(first) != tarred(second)


@pytest.mark.skipif(shutil.which("xz") is None, reason="xz is not installed")
def test_two_programs_that_are_nearly_the_same_take_the_room_of_one(twins, tmp_path):
    folder = twins[0]
    program = random.Random(1).randbytes(12_000_000)
    (folder / "dialogue-desk").write_bytes(program)
    (folder / "dialogue-desk-window").write_bytes(program[::-1][:50] + program)
    assert tar_xz(folder, tmp_path / "x.tar.xz", MADE_AT).stat().st_size < 12_500_000


@pytest.mark.skipif(shutil.which("xz") is None, reason="xz is not installed")
def test_it_is_packed_with_xz_and_unpacked_by_everybody(twins, tmp_path):
    packed = [tar_xz(folder, tmp_path / f"{n}.tar.xz", MADE_AT) for n, folder in enumerate(twins)]
    assert packed[0].read_bytes() == packed[1].read_bytes()
    with tarfile.open(packed[0]) as tar:
        assert "dialogue-desk-0.1.0-linux-x86_64/_internal/Ángel.txt" in tar.getnames()


def test_a_zip_is_the_same_too(twins, tmp_path):
    packed = [zipped(folder, tmp_path / f"{n}.zip", MADE_AT) for n, folder in enumerate(twins)]
    assert packed[0].read_bytes() == packed[1].read_bytes()
    with zipfile.ZipFile(packed[0]) as opened:
        assert opened.read("dialogue-desk-0.1.0-linux-x86_64/dialogue-desk") == b"dialogue-desk"


def test_a_full_disk_is_told(twins, tmp_path, monkeypatch):
    failing = tmp_path / "bin" / "xz"
    failing.parent.mkdir()
    failing.write_text("#!/bin/sh\ncat >/dev/null\nexit 1\n", encoding="utf-8")
    failing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{failing.parent}:{os.environ['PATH']}")
    with pytest.raises(Exception, match="disk is not full"):
        tar_xz(twins[0], tmp_path / "x.tar.xz", MADE_AT)
    assert subprocess.run([failing], input=b"", check=False).returncode == 1
