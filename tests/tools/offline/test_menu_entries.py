"""What a person starts the app with."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.offline.menu_entries import LINUX_ENTRY, PLAIN_ENTRY, exec_word, remove_entry, write_entry
from tools.offline.places import Places

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="it is a program for a shell")


def installed(system: str, home: Path) -> tuple[Places, Path]:
    places = Places.of(system, home, {})
    libraries = places.libraries("0a1b2c3d")
    libraries.mkdir(parents=True)
    return places, libraries


def test_the_menu_of_linux_has_an_entry_with_our_icon(tmp_path):
    places, libraries = installed("linux-x86_64", tmp_path / "Mi casa")
    icon = libraries / "lib/python3.12/site-packages/dialogue_desk/data/icons/app/dialogue-desk-256.png"
    icon.parent.mkdir(parents=True)
    icon.touch()
    write_entry("linux-x86_64", places, libraries, "1.2.3")
    entry = places.menu / LINUX_ENTRY
    lines = entry.read_text(encoding="utf-8").splitlines()
    assert f'Exec="{libraries}/bin/python" -I -m dialogue_desk.app %F' in lines
    assert f"Icon={icon}" in lines
    if shutil.which("desktop-file-validate"):
        told = subprocess.run(["desktop-file-validate", entry], capture_output=True, check=False)
        assert (told.returncode, told.stdout) == (0, b"")
    remove_entry(places)
    assert not entry.exists()


def test_the_entry_of_another_copy_stays(tmp_path):
    places, _ = installed("linux-x86_64", tmp_path)
    places.menu.mkdir(parents=True)
    (places.menu / LINUX_ENTRY).write_text(
        "Exec=/opt/dialogue-desk/dialogue-desk-window %F", encoding="utf-8"
    )
    remove_entry(places)
    assert (places.menu / LINUX_ENTRY).is_file()


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/a b/python", '"/a b/python"'),
        ("/100%/python", 'env "/100%%/python"'),
        ("/a\nExec=other #/python", r'"/a\nExec=other #/python"'),
        ("/a$b/python", '"/a\\\\$b/python"'),
        ('/a"b/python', '"/a\\\\"b/python"'),
    ],
)
def test_a_path_is_one_word_in_an_entry(path, word):
    assert exec_word(path) == word


@posix_only
def test_a_home_whose_name_is_no_text_is_told(tmp_path):
    places, libraries = installed("linux-x86_64", tmp_path / "caf\udce9")
    with pytest.raises(OSError, match="no text"):
        write_entry("linux-x86_64", places, libraries, "1.2.3")


def test_where_windows_makes_no_link_a_plain_start_file_does(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    places, libraries = installed("windows-amd64", tmp_path / "100% Ana")
    write_entry("windows-amd64", places, libraries, "1.2.3")
    start = (places.menu / PLAIN_ENTRY).read_bytes().decode()
    assert re.search(
        r'^@start "" ".*100%% Ana.*pythonw\.exe" -I -m dialogue_desk\.app %\*\r$', start, re.MULTILINE
    )
    remove_entry(places)
    assert list(places.menu.iterdir()) == []


@posix_only
def test_a_mac_has_an_application_that_starts_wherever_it_is_moved(tmp_path):
    places, libraries = installed("macos-arm64", tmp_path)
    python = libraries / "bin" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    write_entry("macos-arm64", places, libraries, "1.2.3")
    moved = places.whole.rename(tmp_path / "Otro lugar.app")
    with (moved / "Contents" / "Info.plist").open("rb") as file:
        told = plistlib.load(file)
    program = moved / "Contents" / "MacOS" / told["CFBundleExecutable"]
    assert told["CFBundleVersion"] == "1.2.3"
    done = subprocess.run([program, "a b"], capture_output=True, text=True, check=True)
    assert done.stdout == "-I -m dialogue_desk.app a b\n"
