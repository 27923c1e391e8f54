"""``dev.py``: what it says before anything is installed, and the names it asks Debian for."""

from __future__ import annotations

import ast

import pytest

import dev
from tests.house import ROOT


def test_an_old_python_can_still_read_why_it_will_not_do() -> None:
    source = (ROOT / "dev.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    assert "from __future__" not in source


@pytest.mark.parametrize("arguments", [[], ["help"], ["--help"]])
def test_alone_it_says_what_it_can_do(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == 0
    said = capsys.readouterr().out
    for command in ("run", "test", "check", "gallery", "bench", "sample", "words", "lock", "build"):
        assert f"python3 dev.py {command} " in said


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["rnu"]) == 2
    assert "There is no command rnu." in capsys.readouterr().err


def test_there_are_no_installers_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["build"]) == 2
    assert "not made yet" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libEGL.so.1", "libegl1"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_library_is_asked_for_by_its_debian_name(soname: str, package: str) -> None:
    assert dev.debian_package(soname) == package
