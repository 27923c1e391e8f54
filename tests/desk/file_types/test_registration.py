"""Each system is told where the app is, and again when its folder was moved."""

import shutil
import sys
from pathlib import Path

import pytest

from dialogue_desk.desk.file_types.linux_file_types import LinuxFileTypes
from dialogue_desk.desk.file_types.registration import (
    mended,
    registration_on,
    tell_system_again,
    window_command,
)
from dialogue_desk.installation import Form, Installation


def installed(folder, form=Form.FOLDER):
    return Installation(form, folder, "linux-x86_64")


def ignored(_):
    pass


@pytest.mark.parametrize(("system", "form"), [("darwin", Form.FOLDER), ("linux", Form.SYSTEM)])
def test_where_the_system_sees_to_it_there_is_nothing_to_tell(system, form, tmp_path):
    assert registration_on(system, installed(tmp_path, form), "en") is None


def test_on_linux_it_is_told_in_the_persons_own_folder(tmp_path):
    registration = registration_on(
        "linux", installed(tmp_path), "en", {"XDG_DATA_HOME": str(tmp_path / "share")}
    )
    assert registration.own_command() == str(tmp_path / "dialogue-desk-window")
    assert registration.command() == ""


def test_the_program_is_that_of_the_build_or_the_python_that_runs(tmp_path, monkeypatch):
    assert window_command("win32", installed(tmp_path)) == (str(tmp_path / "dialogue-desk-window.exe"),)
    source = installed(tmp_path, Form.SOURCE)
    assert window_command("linux", source) == (sys.executable, "-m", "dialogue_desk.app")
    (tmp_path / "pythonw.exe").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))
    assert window_command("win32", source)[0] == str(tmp_path / "pythonw.exe")


def test_a_folder_that_was_moved_is_told_at_the_next_start(tmp_path):
    before, now = tmp_path / "before", tmp_path / "now it's here"
    LinuxFileTypes(tmp_path, (str(before / "window"),), ignored).add()
    moved = LinuxFileTypes(tmp_path, (str(now / "window"),), ignored)
    assert mended(moved)
    assert moved.command() == moved.own_command()
    assert not mended(moved)


def test_another_copy_of_the_app_that_is_still_there_keeps_the_files(tmp_path):
    other = tmp_path / "50% of all" / "window"
    other.parent.mkdir()
    other.touch()
    LinuxFileTypes(tmp_path, (str(other),), ignored).add()
    here = LinuxFileTypes(tmp_path, ("/nowhere/window",), ignored)
    assert not mended(here)
    assert here.command() == f'env "{other}"'.replace("%", "%%")


def test_where_files_were_never_told_of_nothing_is_added(tmp_path):
    assert not mended(LinuxFileTypes(tmp_path, ("/nowhere/window",), ignored))
    assert not mended(None)
    assert list(Path(tmp_path).iterdir()) == []


def test_a_start_tells_it_again_and_does_not_fail_where_it_may_not_write(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    tell_system_again("en")
    assert list(tmp_path.iterdir()) == []
    LinuxFileTypes(tmp_path, (str(tmp_path / "gone" / "window"),), ignored).add()
    shutil.rmtree(tmp_path / "mime")
    (tmp_path / "mime").write_text("in the way", encoding="utf-8")
    tell_system_again("en")
    assert "could not be told" in caplog.text
    (tmp_path / "mime").unlink()
    tell_system_again("en")
    assert sys.executable in (tmp_path / "applications/dialogue-desk.desktop").read_text(encoding="utf-8")
