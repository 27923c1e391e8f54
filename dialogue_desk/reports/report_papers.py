"""The papers that a program gives out, and the files they become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from dialogue_desk.domain.model.document import Document, PageBreak, PaperSize, Paragraph, Role
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.overview.named_picture import named_in
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.reports.circle_sheets import circle_sheets
from dialogue_desk.reports.council_summary import council_document
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.forum_agenda import agenda_document
from dialogue_desk.reports.forum_papers import ballot_document, option_posters, tally_sheet, team_sheets
from dialogue_desk.reports.forum_section import forum_result_document
from dialogue_desk.reports.funders_page import funders_document
from dialogue_desk.reports.missing_voices import missing_voices
from dialogue_desk.reports.program_report import program_document
from dialogue_desk.reports.progress_report import progress_document
from dialogue_desk.reports.questionnaire_slips import questionnaire_document
from dialogue_desk.reports.report_annex import annex_document
from dialogue_desk.reports.report_poster import poster_document
from dialogue_desk.reports.tally_slips import tally_slips
from dialogue_desk.words import Words


class ReportPaper(StrEnum):
    """A paper that is made from all circles of a program."""

    REPORT = "report"
    ANNEX = "annex"
    COUNCIL = "council-summary"
    POSTER = "poster"
    PROGRESS = "progress"
    FUNDERS = "funders"
    QUESTIONNAIRE = "questionnaire"
    CIRCLE_SHEETS = "circle-sheets"
    BALLOT = "ballot"
    OPTION_POSTERS = "option-posters"
    TALLY_SHEET = "tally-sheet"
    TEAM_SHEETS = "team-sheets"
    FORUM_AGENDA = "forum-agenda"
    FORUM_RESULT = "forum-result"
    MISSING_VOICES = "missing-voices"
    TALLY_SLIPS = "tally-slips"


_MAKERS: Mapping[ReportPaper, Callable[[ReportPlan, Words, date | None], Document]] = {
    ReportPaper.REPORT: program_document,
    ReportPaper.ANNEX: annex_document,
    ReportPaper.POSTER: poster_document,
    ReportPaper.PROGRESS: progress_document,
    ReportPaper.FUNDERS: funders_document,
    ReportPaper.CIRCLE_SHEETS: circle_sheets,
    ReportPaper.BALLOT: ballot_document,
    ReportPaper.OPTION_POSTERS: option_posters,
    ReportPaper.TALLY_SHEET: tally_sheet,
    ReportPaper.TEAM_SHEETS: team_sheets,
    ReportPaper.FORUM_RESULT: forum_result_document,
    ReportPaper.MISSING_VOICES: missing_voices,
    ReportPaper.TALLY_SLIPS: tally_slips,
}

_DRAWN = (ReportPaper.POSTER, ReportPaper.OPTION_POSTERS, ReportPaper.BALLOT)
_NO_GUIDES: Mapping[str, Guide] = {}
_IN_ALL_LANGUAGES = (
    ReportPaper.QUESTIONNAIRE,
    ReportPaper.BALLOT,
    ReportPaper.OPTION_POSTERS,
    ReportPaper.TALLY_SLIPS,
)
"""What says everything in each language of the program already, so it comes once."""


def report_paper(
    paper: ReportPaper,
    plan: ReportPlan,
    words: Words,
    day: date | None = None,
    *,
    large: bool = False,
    guide: Guide | None = None,
) -> Document:
    """Return one paper of a program, made on that ``day``, for ``large`` print or the usual one.

    ``guide`` is that of the action forum, from which its agenda is drawn.
    """
    if paper is ReportPaper.COUNCIL:
        return council_document(plan, words, day, large=large)
    if paper is ReportPaper.QUESTIONNAIRE:
        return questionnaire_document(plan, words, day, large=large)
    if paper is ReportPaper.FORUM_AGENDA:
        return agenda_document(plan, guide, words, day)
    return _MAKERS[paper](plan, words, day)


def plans_in(picture: ProgramPicture, languages: Sequence[str]) -> dict[str, ReportPlan]:
    """Return what stands in the papers of a program, for each of these languages in their order."""
    return {code: report_plan(named_in(picture, code)) for code in languages}


def paper_in_languages(
    paper: ReportPaper,
    plans: Mapping[str, ReportPlan],
    day: date | None = None,
    *,
    large: bool = False,
    guides: Mapping[str, Guide] = _NO_GUIDES,
) -> Document:
    """Return one paper of a program in each language of ``plans``, one after the other; the first says so.

    ``guides`` are those of the action forum, by language.
    """
    made = [
        report_paper(paper, plan, Words(code), day, large=large, guide=guides.get(code))
        for code, plan in plans.items()
    ]
    first, *others = made[:1] if paper in _IN_ALL_LANGUAGES else made
    if paper is ReportPaper.REPORT and first.has_cover:
        notes = (in_this_file_text(Words(other.language)) for other in others)
        told = tuple(
            Paragraph(note, Role.STRONG, other.language) for note, other in zip(notes, others, strict=True)
        )
        cover = first.blocks.index(PageBreak()) if PageBreak() in first.blocks else len(first.blocks)
        first = replace(first, blocks=(*first.blocks[:cover], *told, *first.blocks[cover:]))
    after = (*first.following, *(one for other in others for one in other.all_in_file))
    return replace(first, following=tuple(replace(one, following=()) for one in after))


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
    """Return a paper as the kind of file that has ``ending``; posters and ballots are drawn on their pages.

    A poster is for a wall and a ballot for a pen, so ``accessible`` changes neither: what they say can be
    listened to in the report, and a ballot as a web page or a Word document.

    Raises:
        ValueError: when the ending is unknown.
    """
    if ending == ".pdf" and paper in _DRAWN:
        from dialogue_desk.reports.typesetting import undrawn  # noqa: PLC0415  # costly

        if not undrawn(document.signs):
            return _drawn(paper, document, size, large=large)
    words = Words(document.language)
    return rendered(document, ending, words, paper=size, large=large, accessible=accessible)


def _drawn(paper: ReportPaper, document: Document, size: PaperSize, *, large: bool) -> bytes:
    match paper:
        case ReportPaper.BALLOT:
            from dialogue_desk.reports.pdf_ballots import ballots_pdf_of  # noqa: PLC0415  # costly

            return ballots_pdf_of(document, paper=size, large=large)
        case ReportPaper.OPTION_POSTERS:
            from dialogue_desk.reports.pdf_option_posters import option_posters_of  # noqa: PLC0415  # costly

            return option_posters_of(document, paper=size)
        case _:
            from dialogue_desk.reports.pdf_poster import poster_of  # noqa: PLC0415  # costly

            return poster_of(document, paper=size)


def report_paper_name(paper: ReportPaper, words: Words) -> str:
    """Return what a paper is called."""
    return {
        ReportPaper.REPORT: words.tr("Report"),
        ReportPaper.ANNEX: words.tr("Annex with every line"),
        ReportPaper.COUNCIL: words.tr("Council summary with answer sheet"),
        ReportPaper.POSTER: words.tr("Poster"),
        ReportPaper.PROGRESS: words.tr("Progress report"),
        ReportPaper.FUNDERS: words.tr("Figures for funders"),
        ReportPaper.QUESTIONNAIRE: words.tr("Questionnaire, before and after"),
        ReportPaper.CIRCLE_SHEETS: words.tr("Circle sheets: you said, they answered"),
        ReportPaper.BALLOT: words.tr("Ballots"),
        ReportPaper.OPTION_POSTERS: words.tr("Posters of the options"),
        ReportPaper.TALLY_SHEET: words.tr("Tally sheet"),
        ReportPaper.TEAM_SHEETS: words.tr("Sign-up sheets of action teams"),
        ReportPaper.FORUM_AGENDA: words.tr("Agenda of the action forum"),
        ReportPaper.FORUM_RESULT: words.tr("Result of the vote"),
        ReportPaper.MISSING_VOICES: words.tr("Who is missing, and whom to ask"),
        ReportPaper.TALLY_SLIPS: words.tr("Tally slips"),
    }[paper]
