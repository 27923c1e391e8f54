"""The papers of a guide as files to save."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from functools import partial

from dialogue_desk.desk.leaving.documents import concern_about
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.reports.guide_papers import GuidePaper, guide_paper, nothing_to_print, paper_bytes
from dialogue_desk.reports.guide_session import GuideSession, guide_session
from dialogue_desk.whole_file import FileToSave
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of


@dataclass(frozen=True, slots=True)
class GuidePrints:
    """What a person wants printed of a session of a guide.

    ``plan`` is the id of the session in the guide.  ``people`` is 0 for the circle that suits the guide best;
    without ``start`` the papers have minutes and no times of day.
    """

    plan: str
    papers: tuple[GuidePaper, ...] = tuple(GuidePaper)
    endings: tuple[str, ...] = (".pdf",)
    size: PaperSize = PaperSize.LETTER
    large: bool = False
    accessible: bool = False
    start: time | None = None
    people: int = 0


def guide_prints(
    editions: Sequence[Guide], wanted: GuidePrints, words: Words
) -> tuple[tuple[FileToSave, ...], tuple[str, ...]]:
    """Return the papers of a session as files, and a sentence for each that there is nothing for.

    ``editions`` are the guide in each language that is wanted; all are in one file.  No name has a circle's
    place in it: the papers are those of the guide.

    Raises:
        KeyError: when an edition has no such session.
    """
    sessions = _sessions(editions, wanted)
    files: list[FileToSave] = []
    lacking: list[str] = []
    for paper in dict.fromkeys(wanted.papers):
        if made := tuple(_files(paper, sessions, wanted)):
            files += made
        else:
            title = title_of(sessions[0].plan, words)
            lacking.append(nothing_to_print(paper, title, words))
    return tuple(files), tuple(lacking)


def nothing_for(editions: Sequence[Guide], plan: str, words: Words) -> dict[GuidePaper, str]:
    """Return which papers a session of a guide has nothing for, each with a sentence that says so.

    Raises:
        KeyError: when an edition has no such session.
    """
    sessions = _sessions(editions, GuidePrints(plan))
    title = title_of(sessions[0].plan, words)
    return {
        paper: nothing_to_print(paper, title, words)
        for paper in GuidePaper
        if guide_paper(paper, sessions) is None
    }


def print_concern(editions: Sequence[Guide], wanted: GuidePrints, words: Words) -> str:
    """Return what a person has to know before PDFs are saved: what they could not show; "" when nothing."""
    sessions = _sessions(editions, wanted)
    made = (guide_paper(paper, sessions) for paper in wanted.papers if ".pdf" in wanted.endings)
    concerns = (concern_about(one, ".pdf", words, accessible=wanted.accessible) for one in made if one)
    return next(filter(None, concerns), "")


def _sessions(editions: Sequence[Guide], wanted: GuidePrints) -> tuple[GuideSession, ...]:
    labeled = len(editions) > 1
    return tuple(
        guide_session(guide, wanted.plan, people=wanted.people, start=wanted.start, labeled=labeled)
        for guide in editions
    )


def _files(
    paper: GuidePaper, sessions: tuple[GuideSession, ...], wanted: GuidePrints
) -> Iterator[FileToSave]:
    document = guide_paper(paper, sessions)
    if document is None:
        return
    made = partial(
        paper_bytes,
        paper,
        document,
        size=wanted.size,
        large=wanted.large,
        accessible=wanted.accessible,
    )
    for ending in dict.fromkeys(wanted.endings):
        name = "-".join(_name_parts(paper, sessions, wanted))
        yield FileToSave(name + ending, partial(made, ending))


def _name_parts(paper: GuidePaper, sessions: Iterable[GuideSession], wanted: GuidePrints) -> Iterator[str]:
    guides = [session.guide for session in sessions]
    yield plain_name(guides[0].id)
    yield plain_name(wanted.plan)
    yield paper.value
    yield from (plain_name(guide.language) for guide in guides)
    if wanted.large:
        yield "large-print"
    if wanted.size is not PaperSize.LETTER:
        yield wanted.size.value
