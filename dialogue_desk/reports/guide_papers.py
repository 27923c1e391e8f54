"""What a guide prints for one session, and the files it becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

from dialogue_desk.domain.model.document import Document, PaperSize
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.guide_cards import cards_document, moments_document
from dialogue_desk.reports.guide_forms import notes_document, tallies_document
from dialogue_desk.reports.guide_handout import handout_document, rules_document, sheets_document
from dialogue_desk.reports.guide_plan import guide_plan_document
from dialogue_desk.reports.guide_script import script_document
from dialogue_desk.reports.guide_session import GuideSession
from dialogue_desk.words import Words


class GuidePaper(StrEnum):
    """A paper that a guide prints for a session."""

    PLAN = "plan"
    SCRIPT = "script"
    HANDOUT = "handout"
    CARDS = "cards"
    SHEETS = "sheets"
    RULES = "rules"
    NOTES = "notes"
    TALLIES = "tallies"
    MOMENTS = "moments"


_MAKERS: Mapping[GuidePaper, Callable[[GuideSession, Words], Document | None]] = {
    GuidePaper.PLAN: guide_plan_document,
    GuidePaper.SCRIPT: script_document,
    GuidePaper.HANDOUT: handout_document,
    GuidePaper.CARDS: cards_document,
    GuidePaper.SHEETS: sheets_document,
    GuidePaper.RULES: rules_document,
    GuidePaper.NOTES: notes_document,
    GuidePaper.TALLIES: tallies_document,
    GuidePaper.MOMENTS: moments_document,
}


def guide_paper(paper: GuidePaper, sessions: tuple[GuideSession, ...]) -> Document | None:
    """Return a paper of a session, or None when its guide has nothing to print on it.

    ``sessions`` are the same one in each language that is wanted; one comes after the other, each with the
    words of its own language around it.
    """
    made = [_MAKERS[paper](one, Words(one.guide.language)) for one in sessions]
    all_of_them = [part for one in made if one is not None for part in one.all_in_file]
    if not all_of_them:
        return None
    alone = [replace(one, following=()) for one in all_of_them]
    return replace(alone[0], following=tuple(alone[1:]))


def paper_bytes(
    paper: GuidePaper,
    document: Document,
    ending: str,
    *,
    size: PaperSize = PaperSize.LETTER,
    large: bool = False,
    accessible: bool = False,
) -> bytes:
    """Return a paper as the kind of file that has ``ending``: cards are drawn to be cut, rules to be hung.

    Where a PDF is to be read aloud, or has letters that cannot be drawn so, it is set like any document.

    Raises:
        ValueError: when the ending is unknown.
    """
    if ending == ".pdf" and not accessible and paper in _DRAWN:
        from dialogue_desk.reports.typesetting import undrawn  # noqa: PLC0415  # costly

        if not undrawn(document.signs):
            return _DRAWN[paper](document, size, large)
    words = Words(document.language)
    return rendered(document, ending, words, paper=size, large=large, accessible=accessible)


def _cards(document: Document, size: PaperSize, large: bool) -> bytes:
    from dialogue_desk.reports.pdf_cards import cards_pdf_of  # noqa: PLC0415  # costly

    return cards_pdf_of(document, paper=size, large=large)


def _poster(document: Document, size: PaperSize, _large: bool) -> bytes:
    from dialogue_desk.reports.pdf_poster import poster_of  # noqa: PLC0415  # costly

    return poster_of(document, paper=size)


_DRAWN: Mapping[GuidePaper, Callable[[Document, PaperSize, bool], bytes]] = {
    GuidePaper.CARDS: _cards,
    GuidePaper.MOMENTS: _cards,
    GuidePaper.RULES: _poster,
}


def paper_name(paper: GuidePaper, words: Words) -> str:
    """Return what a paper is called."""
    return {
        GuidePaper.PLAN: words.tr("Plan on one page"),
        GuidePaper.SCRIPT: words.tr("Facilitators' script"),
        GuidePaper.HANDOUT: words.tr("Page for participants"),
        GuidePaper.CARDS: words.tr("Cards to cut out"),
        GuidePaper.SHEETS: words.tr("Sheets to hand out"),
        GuidePaper.RULES: words.tr("Poster of the ground rules"),
        GuidePaper.NOTES: words.tr("Form for paper notes"),
        GuidePaper.TALLIES: words.tr("Sheet to count on"),
        GuidePaper.MOMENTS: words.tr("Cards for when it gets hot"),
    }[paper]


def paper_purpose(paper: GuidePaper, words: Words) -> str:
    """Return in a sentence what a paper is for."""
    return {
        GuidePaper.PLAN: words.tr("All parts with their times, for the facilitators’ table."),
        GuidePaper.SCRIPT: words.tr("What to say and ask, with tips. One for each facilitator."),
        GuidePaper.HANDOUT: words.tr(
            "What we do today, the ground rules and the questions. One for each person."
        ),
        GuidePaper.CARDS: words.tr("The cards of this session, to cut out or to hang up."),
        GuidePaper.SHEETS: words.tr("Pages that people read before or take home."),
        GuidePaper.RULES: words.tr("Large, to hang where everyone sees them."),
        GuidePaper.NOTES: words.tr("Room for notes under each question, if no laptop is open."),
        GuidePaper.TALLIES: words.tr("To count how many people came and how many agree."),
        GuidePaper.MOMENTS: words.tr("What to say when it gets hot, on cards to hold."),
    }[paper]


def nothing_to_print(paper: GuidePaper, session: str, words: Words) -> str:
    """Return the sentence for a paper that a session has nothing for."""
    match paper:
        case GuidePaper.CARDS:
            return words.tr("“{session}” has no cards, so none are printed.", session=session)
        case GuidePaper.SHEETS:
            return words.tr("“{session}” has no sheets to hand out, so none are printed.", session=session)
        case GuidePaper.MOMENTS:
            return words.tr("This guide says nothing for when it gets hot, so no cards for it are printed.")
        case _:
            return words.tr("This guide has no ground rules, so no poster is printed.")
