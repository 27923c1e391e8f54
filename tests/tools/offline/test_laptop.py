"""Which laptops take the app, which take it with an older Qt, and which hear why they cannot."""

from __future__ import annotations

import pytest

from tools.offline.laptop import Laptop, glibc_of, system_of, too_long

WINDOWS = Laptop("windows-amd64", (10, 0, 19045), (3, 13))
MAC = Laptop("macos-arm64", (15, 1), (3, 14))
LINUX = Laptop("linux-x86_64", (2, 36), (3, 11))


def laptop(system: str, release: tuple[int, ...], python: tuple[int, int] = (3, 12)) -> Laptop:
    return Laptop(system, release, python)


def told(one: Laptop) -> str:
    obstacle = one.obstacle()
    return "" if obstacle is None else obstacle.told()


@pytest.mark.parametrize(
    ("one", "older"),
    [
        (WINDOWS, False),
        (MAC, False),
        (LINUX, False),
        (laptop("windows-amd64", (10, 0, 17763)), False),
        (laptop("windows-arm64", (10, 0, 22631)), False),
        (laptop("macos-x86_64", (12, 7, 6)), True),
        (laptop("macos-x86_64", (10, 16)), True),
        (laptop("macos-arm64", (13, 6), (3, 13)), True),
        (laptop("macos-arm64", (14,)), False),
        (laptop("linux-x86_64", (2, 28)), True),
        (laptop("linux-x86_64", (2, 31), (3, 11)), True),
        (laptop("linux-x86_64", (2, 34)), False),
        (laptop("linux-aarch64", (2, 39)), False),
    ],
)
def test_these_take_it_some_with_the_older_qt(one, older):
    assert told(one) == ""
    assert one.is_older is older


def test_this_one_takes_it_too():
    assert told(Laptop.here()) == ""


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (Laptop("", (10, 0, 19045), (3, 12), bits=32), "one for 32 bits"),
        (Laptop("", (5,), (3, 12)), "is of another kind"),
        (laptop("windows-amd64", (6, 1, 7601)), "This is Windows 6.1.7601"),
        (laptop("windows-amd64", (10, 0, 17134)), "version 1809 (October 2018)"),
        (laptop("macos-x86_64", (11, 7)), "there is no Qt for older ones. This is macOS 11.7"),
        (laptop("linux-x86_64", ()), "GNU C library"),
        (laptop("linux-x86_64", (2, 27)), "glibc 2.28 or newer: there is no Qt for older ones"),
        (laptop("linux-aarch64", (2, 36)), "glibc 2.39"),
        (laptop("linux-x86_64", (2, 36), (3, 10)), "Python 3.11 to 3.15, and this is Python 3.10"),
        (laptop("linux-x86_64", (2, 36), (3, 16)), "this is Python 3.16"),
        (laptop("macos-arm64", (13, 6), (3, 14)), "Python 3.11 to 3.13, and this is Python 3.14"),
    ],
)  # fmt: skip
def test_the_others_hear_what_is_missing(one, said):
    assert said in told(one)


def test_a_python_from_the_store_is_refused_with_the_reason():
    folder = (
        r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.12_3.12.2800.0_x64__qbz5n2kfra8p0"
    )
    said = told(Laptop("windows-amd64", (10, 0, 22631), (3, 12), base=folder))
    assert "Windows would keep your notes inside that Python" in said
    assert "Nothing was installed" in said


def test_a_system_that_cannot_take_it_is_told_before_its_python():
    assert "macOS 12" in told(laptop("macos-x86_64", (10, 15), (3, 9)))


@pytest.mark.parametrize(
    ("built_for", "machine", "system"),
    [
        ("win-amd64", "ARM64", "windows-amd64"),
        ("win-arm64", "ARM64", "windows-arm64"),
        ("win32", "AMD64", ""),
        ("macosx-10.13-universal2", "arm64", "macos-arm64"),
        ("macosx-10.13-universal2", "x86_64", "macos-x86_64"),
        ("macosx-11.0-arm64", "arm64", "macos-arm64"),
        ("linux-x86_64", "x86_64", "linux-x86_64"),
        ("linux-i686", "x86_64", ""),
        ("linux-riscv64", "riscv64", ""),
    ],
)
def test_wheels_are_for_what_the_python_was_built_for(built_for, machine, system):
    assert system_of(built_for, machine) == system


@pytest.mark.parametrize(("heard", "release"), [("glibc 2.36", (2, 36)), ("musl 1.2", ()), (None, ())])
def test_only_the_gnu_library_counts(heard, release):
    assert glibc_of(heard) == release


def test_a_path_that_windows_does_not_take_is_named_with_its_length():
    longest = 200
    folder = "C:\\" + "d" * 55
    assert too_long(folder, longest, windows=True) is None
    obstacle = too_long(folder + "d", longest, windows=True)
    assert obstacle is not None
    assert "has 59 characters, and Windows takes at most 58" in obstacle.told()
    assert too_long(folder * 9, longest, windows=False) is None
