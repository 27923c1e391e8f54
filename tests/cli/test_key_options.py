"""Profiles, seals and signatures on the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import Keyring, key_file, new_key
from dialogue_desk.words import Words
from tests.command import main
from tests.desk.evening import a_desk, begun, note

SEALED = Path(__file__).parents[1] / "packages" / "sealed"
PASSPHRASE = "Oak Street, ñandú 1973"


@pytest.fixture
def desk_file(tmp_path):
    """A desk with one session, and its id."""
    path = tmp_path / "here" / "my.desk"
    desk = a_desk(path)
    session = begun(desk)
    desk.add(session, note("how it went", NoteKind.DEBRIEF))
    desk.add(session, note("a stop", sensitive=True))
    desk.file.close()
    return path, session


@pytest.fixture
def passphrase(tmp_path):
    file = tmp_path / "passphrase.txt"
    file.write_text(f"{PASSPHRASE}\nnot this\n", encoding="utf-8")
    return file


def run(*arguments):
    return main([str(argument) for argument in arguments])


def export(desk_file, to, *more):
    path, session = desk_file
    return run("export", "--desk", path, "--session", session, "--to", to, "--anyway", *more)


def texts(folder, keys=None):
    (package,) = [path for path in folder.iterdir() if ".dialogue" in path.name]
    records = PackageReader(Words(), keys).read(package).records.values()
    return {record.body.text for record in records if record.kind == "note" and record.body}


@pytest.mark.parametrize(
    ("more", "there"),
    [
        ((), {"a stop"}),
        (("--debrief",), {"a stop", "how it went"}),
        (("--profile", "everyone"), set()),
        (("--profile", "other-laptop"), {"a stop", "how it went"}),
    ],
)
def test_an_export_holds_what_its_profile_lets_out(desk_file, tmp_path, more, there):
    assert export(desk_file, tmp_path / "out", *more) == DONE
    assert texts(tmp_path / "out") == there


def test_an_export_is_sealed_to_a_key_or_by_a_passphrase(desk_file, tmp_path, passphrase):
    key = new_key()
    assert export(desk_file, tmp_path / "a", "--seal-to", key.public) == DONE
    assert texts(tmp_path / "a", Keyring((key.secret,)))
    assert export(desk_file, tmp_path / "b", "--passphrase-file", passphrase) == DONE
    assert texts(tmp_path / "b", Keyring(passphrases=(PASSPHRASE,)))


@pytest.mark.parametrize("more", [("--seal-to", "age1x"), ("--passphrase-file", "/nowhere/x")])
def test_what_cannot_seal_is_named_and_nothing_is_written(desk_file, tmp_path, capsys, more):
    assert export(desk_file, tmp_path / "out", *more) == CANNOT_BE
    assert f"“{more[1]}”" in capsys.readouterr().err and not (tmp_path / "out").exists()


def test_sealed_packages_are_inspected_with_a_key_and_with_a_passphrase(capsys, passphrase):
    files = sorted(SEALED.glob("*.age"))
    assert run("inspect", *files) == SOME_REFUSED
    told = capsys.readouterr().err
    assert "“by-passphrase.dialogue.age” is sealed with a passphrase" in told
    assert "“to-a-key.dialogue.age” is sealed for somebody else" in told
    key = SEALED / "organizer.age-key"
    assert run("inspect", *files, "--key", key, "--passphrase-file", passphrase) == DONE
    told = capsys.readouterr().out
    assert told.count("Session 1 of circle C07") == 3 and told.count("Not signed") == 3


def test_sealed_packages_are_merged_and_the_others_are_named(tmp_path, capsys, passphrase):
    folder = tmp_path / "stick"
    shutil.copytree(SEALED, folder)
    desk = tmp_path / "all.desk"
    assert run("merge", folder, "--desk", desk, "--passphrase-file", passphrase) == SOME_REFUSED
    said = capsys.readouterr()
    assert "1 package opened, 0 already here, 2 refused" in said.out
    assert said.err.count("is sealed for somebody else") == 2
    assert run("merge", folder, "--desk", desk, "--key", folder / "organizer.age-key") == SOME_REFUSED
    assert "0 packages opened, 2 already here, 1 refused" in capsys.readouterr().out


def test_a_wrong_passphrase_is_told_and_the_rest_comes_in(tmp_path, capsys):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("oak street\n")
    key = SEALED / "organizer.age-key"
    code = run("merge", SEALED, "--desk", tmp_path / "d", "--key", key, "--passphrase-file", wrong)
    said = capsys.readouterr()
    assert code == SOME_REFUSED and "does not open with that passphrase" in said.err
    assert "1 package opened, 1 already here, 1 refused" in said.out


@pytest.mark.parametrize("command", [("inspect", SEALED), ("merge", SEALED, "--desk", "x.desk")], ids=str)
@pytest.mark.parametrize("option", ["--key", "--passphrase-file"])
def test_a_key_that_is_none_is_named_and_nothing_is_done(tmp_path, monkeypatch, capsys, command, option):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").write_bytes(b"")
    assert run(*command, option, "empty") == CANNOT_BE
    assert "“empty”" in capsys.readouterr().err and not (tmp_path / "x.desk").exists()


def test_inspect_tells_the_laptop_the_profile_and_the_revision(desk_file, tmp_path, capsys):
    export(desk_file, tmp_path / "out", "--profile", "other-laptop")
    capsys.readouterr()
    run("inspect", tmp_path / "out")
    told = capsys.readouterr().out
    assert "For our other laptop" in told and "Written by laptop " in told and ", signed" in told
    assert "Revision" not in told
    run("inspect", Path(__file__).parents[1] / "packages" / "v1.1" / "session.dialogue")
    assert "Revision 2" in capsys.readouterr().out


def test_a_program_key_file_of_several_keys_opens_what_any_of_them_opens(tmp_path, capsys):
    keys = tmp_path / "keys"
    keys.write_bytes(key_file(new_key()) + (SEALED / "organizer.age-key").read_bytes())
    assert run("inspect", SEALED / "to-a-key.dialogue.age", "--key", keys) == DONE
