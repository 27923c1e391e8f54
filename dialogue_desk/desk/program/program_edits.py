"""Makes and changes a program with its circles, starter themes and tally sheet, as one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL, Circle, Program, Session
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER


@dataclass(frozen=True, slots=True)
class DraftCircle:
    """A circle as the form has it.  ``id`` is None for a new one."""

    id: RecordId | None
    code: str
    place: str
    language: str


@dataclass(frozen=True, slots=True)
class DraftCategory:
    """A question of the tally sheet as the form has it.  ``id`` is None for a new one."""

    id: RecordId | None
    name: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramDraft:
    """A program as the form has it.  ``seal_to`` is the public key that packages are sealed to, or ""."""

    name: str
    code: str = ""
    sessions: int = 1
    languages: tuple[str, ...] = ("en",)
    circles: tuple[DraftCircle, ...] = ()
    themes: tuple[str, ...] = ()
    categories: tuple[DraftCategory, ...] = ()
    smallest_total: int = USUAL_SMALLEST_TOTAL
    keep_until: str = ""
    seal_to: str = ""


def program_draft_of(desk: Desk, program_id: RecordId) -> ProgramDraft:
    """Return a program as the form shows it.

    Raises:
        KeyError: when there is no such program.
    """
    record = desk.get(program_id)
    if record is None or not isinstance(record.body, Program):
        raise KeyError(program_id)
    program = record.body
    themes = (theme.body.name for theme in themes_of(desk, program_id))
    categories = (
        DraftCategory(one.id, one.body.name, one.body.answers) for one in categories_of(desk, program_id)
    )
    return ProgramDraft(
        program.name,
        program.code,
        program.sessions,
        program.languages,
        _draft_circles(circles_of(desk, program_id)),
        tuple(themes),
        tuple(categories),
        program.smallest_total,
        program.keep_until,
        program.seal_to,
    )


def new_program_draft(desk: Desk, language: str) -> ProgramDraft:
    """Return a new program as the form shows it first: with the circles that belong to no program yet."""
    outside = circles_of(desk, None)
    numbers = (
        session.body.number
        for circle in outside
        for session in stored(desk.file.records.under(circle.id, Kind.SESSION), Session)
    )
    spoken = dict.fromkeys(circle.body.language for circle in outside)
    first = DraftCircle(None, "C01", "", language)
    return ProgramDraft(
        "",
        sessions=max(numbers, default=1),
        languages=tuple(spoken) or (language,),
        circles=_draft_circles(outside) or (first,),
    )


def save_program(desk: Desk, program_id: RecordId | None, draft: ProgramDraft) -> RecordId:
    """Write a program as the form has it, a new one for None, and return its id.

    A circle without a program that is in the draft comes into it with its sessions.
    What the draft leaves out is removed: a circle leaves the program, and is removed itself only when it has
    no session.  A theme whose name stays keeps its record, and the notes under it.

    Raises:
        DeskTrouble: when it could not be written; then nothing was changed.
    """
    known = None if program_id is None else desk.get(program_id)
    old = known.body if known is not None and isinstance(known.body, Program) else None
    own_id = program_id or desk.new_id()
    program = replace(
        old or Program(draft.name),
        name=draft.name,
        code=draft.code,
        sessions=draft.sessions,
        languages=draft.languages,
        keep_until=draft.keep_until,
        smallest_total=draft.smallest_total,
        seal_to=draft.seal_to,
    )
    writes = [
        Write.of(own_id, NO_OWNER, program),
        *_circle_writes(desk, own_id, draft.circles),
        *_theme_writes(desk, own_id, draft.themes),
        *_category_writes(desk, own_id, draft.categories),
    ]
    desk.perform(Edit(Act.PREPARE, tuple(writes)))
    return own_id


def circles_of(desk: Desk, program_id: RecordId | None) -> list[Stored[Circle]]:
    """Return the circles of a program, or those without one for None."""
    circles = stored(desk.file.records.of_kind(Kind.CIRCLE), Circle)
    return [circle for circle in circles if circle.body.program == program_id]


def themes_of(desk: Desk, program_id: RecordId) -> tuple[Stored[Theme], ...]:
    """Return the starter themes of a program, in the order they were made."""
    themes = stored(desk.file.records.under(program_id, Kind.THEME), Theme)
    return tuple(theme for theme in themes if theme.body.into is None)


def categories_of(desk: Desk, program_id: RecordId) -> list[Stored[TallyCategory]]:
    """Return the questions of a program's tally sheet, in their order."""
    found = stored(desk.file.records.under(program_id, Kind.TALLY_CATEGORY), TallyCategory)
    return sorted(found, key=lambda category: (category.body.place, category.id))


def has_sessions(desk: Desk, circle_id: RecordId) -> bool:
    """Whether a circle has had a session, or has prepared one."""
    return any(record.body is not None for record in desk.file.records.under(circle_id, Kind.SESSION))


def _draft_circles(circles: Iterable[Stored[Circle]]) -> tuple[DraftCircle, ...]:
    in_order = sorted(circles, key=lambda circle: (look_up_order(circle.body.code), circle.id))
    return tuple(
        DraftCircle(circle.id, circle.body.code, circle.body.place, circle.body.language)
        for circle in in_order
    )


def _circle_writes(desk: Desk, program_id: RecordId, drafts: Iterable[DraftCircle]) -> Iterable[Write]:
    left = {circle.id: circle.body for circle in circles_of(desk, program_id)}
    outside = {circle.id: circle.body for circle in circles_of(desk, None)}
    for draft in drafts:
        known = (left.pop(draft.id, None) or outside.get(draft.id)) if draft.id is not None else None
        circle = replace(
            known or Circle(draft.code),
            code=draft.code,
            place=draft.place,
            program=program_id,
            language=draft.language,
        )
        yield Write.of(draft.id or desk.new_id(), NO_OWNER, circle)
    for circle_id, body in left.items():
        held = has_sessions(desk, circle_id)
        yield Write(circle_id, Kind.CIRCLE, NO_OWNER, replace(body, program=None) if held else None)


def _theme_writes(desk: Desk, program_id: RecordId, names: Iterable[str]) -> Iterable[Write]:
    left = {twin_key(theme.body.name): theme for theme in themes_of(desk, program_id)}
    for name in dict.fromkeys(names):
        same = left.pop(twin_key(name), None)
        yield Write.of(same.id if same else desk.new_id(), program_id, Theme(name))
    yield from (Write(theme.id, Kind.THEME, program_id, None) for theme in left.values())


def _category_writes(desk: Desk, program_id: RecordId, drafts: Iterable[DraftCategory]) -> Iterable[Write]:
    left = {category.id for category in categories_of(desk, program_id)}
    for place, draft in enumerate(drafts):
        if draft.id is not None:
            left.discard(draft.id)
        category = TallyCategory(draft.name, draft.answers, place)
        yield Write.of(draft.id or desk.new_id(), program_id, category)
    yield from (Write(one, Kind.TALLY_CATEGORY, program_id, None) for one in sorted(left))
