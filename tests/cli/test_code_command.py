"""From the command line a code leads to its line, and a quote is taken back by it."""

from __future__ import annotations

import io
import json
import sys

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.domain.model.organizing import ReportSentence, SentenceRole
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.desk_file import DeskFile
from tests.command import main
from tests.desk.evening import a_desk, begun, note

WORDS = "I call my son"


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def file(tmp_path):
    """A desk file with a quote and a concern, their ids and its path."""
    desk = a_desk(tmp_path / "all.desk")
    session = begun(desk, "C07")
    quote = desk.add(session, note(WORDS, NoteKind.QUOTE, consent=Consent.YES))
    concern = desk.add(session, note("The corner is dark"))
    desk.file.close()
    return quote, concern, desk.file.path


def run(*arguments):
    return main(["code", *map(str, arguments)])


def erased(path, quote):
    file = DeskFile(path)
    found = file.records.get(quote).erased
    file.close()
    return found


def test_a_line_is_printed_with_where_it_was_said(file, capsys):
    _, concern, path = file
    code = line_code(concern)
    assert run(code.lower(), "--desk", path) == DONE
    said = capsys.readouterr().out
    assert (
        f"{code}  Concern · Circle C07, session 1 · March 12, 2026" in said and "The corner is dark" in said
    )


def test_a_code_that_no_line_has_ends_with_a_code_of_its_own_and_offers_those_near_it(file, capsys):
    _, concern, path = file
    code = line_code(concern)
    wrong = f"{code[:4]}{(int(code[4]) + 1) % 10}"
    assert run(wrong, "--desk", path) == SOME_REFUSED
    said = capsys.readouterr()
    assert f"No line has {wrong}. Near it: {code}" in said.err and "The corner is dark" in said.out


def test_what_is_no_code_and_a_desk_that_is_not_there_are_refused(file, tmp_path, capsys):
    _, concern, path = file
    assert run("hello", "--desk", path) == CANNOT_BE
    assert "“hello” is no code." in capsys.readouterr().err
    assert run(line_code(concern), "--desk", tmp_path / "none.desk") == CANNOT_BE
    assert not (tmp_path / "none.desk").exists()


def test_a_script_gets_a_line_of_json_for_each(file, capsys):
    quote, _, path = file
    assert run(line_code(quote), "--desk", path, "--json") == DONE
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["id"], row["kind"], row["text"], row["match"]) == (quote, "quote", WORDS, "exact")


def test_a_finding_is_printed_with_its_program(tmp_path, capsys):
    desk = a_desk(tmp_path / "all.desk")
    program = desk.add(NO_OWNER, Program("Porch Lights"))
    finding = desk.add(program, ReportSentence(SentenceRole.FINDING, (("en", "Lamps come first"),)))
    desk.file.close()
    for options in ([], ["--json"]):
        assert run(line_code(finding), "--desk", desk.file.path, *options) == DONE
        assert "Lamps come first" in capsys.readouterr().out


def test_a_quote_is_taken_back_and_a_file_tells_other_laptops(file, tmp_path, capsys):
    quote, _, path = file
    options = ("--take-back", "--yes", "--notice", tmp_path / "stick")
    assert run(line_code(quote), "--desk", path, *options) == DONE
    said = capsys.readouterr()
    assert "The quote was erased from this laptop." in said.out and "What is printed" in said.err
    assert erased(path, quote) and WORDS.encode() not in path.read_bytes()
    (notice,) = (tmp_path / "stick").iterdir()
    assert WORDS.encode() not in notice.read_bytes()


@pytest.mark.parametrize(("typed", "gone"), [("yes\n", True), ("no\n", False), ("", False)])
@pytest.mark.in_process
def test_a_person_is_asked_once(file, monkeypatch, typed, gone):
    quote, _, path = file
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    assert run(line_code(quote), "--desk", path, "--take-back") == (DONE if gone else CANNOT_BE)
    assert erased(path, quote) is gone


@pytest.mark.in_process
def test_without_anybody_to_ask_nothing_is_erased(file, monkeypatch, capsys):
    quote, _, path = file
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    assert run(line_code(quote), "--desk", path, "--take-back") == CANNOT_BE
    assert "add --yes" in capsys.readouterr().err and not erased(path, quote)


def test_who_takes_a_quote_back_learns_of_the_report_that_was_made_of_it(tmp_path, capsys):
    desk = a_desk(tmp_path / "all.desk")
    program = desk.add(NO_OWNER, Program("Porch Lights", "porch"))
    session = begun(desk, circle=Circle("C07", "Library", program))
    quote = desk.add(session, note(WORDS, NoteKind.QUOTE, consent=Consent.YES))
    desk.file.close()
    report = ["report", "--desk", str(desk.file.path), "--to", str(tmp_path / "out"), "--format", "txt"]
    assert main(report) == DONE
    (written,) = (tmp_path / "out").iterdir()
    capsys.readouterr()
    assert run(line_code(quote), "--desk", desk.file.path, "--take-back", "--yes") == DONE
    assert written.name in capsys.readouterr().err


def test_only_a_quote_is_taken_back(file, capsys):
    _, concern, path = file
    assert run(line_code(concern), "--desk", path, "--take-back", "--yes") == CANNOT_BE
    assert "No quote has this code, so nothing was erased." in capsys.readouterr().err


def test_of_two_quotes_with_one_code_a_person_says_which(tmp_path, capsys):
    known: dict[str, RecordId] = {}
    one = other = RecordId("")
    for number in range(20_000):
        other = RecordId(f"line {number}")
        one = known.setdefault(line_code(other), other)
        if one != other:
            break
    desk: Desk = a_desk(tmp_path / "all.desk")
    session = begun(desk)
    for quote, text in ((one, "first words"), (other, "second words")):
        desk.put(quote, session, note(text, NoteKind.QUOTE, consent=Consent.YES))
    desk.file.close()
    take = (line_code(one), "--desk", desk.file.path, "--take-back", "--yes")
    assert run(*take) == CANNOT_BE
    assert other in capsys.readouterr().err
    assert run(*take, "--line", other) == DONE
    assert erased(desk.file.path, other) and not erased(desk.file.path, one)


def test_nothing_is_erased_here_while_the_notice_for_other_laptops_has_no_place(file, tmp_path, capsys):
    quote, _, path = file
    full = tmp_path / "stick"
    full.write_text("a file where a folder is needed")
    asked = (line_code(quote), "--desk", path, "--take-back", "--yes", "--notice")
    assert run(*asked, full) == CANNOT_BE
    assert "nothing was erased" in capsys.readouterr().err and not erased(path, quote)
    assert run(*asked, tmp_path / "other") == DONE
    assert erased(path, quote) and list((tmp_path / "other").iterdir())
