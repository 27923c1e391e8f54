"""The shared libraries of a build, and to what they belong."""

from pathlib import Path

import pytest

from tools.licences.__main__ import ROOT
from tools.licences.carried import by_hand, carrier, libraries


def build_with(folder: Path, *names: str) -> Path:
    (folder / "_internal" / "PySide6").mkdir(parents=True)
    for name in names:
        (folder / "_internal" / name).touch()
    return folder


def test_the_libraries_of_the_system_are_found_and_those_of_python_and_packages_are_not(tmp_path):
    build = build_with(
        tmp_path,
        *("libz.so.1", "libssl-3.dll", "libpython3.11.so.1.0", "python311.dll", "base_library.zip"),
        *("PySide6/QtCore.abi3.so", "_cffi_backend.cpython-311-x86_64-linux-gnu.so"),
    )
    assert libraries(build) == ("libssl-3.dll", "libz.so.1")


@pytest.mark.parametrize(
    ("library", "name"),
    [
        ("libz.so.1", "zlib"),
        ("libcrypto-3.dll", "OpenSSL"),
        ("libxcb-cursor.so.0", "libxcb, with libxcb-cursor"),
        ("libX11-xcb.so.1", "libX11"),
        ("libxkbcommon-x11.so.0", "libxkbcommon"),
    ],
)
def test_a_library_is_known_by_how_its_name_begins(library, name):
    found = carrier(library, by_hand(ROOT / "resources").carried)
    assert found is not None
    assert found.name == name


def test_a_library_that_nobody_has_looked_at_is_known_to_be_unknown():
    assert carrier("libmystery.so.1", by_hand(ROOT / "resources").carried) is None


def test_none_that_a_build_needs_is_told_by_a_name_without_letters():
    assert all(min(map(len, one.files), default=9) > 4 for one in by_hand(ROOT / "resources").carried)
