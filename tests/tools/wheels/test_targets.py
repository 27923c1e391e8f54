"""Each Python on each system gets the libraries it can use, at the versions of the lock files."""

from __future__ import annotations

import re

import pytest

from tests.house import ROOT
from tools.offline.laptop import Laptop
from tools.offline.wheel_folder import lock_name
from tools.wheels.targets import SYSTEMS, Target, targets_of

LOCK = """\
a==1 \\
    --hash=sha256:aa \\
    --hash=sha256:ab
b==2 ; sys_platform == 'win32' \\
    --hash=sha256:bb
c==3 ; python_full_version < '3.12' \\
    --hash=sha256:cc
"""
NAMED = {system.name: system for system in SYSTEMS}


def versions(target: Target) -> dict[str, str]:
    lock = (ROOT / target.lock).read_text(encoding="utf-8")
    pins = [one.pin.split("==") for one in target.pinned(lock)]
    assert len(pins) == len(dict(pins))
    return dict(pins)


def test_a_library_is_taken_where_its_marker_says_so():
    target = Target(NAMED["windows-amd64"], (3, 12), older=False)
    assert [(one.pin, one.digests) for one in target.pinned(LOCK)] == [
        ("a==1", ("sha256:aa", "sha256:ab")),
        ("b==2", ("sha256:bb",)),
    ]
    mac = Target(NAMED["macos-arm64"], (3, 11), older=False)
    assert [one.pin for one in mac.pinned(LOCK)] == ["a==1", "c==3"]


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_each_python_has_one_qt_and_each_library_once(system):
    for target in targets_of(system):
        qt = versions(target)["pyside6-essentials"]
        assert qt.startswith("6.9.") is target.older
        assert not (qt == "6.12.0" and target.python < (3, 12))


def test_windows_on_arm_does_without_what_has_no_wheel_there():
    (arm, *_) = targets_of(NAMED["windows-arm64"])
    (intel, *_) = targets_of(NAMED["windows-amd64"])
    assert versions(intel).keys() - versions(arm).keys() == {"pyrage", "typst"}


def test_a_mac_with_an_intel_processor_gets_the_last_cryptography_it_has_wheels_for():
    (target, *_) = targets_of(NAMED["macos-x86_64"])
    assert versions(target)["cryptography"].startswith("48.")


@pytest.mark.parametrize(
    ("laptop", "there"),
    [
        (Laptop("macos-arm64", (12, 7), (3, 13)), True),
        (Laptop("macos-arm64", (12, 7), (3, 14)), False),
        (Laptop("macos-arm64", (15, 0), (3, 14)), True),
        (Laptop("linux-x86_64", (2, 31), (3, 11)), True),
        (Laptop("linux-x86_64", (2, 36), (3, 15)), True),
        (Laptop("windows-arm64", (10, 0, 22631), (3, 12)), True),
    ],
)
def test_what_the_installer_asks_for_is_in_the_folder(laptop, there):
    names = {target.name for target in targets_of(NAMED[laptop.system])}
    assert (lock_name(laptop.python, older=laptop.is_older) in names) is there
    assert there is (laptop.obstacle() is None)


def test_a_wheel_for_an_older_c_library_is_preferred():
    for system in (NAMED["linux-x86_64"], NAMED["linux-aarch64"]):
        minors = [int(found[1]) for one in system.newest if (found := re.match(r"manylinux_2_(\d+)", one))]
        assert minors[0] == 28
        assert minors[-1] == max(minors)
