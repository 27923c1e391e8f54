"""Whom a program wants, typed in and listed on the command line."""

from __future__ import annotations

import json

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.closing import Tally, TallyCategory, fact_id
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.records.records import NO_OWNER
from tests.command import main
from tests.desk.evening import a_desk, a_shelf


@pytest.fixture
def circles(tmp_path):
    """A program with a large circle that keeps a tally, and two small ones whose slips are on a pile."""
    desk = a_desk(tmp_path / "desk.db", 1)
    program = desk.add(NO_OWNER, Program("Season"))
    age = desk.add(program, TallyCategory("Age", ("under 18", "older")))
    found = []
    for code, people in (("C01", 30), ("C02", 8), ("C03", 9)):
        circle = desk.add(NO_OWNER, Circle(code, program=program))
        session = desk.add(circle, Session(1, "s1", (), 0, 60_000_000, 8, present=people))
        desk.add(session, Move(MoveKind.START, 1_000, RecordId("run"), 1))
        tally = Tally(age, (("under 18", 8), ("older", 22)) if people > 10 else (("older", people),))
        desk.put(fact_id(session, age), session, tally)  # that of a small circle was made by another app
        found.append(circle)
    pool = PooledCounts(SlipKind.TALLY, tuple(found[1:]), 16, ((age, "under 18", 4), (age, "older", 12)))
    desk.add(program, pool)
    picture = Folders(desk, a_shelf(tmp_path)).picture(program)
    assert [len(row.sessions[0].tallies) for row in picture.rows] == [1, 0, 0]
    desk.file.close()
    return found


def run(tmp_path, *arguments):
    return main(["program", "voices", *map(str, arguments), "--desk", str(tmp_path / "desk.db")])


def lists(tmp_path, wanted, asked):
    (tmp_path / "wanted.csv").write_text(wanted)
    (tmp_path / "asked.csv").write_text(asked)
    return tmp_path / "wanted.csv", "--invitations", tmp_path / "asked.csv"


WANTED = "name,hoped,answer\nYoung people,40,under 18\nElders,10,older\nRenters,15,\n"
ASKED = "to,asked,voices,invited,signed up\nHigh school,a table at lunch,Young people,200,31\n"


@pytest.mark.usefixtures("circles")
def test_lists_are_typed_in_and_who_is_missing_is_told(tmp_path, capsys):
    assert run(tmp_path, *lists(tmp_path, WANTED, ASKED)) == DONE
    told = capsys.readouterr().out
    assert "3 voices are kept." in told and "1 invitation is kept." in told
    assert "28 are missing: 12 of 40 hoped for, counted in 3 of 3 circles." in told
    assert "Asked: High school · a table at lunch" in told
    assert "Not counted: no slip asks for them yet." in told
    assert "  older: 34" in told


@pytest.mark.usefixtures("circles")
def test_the_same_lists_twice_change_nothing(tmp_path, capsys):
    run(tmp_path, *lists(tmp_path, WANTED, ASKED))
    capsys.readouterr()
    assert run(tmp_path, *lists(tmp_path, WANTED, ASKED), "--json") == DONE
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    wanted = {row["voice"]: (row["counted"], row["missing"]) for row in rows if "voice" in row}
    assert wanted == {"Young people": (12, 28), "Elders": (34, None), "Renters": (None, None)}
    assert [row["signed_up"] for row in rows if "invitation" in row] == [31]
    assert [(row["answer"], row["people"]) for row in rows if "people" in row] == [
        ("under 18", 12),
        ("older", 34),
    ]


@pytest.mark.usefixtures("circles")
def test_lines_that_cannot_be_kept_are_told_and_the_others_kept(tmp_path, capsys):
    assert run(tmp_path, *lists(tmp_path, "Renters,15\nElders,many\n", "Clinic,to tell\n")) == SOME_REFUSED
    told = capsys.readouterr()
    assert "Line 2: “many” is no number of people" in told.err
    assert "1 voice is kept." in told.out


@pytest.mark.usefixtures("circles")
def test_a_list_that_cannot_be_read_changes_nothing(tmp_path, capsys):
    assert run(tmp_path, tmp_path / "none.csv") == CANNOT_BE
    assert "cannot be read" in capsys.readouterr().err


def test_what_would_count_twice_and_more_sign_ups_than_invited_are_told(tmp_path, capsys, circles):
    desk = a_desk(tmp_path / "desk.db", 2)
    (program,) = (one.id for one in Folders(desk, a_shelf(tmp_path)).programs() if one.id)
    desk.add(program, PooledCounts(SlipKind.TALLY, tuple(circles[1:]), 17))
    desk.file.close()
    run(tmp_path, *lists(tmp_path, "Renters,5\n", "to,invited,signed up\nUnion,3,9\n"))
    told = capsys.readouterr().err
    assert "is left out: another pile has one of its circles." in told
    assert "Union: 9 signed up, but 3 were invited." in told


@pytest.mark.usefixtures("circles")
@pytest.mark.parametrize("document", ["missing-voices", "tally-slips"])
def test_the_sheets_are_written_like_other_documents(tmp_path, document):
    run(tmp_path, *lists(tmp_path, WANTED, ASKED))
    folder = tmp_path / "out"
    arguments = ["report", "--desk", str(tmp_path / "desk.db"), "--document", document, "--format", "md"]
    assert main([*arguments, "--to", str(folder)]) == DONE
    (written,) = folder.iterdir()
    said = written.read_text(encoding="utf-8")
    assert ("High school" if document == "missing-voices" else "Do not write your name") in said
