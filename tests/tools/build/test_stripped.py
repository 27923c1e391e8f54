"""What only debuggers read, taken out of Python's own files."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tools.build.stripped import without_debugging


@pytest.mark.skipif(shutil.which("strip") is None or sys.platform != "linux", reason="strip is not installed")
def test_pythons_own_files_become_smaller_copies_and_all_others_stay(tmp_path):
    python = tmp_path / "python"
    python.mkdir()
    shutil.copy(sys.executable, python / "libpython.so")
    shutil.copy(sys.executable, tmp_path / "library.so")
    before = (python / "libpython.so").read_bytes()
    entries = [
        ("libpython.so", str(python / "libpython.so"), "BINARY"),
        ("library.so", str(tmp_path / "library.so"), "BINARY"),
        ("a.txt", str(python / "a.txt"), "DATA"),
    ]
    first, *others = without_debugging(entries, python, tmp_path / "work")
    assert others == entries[1:]
    assert Path(first[1]).is_relative_to(tmp_path / "work")
    assert Path(first[1]).stat().st_size <= len(before)
    assert (python / "libpython.so").read_bytes() == before


def test_without_strip_nothing_is_done(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    entries = [("libpython.so", str(tmp_path / "libpython.so"), "BINARY")]
    assert without_debugging(entries, tmp_path, tmp_path / "work") == entries
