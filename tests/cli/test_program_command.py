"""A program handed over, taken over, shared and its key saved, on the command line."""

from __future__ import annotations

import zipfile

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.desk.leaving.keyring import make_key
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.sealing import Keyring, read_key_file
from tests.command import main
from tests.desk.evening import a_desk, begun, note

PASSPHRASE = "bench lamp river"


@pytest.fixture
def desk_file(tmp_path):
    """The desk of an organizer, with one program that has a key."""
    path = tmp_path / "here" / "all.desk"
    desk = a_desk(path)
    program = desk.add(NO_OWNER, Program("Bridges", code="BRI", seal_to=make_key(desk)))
    circle = desk.add(NO_OWNER, Circle("C07", "Library", program))
    desk.add(begun(desk, circle=None, circle_id=circle, ground_rules=()), note("A bench."))
    desk.add(program, Theme("Benches"))
    desk.file.close()
    return path


@pytest.fixture
def passphrase(tmp_path):
    file = tmp_path / "passphrase.txt"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return file


def run(*arguments):
    return main([str(argument) for argument in ("program", *arguments)])


def test_a_program_is_handed_over_and_taken_over(desk_file, passphrase, tmp_path, capsys):
    file, fresh = tmp_path / "bridges.dialogue-handover", tmp_path / "new" / "new.desk"
    fresh.parent.mkdir()
    assert run("hand-over", "--desk", desk_file, "--to", file, "--passphrase-file", passphrase) == DONE
    assert "1 circle, 1 session and 1 note or action idea" in capsys.readouterr().out
    assert run("take-over", file, "--desk", fresh, "--passphrase-file", passphrase) == DONE
    assert "“Bridges” is here" in capsys.readouterr().out
    desk = a_desk(fresh)
    assert [one.body.name for one in desk.file.records.of_kind(Kind.PROGRAM)] == ["Bridges"]
    assert len(desk.file.keys.opening()) == 1
    desk.file.close()


def test_a_weak_passphrase_is_told_before_a_file_hangs_on_it(desk_file, passphrase, tmp_path, capsys):
    weak = tmp_path / "weak.txt"
    weak.write_text("short\n", encoding="utf-8")
    for number, (words, told) in enumerate(((weak, True), (passphrase, False))):
        file = tmp_path / f"{number}.age-key"
        assert run("key", "--desk", desk_file, "--to", file, "--passphrase-file", words) == DONE
        assert ("Weak:" in capsys.readouterr().err) is told
    passphrase.write_text("Abc", encoding="utf-8")
    file = tmp_path / "bridges.dialogue-handover"
    run("hand-over", "--desk", desk_file, "--to", file, "--passphrase-file", passphrase)
    assert "Weak:" in capsys.readouterr().err


def test_a_wrong_passphrase_or_file_is_named_and_makes_no_desk(desk_file, passphrase, tmp_path, capsys):
    wrong, fresh = tmp_path / "wrong.txt", tmp_path / "new.desk"
    wrong.write_text("something else")
    file = tmp_path / "bridges.dialogue-handover"
    run("hand-over", "--desk", desk_file, "--to", file, "--passphrase-file", passphrase)
    assert run("take-over", file, "--desk", fresh, "--passphrase-file", wrong) == CANNOT_BE
    assert "does not open with that passphrase" in capsys.readouterr().err
    assert run("take-over", passphrase, "--desk", fresh, "--passphrase-file", passphrase) == CANNOT_BE
    assert "hands over no program" in capsys.readouterr().err
    assert not fresh.exists()


def test_what_organizers_made_is_written_for_another_one(desk_file, tmp_path, capsys):
    assert run("work", "--desk", desk_file, "--to", tmp_path / "stick", "--program", "BRI") == DONE
    (file,) = (tmp_path / "stick").iterdir()
    assert file.name.endswith(".dialogue.age") and str(file) in capsys.readouterr().out


def test_the_key_is_saved_behind_a_passphrase_and_as_a_sheet(desk_file, passphrase, tmp_path):
    key, sheet = tmp_path / "bridges.age-key", tmp_path / "sheet.pdf"
    assert run("key", "--desk", desk_file, "--to", key, "--passphrase-file", passphrase) == DONE
    assert len(read_key_file(key, Keyring(passphrases=(PASSPHRASE,)))) == 1
    assert run("key", "--desk", desk_file, "--to", sheet) == DONE
    assert sheet.read_bytes().startswith(b"%PDF")
    desk = a_desk(desk_file)
    assert len(desk.file.keys.saved()) == 1
    desk.file.close()


def test_what_cannot_be_is_said(desk_file, passphrase, tmp_path, capsys):
    with_phrase = ("--passphrase-file", passphrase)
    gone = tmp_path / "gone" / "x.dialogue-handover"
    refused = {
        ("hand-over", "--desk", tmp_path / "no.desk", "--to", gone, *with_phrase): "There is no desk file",
        ("hand-over", "--desk", desk_file, "--to", gone, *with_phrase): "could not be saved and opened again",
        ("hand-over", "--desk", desk_file, "--to", gone): "A passphrase is needed",
        ("hand-over", "--desk", desk_file, "--to", gone, "--passphrase-file", gone): "is neither a key nor",
        ("work", "--desk", desk_file, "--to", tmp_path, "--program", "Elsewhere"): "There are: Bridges",
        ("work", "--desk", desk_file, "--to", passphrase): "is a file. Name a folder to write to.",
        ("work", "--desk", desk_file, "--to", passphrase / "x"): "could not be saved in",
        ("key", "--desk", desk_file, "--to", gone.with_suffix(".pdf")): "The key could not be saved there.",
    }
    for arguments, told in refused.items():
        assert run(*arguments) == CANNOT_BE
        assert told in capsys.readouterr().err


def test_a_desk_without_the_programs_key_says_so(tmp_path, passphrase, capsys):
    path = tmp_path / "other.desk"
    desk = a_desk(path)
    desk.add(NO_OWNER, Program("Bridges"))
    desk.file.close()
    arguments = ("key", "--desk", path, "--to", tmp_path / "x.age-key", "--passphrase-file", passphrase)
    assert run(*arguments) == CANNOT_BE
    assert "This desk has no key of “Bridges”." in capsys.readouterr().err


def test_an_archive_is_written_read_back_and_remembered(desk_file, tmp_path, capsys):
    to = tmp_path / "bridges.zip"
    assert run("archive", "--desk", desk_file, "--to", to) == DONE
    told = capsys.readouterr()
    assert "The archive was read back and compared." in told.out and str(to) in told.out
    assert "In 1 session, nobody checked" in told.err
    with zipfile.ZipFile(to) as archive:
        assert "README.txt" in archive.namelist()
    desk = a_desk(desk_file)
    (program,) = desk.file.records.of_kind(Kind.PROGRAM)
    assert [one.path for one in desk.file.exports.of(program.id)] == [to]
    desk.file.close()


def test_an_archive_replaces_no_file_unasked(desk_file, tmp_path, capsys):
    to = tmp_path / "bridges.zip"
    to.write_text("another")
    assert run("archive", "--desk", desk_file, "--to", to) == CANNOT_BE
    assert "--force" in capsys.readouterr().err and to.read_text() == "another"
    assert run("archive", "--desk", desk_file, "--to", to, "--force") == DONE
    assert zipfile.is_zipfile(to)


def test_an_archive_that_cannot_be_there_says_why_and_is_not_there(desk_file, tmp_path, capsys):
    assert run("archive", "--desk", desk_file, "--to", tmp_path / "bridges.tar") == CANNOT_BE
    assert "does not end in .zip" in capsys.readouterr().err
    assert run("archive", "--desk", desk_file, "--to", tmp_path / "nowhere" / "bridges.zip") == CANNOT_BE
    assert "was not left there" in capsys.readouterr().err


def test_a_file_has_the_ending_of_its_kind_or_gets_it(desk_file, passphrase, tmp_path, capsys):
    asked = ("--desk", desk_file, "--passphrase-file", passphrase, "--to")
    assert run("hand-over", *asked, tmp_path / "bridges") == DONE
    assert run("key", *asked, tmp_path / "bridges") == DONE
    assert {"bridges.dialogue-handover", "bridges.age-key"} <= {path.name for path in tmp_path.iterdir()}
    capsys.readouterr()
    assert run("hand-over", *asked, tmp_path / "bridges.dialogue") == CANNOT_BE
    assert "does not end in .dialogue-handover" in capsys.readouterr().err
    assert run("key", *asked, tmp_path / "key.txt") == CANNOT_BE
    assert "does not end in .age-key/.pdf" in capsys.readouterr().err
    assert not (tmp_path / "key.txt").exists()


def test_a_file_that_is_there_is_replaced_only_when_told(desk_file, passphrase, tmp_path, capsys):
    key = tmp_path / "bridges.age-key"
    key.write_text("precious")
    asked = ("key", "--desk", desk_file, "--passphrase-file", passphrase, "--to", key)
    assert run(*asked) == CANNOT_BE
    assert "is there already" in capsys.readouterr().err and key.read_text() == "precious"
    assert run(*asked, "--force") == DONE
    assert key.read_bytes() != b"precious"


def test_programs_of_one_name_are_told_apart_by_their_ids(desk_file, tmp_path, capsys):
    desk = a_desk(desk_file)
    first = next(iter(desk.file.records.of_kind(Kind.PROGRAM))).id
    other = RecordId("the-other-bridges")
    desk.put(other, NO_OWNER, Program("bridges", code="BRI"))
    desk.file.close()
    assert run("work", "--desk", desk_file, "--to", tmp_path / "stick", "--program", "bri") == CANNOT_BE
    said = capsys.readouterr().err
    assert first in said and other in said
    assert run("work", "--desk", desk_file, "--to", tmp_path / "stick", "--program", first) == DONE
