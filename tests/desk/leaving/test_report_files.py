"""A program gives out papers as files: each as it was asked for."""

from datetime import date

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.report_files import (
    ReportOptions,
    forum_guides,
    report_concern,
    report_files,
    today,
    write_paper,
)
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.reports.report_papers import ReportPaper
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.manual_clock import ManualClock

WORDS = Words()
SHELF = GuideShelf(resource("guides"), WORDS)
DAY = date(2026, 4, 2)


@pytest.fixture
def desk():
    desk = Desk(DeskFile(IN_MEMORY), ManualClock(1_775_000_000_000), RandomIds(1))
    yield desk
    desk.file.close()


@pytest.fixture
def picture(desk):
    """The circles of no program: one, which hopes for a bench."""
    text = SHELF.translations("one-evening")["en"]
    plan, start = SHELF.guide(text).sessions[0].id, desk.clock.now()
    draft = SessionDraft((text,), plan, 1, start, start + 90 * MINUTE, 8, circle=Circle("K1"))
    session = create_session(desk, draft)
    desk.add(session, Note(NoteKind.STRENGTH, "That the bench comes back"))
    desk.add(session, Note(NoteKind.DEBRIEF, "Between us"))
    return Folders(desk, SHELF).picture(None)


def test_circles_of_no_program_have_a_report_and_an_annex_too(picture, tmp_path):
    for paper in (ReportPaper.REPORT, ReportPaper.ANNEX):
        path = tmp_path / "papers" / f"{paper.value}.html"
        write_paper(picture, paper, path, WORDS, DAY)
        said = path.read_text(encoding="utf-8")
        assert "That the bench comes back" in said and "Between us" not in said


def test_there_is_no_picture_of_a_program_that_is_not_here(desk):
    with pytest.raises(KeyError):
        Folders(desk, SHELF).picture(RecordId("nothing"))


@pytest.mark.parametrize("name", ["report.odt", "report"])
def test_nothing_is_written_with_an_unknown_ending(picture, tmp_path, name):
    with pytest.raises(ValueError, match="none of"):
        write_paper(picture, ReportPaper.REPORT, tmp_path / name, WORDS, DAY)
    assert list(tmp_path.iterdir()) == []


def test_each_paper_is_a_file_of_its_own_and_the_annex_a_web_page_beside_what_is_printed(picture):
    files = report_files(picture, ReportOptions(tuple(ReportPaper), ".docx"), "mill", DAY)
    assert [file.name for file in files] == [
        "mill-report.docx",
        "mill-annex.html",
        "mill-council-summary.docx",
        "mill-poster.docx",
        "mill-progress.docx",
        "mill-funders.docx",
        "mill-questionnaire.docx",
        "mill-circle-sheets.docx",
        "mill-ballot.docx",
        "mill-option-posters.docx",
        "mill-tally-sheet.docx",
        "mill-team-sheets.docx",
        "mill-forum-agenda.docx",
        "mill-forum-result.docx",
        "mill-missing-voices.docx",
        "mill-tally-slips.docx",
    ]
    starts = [file.make_bytes()[:2] for file in files]
    assert starts == [b"PK", b"<!", *[b"PK"] * 14]


def test_the_agenda_of_a_forum_has_the_times_of_its_guide_in_both_languages(picture):
    options = ReportOptions((ReportPaper.FORUM_AGENDA,), ".html", also="es")
    (file,) = report_files(picture, options, "mill", DAY)
    page = file.make_bytes().decode()
    assert set(forum_guides()) == {"en", "es"}
    for guide in forum_guides().values():
        assert all(part.title in page for part in guide.sessions[0].parts if part.title)


def test_an_annex_alone_is_what_was_asked_for_but_never_a_word_file():
    annex = (ReportPaper.ANNEX,)
    endings = (".pdf", ".docx", ".md")
    made = [ReportOptions(annex, ending).ending_of(ReportPaper.ANNEX) for ending in endings]
    assert made == [".pdf", ".html", ".md"]


def test_they_are_in_the_language_that_was_chosen(picture):
    (file,) = report_files(picture, ReportOptions(ending=".html", language="es"), "mill", DAY)
    assert b'<html lang="es">' in file.make_bytes()


def test_the_day_of_a_report_is_that_of_the_room(desk):
    assert today(desk) == date(2026, 3, 31)


def test_what_a_pdf_would_not_show_is_said_once(desk, picture):
    assert report_concern(picture, ReportOptions(), WORDS) == ""
