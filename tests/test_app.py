"""Starting the app from outside: in a process of its own, as a person does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_desk.app import main
from dialogue_desk.desk.paths import DESK_VARIABLE, Paths


def test_without_a_display_it_says_so_and_stops(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 2
    assert "There is no display here" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="the folders of Windows come from the registry")
def test_everything_lies_in_the_persons_own_folders(home_folder, monkeypatch):
    own = Paths.of_person()
    assert home_folder in own.desk.parents
    assert home_folder in own.settings.parents
    monkeypatch.setenv(DESK_VARIABLE, str(home_folder / "other.db"))
    assert Paths.of_person().desk == home_folder / "other.db"
    assert Paths.of_person(Path("third.db")).desk == Path("third.db").absolute()


def test_a_first_start_paints_home_and_leaves_one_whole_file(tmp_path):
    desk = tmp_path / "desk.db"
    done = subprocess.run(
        [sys.executable, "-m", "dialogue_desk.app", "--desk", str(desk), "--quit-when-painted"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "Traceback" not in done.stderr
    assert desk.exists()
    assert not desk.with_name("desk.db-wal").exists()
