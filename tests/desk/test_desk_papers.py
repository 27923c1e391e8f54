"""Records become papers: a summary for the circle, a report for the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_desk.desk.clock import HandClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guides import GuideShelf
from dialogue_desk.desk.ids import RandomIds
from dialogue_desk.desk.papers import write_report, write_summary
from dialogue_desk.desk.sessions import Beginning, begin_session
from dialogue_desk.domain.circles import Circle
from dialogue_desk.domain.ids import MINUTE, RecordId
from dialogue_desk.domain.notes import Note, NoteKind
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words

WORDS = Words()
SHELF = GuideShelf(resource("guides"), WORDS)


@pytest.fixture
def desk():
    desk = Desk(DeskFile(IN_MEMORY), HandClock(1_775_000_000_000), RandomIds(1))
    yield desk
    desk.file.close()


@pytest.fixture
def folders(desk):
    return Folders(desk, SHELF)


@pytest.fixture
def session(desk):
    text = SHELF.editions("one-evening")["en"]
    plan = SHELF.guide(text).sessions[0].id
    start = desk.clock.now()
    beginning = Beginning((text,), plan, 1, start, start + 90 * MINUTE, 8, circle=Circle("K1"))
    session = begin_session(desk, beginning)
    desk.add(session, Note(NoteKind.HOPE, "That the bench comes back"))
    desk.add(session, Note(NoteKind.DEBRIEF, "Between us"))
    return session


def test_a_summary_says_what_was_caught_and_not_what_stays(folders, session, tmp_path):
    paper = tmp_path / "papers" / "summary.html"
    write_summary(folders, session, paper, WORDS)
    said = paper.read_text(encoding="utf-8")
    assert "That the bench comes back" in said and "Between us" not in said


def test_circles_of_no_program_have_a_report_too(folders, session, tmp_path):
    paper = tmp_path / "report.html"
    write_report(folders, None, paper, WORDS)
    assert "That the bench comes back" in paper.read_text(encoding="utf-8")


def test_there_is_no_paper_of_what_is_not_here(folders, session, tmp_path):
    with pytest.raises(KeyError):
        write_summary(folders, RecordId("nothing"), tmp_path / "summary.html", WORDS)
    with pytest.raises(KeyError):
        write_report(folders, RecordId("nothing"), tmp_path / "report.html", WORDS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["summary.odt", "summary"])
def test_there_is_no_paper_of_an_unknown_ending(folders, session, tmp_path: Path, name):
    with pytest.raises(ValueError, match="none of"):
        write_summary(folders, session, tmp_path / name, WORDS)
    assert list(tmp_path.iterdir()) == []
