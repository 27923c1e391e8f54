"""From the command line a person has files open with a double click, and takes that back."""

import shutil
import sys

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE, main


@pytest.fixture
def share(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _: None)  # no program of this system takes part
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path


def test_files_are_added_and_removed(share, capsys):
    assert main(["file-types", "add"]) == DONE
    assert capsys.readouterr().out == (
        "Files that end in .dialogue, .dialogue.age, .dialogue-handover, .guide.md, .guide.zip, .update now "
        "open in Dialogue Desk with a double click.\nTo undo that: dialogue-desk file-types remove\n"
    )
    assert "dialogue_desk.app" in (share / "applications/dialogue-desk.desktop").read_text(encoding="utf-8")
    assert main(["file-types", "remove"]) == DONE
    assert "No file was deleted." in capsys.readouterr().out
    assert main(["file-types", "remove"]) == DONE
    assert capsys.readouterr().out == "There was nothing to remove.\n"


def test_where_it_cannot_be_written_that_is_said(share, capsys):
    (share / "mime").write_text("in the way", encoding="utf-8")
    assert main(["file-types", "add"]) == CANNOT_BE
    assert capsys.readouterr().err


def test_on_a_mac_the_application_sees_to_it(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert main(["file-types", "add"]) == CANNOT_BE
    assert "nothing to add or to remove" in " ".join(capsys.readouterr().err.split())
