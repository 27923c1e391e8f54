"""Makes the documents of a session for people, and says what a document on paper could not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.packages import stem
from dialogue_desk.domain.closing.circle_page import room_languages
from dialogue_desk.domain.model.document import Document, PaperSize
from dialogue_desk.domain.model.guide import Guide, SessionPlan
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.overview.summary import summary_of
from dialogue_desk.reports.circle_paper import circle_document
from dialogue_desk.reports.document_files import USUAL_ENDINGS, rendered
from dialogue_desk.reports.session_summary import session_document
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import FileToSave
from dialogue_desk.words import LANGUAGES, Words

_ON_SHEETS = USUAL_ENDINGS
"""The endings of documents that have a paper size and a print size."""


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """How a person wants the summary of a session, and its circle's own page.

    ``endings`` are the kinds of file.  ``languages`` are all in one document; when empty, it is in the
    circle's own language if the app speaks it.  ``large`` is print of 18 points.  ``accessible`` asks for
    a PDF that screen readers can follow; with ``times`` it says how long each part took.  With ``page``, the
    circle's own page is beside it.
    """

    endings: tuple[str, ...] = USUAL_ENDINGS
    languages: tuple[str, ...] = ()
    paper: PaperSize = PaperSize.LETTER
    large: bool = False
    accessible: bool = False
    times: bool = False
    page: bool = False


_PAGE = "our-page"
"""What the names of the files of a circle's own page say."""
_BEYOND_LATIN = "\u0250"
_PUNCTUATION = frozenset("–—‘’“”•…€")
"""What every font here has; texts of these alone need no look at the fonts, which takes time."""

USUAL_PAPERS = SummaryOptions()
"""What is written unless a person chooses otherwise."""


def paper_document(folder: SessionFolder, papers: SummaryOptions, words: Words) -> Document:
    """Return the summary of a session, in one language or in several, the circle's own first.

    The language of ``words`` is used for circles whose language the app does not speak.
    """
    own = folder.circle.language
    usual = own if own in LANGUAGES else words.language
    languages = sorted(dict.fromkeys(papers.languages or (usual,)), key=lambda language: language != usual)
    known = replace(folder, plans={**_plans_in(folder, languages), **folder.plans})
    first, *others = (
        session_document(summary_of(known, one), Words(one), times=papers.times) for one in languages
    )
    return replace(first, following=tuple(others))


def _plans_in(folder: SessionFolder, languages: Iterable[str]) -> dict[str, SessionPlan]:
    """Return the plan in languages that the session did not begin with, from the guides of the app."""
    if folder.plans.keys() >= set(languages):
        return {}
    return {
        guide.language: plan
        for guide in _editions(folder.guide.id)
        for plan in guide.sessions
        if guide.version == folder.guide.version and plan.id == folder.session.plan
    }


@lru_cache(maxsize=20)
def _editions(guide_id: str) -> tuple[Guide, ...]:
    """Return a guide of the app in all its languages; reading one takes a third of a second."""
    shelf = GuideShelf(resource("guides"), Words())
    return tuple(shelf.guide(text) for text in shelf.translations(guide_id).values())


def paper_files(folder: SessionFolder, papers: SummaryOptions, words: Words) -> tuple[FileToSave, ...]:
    """Return the summary of a session as the files that were asked for.  They do not read the desk anymore.

    Their names have the circle, the session and the date, and the languages and sizes that were asked for.

    Raises:
        ValueError: when a file with an unknown ending is made.
    """
    summary = _files(paper_document(folder, papers, words), (stem(folder),), papers)
    return (*summary, *page_files(folder, papers, words)) if papers.page else summary


def page_document(folder: SessionFolder, papers: SummaryOptions, words: Words) -> Document:
    """Return the circle's own page; without a choice of languages, in those the session is held in.

    The language of ``words`` is used for circles whose language the app does not speak.
    """
    languages = papers.languages or room_languages(folder, LANGUAGES) or (words.language,)
    own = sorted(dict.fromkeys(languages), key=lambda language: language != folder.circle.language)
    return circle_document(folder, [Words(language) for language in own])


def page_files(folder: SessionFolder, papers: SummaryOptions, words: Words) -> tuple[FileToSave, ...]:
    """Return the circle's own page as the files that were asked for."""
    return _files(page_document(folder, papers, words), (stem(folder), _PAGE), papers)


def _files(document: Document, named: Sequence[str], papers: SummaryOptions) -> tuple[FileToSave, ...]:
    made = partial(
        rendered,
        document,
        words=Words(document.language),
        paper=papers.paper,
        large=papers.large,
        accessible=papers.accessible,
    )
    return tuple(
        FileToSave("-".join((*named, *_name_parts(papers, ending))) + ending, partial(made, ending))
        for ending in dict.fromkeys(papers.endings)
    )


def _name_parts(papers: SummaryOptions, ending: str) -> Iterator[str]:
    yield from sorted(set(papers.languages))
    if papers.large and ending in _ON_SHEETS:
        yield "large-print"
    if papers.paper is not PaperSize.LETTER and ending in _ON_SHEETS:
        yield papers.paper.value


def concern_about(document: Document, ending: str, words: Words, *, accessible: bool) -> str:
    """Return what a person has to know before ``document`` is saved with ``ending``; "" when nothing."""
    if ending != ".pdf" or all(sign < _BEYOND_LATIN or sign in _PUNCTUATION for sign in document.signs):
        return ""
    from dialogue_desk.reports.pdf_plan import pdf_concern, pdf_plan  # noqa: PLC0415  # costly

    return pdf_concern(pdf_plan(document, accessible=accessible), words)
