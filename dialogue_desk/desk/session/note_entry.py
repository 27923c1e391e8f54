"""Adds notes: a line typed in a hurry becomes a note or an action idea, in one step to undo."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.session_edits import themes_under
from dialogue_desk.domain.model.closing import Overrule, fact_id, fact_of
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.notes.near_themes import same_theme
from dialogue_desk.domain.notes.shorthand import ParsedLine, keep_only_themes, parse_line
from dialogue_desk.domain.notes.theme_names import themes_named
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write


@dataclass(frozen=True, slots=True)
class EntryDefaults:
    """What a typed line becomes when it does not say otherwise, and where and when it was said.

    ``kind`` is None for an action idea.  ``prompt`` is the number of the current question, from 1, or 0.
    ``option`` is the id of the option of ``part`` that a note is about, or "".
    ``said_at`` is None for what is typed up from paper.  ``themes_only``: only themes may be written down.
    """

    kind: NoteKind | None = NoteKind.EXPERIENCE
    part: str = ""
    prompt: int = 0
    spread: Spread | None = None
    said_at: Instant | None = None
    themes_only: bool = False
    option: str = ""


class OnlyThemesAllowed(ValueError):
    """The line is a sentence in a part where only themes are written down; nothing was written."""


def add_entry(desk: Desk, folder: SessionFolder, line: str, defaults: EntryDefaults) -> RecordId | None:
    """Add the note or action idea in ``line`` with its new themes; return its id, or None for a blank line.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
        OnlyThemesAllowed: when only themes may be written and the line is a sentence.
    """
    line = normalized(line)
    if not line.strip():
        return None
    said = parse_line(line, action=defaults.kind is None)
    if defaults.themes_only:
        themes_said = keep_only_themes(said)
        if themes_said is None:
            raise OnlyThemesAllowed
        said = themes_said
    known = [name for theme in folder.every_theme.values() for name in theme.every_name]
    names = [*said.themes, *(name for name in said.mentioned if same_theme(name, known))]
    owners = [*([folder.program_id] if folder.program_id else []), folder.circle_id]
    themes, made = themes_named(names, themes_under(desk, owners), folder.circle_id, desk.new_id)
    record_id = desk.new_id()
    body = _body(said, defaults, themes, folder.guide.language)
    desk.perform(Edit(Act.WRITE, (*made, Write.of(record_id, folder.id, body))))
    return record_id


def spread_left_out(line: str, defaults: EntryDefaults) -> Spread | None:
    """Return the spread of a line that is an action idea, which has none."""
    said = parse_line(normalized(line), action=defaults.kind is None)
    return said.left_out or (defaults.spread if said.action else None)


def override_notes_policy(desk: Desk, session_id: RecordId, part: str, reason: str) -> Outcome:
    """Allow notes in ``part`` although the guide asks for none, and save the reason.

    Raises:
        DeskTrouble: when it could not be written; then notes are not allowed.
    """
    fact = Overrule(part, normalized(reason.strip()))
    return desk.put(fact_id(session_id, fact_of(fact)), session_id, fact)


def _body(
    said: ParsedLine, defaults: EntryDefaults, themes: tuple[RecordId, ...], language: str
) -> Note | ActionIdea:
    part, prompt, at = defaults.part, defaults.prompt, defaults.said_at
    if said.action:
        return ActionIdea(said.text, part, themes, language=language, said_at=at, prompt=prompt)
    kind = said.kind or defaults.kind or NoteKind.EXPERIENCE
    spread = said.spread or defaults.spread
    option = defaults.option
    return Note(kind, said.text, part, spread, themes, language, at, prompt=prompt, option=option)
