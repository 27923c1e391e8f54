"""The circle's own page: what it said, each line with its code, as it is read aloud and taken home.

It holds what everyone in the room may see, and of that nothing that tells one voice from many: no spread, no
time, no seat.  Who finds it on a chair learns which circle it is of, and no more than what was read aloud.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.closing.leaving import Profile, lets
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, about, entry_text, people_differ
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder


class PageSection(StrEnum):
    """What a line of the page is, in the order in which the printed page has them."""

    AGREE = "agree"
    DIFFER = "differ"
    PROPOSE = "propose"
    TALK = "talk"
    QUOTES = "quotes"
    QUESTIONS = "questions"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line: its words in the ``language`` they were said, and its code.

    ``detail`` is who could take up an action idea, or the title of the option that a note is about.
    """

    id: RecordId
    code: str
    text: str
    section: PageSection
    language: str = ""
    detail: str = ""


def page_lines(folder: SessionFolder, entries: Iterable[Entry]) -> tuple[PageLine, ...]:
    """Return the lines of the page, in the order of ``entries``.

    Sensitive notes stay out, quotes that may not be repeated, and notes with two versions: the version that
    is not shown may be private.
    """
    options = folder.plan.options
    return tuple(
        PageLine(
            one.id,
            line_code(one.id),
            entry_text(one.body),
            _section(one.body),
            one.body.language or folder.circle.language,
            one.body.who if isinstance(one.body, ActionIdea) else options.get(about(one.body), ""),
        )
        for one in entries
        if lets(Profile.EVERYONE, one.body) and not one.in_conflict
    )


def by_section(lines: Sequence[PageLine]) -> Mapping[PageSection, tuple[PageLine, ...]]:
    """Return the lines of each section that has any, the sections in their order."""
    found = {section: tuple(one for one in lines if one.section is section) for section in PageSection}
    return {section: own for section, own in found.items() if own}


def room_languages(folder: SessionFolder, spoken: Iterable[str]) -> tuple[str, ...]:
    """Return those of the ``spoken`` languages that the session is held in, the circle's own first."""
    own = folder.circle.language
    held = {own, *folder.plans, *folder.session.languages}
    found = [language for language in spoken if language in held]
    return tuple(sorted(found, key=lambda language: language != own))


def _section(body: Note | ActionIdea) -> PageSection:
    if isinstance(body, ActionIdea):
        return PageSection.PROPOSE
    if body.kind in _SECTIONS and body.kind is not NoteKind.COMMON_GROUND:
        return _SECTIONS[body.kind]
    if people_differ(body.kind, body.spread):
        return PageSection.DIFFER
    return _SECTIONS.get(body.kind, PageSection.TALK)


_SECTIONS = {
    NoteKind.COMMON_GROUND: PageSection.AGREE,
    NoteKind.QUOTE: PageSection.QUOTES,
    NoteKind.QUESTION: PageSection.QUESTIONS,
    NoteKind.PARKING_LOT: PageSection.LATER,
}
