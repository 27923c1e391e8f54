"""An update from the command line says what it would do, does it, or says why not."""

from dataclasses import replace

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE, main
from dialogue_desk.cli.update_command import update
from dialogue_desk.desk.updating.updating import ready_version
from dialogue_desk.newer_version import VersionsFolder
from dialogue_desk.storage.backups import Backups
from dialogue_desk.words import Words
from tests.desk.evening import a_desk
from tests.ui.updating.made_update import installed, made_update

WORDS = Words("en")


@pytest.fixture
def here(tmp_path):
    return installed(tmp_path)


@pytest.fixture
def desk(tmp_path):
    one = a_desk(tmp_path / "desk.db")
    one.file.close()
    return one.file.path


def test_it_updates_after_a_copy_of_the_desk(here, desk, tmp_path, capsys):
    assert update(made_update(tmp_path), here, desk, WORDS, only_check=False) == DONE
    told = capsys.readouterr().out
    assert "from version 0.1.0 to 0.2.0" in told
    assert "0.2.0 is ready" in told
    assert ready_version(here) == "0.2.0"
    assert len(Backups(desk).copies()) == 1


def test_a_check_changes_nothing(here, desk, tmp_path, capsys):
    assert update(made_update(tmp_path), here, desk, WORDS, only_check=True) == DONE
    assert "Nothing was changed" in capsys.readouterr().out
    assert not VersionsFolder(here.folder).folder.exists()
    assert not Backups(desk).copies()


def test_a_check_finds_damage_at_the_very_end(here, desk, tmp_path, capsys):
    path = made_update(tmp_path)
    data = bytearray(path.read_bytes())
    data[-10] ^= 1
    path.write_bytes(data)
    assert update(path, here, desk, WORDS, only_check=True) == CANNOT_BE
    assert "“new.update” was damaged" in capsys.readouterr().err


def test_an_update_for_another_kind_of_computer_names_both(here, desk, tmp_path, capsys):
    windows = replace(here, system="windows-amd64")
    assert update(made_update(tmp_path), windows, desk, WORDS, only_check=False) == CANNOT_BE
    told = capsys.readouterr().err
    assert "(linux-x86_64)" in told
    assert "windows-amd64" in told


def test_an_app_that_runs_from_its_source_says_so(tmp_path, capsys):
    assert main(["update", str(made_update(tmp_path))]) == CANNOT_BE
    assert "runs from its source" in capsys.readouterr().err
