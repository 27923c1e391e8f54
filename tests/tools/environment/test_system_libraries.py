"""Which system libraries Qt lacks, and the names that Debian has for them."""

from __future__ import annotations

import os

import pytest

from tools.environment.system_libraries import (
    debian_package,
    missing_libraries,
    not_found,
    platforms_here,
    see_to_libraries,
)


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
    assert debian_package(soname) == package


@pytest.mark.parametrize(
    ("environ", "platforms"),
    [
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ("xcb", "wayland")),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ("wayland",)),
        ({"DISPLAY": ""}, ()),
    ],
)
def test_a_window_needs_what_its_display_needs(environ, platforms):
    assert platforms_here(environ) == platforms


def test_what_is_looked_for_in_vain_is_named_once_and_in_order():
    told = """/x/libqxcb.so:
\tlibxcb-cursor.so.0 => not found
\tlibGL.so.1 => not found
\tlibc.so.6 => /lib/libc.so.6 (0x00007f)
/x/QtWidgets.abi3.so:
\tlibGL.so.1 => not found
"""
    assert not_found(told) == ["libGL.so.1", "libxcb-cursor.so.0"]
    assert not_found("") == []


def program(folder, name, text):
    (folder / name).write_text("#!/bin/sh\n" + text, encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def laptop(tmp_path, monkeypatch):
    """A laptop of somebody who may not install anything, on which Qt lacks a library."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    lacks = "*libqxcb.so) echo '\tlibxcb-cursor.so.0 => not found' ;;"
    program(tmp_path, "ldd", f'case "$*" in {lacks} esac\n')
    plugins = tmp_path / ".venv/lib/python3.11/site-packages/PySide6/Qt/plugins/platforms"
    plugins.mkdir(parents=True)
    (plugins / "libqxcb.so").touch()
    (plugins / "libqwayland.so").touch()
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="only Linux leaves libraries out")
@pytest.mark.parametrize(
    ("system", "said"), [("apt-get", "sudo apt-get install -y"), ("dnf", "own program for software")]
)
def test_an_ordinary_person_is_told_what_is_missing_and_the_command_ends(laptop, system, said, capsys):
    program(laptop, system, "exit 1\n")
    with pytest.raises(SystemExit, match="1"):
        see_to_libraries(laptop / ".venv", ("xcb",))
    told = capsys.readouterr()
    assert "libxcb-cursor.so.0" in told.err
    assert said in told.out + told.err


@pytest.mark.skipif(os.name != "posix", reason="only Linux leaves libraries out")
def test_one_display_that_can_be_used_is_enough(laptop):
    assert missing_libraries(laptop / ".venv", ("xcb",)) == ["libxcb-cursor.so.0"]
    assert missing_libraries(laptop / ".venv", ("xcb", "wayland")) == []


@pytest.mark.skipif(os.name != "posix", reason="only Linux leaves libraries out")
def test_nothing_is_asked_of_those_who_need_no_window(laptop, capsys):
    assert missing_libraries(laptop / ".venv", ()) == []
    see_to_libraries(laptop / ".venv", ())
    assert capsys.readouterr().out == ""
