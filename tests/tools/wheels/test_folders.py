"""A wheel folder holds the same bytes whenever it is made from the same source."""

from __future__ import annotations

import hashlib
import zipfile

import pytest

from tests.house import ROOT
from tools.wheels.folders import lock_text, own_wheel, write_installer, write_start_files
from tools.wheels.targets import SYSTEMS, Pinned

NAMED = {system.name: system for system in SYSTEMS}


def test_the_installer_is_one_file_and_the_same_each_time(tmp_path):
    for name in ("a", "b"):
        write_installer(ROOT, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    with zipfile.ZipFile(tmp_path / "a") as archive:
        names = archive.namelist()
    assert "__main__.py" in names
    assert "tools/offline/install.py" in names
    assert not [name for name in names if "environment" in name]


def test_our_own_wheel_is_the_same_each_time_and_carries_the_resources(tmp_path):
    first, second = (own_wheel(ROOT, tmp_path / name) for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert "dialogue_desk/data/desk.qss" in archive.namelist()


@pytest.mark.parametrize(
    ("system", "names"),
    [
        ("windows-arm64", ["Install.cmd", "Read me.txt", "Remove.cmd"]),
        ("macos-x86_64", ["Install.command", "Read me.txt", "Remove.command", "install.sh", "remove.sh"]),
        ("linux-aarch64", ["Read me.txt", "install.sh", "remove.sh"]),
    ],
)
def test_each_system_gets_its_own_start_files(system, names, tmp_path):
    write_start_files(ROOT, tmp_path, NAMED[system])
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    ends = {b"\r\n" in path.read_bytes() for path in tmp_path.iterdir()}
    assert ends == {system.startswith("windows")}


def test_our_own_wheel_stands_in_the_lock_with_its_digest(tmp_path):
    own = tmp_path / "dialogue_desk-0.1.0-py3-none-any.whl"
    own.write_bytes(b"wheel")
    text = lock_text([Pinned("a==1", ("sha256:aa", "sha256:ab"))], own)
    assert text.startswith("a==1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:ab\ndialogue-desk==")
    assert text.endswith(f" \\\n    --hash=sha256:{hashlib.sha256(b'wheel').hexdigest()}\n")
