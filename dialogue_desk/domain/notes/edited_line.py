r"""A note as a line in shorthand, and the edit that changing this line makes.

The marks are those of :mod:`dialogue_desk.domain.notes.shorthand`.  A note whose words look like marks is
shown with ``\`` before them, and without its themes and spread.  What the line says once it was typed over is
read by :mod:`dialogue_desk.domain.notes.shown_line`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread, entry_text
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.near_themes import same_theme
from dialogue_desk.domain.notes.note_and_idea import FieldLabels, as_idea, as_note, can_become_action
from dialogue_desk.domain.notes.note_edits import NewId, rest_of, right_after, with_words
from dialogue_desk.domain.notes.shorthand import (
    PLAIN_SIGN,
    SPREADS,
    ParsedLine,
    parse_line,
    theme_mark,
)
from dialogue_desk.domain.notes.shown_line import read_over
from dialogue_desk.domain.notes.theme_names import themes_named
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write

_MARKS = {spread: mark for mark, spread in SPREADS.items()}


@dataclass(frozen=True, slots=True)
class EditedLine:
    """A line as it was opened and as it is now; ``cut`` is where to split it in two, or None."""

    opened: str
    line: str
    cut: int | None = None


def entry_line(body: Note | ActionIdea, themes: Iterable[str]) -> str:
    """Return the line that says ``body``, with its themes and its spread as marks at the end.

    A theme that is marked between the words is not said twice.
    """
    action, words = isinstance(body, ActionIdea), entry_text(body)
    between = set(map(twin_key, parse_line(f"x {words} x").mentioned))
    names = tuple(name for name in themes if twin_key(name) not in between and _can_be_marked(name))
    spread, kind = (body.spread, body.kind) if isinstance(body, Note) else (None, None)
    alone = ParsedLine(words, kind, action)
    # Marks alone are words, but not once another word stands beside them.
    if parse_line(f"x {words}").text == "x" or not _reads_as(parse_line(words, action=action), alone):
        return PLAIN_SIGN + words
    marks = [*map(theme_mark, names), *([_MARKS[spread]] if spread else [])]
    whole = " ".join([words, *marks])
    as_marked = replace(alone, spread=spread, themes=names)
    return whole if _reads_as(parse_line(whole, action=action), as_marked) else words


def edit_from_line(
    said: Entry, typed: EditedLine, folder: SessionFolder, labels: FieldLabels, new_id: NewId
) -> Edit | None:
    """Return the one edit that makes ``said`` say what was typed; None when the line did not change.

    What the person did not change stays as ``said`` has it now, also when it changed elsewhere meanwhile.
    ``labels`` are those of the fields, for a note that a sign makes an action idea, or back.
    """
    action, cut = isinstance(said.body, ActionIdea), typed.cut
    before = read_over(typed.opened, typed.opened, action=action).said
    read = read_over(typed.opened, typed.line, action=action)
    now = read.said
    if not now.text.strip() or (cut is None and replace(now, left_out=None) == before):
        return None
    body, new_themes = _with_marks(said.body, before, now, folder, new_id)
    if cut is None:
        halves: tuple[str, ...] = (entry_text(body) if now.text == before.text else now.text,)
    else:
        halves = read.halves(cut)
    if not all(half.strip() for half in halves):
        return None
    bodies = [with_words(body, halves[0])]
    if len(halves) > 1:
        bodies.append(rest_of(body, halves[1]))
    bodies = [_turned(one, now, labels) for one in bodies]
    act = Act.WRITE if cut is None else Act.SPLIT
    return Edit(act, (*new_themes, *_writes(said, bodies, new_id)))


def over_words(said: Entry, typed: str) -> EditedLine:
    """Return the line that was typed over the words of ``said`` alone, without its marks."""
    action, words = isinstance(said.body, ActionIdea), entry_text(said.body)
    kind = None if isinstance(said.body, ActionIdea) else said.body.kind
    alone = ParsedLine(words, kind, action)
    plain = "" if _reads_as(parse_line(words, action=action), alone) else PLAIN_SIGN
    return EditedLine(plain + words, plain + typed)


def marks_dropped(said: Entry, edit: Edit, folder: SessionFolder) -> tuple[tuple[str, ...], Spread | None]:
    """Return the themes, by name, and the spread that ``said`` has and nothing has that ``edit`` makes of it.

    Of an action idea no spread is missed, because it takes none.
    """
    made = [write.body for write in edit.writes if isinstance(write.body, Note | ActionIdea)]
    left = {theme for body in made for theme in body.themes}
    themes = folder.theme_names([theme for theme in said.body.themes if theme not in left])
    spreads = [body.spread for body in made if isinstance(body, Note)]
    had = said.body.spread if isinstance(said.body, Note) else None
    return themes, had if spreads and not any(spreads) else None


def spread_left_out(said: Entry, typed: EditedLine) -> Spread | None:
    """Return the spread in a line that becomes, or stays, an action idea, which has none."""
    now = read_over(typed.opened, typed.line, action=isinstance(said.body, ActionIdea)).said
    stays = isinstance(said.body, Note) and not can_become_action(said.body)
    return None if stays else now.left_out


def _can_be_marked(name: str) -> bool:
    return parse_line(f"x {theme_mark(name)}").themes == (name,)


def _reads_as(read: ParsedLine, wanted: ParsedLine) -> bool:
    """Whether a line is read as these words and marks, and as no other kind than it is."""
    kind: NoteKind | None = read.kind or wanted.kind
    return replace(read, kind=kind, mentioned=()) == wanted


def _with_marks(
    body: Note | ActionIdea, before: ParsedLine, now: ParsedLine, folder: SessionFolder, new_id: NewId
) -> tuple[Note | ActionIdea, tuple[Write, ...]]:
    """Return ``body`` with the themes and the spread that the line now has, where it changed them."""
    known = [name for theme in folder.every_theme.values() for name in theme.every_name]
    had, has = _named(before), _named(now)
    marked = {*map(twin_key, now.themes)}
    new = [name for key, name in has.items() if key not in had and (key in marked or same_theme(name, known))]
    added, writes = themes_named(new, folder.every_theme, folder.circle_id, new_id)
    gone = had.keys() - has.keys()
    left = (theme for theme in body.themes if _name(folder, theme) not in gone)
    themes: tuple[RecordId, ...] = tuple(dict.fromkeys([*left, *added]))
    if isinstance(body, ActionIdea):
        return replace(body, themes=themes), writes
    spread: Spread | None = body.spread if now.spread == before.spread else now.spread
    kind = body.kind if now.kind in (None, before.kind) else now.kind
    return replace(body, themes=themes, spread=spread, kind=kind), writes


def _named(line: ParsedLine) -> dict[str, str]:
    """Return the names of the themes that a line marks, at its ends or between its words, by their keys."""
    return {twin_key(name): name for name in (*line.mentioned, *line.themes)}


def _name(folder: SessionFolder, theme: RecordId) -> str:
    return twin_key(folder.themes[theme].name) if theme in folder.themes else ""


def _turned(body: Note | ActionIdea, now: ParsedLine, labels: FieldLabels) -> Note | ActionIdea:
    if isinstance(body, Note):
        return as_idea(body, labels) if now.action and can_become_action(body) else body
    return body if now.action or now.kind is None else as_note(body, now.kind, labels)


def _writes(said: Entry, bodies: Sequence[Note | ActionIdea], new_id: NewId) -> list[Write]:
    first, *others = bodies
    later = [Write.of(right_after(said.id, new_id()), said.owner, body) for body in others]
    if type(first) is type(said.body):
        return [Write.of(said.id, said.owner, first), *later]
    gone = replace(Write.of(said.id, said.owner, said.body), body=None)
    # Its id is made after the others', so that it comes before them.
    return [gone, Write.of(right_after(said.id, new_id()), said.owner, first), *later]
