"""An archive is a plain zip that says by itself whether it is whole."""

from __future__ import annotations

import shutil
import subprocess
import zipfile

import pytest

from dialogue_desk.exchange.archive_file import CHECKSUMS, difference, write_archive

FILES = {"README.txt": b"Read this first.\r\n", "tables/notes.csv": b"id,text\r\n1,a bench\r\n"}


def test_the_same_files_make_the_same_archive_and_any_unzip_opens_it(tmp_path):
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    write_archive(one, FILES)
    write_archive(two, FILES)
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*FILES, CHECKSUMS]
        assert all(archive.read(name) == data for name, data in FILES.items())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.zip", "two.zip"]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="this system has no sha256sum")
def test_the_checksums_are_those_that_sha256sum_reads(tmp_path):
    write_archive(tmp_path / "one.zip", FILES)
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        archive.extractall(tmp_path)
    check = ["sha256sum", "--check", "--strict", CHECKSUMS]
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    (tmp_path / "README.txt").write_text("Read that first.")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1


def test_an_archive_that_is_not_as_it_was_written_is_told_by_the_file_that_differs(tmp_path):
    path = tmp_path / "one.zip"
    write_archive(path, FILES)
    assert difference(path, FILES) == ""
    assert difference(path, {**FILES, "README.txt": b"else"}) == "README.txt"
    assert difference(path, {**FILES, "more.txt": b""}) == "more.txt"
    assert difference(path, {"README.txt": FILES["README.txt"]}) == "tables/notes.csv"
    path.write_bytes(path.read_bytes()[:-30])
    assert difference(path, FILES) == "one.zip"
    assert difference(tmp_path / "not there.zip", FILES) == "not there.zip"


def test_a_damaged_byte_is_found(tmp_path):
    path = tmp_path / "one.zip"
    write_archive(path, FILES)
    data = bytearray(path.read_bytes())
    at = data.index(b"README.txt") + len("README.txt") + 2
    data[at] ^= 0xFF
    path.write_bytes(bytes(data))
    assert difference(path, FILES) != ""


def test_where_it_cannot_be_written_an_older_archive_stays_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "folder" / "one.zip"
    with pytest.raises(FileNotFoundError):
        write_archive(path, FILES)
    (tmp_path / "one.zip").mkdir()
    with pytest.raises(OSError):  # noqa: PT011  # systems name it differently
        write_archive(tmp_path / "one.zip", FILES)
    assert [one.name for one in tmp_path.iterdir()] == ["one.zip"]
