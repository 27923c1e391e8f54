"""Disks that do what disks do: fill up, and let themselves only be read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Mount = Callable[..., None]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes, where the system lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not _mounted("-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)):
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Makes a folder one that may only be read, until the test is over."""
    mounted: list[Path] = []

    def seal(folder: Path) -> None:
        if sys.platform == "win32":
            pytest.skip("Windows lets the owner of a folder write to it")
        if os.geteuid():
            folder.chmod(0o500)
            return
        # Root may write anywhere but to a disk that is mounted for reading.
        if not _mounted("--bind", str(folder), str(folder)):
            pytest.skip("this root cannot mount")
        mounted.append(folder)
        assert _mounted("-o", "remount,ro,bind", str(folder))

    yield seal
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)
    if sys.platform != "win32":
        for folder in tmp_path.iterdir():
            folder.chmod(0o700)


def _mounted(*words: str) -> bool:
    if sys.platform != "linux":
        return False
    return not subprocess.run(["mount", *words], check=False, capture_output=True).returncode
