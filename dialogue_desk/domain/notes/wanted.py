"""What a part asked for and the circle has not said yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.model.guide import Part, PartKind
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind

_ASKS_FOR_ACTION = (PartKind.ACTION_PLANNING,)


@dataclass(frozen=True, slots=True)
class Missing:
    """Kinds of note of which there is none, and whether there is no action idea where one is wanted."""

    kinds: tuple[NoteKind, ...] = ()
    action: bool = False


def missing(part: Part, notes: Iterable[Note], actions: Iterable[ActionIdea]) -> Missing:
    """Return what ``part`` asked for and is not among the ``notes`` and ``actions`` that belong to it."""
    caught = {note.kind for note in notes if note.part == part.id}
    proposed = any(action.part == part.id for action in actions)
    return Missing(
        tuple(kind for kind in part.wanted if kind not in caught),
        part.kind in _ASKS_FOR_ACTION and not proposed,
    )
