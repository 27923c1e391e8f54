"""Answers typed in and listed on the command line."""

from __future__ import annotations

import json

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import report_plan
from tests.command import main
from tests.desk.evening import a_desk, a_shelf
from tests.desk.program.test_proposal_edits import SmallProgram


@pytest.fixture
def codes(tmp_path):
    """The codes of what a small program asks for; its desk is on disk."""
    made = SmallProgram(tmp_path)
    found = [one.code for one in follow_up(report_plan(made.picture)).followed]
    made.desk.file.close()
    return found


def run(tmp_path, *arguments):
    return main(["program", "answers", *map(str, arguments), "--desk", str(tmp_path / "desk.db")])


def test_a_list_of_answers_is_typed_in_and_shown(tmp_path, codes, capsys):
    file = tmp_path / "answers.csv"
    file.write_text(f"code,answer,why,by whom,next date\n{codes[0]},in part,one only,Parks,\n")
    assert run(tmp_path, file) == DONE
    told = capsys.readouterr().out
    assert "1 answer is kept." in told and f"1 of {len(codes)} asks have an answer." in told
    assert f"{codes[0]}  answered · in part · Parks" in told
    assert run(tmp_path, "--json") == DONE
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["code"]: row["answer"] for row in rows} == {**dict.fromkeys(codes, ""), codes[0]: "in part"}


def test_lines_that_cannot_be_kept_are_told_and_the_others_kept(tmp_path, codes, capsys):
    file = tmp_path / "answers.csv"
    file.write_text(f"{codes[0]};yes\nhello;yes\n{codes[1]};perhaps\n")
    assert run(tmp_path, file) == SOME_REFUSED
    told = capsys.readouterr()
    assert "Line 2: “hello” is no code." in told.err and "Line 3: “perhaps” is no answer." in told.err
    desk = a_desk(tmp_path / "desk.db")
    (program,) = (one.id for one in Folders(desk, a_shelf(tmp_path)).programs() if one.id)
    known = follow_up(report_plan(Folders(desk, a_shelf(tmp_path)).picture(program)))
    assert [one.code for one in known.answered] == [codes[0]]
    desk.file.close()


def test_a_list_that_cannot_be_read_changes_nothing(tmp_path, codes, capsys):
    assert run(tmp_path, tmp_path / "none.csv") == CANNOT_BE
    assert "cannot be read" in capsys.readouterr().err and codes


def test_a_wrong_desk_is_named(tmp_path, capsys):
    assert run(tmp_path / "nowhere") == CANNOT_BE
    assert "There is no desk file" in capsys.readouterr().err


def test_next_dates_are_written_as_a_calendar(tmp_path, codes, capsys):
    file, dates = tmp_path / "answers.csv", tmp_path / "dates.ics"
    file.write_text(f"{codes[0]},later,,Parks,2100-01-05\n")
    assert run(tmp_path, file, "--dates", dates) == DONE
    assert b"DTSTART;VALUE=DATE:21000105" in dates.read_bytes()
    assert run(tmp_path, "--dates", tmp_path) == CANNOT_BE
    assert "The dates could not be saved" in capsys.readouterr().err


def test_a_person_who_is_named_as_an_office_is_told_and_the_answer_kept(tmp_path, codes, capsys):
    file = tmp_path / "answers.csv"
    file.write_text(f"{codes[0]};yes;;Maria Gonzalez\n{codes[1]};no;;City council\n")
    assert run(tmp_path, file) == DONE
    told = capsys.readouterr()
    assert "“Maria Gonzalez” may point to a person" in told.err and "City council" not in told.err
    assert "2 answers are kept." in told.out


def test_what_became_of_asks_is_typed_in_by_list_too(tmp_path, codes, capsys):
    file = tmp_path / "progress.csv"
    file.write_text(f"status;what changed;code\nunder way;four lamps;{codes[0]}\nfinished;;{codes[1]}\n")
    assert run(tmp_path, file) == SOME_REFUSED
    told = capsys.readouterr()
    assert "1 status is kept." in told.out and "answers are kept" not in told.out
    assert "Line 3: “finished” is no status." in told.err
    assert run(tmp_path, "--json") == DONE
    rows = {row["code"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert (rows[codes[0]]["status"], rows[codes[0]]["changed"]) == ("under way", "four lamps")
