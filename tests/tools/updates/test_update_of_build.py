"""The update of a build is made so that the app it is for takes it."""

import lzma
from pathlib import Path

import pytest

from dialogue_desk.desk.leaving import build_manifest
from dialogue_desk.desk.updating.updating import offered
from dialogue_desk.exchange.signing import public_key
from dialogue_desk.exchange.update_file import read_update
from dialogue_desk.installation import Form, Installation
from tools.updates.__main__ import main
from tools.updates.update_keys import new_key, read_key
from tools.updates.update_of_build import CannotUpdate, update_of

SECRET = bytes(range(32))


def build_in(folder: Path, key: str) -> Path:
    data = folder / "build" / "_internal" / "dialogue_desk" / "data"
    data.mkdir(parents=True)
    told = f'form = "folder"\nsystem = "linux-x86_64"\ncommit = "0123abc"\nupdate_key = "{key}"\n'
    (data / "build.toml").write_text(told, encoding="utf-8")
    (folder / "build" / "dialogue-desk-window").write_bytes(b"program")
    build_manifest.write(folder / "build")
    return folder / "build"


def test_the_app_it_is_for_takes_it(tmp_path):
    path = update_of(build_in(tmp_path, public_key(SECRET)), tmp_path / "out", SECRET, "0.2.0")
    assert path.name == "dialogue-desk-0.2.0-linux-x86_64.update"
    old = Installation(Form.FOLDER, tmp_path, "linux-x86_64", version="0.1.0", update_key=public_key(SECRET))
    manifest = offered(path, old).update.manifest
    assert manifest.commit == "0123abc"
    assert [one.path for one in manifest.files] == [
        "_internal/dialogue_desk/data/build.toml",
        "_internal/dialogue_desk/data/manifest.json",
        "dialogue-desk-window",
    ]


def test_updates_that_a_build_took_itself_are_left_out(tmp_path):
    build = build_in(tmp_path, public_key(SECRET))
    (build / "updates" / "0.1.5").mkdir(parents=True)
    (build / "updates" / "choice.json").write_text("{}", encoding="utf-8")
    path = update_of(build, tmp_path / "out", SECRET, "0.2.0")
    old = Installation(Form.FOLDER, tmp_path, "linux-x86_64", version="0.1.0", update_key=public_key(SECRET))
    assert len(offered(path, old).update.manifest.files) == 3


def test_what_was_left_in_the_folder_of_a_build_does_not_travel(tmp_path):
    """A desk, a log or a note of the person who tried it."""
    build = build_in(tmp_path, public_key(SECRET))
    for name in ("desk.db", "_internal/dialogue_desk/data/guides/ours.en.guide.md", "notes/Rosa.txt"):
        (build / name).parent.mkdir(parents=True, exist_ok=True)
        (build / name).write_text("Rosa said so", encoding="utf-8")
    path = update_of(build, tmp_path / "out", SECRET, "0.2.0")
    data = path.read_bytes()
    begins = read_update(path, public_key(SECRET)).begins
    assert b"Rosa" not in data and b"desk.db" not in data
    assert b"Rosa" not in lzma.decompress(data[begins:])


@pytest.mark.parametrize("harm", ["changed", "missing", "no list"])
def test_a_build_that_is_not_as_it_was_made_is_not_signed(tmp_path, harm):
    build = build_in(tmp_path, public_key(SECRET))
    if harm == "changed":
        (build / "dialogue-desk-window").write_bytes(b"another")
    elif harm == "missing":
        (build / "dialogue-desk-window").unlink()
    else:
        (build / "_internal" / "dialogue_desk" / "data" / "manifest.json").unlink()
    with pytest.raises(CannotUpdate, match="Build it anew"):
        update_of(build, tmp_path / "out", SECRET, "0.2.0")


@pytest.mark.parametrize("key", ["", "ab" * 32])
def test_a_build_that_could_take_no_update_after_it_is_not_made_one(tmp_path, key):
    with pytest.raises(CannotUpdate, match="public key"):
        update_of(build_in(tmp_path, key), tmp_path / "out", SECRET, "0.2.0")


def test_a_version_that_cannot_be_compared_is_told(tmp_path):
    with pytest.raises(CannotUpdate, match=r"1\.0rc1"):
        update_of(build_in(tmp_path, public_key(SECRET)), tmp_path / "out", SECRET, "1.0rc1")


def test_a_folder_that_is_no_build_is_told(tmp_path):
    with pytest.raises(CannotUpdate, match="no build"):
        update_of(tmp_path, tmp_path / "out", SECRET, "0.2.0")


def test_keys_and_updates_are_made_from_the_command_line(tmp_path, capsys):
    key = tmp_path / "updates.key"
    assert main(["new-key", str(key)]) == 0
    public = capsys.readouterr().out.splitlines()[-1]
    assert public == public_key(read_key(key))
    build = build_in(tmp_path, public)
    assert main(["make", str(build), "--key", str(key), "--to", str(tmp_path / "out")]) == 0
    assert list((tmp_path / "out").iterdir())
    assert main(["new-key", str(key)]) == 2
    assert "left alone" in capsys.readouterr().err


def test_what_cannot_be_made_is_said_in_a_sentence(tmp_path, capsys):
    new_key(tmp_path / "updates.key")
    assert main(["make", str(tmp_path), "--key", str(tmp_path / "updates.key")]) == 2
    assert "is no build" in capsys.readouterr().err
