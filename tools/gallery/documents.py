"""Writes the documents that people get, as files and as pictures of their pages."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.documents import USUAL_PAPERS, SummaryOptions, paper_document
from dialogue_desk.desk.leaving.guide_prints import GuidePrints, guide_prints
from dialogue_desk.desk.program.sample import sample_programs
from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.closing import CloseStep, DotVote, ReadBack, TopThemes, fact_id
from dialogue_desk.domain.model.document import Document, PaperSize
from dialogue_desk.domain.model.key_grid import PREFIX
from dialogue_desk.domain.model.notes import Note, NoteKind, Parked
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.exchange.guide_library import guides_in
from dialogue_desk.exchange.sealing import key_of
from dialogue_desk.reports.document_files import ENDINGS, USUAL_ENDINGS, write_document
from dialogue_desk.reports.program_report import program_document
from dialogue_desk.reports.questionnaire_slips import slips_document
from dialogue_desk.reports.recovery_sheet import PrintedKey, recovery_sheet
from dialogue_desk.reports.report_papers import ReportPaper, report_paper
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.whole_file import write_files
from dialogue_desk.words import Words
from dialogue_desk.words.questionnaire_words import ready_questionnaire
from tools.gallery.stage import Stock, ten_to_seven
from tools.manual_clock import ManualClock
from tools.sample import sample_script
from tools.season.season import FIRST_EVENING, season_desk

_DOTS_PER_INCH = "72"


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """One document of the gallery, with its options."""

    name: str
    document: Document
    options: SummaryOptions = USUAL_PAPERS


def write_documents(stock: Stock, to: Path) -> None:
    """Write the documents of the sample into the folder ``to``, with pictures if pdftoppm is installed."""
    words = Words()
    to.mkdir(parents=True, exist_ok=True)
    # A desk of its own: what is decided in wrapping up here is in no other scene.
    shutil.copy(stock.desk(words), to / "documents.db")
    file = DeskFile(to / "documents.db")
    try:
        desk = Desk(file, ManualClock(ten_to_seven(), sample_script().zone), RandomIds(9))
        documents = tuple(_documents(desk, Folders(desk, GuideShelf(resource("guides"), words)), words))
    finally:
        file.close()
        for left in to.glob("documents.db*"):
            left.unlink()
    for document in (*documents, _recovery_sheet(words), *_season_documents(to, words)):
        _write(document, to / document.name)
    _write_guide_papers(to, words)


def _recovery_sheet(words: Words) -> SampleDocument:
    """Return a recovery sheet, of a key that opens nothing."""
    key = key_of(f"{PREFIX}RNDT8YGL5XWWEKV3EVQFAM5LNSR6P5DL6C86J9DFFTXM6CS8YK9S9VE0HK")
    printed = PrintedKey(key.secret, key.public, "Porch Lights", ("en", "es"))
    sheet = recovery_sheet(printed, FIRST_EVENING, 0, words)
    return SampleDocument("recovery-sheet", sheet)


def _season_documents(to: Path, words: Words) -> tuple[SampleDocument, ...]:
    """Return what a program of 48 circles gives out."""
    path = to / "season.db"
    program = season_desk(path)
    file = DeskFile(path)
    try:
        desk = Desk(file, ManualClock(FIRST_EVENING), RandomIds(9))
        picture = Folders(desk, GuideShelf(resource("guides"), words)).picture(program)
    finally:
        file.close()
        for left in to.glob("season.db*"):
            left.unlink()
    return tuple(_program_papers("season", report_plan(picture), words))


def _documents(desk: Desk, folders: Folders, words: Words) -> Iterator[SampleDocument]:
    english, spanish = _latest(folders, "C01"), _latest(folders, "C03")
    wrap_up(desk, english)
    english = _latest(folders, "C01")
    for name, options in (
        ("summary", USUAL_PAPERS),
        ("summary-a4", SummaryOptions(paper=PaperSize.A4)),
        ("summary-large-print", SummaryOptions(large=True)),
        ("summary-both", SummaryOptions(languages=("en", "es"))),
    ):
        yield SampleDocument(name, paper_document(english, options, words), options)
    yield SampleDocument("summary-spanish", paper_document(spanish, USUAL_PAPERS, words))
    picture = folders.picture(sample_programs(desk)[0])
    yield from _program_papers("report", report_plan(picture), words)
    yield SampleDocument("report-spanish", program_document(report_plan(picture), Words("es")))
    name = picture.program.name if picture.program is not None else ""
    for large in (False, True):
        slips = slips_document(ready_questionnaire(), name, ("en", "es"), large=large)
        ending = "-large-print" if large else ""
        yield SampleDocument(f"questionnaire{ending}", slips, SummaryOptions(large=large))


def _program_papers(name: str, plan: ReportPlan, words: Words) -> Iterator[SampleDocument]:
    """Yield what a program gives out; the annex is read on a screen, so it is not drawn."""
    day = date(2027, 4, 2)
    report, council, poster, funders = (
        report_paper(paper, plan, words, day)
        for paper in (ReportPaper.REPORT, ReportPaper.COUNCIL, ReportPaper.POSTER, ReportPaper.FUNDERS)
    )
    yield SampleDocument(name, report)
    yield SampleDocument(f"{name}-a4-large-print", report, SummaryOptions(paper=PaperSize.A4, large=True))
    yield SampleDocument(f"{name}-accessible", report, SummaryOptions(accessible=True))
    yield SampleDocument(f"{name}-council-summary", council)
    yield SampleDocument(f"{name}-poster", poster)
    yield SampleDocument(f"{name}-funders", funders)


def _latest(folders: Folders, code: str) -> SessionFolder:
    """Return the latest session of a circle."""
    held = [entry for entry in folders.entries() if entry.circle.code == code]
    folder = folders.session(max(held, key=lambda entry: entry.session.number).id)
    assert folder is not None
    return folder


def wrap_up(desk: Desk, folder: SessionFolder) -> None:
    """Wrap up a session of the sample as a circle would: with a tied vote, and much read back."""
    session = folder.id
    desk.put(session, folder.circle_id, replace(folder.session, present=10, officers=Officers.PARTLY))
    themes = tuple(dict.fromkeys(theme for note in folder.notes for theme in note.body.themes))
    desk.put(fact_id(session, CloseStep.TOP_THEMES), session, TopThemes(themes[2:0:-1]))
    desk.put(fact_id(session, "dots"), session, DotVote(3, 9))
    for action, dots in zip(folder.actions, (11, 8, 8), strict=False):
        idea = replace(
            action.body,
            dots=dots,
            why="Nobody knows whom to ask, and so nobody asks.",
            strengths="The library lends its hall, and two shops would print the notices.",
            obstacles="Shifts change every month.",
        )
        desk.put(action.id, session, idea)
    texts = ("The bus shelter at Third.", "Who pays for light?", "The date of the next meeting.")
    for text, state in zip(texts, (Parked.NEXT_TIME, Parked.OPEN, Parked.DEALT_WITH), strict=True):
        desk.add(session, Note(NoteKind.PARKING_LOT, text, parked=state))
    for note in folder.notes[:-2]:
        desk.put(fact_id(session, note.id), session, ReadBack(note.id))


def _write_guide_papers(to: Path, words: Words) -> None:
    """Write what each guide prints for its first session, in all its languages, also in large print."""
    for shelved in guides_in(resource("guides"), words).guides:
        editions = [translation.guide for translation in shelved.translations]
        plan = editions[0].sessions[0].id
        for large in (False, True):
            wanted = GuidePrints(plan, endings=USUAL_ENDINGS, start=time(19), large=large)
            for path in write_files(guide_prints(editions, wanted, words)[0], to):
                if path.suffix == ".pdf":
                    _draw(path.with_suffix(""))


def _write(document: SampleDocument, path: Path) -> None:
    options, words = document.options, Words(document.document.language)
    for ending in ENDINGS:
        to = path.with_suffix(ending)
        write_document(
            document.document,
            to,
            words,
            paper=options.paper,
            large=options.large,
            accessible=options.accessible,
        )
    _draw(path)


def _draw(path: Path) -> None:
    """Draw the pages of a PDF, if pdftoppm is installed."""
    for old in path.parent.glob(f"{path.name}-page-*.png"):
        old.unlink()
    if pdftoppm := shutil.which("pdftoppm"):
        command = [pdftoppm, "-png", "-r", _DOTS_PER_INCH, str(path.with_suffix(".pdf")), f"{path}-page"]
        subprocess.run(command, check=True)
