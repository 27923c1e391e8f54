"""What the app knows of how it came onto a laptop."""

import sys
from pathlib import Path

import pytest

import dialogue_desk.installation
from dialogue_desk import __version__
from dialogue_desk.installation import Form, Installation

KEY = "ab" * 32


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build in a folder; returns its ``build.toml``, which is still to be written."""
    folder = tmp_path / "Dialogue Desk"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "dialogue-desk"))
    told = folder / "build.toml"
    monkeypatch.setattr(dialogue_desk.installation, "resource", lambda *_: told)
    return told


def test_a_checkout_is_neither_copied_nor_updated():
    here = Installation.here()
    assert here.form is Form.SOURCE
    assert here.version == __version__
    assert not here.commit
    assert not here.update_key
    assert (here.folder / "installation.py").is_file()


def test_a_build_says_what_it_was_made_from(frozen):
    frozen.write_text(
        f'form = "folder"\ncommit = "0123abc"\nupdate_key = "{KEY}"\nsystem = "linux-x86_64"\n',
        encoding="utf-8",
    )
    assert Installation.here() == Installation(
        Form.FOLDER, frozen.parent.resolve(), "linux-x86_64", commit="0123abc", update_key=KEY
    )


@pytest.mark.parametrize("told", [None, "no toml at all [", "form = 7\nupdate_key = 3", b"\xff\xfe"])
def test_a_build_that_cannot_say_is_left_alone(frozen, told):
    if told is not None:
        frozen.write_bytes(told if isinstance(told, bytes) else told.encode())
    here = Installation.here()
    assert here.form is Form.SYSTEM
    assert here.update_key == ""


def test_on_a_mac_the_application_is_the_whole_of_it(frozen, monkeypatch):
    application = frozen.parent / "Dialogue Desk.app"
    monkeypatch.setattr(sys, "executable", str(application / "Contents" / "MacOS" / "dialogue-desk"))
    assert Installation.here().folder == application.resolve()
