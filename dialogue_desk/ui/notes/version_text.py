"""The text and details of one edition of a record, for a person who compares it with another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Circle, GroundRule, GuideText, Program, Session
from dialogue_desk.domain.model.closing import (
    ClosingStep,
    DotVote,
    Overrule,
    PrivacyDecision,
    ReadBack,
    Tally,
    TallyCategory,
    TopThemes,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Theme, about
from dialogue_desk.ui.notes.organizing_text import ORGANIZERS, line_shown, organizing_details
from dialogue_desk.ui.notes.room_and_forum_text import ROOM_AND_FORUM, forum_details, known_by, room_details
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import day, time_of_day

_Detail: TypeAlias = tuple[str, str]
_Themes: TypeAlias = Mapping[RecordId, Theme]
_Options: TypeAlias = Mapping[tuple[str, str], str]
_Lines: TypeAlias = Mapping[RecordId, str]


@dataclass(frozen=True, slots=True)
class VersionText:
    """The own words of one edition, and its other details, each a name and a value."""

    text: str
    details: tuple[_Detail, ...] = ()


_NAMED_BY: Mapping[type, str] = {
    Note: "text",
    ActionIdea: "what",
    GroundRule: "text",
    Theme: "name",
    Circle: "code",
    Program: "name",
    GuideText: "guide",
    Overrule: "reason",
    TallyCategory: "name",
}
"""The field by which a person recognizes a record, for each type of record."""


def version_text(
    body: Body | None,
    themes: _Themes,
    words: Words,
    options: _Options = MappingProxyType({}),
    lines: _Lines = MappingProxyType({}),
) -> VersionText:
    """Return the text of ``body``; it is empty when the record was deleted.

    ``themes`` gives the names of themes, ``options`` those of the options of the session's parts, ``lines``
    the words of what organizers say something about.
    """
    if isinstance(body, ORGANIZERS):
        details = organizing_details(body, lines, themes, words)
        said = tuple((name, value) for name, value in details if value)
        return VersionText(line_shown(body, lines, words.language), said)
    if isinstance(body, ROOM_AND_FORUM):
        found = (*room_details(body, words), *forum_details(body, words))
        text = known_by(body, words) or line_shown(body, lines, words.language)
        return VersionText(text, tuple((name, value) for name, value in found if value))
    text = str(getattr(body, _NAMED_BY.get(type(body), ""), ""))
    if isinstance(body, Session):
        text = words.tr("Session {number}", number=body.number)
    details = _details(body, themes, words)
    if isinstance(body, Note | ActionIdea):
        details = [*details, (words.tr("About"), options.get(about(body), body.option))]
    return VersionText(text, tuple((name, value) for name, value in details if value))


def with_text(body: Body, text: str) -> Body | None:
    """Return ``body`` with another text, or None when it has no text that a person wrote."""
    match body:
        case Note() | GroundRule():
            return replace(body, text=text)
        case ActionIdea():
            return replace(body, what=text)
        case Theme():
            return replace(body, name=text)
        case _:
            return None


def _details(body: Body | None, themes: _Themes, words: Words) -> Iterable[_Detail]:
    match body:
        case Note():
            return _of_note(body, themes, words)
        case ActionIdea():
            return _of_idea(body, themes, words)
        case Session():
            return _of_session(body, words)
        case Theme():
            return _of_theme(body, themes, words)
        case Circle() | Program() | TallyCategory():
            return _of_program(body, words)
        case _:
            return _of_closing(body, themes, words)


def _of_program(body: Circle | Program | TallyCategory, words: Words) -> Iterable[_Detail]:
    match body:
        case Circle():
            yield words.tr("Place"), body.place
            yield words.tr("Language"), language_name(body.language, words)
        case Program():
            languages = [language_name(code, words) for code in body.languages]
            yield words.tr("Code"), body.code
            yield words.tr("Sessions"), str(body.sessions)
            yield words.tr("Languages"), join_names(languages, words)
        case TallyCategory():
            yield words.tr("Answers"), join_names(list(body.answers), words)


def _of_closing(body: Body | None, themes: _Themes, words: Words) -> Iterable[_Detail]:
    match body:
        case ClosingStep():
            yield name_of(body.step, words), name_of(body.state, words)
        case TopThemes():
            yield words.tr("Top themes"), _theme_names(body.themes, themes, words)
        case Tally():
            yield from ((answer, str(count)) for answer, count in body.counts)
        case DotVote():
            yield words.tr("Dots each"), str(body.dots_each)
            yield words.tr("People who voted"), str(body.voters)
        case ReadBack():
            yield words.tr("Read to the circle"), words.tr("yes") if body.read else words.tr("no")
        case PrivacyDecision():
            yield name_of(body.answer, words), body.words or words.tr("the same words")


def differing(versions: Iterable[VersionText]) -> frozenset[str]:
    """Return the names of the details in which the versions differ."""
    detail_sets = [dict(version.details) for version in versions]
    names = {name for details in detail_sets for name in details}
    return frozenset(name for name in names if len({details.get(name) for details in detail_sets}) > 1)


def _of_note(note: Note, themes: _Themes, words: Words) -> Iterable[_Detail]:
    yield words.tr("Kind"), name_of(note.kind, words)
    yield words.tr("How many of you"), _named(note.spread, words)
    yield words.tr("Themes"), _theme_names(note.themes, themes, words)
    if note.kind is NoteKind.QUOTE:
        yield words.tr("Permission"), name_of(note.consent, words)
    if note.kind is NoteKind.PARKING_LOT:
        yield words.tr("What happened to it"), name_of(note.parked, words)
    if note.sensitive:
        yield words.tr("Sensitive"), words.tr("not for everyone")


def _of_idea(idea: ActionIdea, themes: _Themes, words: Words) -> Iterable[_Detail]:
    yield words.tr("Why"), idea.why
    yield words.tr("Who"), idea.who
    yield words.tr("Strengths to build on"), idea.strengths
    yield words.tr("First step"), idea.first_step
    yield words.tr("Obstacles"), idea.obstacles
    yield words.tr("Dots"), "" if idea.dots is None else str(idea.dots)
    yield words.tr("Level"), _named(idea.level, words)
    yield words.tr("When"), _named(idea.horizon, words)
    yield words.tr("Themes"), _theme_names(idea.themes, themes, words)


def _of_theme(theme: Theme, themes: _Themes, words: Words) -> Iterable[_Detail]:
    """Yield what it was joined with: its own name alone would say that nothing was done to it."""
    if theme.into is not None:
        into = themes.get(theme.into)
        yield words.tr("Joined into"), into.name if into is not None else words.tr("a theme that is not here")


def _of_session(session: Session, words: Words) -> Iterable[_Detail]:
    starts = f"{day(session.start, session.zone, words)}, {time_of_day(session.start, session.zone, words)}"
    yield words.tr("Starts"), starts
    yield words.tr("Ends"), time_of_day(session.hard_end, session.zone, words)
    yield words.tr("People"), str(session.head_count)
    yield words.tr("Place"), session.place
    yield words.tr("Police officers"), _named(session.officers, words)


def _theme_names(ids: Iterable[RecordId], themes: _Themes, words: Words) -> str:
    return join_names([themes[theme].name for theme in ids if theme in themes], words)


def _named(member: StrEnum | None, words: Words) -> str:
    return "" if member is None else name_of(member, words)
