"""A person who cannot be shown a window is told at the terminal, in a box, or in a file on the desktop."""

from __future__ import annotations

import ctypes
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dialogue_desk.ui.shell.last_word import FILE_NAME, box_command, take_back, tell

SAID = 'The display “:9" & <b>” does not answer.'


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def no_display(monkeypatch, tmp_path):
    """Nowhere to show a box, and no program that could."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def desktop(home_folder):
    folder = home_folder / "Desktop"
    folder.mkdir()
    return folder


def program(folder: Path, name: str) -> None:
    (folder / name).write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_at_a_terminal_it_is_said_there_and_nowhere_else(monkeypatch, desktop):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    tell(SAID)
    assert terminal.getvalue() == SAID + "\n"
    assert list(desktop.iterdir()) == []


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_without_a_terminal_and_a_display_it_lies_on_the_desktop(stream, monkeypatch, desktop):
    monkeypatch.setattr(sys, "stderr", stream)
    tell(SAID)
    assert (desktop / FILE_NAME).read_text(encoding="utf-8") == SAID + "\n"


def test_the_desktop_is_found_by_its_name_in_the_persons_language(monkeypatch, home_folder):
    own = home_folder / "Escritorio"
    own.mkdir()
    (home_folder / ".config").mkdir()
    names = '# a comment\nXDG_DESKTOP_DIR="$HOME/Escritorio"\n'
    (home_folder / ".config" / "user-dirs.dirs").write_text(names, encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", None)
    tell(SAID)
    assert (own / FILE_NAME).exists()
    take_back()
    assert list(own.iterdir()) == []
    take_back()


def test_where_nobody_has_a_desktop_nothing_is_made(monkeypatch, home_folder):
    monkeypatch.setattr(sys, "stderr", None)
    tell(SAID)
    assert not (home_folder / "Desktop").exists()


def test_a_closed_stream_does_not_keep_it_from_being_told(monkeypatch, desktop):
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    tell(SAID)
    assert (desktop / FILE_NAME).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="which program can be run is told otherwise there")
def test_the_first_program_that_is_here_shows_the_box(tmp_path):
    shown = {"DISPLAY": ":0", "PATH": str(tmp_path)}
    assert box_command("linux", shown, SAID) is None
    program(tmp_path, "xmessage")
    program(tmp_path, "kdialog")
    assert box_command("linux", shown, SAID) == ["kdialog", "--title", "Dialogue Desk", "--error", SAID]
    assert box_command("linux", {"PATH": str(tmp_path)}, SAID) is None


def test_on_a_mac_the_words_are_no_part_of_the_script():
    command = box_command("darwin", {}, SAID)
    assert command is not None
    assert command[0] == "osascript"
    assert command[-1] == SAID
    assert not any(SAID in piece for piece in command[:-1])


def test_on_windows_it_is_a_box_of_windows_in_front_of_all_else(monkeypatch, desktop):
    shown = []
    user32 = SimpleNamespace(MessageBoxW=lambda *told: shown.append(told) or 1)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    tell(SAID)
    assert shown == [(None, SAID, "Dialogue Desk", 0x10010)]
    assert not (desktop / FILE_NAME).exists()
