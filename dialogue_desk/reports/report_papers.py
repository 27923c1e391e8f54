"""The papers that a program gives out, and the files they become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from dialogue_desk.domain.model.document import Document, PageBreak, PaperSize, Paragraph, Role
from dialogue_desk.domain.overview.named_picture import named_in
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.reports.circle_sheets import circle_sheets
from dialogue_desk.reports.council_summary import council_document
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.program_report import program_document
from dialogue_desk.reports.progress_report import progress_document
from dialogue_desk.reports.report_annex import annex_document
from dialogue_desk.reports.report_poster import poster_document
from dialogue_desk.words import Words


class ReportPaper(StrEnum):
    """A paper that is made from all circles of a program."""

    REPORT = "report"
    ANNEX = "annex"
    COUNCIL = "council-summary"
    POSTER = "poster"
    PROGRESS = "progress"
    CIRCLE_SHEETS = "circle-sheets"


_MAKERS: Mapping[ReportPaper, Callable[[ReportPlan, Words, date | None], Document]] = {
    ReportPaper.REPORT: program_document,
    ReportPaper.ANNEX: annex_document,
    ReportPaper.POSTER: poster_document,
    ReportPaper.PROGRESS: progress_document,
    ReportPaper.CIRCLE_SHEETS: circle_sheets,
}


def report_paper(
    paper: ReportPaper, plan: ReportPlan, words: Words, day: date | None = None, *, large: bool = False
) -> Document:
    """Return one paper of a program, made on that ``day``, for ``large`` print or the usual one."""
    if paper is ReportPaper.COUNCIL:
        return council_document(plan, words, day, large=large)
    return _MAKERS[paper](plan, words, day)


def plans_in(picture: ProgramPicture, languages: Sequence[str]) -> dict[str, ReportPlan]:
    """Return what stands in the papers of a program, for each of these languages in their order."""
    return {code: report_plan(named_in(picture, code)) for code in languages}


def paper_in_languages(
    paper: ReportPaper, plans: Mapping[str, ReportPlan], day: date | None = None, *, large: bool = False
) -> Document:
    """Return one paper of a program in each language of ``plans``, one after the other; the first says so."""
    papers = (report_paper(paper, plan, Words(code), day, large=large) for code, plan in plans.items())
    first, *others = papers
    if paper is ReportPaper.REPORT and first.has_cover:
        notes = (in_this_file_text(Words(other.language)) for other in others)
        told = tuple(
            Paragraph(note, Role.STRONG, other.language) for note, other in zip(notes, others, strict=True)
        )
        cover = first.blocks.index(PageBreak()) if PageBreak() in first.blocks else len(first.blocks)
        first = replace(first, blocks=(*first.blocks[:cover], *told, *first.blocks[cover:]))
    return replace(first, following=tuple(others))


def in_this_file_text(words: Words) -> str:
    """Say, in a second language, that all of a report follows in it."""
    return words.tr("This report is here in English too: look in the second half.")


def report_bytes(
    paper: ReportPaper,
    document: Document,
    ending: str,
    *,
    size: PaperSize = PaperSize.LETTER,
    large: bool = False,
    accessible: bool = False,
) -> bytes:
    """Return a paper as the kind of file that has ``ending``; a poster is as large as its page allows.

    A poster is for a wall: what it says can be listened to in the report.

    Raises:
        ValueError: when the ending is unknown.
    """
    if paper is ReportPaper.POSTER and ending == ".pdf":
        from dialogue_desk.reports.typesetting import undrawn  # noqa: PLC0415  # costly

        if not undrawn(document.signs):
            from dialogue_desk.reports.pdf_poster import poster_of  # noqa: PLC0415  # costly

            return poster_of(document, paper=size)
    words = Words(document.language)
    return rendered(document, ending, words, paper=size, large=large, accessible=accessible)


def report_paper_name(paper: ReportPaper, words: Words) -> str:
    """Return what a paper is called."""
    return {
        ReportPaper.REPORT: words.tr("Report"),
        ReportPaper.ANNEX: words.tr("Annex with every line"),
        ReportPaper.COUNCIL: words.tr("Council summary with answer sheet"),
        ReportPaper.POSTER: words.tr("Poster"),
        ReportPaper.PROGRESS: words.tr("Progress report"),
        ReportPaper.CIRCLE_SHEETS: words.tr("Circle sheets: you said, they answered"),
    }[paper]
