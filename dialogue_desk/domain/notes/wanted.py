"""What a part asks for and the notes do not have yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.model.guide import Part, PartKind
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind

_ASKS_FOR_ACTION = (PartKind.ACTION_PLANNING,)


@dataclass(frozen=True, slots=True)
class Missing:
    """The wanted kinds of which there is no note, and whether a wanted action idea is missing."""

    kinds: tuple[NoteKind, ...] = ()
    action: bool = False


def missing(part: Part, notes: Iterable[Note], actions: Iterable[ActionIdea]) -> Missing:
    """Return what ``part`` asks for and its ``notes`` and ``actions`` do not have."""
    written = {note.kind for note in notes if note.part == part.id}
    proposed = any(action.part == part.id for action in actions)
    return Missing(
        tuple(kind for kind in part.wanted if kind not in written),
        part.kind in _ASKS_FOR_ACTION and not proposed,
    )
