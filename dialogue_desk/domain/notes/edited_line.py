r"""A note as a line in shorthand, and the edit that changing this line makes.

The marks are those of :mod:`dialogue_desk.domain.notes.shorthand`.  A note whose words look like marks is
shown with ``\`` before them, and without its themes and spread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, Spread, entry_text
from dialogue_desk.domain.notes.note_and_idea import FieldLabels, as_idea, as_note, can_become_action
from dialogue_desk.domain.notes.note_edits import NewId, rest_of, right_after, with_words
from dialogue_desk.domain.notes.shorthand import (
    PLAIN_SIGN,
    SPREADS,
    ParsedLine,
    parse_line,
    theme_key,
    theme_mark,
)
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
    """Return the line that says ``body``, with its themes and its spread as marks at the end."""
    action, words = isinstance(body, ActionIdea), entry_text(body)
    names = tuple(name for name in themes if parse_line(f"x {theme_mark(name)}").themes == (name,))
    spread = body.spread if isinstance(body, Note) else None
    marks = [*map(theme_mark, names), *([_MARKS[spread]] if spread else [])]
    whole = " ".join([words, *marks])
    if _parses_as(parse_line(whole, action=action), words, spread, names):
        return whole
    return words if _parses_as(parse_line(words, action=action), words) else PLAIN_SIGN + words


def edit_from_line(
    said: Entry, typed: EditedLine, folder: SessionFolder, labels: FieldLabels, new_id: NewId
) -> Edit | None:
    """Return the one edit that makes ``said`` say what was typed; None when the line did not change.

    What the person did not change stays as ``said`` has it now, also when it changed elsewhere meanwhile.
    ``labels`` are those of the fields, for a note that a sign makes an action idea, or back.
    """
    opened, line, cut = typed.opened, typed.line, typed.cut
    action = isinstance(said.body, ActionIdea)
    before, now = parse_line(opened, action=action), parse_line(line, action=action)
    if not now.text.strip() or (cut is None and now == before):
        return None
    body, new_themes = _with_marks(said.body, before, now, folder, new_id)
    text = entry_text(body) if now.text == before.text else now.text
    halves = [text] if cut is None else _halves(text, line, cut)
    if not all(half.strip() for half in halves):
        return None
    bodies = [with_words(body, halves[0])]
    if len(halves) > 1:
        bodies.append(rest_of(body, halves[1]))
    bodies = [_turned(one, now, labels) for one in bodies]
    act = Act.WRITE if cut is None else Act.SPLIT
    return Edit(act, (*new_themes, *_writes(said, bodies, new_id)))


def _parses_as(
    read: ParsedLine, words: str, spread: Spread | None = None, themes: tuple[str, ...] = ()
) -> bool:
    """Whether a line is read as these words and marks, and as no other kind."""
    return (read.text, read.spread, read.themes, read.kind) == (words, spread, themes, None)


def _with_marks(
    body: Note | ActionIdea, before: ParsedLine, now: ParsedLine, folder: SessionFolder, new_id: NewId
) -> tuple[Note | ActionIdea, tuple[Write, ...]]:
    """Return ``body`` with the themes and the spread that the line now has, where it changed them."""
    gone = set(map(theme_key, before.themes)) - set(map(theme_key, now.themes))
    new = (one for one in now.themes if one not in before.themes)
    added, writes = themes_named(new, folder.themes, folder.circle_id, new_id)
    left = (theme for theme in body.themes if _name(folder, theme) not in gone)
    themes: tuple[RecordId, ...] = tuple(dict.fromkeys([*left, *added]))
    if isinstance(body, ActionIdea):
        return replace(body, themes=themes), writes
    spread: Spread | None = body.spread if now.spread == before.spread else now.spread
    return replace(body, themes=themes, spread=spread, kind=now.kind or body.kind), writes


def _name(folder: SessionFolder, theme: RecordId) -> str:
    return theme_key(folder.themes[theme].name) if theme in folder.themes else ""


def _halves(text: str, line: str, cut: int) -> list[str]:
    """Return the words before and after the cut, without the white space between them."""
    place = max(0, cut - max(0, line.find(text)))
    return [text[:place].rstrip(), text[place:].lstrip()]


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
