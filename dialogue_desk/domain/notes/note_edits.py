"""What is done to notes after they were added: each function is one edit, undone in one step.

No edit loses a written word, and notes keep their order.  No edit lets words leave that could not leave
before: a joined note is as private as the most private of its parts.
"""

from __future__ import annotations

import uuid
from base64 import b32hexencode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from dialogue_desk.domain.model.ids import LONGEST_ID, RecordId
from dialogue_desk.domain.model.notes import (
    MOST_DOTS_GIVEN,
    ActionIdea,
    Consent,
    Note,
    NoteKind,
    Spread,
    about,
)
from dialogue_desk.domain.notes.note_and_idea import FieldLabels, as_idea, as_note, can_become_action
from dialogue_desk.domain.overview.session_folder import Entry
from dialogue_desk.domain.records.changes import Act, Edit, Write

NewId: TypeAlias = Callable[[], RecordId]
Options: TypeAlias = Mapping[tuple[str, str], str]
"""The titles of options, each by the id of its part and its own."""
_NO_OPTIONS: Options = MappingProxyType({})


def split(said: Entry, first: str, second: str, new_id: NewId) -> Edit:
    """Return the edit that leaves ``first`` in ``said`` and puts ``second`` right after it.

    Both halves of a note keep its themes, spread and so on; the fields of an action idea stay with the first.
    """
    rest = Write.of(right_after(said.id, new_id()), said.owner, rest_of(said.body, second))
    return Edit(Act.SPLIT, (_write(said, with_words(said.body, first)), rest))


def joined(entries: Sequence[Entry], labels: FieldLabels) -> Edit:
    """Return the edit that makes one of several, in their order, under the id of the first.

    It is what the first of them is.  A quote that nobody has allowed to be repeated makes a quote of the
    whole, and a debrief a debrief.

    Raises:
        ValueError: when there are not two.
    """
    if len(entries) < 2:
        raise ValueError("two are joined, or more")
    first, rest = entries[0], entries[1:]
    bodies = [said.body for said in entries]
    if isinstance(first.body, ActionIdea) and all(_may_be_idea(body) for body in bodies):
        whole = _write(first, _joined_ideas([_idea(body, labels) for body in bodies]))
        return Edit(Act.JOIN, (whole, *map(_removal, rest)))
    kind = next(body.kind for body in bodies if isinstance(body, Note))
    note = _joined_notes([_note(body, kind, labels) for body in bodies])
    if isinstance(first.body, Note):
        return Edit(Act.JOIN, (_write(first, note), *map(_removal, rest)))
    home = next(said for said in entries if isinstance(said.body, Note))
    return Edit(Act.JOIN, (_write(home, note), *(_removal(said) for said in entries if said is not home)))


def moved(entries: Iterable[Entry], part: str, options: Options = _NO_OPTIONS) -> Edit:
    """Return the edit that puts these under another part; their question was the old part's.

    An option is kept where the other part has it too; ``options`` are those of all parts.
    """
    return Edit(
        Act.PUT,
        tuple(_write(said, _under(said.body, part, options)) for said in entries if said.body.part != part),
    )


def option_in(body: Note | ActionIdea, part: str, options: Options) -> str:
    """Return the id under which ``part`` has the option that ``body`` is about; "" where it has none.

    Two parts have the same option when it has one title.
    """
    if part == body.part:
        return body.option
    title = options.get(about(body), "")
    return next((one for (of, one), named in options.items() if title and (of, named) == (part, title)), "")


def options_dropped(entries: Iterable[Entry], edit: Edit) -> tuple[tuple[str, str], ...]:
    """Return the part and the option of each of ``entries`` that is about none any more after ``edit``."""
    left = {write.id: write.body for write in edit.writes if isinstance(write.body, Note | ActionIdea)}
    return tuple(
        about(said.body)
        for said in entries
        if said.body.option and (now := left.get(said.id)) is not None and not now.option
    )


def tagged(entries: Iterable[Entry], *, add: Sequence[RecordId] = (), take: Sequence[RecordId] = ()) -> Edit:
    """Return the edit that puts themes on these and takes others off."""
    writes = []
    for said in entries:
        left = (theme for theme in said.body.themes if theme not in take)
        themes = tuple(dict.fromkeys([*left, *add]))
        writes.append(_write(said, replace(said.body, themes=themes)))
    return Edit(Act.SORT, tuple(writes))


def spread_as(entries: Iterable[Entry], spread: Spread | None) -> Edit:
    """Return the edit that says how widely notes were held; an action idea has no spread."""
    notes = [(said, said.body) for said in entries if isinstance(said.body, Note)]
    return Edit(Act.SORT, tuple(_write(said, replace(note, spread=spread)) for said, note in notes))


def sensitive_as(entries: Iterable[Entry], *, sensitive: bool) -> Edit:
    """Return the edit that keeps notes from everyone's eyes, or no longer does."""
    notes = [(said, said.body) for said in entries if isinstance(said.body, Note)]
    return Edit(Act.SORT, tuple(_write(said, replace(note, sensitive=sensitive)) for said, note in notes))


def of_kind(entries: Iterable[Entry], kind: NoteKind, labels: FieldLabels, new_id: NewId) -> Edit:
    """Return the edit that makes notes of ``kind`` of these; an action idea becomes a note."""
    writes: list[Write] = []
    for said in entries:
        if isinstance(said.body, Note):
            writes.append(_write(said, replace(said.body, kind=kind)))
        else:
            writes += _turned(said, as_note(said.body, kind, labels), new_id)
    return Edit(Act.SORT, tuple(writes))


def turned_into_ideas(entries: Iterable[Entry], labels: FieldLabels, new_id: NewId) -> Edit:
    """Return the edit that makes action ideas of notes.  Those that must not leave stay as they are."""
    writes: list[Write] = []
    for said in entries:
        if isinstance(said.body, Note) and can_become_action(said.body):
            writes += _turned(said, as_idea(said.body, labels), new_id)
    return Edit(Act.TURN, tuple(writes))


def turned_into_notes(entries: Iterable[Entry], kind: NoteKind, labels: FieldLabels, new_id: NewId) -> Edit:
    """Return the edit that makes notes of ``kind`` of action ideas."""
    writes: list[Write] = []
    for said in entries:
        if isinstance(said.body, ActionIdea):
            writes += _turned(said, as_note(said.body, kind, labels), new_id)
    return Edit(Act.TURN, tuple(writes))


def with_words(body: Note | ActionIdea, words: str) -> Note | ActionIdea:
    """Return ``body`` saying ``words`` and otherwise what it was."""
    return replace(body, text=words) if isinstance(body, Note) else replace(body, what=words)


def rest_of(body: Note | ActionIdea, words: str) -> Note | ActionIdea:
    """Return what ``words``, split off ``body``, become; the fields of an action idea stay behind."""
    if isinstance(body, Note):
        return replace(body, text=words)
    return ActionIdea(
        words,
        body.part,
        body.themes,
        language=body.language,
        said_at=body.said_at,
        prompt=body.prompt,
        option=body.option,
    )


def right_after(one: RecordId, fresh: RecordId) -> RecordId:
    """Return an id that sorts right after ``one``, and before what was put after it earlier.

    Notes of one instant are in the order of their ids.  When the id would be too long, or ``fresh`` does
    not begin with a time, ``fresh`` itself is returned.
    """
    try:
        time_and_count = uuid.UUID(fresh).int >> 64
    except ValueError:
        return fresh
    back = ((1 << 64) - 1 - time_and_count).to_bytes(8, "big")
    after = f"{one}:{b32hexencode(back).decode().rstrip('=')}"
    return RecordId(after) if len(after) <= LONGEST_ID else fresh


def _under(body: Note | ActionIdea, part: str, options: Options) -> Note | ActionIdea:
    return replace(body, part=part, prompt=0, option=option_in(body, part, options))


def _write(said: Entry, body: Note | ActionIdea) -> Write:
    return Write.of(said.id, said.owner, body)


def _removal(said: Entry) -> Write:
    return replace(_write(said, said.body), body=None)


def _turned(said: Entry, body: Note | ActionIdea, new_id: NewId) -> tuple[Write, Write]:
    """A record stays the kind it is, so what is turned goes on under another id."""
    return _removal(said), Write.of(right_after(said.id, new_id()), said.owner, body)


def _may_be_idea(body: Note | ActionIdea) -> bool:
    return isinstance(body, ActionIdea) or can_become_action(body)


def _note(body: Note | ActionIdea, kind: NoteKind, labels: FieldLabels) -> Note:
    return body if isinstance(body, Note) else as_note(body, kind, labels)


def _idea(body: Note | ActionIdea, labels: FieldLabels) -> ActionIdea:
    return body if isinstance(body, ActionIdea) else as_idea(body, labels)


def _joined_notes(notes: Sequence[Note]) -> Note:
    first = notes[0]
    debrief = any(note.kind is NoteKind.DEBRIEF for note in notes)
    unasked = any(note.kind is NoteKind.QUOTE and note.consent is not Consent.YES for note in notes)
    consents = {note.consent for note in notes}
    kind = NoteKind.DEBRIEF if debrief else NoteKind.QUOTE if unasked else first.kind
    return replace(
        first,
        text="\n".join(note.text for note in notes),
        kind=kind,
        consent=next(iter(consents)) if len(consents) == 1 else Consent.NOT_ASKED,
        # A debrief may go to the organizer; a quote that nobody allowed in it may not.
        sensitive=(debrief and unasked) or any(note.sensitive for note in notes),
        spread=next((note.spread for note in notes if note.spread is not None), None),
        themes=_united(notes),
        said_at=_earliest(notes),
        option=_one_option(notes),
    )


def _joined_ideas(ideas: Sequence[ActionIdea]) -> ActionIdea:
    first = ideas[0]
    dots = [idea.dots for idea in ideas if idea.dots is not None]
    return replace(
        first,
        what="\n".join(idea.what for idea in ideas),
        why=_together((idea.why for idea in ideas), "\n"),
        who=_together((idea.who for idea in ideas), " · "),
        strengths=_together((idea.strengths for idea in ideas), "\n"),
        first_step=_together((idea.first_step for idea in ideas), "\n"),
        obstacles=_together((idea.obstacles for idea in ideas), "\n"),
        level=next((idea.level for idea in ideas if idea.level is not None), None),
        horizon=next((idea.horizon for idea in ideas if idea.horizon is not None), None),
        dots=min(sum(dots), MOST_DOTS_GIVEN) if dots else None,
        themes=_united(ideas),
        said_at=_earliest(ideas),
        option=_one_option(ideas),
    )


def _one_option(bodies: Sequence[Note | ActionIdea]) -> str:
    """Return the option that all are about: of two options, the whole is about neither."""
    return bodies[0].option if len(set(map(about, bodies))) == 1 else ""


def _together(said: Iterable[str], between: str) -> str:
    return between.join(dict.fromkeys(filter(None, said)))


def _united(bodies: Iterable[Note | ActionIdea]) -> tuple[RecordId, ...]:
    return tuple(dict.fromkeys(theme for body in bodies for theme in body.themes))


def _earliest(bodies: Iterable[Note | ActionIdea]) -> int | None:
    return min((body.said_at for body in bodies if body.said_at is not None), default=None)
