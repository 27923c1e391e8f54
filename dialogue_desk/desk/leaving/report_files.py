"""Makes what a program gives out: the report, its annex, the council summary and the poster, as files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.documents import concern_about
from dialogue_desk.domain.model.document import Document, PaperSize
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.document_files import USUAL_ENDINGS
from dialogue_desk.reports.report_papers import ReportPaper, paper_in_languages, plans_in, report_bytes
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import FileToSave, write_atomically
from dialogue_desk.words import Words
from dialogue_desk.words.times import local_datetime

_FORUM_GUIDE = "action-forum"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a person wants what a program gives out.

    ``also`` is a second language, in which all of it follows in the same file; "" for none.  ``large`` is
    print of 18 points; ``accessible`` asks for a PDF that screen readers can follow.
    """

    papers: tuple[ReportPaper, ...] = (ReportPaper.REPORT,)
    ending: str = ".pdf"
    language: str = "en"
    also: str = ""
    size: PaperSize = PaperSize.LETTER
    large: bool = False
    accessible: bool = True

    @property
    def languages(self) -> tuple[str, ...]:
        """Its languages, each once, the first to be read first."""
        return tuple(dict.fromkeys(code for code in (self.language, self.also) if code))

    def ending_of(self, paper: ReportPaper) -> str:
        """Return the kind of file that a paper becomes: an annex is a web page where others are printed.

        On paper it would have more than a thousand pages, and no search.
        """
        printed = self.ending in (".pdf", ".docx") and len(self.papers) > 1
        word = self.ending == ".docx"
        return ".html" if paper is ReportPaper.ANNEX and (printed or word) else self.ending


def today(desk: Desk) -> date:
    """Return the day on which a report is made, in the room of the laptop."""
    now = desk.clock.now()
    return local_datetime(now, desk.clock.zone(now)).date()


def report_files(
    picture: ProgramPicture, options: ReportOptions, name: str, day: date
) -> tuple[FileToSave, ...]:
    """Return what was asked for as files, whose names begin with ``name``; they do not read the desk.

    Raises:
        ValueError: when a file with an unknown ending is made.
    """
    files, plans = [], plans_in(picture, options.languages)
    for paper in dict.fromkeys(options.papers):
        document = _document(paper, plans, day, large=options.large)
        made = partial(_made, paper, document, options.ending_of(paper), options)
        files.append(FileToSave(f"{name}-{paper.value}{options.ending_of(paper)}", made))
    return tuple(files)


def _document(
    paper: ReportPaper, plans: Mapping[str, ReportPlan], day: date | None = None, *, large: bool = False
) -> Document:
    """Return a paper; an agenda with what the guide of the action forum says."""
    guides = forum_guides() if paper is ReportPaper.FORUM_AGENDA else {}
    return paper_in_languages(paper, plans, day, large=large, guides=guides)


def forum_guides() -> Mapping[str, Guide]:
    """Return the guide of the action forum that comes with the app, by language."""
    shelf = GuideShelf(resource("guides"), Words())
    return {code: shelf.guide(text) for code, text in shelf.translations(_FORUM_GUIDE).items()}


def _made(paper: ReportPaper, document: Document, ending: str, options: ReportOptions) -> bytes:
    return report_bytes(
        paper,
        document,
        ending,
        size=options.size,
        large=options.large,
        accessible=options.accessible,
    )


def report_concern(picture: ProgramPicture, options: ReportOptions, words: Words) -> str:
    """Return what a person has to know before these are saved, in the language of ``words``."""
    plans = plans_in(picture, options.languages)
    for paper in options.papers:
        document = _document(paper, plans)
        if said := concern_about(document, options.ending_of(paper), words, accessible=options.accessible):
            return said
    return ""


def write_paper(picture: ProgramPicture, paper: ReportPaper, path: Path, words: Words, day: date) -> None:
    """Write one of them into a folder, which is made if needed; as PDF, for screen readers too.

    Raises:
        ValueError: when the ending is unknown.
        OSError: when it could not be written whole; then an older file is as it was.
    """
    ending = path.suffix.lower()
    document = _document(paper, plans_in(picture, (words.language,)), day)
    data = report_bytes(paper, document, ending, accessible=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, data)


def first_pages(picture: ProgramPicture, options: ReportOptions, day: date, ppi: float) -> tuple[bytes, ...]:
    """Return the first two pages of the report as they will be printed, as PNG; () without Typst."""
    from dialogue_desk.reports.tagged_pdf import page_pictures  # noqa: PLC0415  # costly

    words = Words(options.language)
    document = paper_in_languages(ReportPaper.REPORT, plans_in(picture, options.languages), day)
    return page_pictures(document, words, paper=options.size, large=options.large, pages=2, ppi=ppi)


def usual_papers() -> Iterator[tuple[ReportPaper, str]]:
    """Yield what is written of a program by default, each with its kinds of file."""
    for ending in USUAL_ENDINGS:
        yield ReportPaper.REPORT, ending
    yield ReportPaper.ANNEX, ".html"
    yield ReportPaper.COUNCIL, ".pdf"
    yield ReportPaper.POSTER, ".pdf"
