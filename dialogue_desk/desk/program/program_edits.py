"""Makes and changes a program with its circles, starter themes and tally sheet, as one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.program_draft import (
    DraftCategory,
    DraftCircle,
    DraftTheme,
    ProgramDraft,
    changed_in_form,
)
from dialogue_desk.desk.program.questionnaire_edits import (
    counted_statements,
    questionnaire_of,
    questionnaire_writes,
)
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.questionnaire import Questionnaire
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER


def program_draft_of(desk: Desk, program_id: RecordId) -> ProgramDraft:
    """Return a program as the form shows it.

    Raises:
        KeyError: when there is no such program.
    """
    record = desk.get(program_id)
    if record is None or not isinstance(record.body, Program):
        raise KeyError(program_id)
    asked = questionnaire_of(desk, program_id)
    return ProgramDraft(
        record.body,
        _draft_circles(circles_of(desk, program_id)),
        tuple(DraftTheme(theme.id, theme.body) for theme in themes_of(desk, program_id)),
        tuple(
            DraftCategory(one.id, one.body.name, one.body.answers) for one in categories_of(desk, program_id)
        ),
        asked.statements if asked is not None else (),
        asked.open_line if asked is not None else (),
        counted_statements(desk, program_id),
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
    first = DraftCircle(None, Circle("C01", language=language))
    program = Program("", sessions=max(numbers, default=1), languages=tuple(spoken) or (language,))
    return ProgramDraft(program, _draft_circles(outside) or (first,))


def save_program(
    desk: Desk, program_id: RecordId | None, draft: ProgramDraft, shown: ProgramDraft | None = None
) -> RecordId:
    """Write a program as the form has it, a new one for None, and return its id.

    ``shown`` is what the form began with, None for what is stored: only what was changed there is written,
    so what a package brought meanwhile stays.  A circle without a program that is in the draft comes into it
    with its sessions.  What the draft leaves out is removed: a circle leaves the program, and is removed
    itself only when it has no session; a theme stays as long as something is under it.

    Raises:
        DeskTrouble: when it could not be written; then nothing was changed.
    """
    if shown is None:
        shown = program_draft_of(desk, program_id) if program_id else ProgramDraft(draft.program)
    known = None if program_id is None else desk.get(program_id)
    old = known.body if known is not None and isinstance(known.body, Program) else draft.program
    own_id = program_id or desk.new_id()
    writes = [
        Write.of(own_id, NO_OWNER, changed_in_form(old, shown.program, draft.program)),
        *_circle_writes(desk, own_id, draft.circles, shown.circles),
        *_theme_writes(desk, own_id, draft.themes, shown.themes),
        *_category_writes(desk, own_id, draft.categories),
        *_questionnaire_writes(desk, own_id, draft, shown),
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
    return tuple(theme for theme in themes if theme.body.into is None and theme.body.starter)


def is_in_use(desk: Desk, theme_id: RecordId) -> bool:
    """Whether a note or an action idea on this laptop is under a theme."""
    return bool(desk.file.search.under_themes([theme_id], None, 1))


def categories_of(desk: Desk, program_id: RecordId) -> list[Stored[TallyCategory]]:
    """Return the questions of a program's tally sheet, in their order."""
    found = stored(desk.file.records.under(program_id, Kind.TALLY_CATEGORY), TallyCategory)
    return sorted(found, key=lambda category: (category.body.place, category.id))


def has_sessions(desk: Desk, circle_id: RecordId) -> bool:
    """Whether a circle has had a session, or has prepared one."""
    return any(record.body is not None for record in desk.file.records.under(circle_id, Kind.SESSION))


def _questionnaire_writes(
    desk: Desk, program_id: RecordId, draft: ProgramDraft, shown: ProgramDraft
) -> Iterable[Write]:
    """Return what the form changed of the questionnaire; it has checked how many statements there are."""
    if (draft.statements, draft.open_line) == (shown.statements, shown.open_line):
        return ()
    asked = Questionnaire(draft.statements, draft.open_line) if draft.statements else None
    return questionnaire_writes(desk, program_id, asked)


def _draft_circles(circles: Iterable[Stored[Circle]]) -> tuple[DraftCircle, ...]:
    in_order = sorted(circles, key=lambda circle: (look_up_order(circle.body.code), circle.id))
    return tuple(DraftCircle(circle.id, circle.body) for circle in in_order)


def _circle_writes(
    desk: Desk, program_id: RecordId, drafts: Iterable[DraftCircle], shown: Iterable[DraftCircle]
) -> Iterable[Write]:
    known = {one.id: one.body for one in stored(desk.file.records.of_kind(Kind.CIRCLE), Circle)}
    before = {one.id: one.body for one in shown}
    drafts = tuple(drafts)
    removed = [one for one in before if one is not None and one not in {draft.id for draft in drafts}]
    for draft in drafts:
        old = known.get(draft.id) if draft.id is not None else None
        body = replace(draft.body, program=program_id)
        if draft.id is not None and old is not None:
            body = changed_in_form(old, before.get(draft.id, old), body)
            if body.code != old.code and _is_known_outside(desk, program_id, draft.id):
                body = replace(body, formerly=_codes_before(old, body.code))
        into, out_of = (None if one in removed else one for one in (body.into, body.out_of))
        yield Write.of(draft.id or desk.new_id(), NO_OWNER, replace(body, into=into, out_of=out_of))
    for circle_id in removed:
        if (left := known.get(circle_id)) is not None:
            held = has_sessions(desk, circle_id)
            yield Write(circle_id, Kind.CIRCLE, NO_OWNER, replace(left, program=None) if held else None)


def _is_known_outside(desk: Desk, program_id: RecordId, circle_id: RecordId) -> bool:
    """Whether somebody else may know a circle by its code: it has met, or the program file has left."""
    return has_sessions(desk, circle_id) or bool(desk.file.exports.of(program_id))


def _codes_before(circle: Circle, code: str) -> tuple[str, ...]:
    """Return the codes that a circle had before it got this one."""
    codes = {plain_letters(one): one for one in (*circle.formerly, circle.code)}
    codes.pop(plain_letters(code), None)
    return tuple(codes.values())


def _theme_writes(
    desk: Desk, program_id: RecordId, drafts: Iterable[DraftTheme], shown: Iterable[DraftTheme]
) -> Iterable[Write]:
    themes = stored(desk.file.records.under(program_id, Kind.THEME), Theme)
    known = {one.id: one.body for one in themes if one.body.into is None}
    before = {one.id: one.body for one in shown}
    drafts = tuple(drafts)
    wanted = {draft.id for draft in drafts}
    # A theme that an organizer made is offered from now on, and does not get a twin.
    free = {
        twin_key(one.body.name): one.id
        for one in reversed(themes)
        if one.id in known and one.id not in wanted
    }
    made: set[RecordId] = set()
    for draft in drafts:
        theme_id = draft.id or free.pop(twin_key(draft.body.name), None) or desk.new_id()
        old = known.get(theme_id)
        body = replace(draft.body, starter=True)
        if old is not None and draft.id is not None:
            body = changed_in_form(old, before.get(draft.id, old), body)
        elif old is not None:
            body = replace(old, name=body.name, names=body.names or old.names, starter=True)
        made.add(theme_id)
        yield Write.of(theme_id, program_id, body)
    for left in sorted(known.keys() & before.keys() - made):
        if not is_in_use(desk, left):
            yield Write(left, Kind.THEME, program_id, None)


def _category_writes(desk: Desk, program_id: RecordId, drafts: Iterable[DraftCategory]) -> Iterable[Write]:
    left = {category.id for category in categories_of(desk, program_id)}
    for place, draft in enumerate(drafts):
        if draft.id is not None:
            left.discard(draft.id)
        category = TallyCategory(draft.name, draft.answers, place)
        yield Write.of(draft.id or desk.new_id(), program_id, category)
    yield from (Write(one, Kind.TALLY_CATEGORY, program_id, None) for one in sorted(left))
