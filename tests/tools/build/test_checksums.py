"""The checksums of what was made."""

from __future__ import annotations

import hashlib
import shutil
import subprocess

import pytest

from tools.build.checksums import NAME, write_checksums


def test_each_file_has_its_checksum_and_what_is_gone_has_none(tmp_path):
    first, second = tmp_path / "a.deb", tmp_path / "b.rpm"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    write_checksums([first, second])
    first.unlink()
    third = tmp_path / "c.zip"
    third.write_bytes(b"three")
    write_checksums([third])
    told = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    assert told == [
        f"{hashlib.sha256(b'two').hexdigest()}  b.rpm",
        f"{hashlib.sha256(b'three').hexdigest()}  c.zip",
    ]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_the_systems_own_program_reads_them(tmp_path):
    (tmp_path / "a.deb").write_bytes(b"one")
    write_checksums([tmp_path / "a.deb"])
    check = ["sha256sum", "--check", NAME]
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    (tmp_path / "a.deb").write_bytes(b"damaged")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1
