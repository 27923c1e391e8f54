"""A wheel folder says what it is for, and to whom it is of no use."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tools.offline.laptop import Laptop
from tools.offline.wheel_folder import LOCKS, WHEELS, WheelFolder

LINUX = Laptop("linux-x86_64", (2, 36), (3, 12))
OLD_LINUX = replace(LINUX, release=(2, 31))


@pytest.fixture
def folder(tmp_path: Path) -> WheelFolder:
    (tmp_path / WHEELS).mkdir()
    (tmp_path / WHEELS / "pip-26.3-py3-none-any.whl").touch()
    (tmp_path / LOCKS).mkdir()
    for name in ("cp311.txt", "cp312.txt", "cp312-older.txt"):
        (tmp_path / LOCKS / name).write_text(name, encoding="utf-8")
    return WheelFolder(tmp_path, "1.2.3", "linux-x86_64", 150, 400_000_000)


def test_it_is_read_as_it_was_written(folder):
    folder.write()
    assert WheelFolder.read(folder.path) == folder


@pytest.mark.parametrize(
    "about", ["", "[]", "{}", '{"version": "1", "system": "x", "longest": [], "room": 1}']
)
def test_what_does_not_say_what_it_is_is_no_wheel_folder(tmp_path, about):
    (tmp_path / "folder.json").write_text(about, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011  # whatever is wrong with it
        WheelFolder.read(tmp_path)


def test_each_python_and_an_older_system_have_libraries_of_their_own(folder):
    assert folder.lock_for(LINUX).name == "cp312.txt"
    assert folder.lock_for(OLD_LINUX).name == "cp312-older.txt"
    assert folder.digest_for(LINUX) != folder.digest_for(OLD_LINUX)
    assert folder.obstacle(LINUX) is folder.obstacle(OLD_LINUX) is None


@pytest.mark.parametrize(
    ("laptop", "said"),
    [
        (replace(LINUX, system="macos-arm64"), "for linux-x86_64, and this laptop with its Python is macos"),
        (replace(LINUX, python=(3, 14)), "for Python 3.14 on this system. It has them for: 3.11, 3.12."),
        (replace(OLD_LINUX, python=(3, 11)), "no libraries for Python 3.11"),
    ],
)  # fmt: skip
def test_a_laptop_it_is_not_for_hears_which_one_is(folder, laptop, said):
    assert said in folder.obstacle(laptop).told()


def test_a_folder_that_was_copied_in_part_says_so(folder):
    folder.pip().unlink()
    assert "files are missing in it" in folder.obstacle(LINUX).told()
