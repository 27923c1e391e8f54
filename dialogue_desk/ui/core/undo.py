"""Undo and redo, with a message that says what was undone or redone."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.ui.core.context import Context
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_NOT_UNDONE_IN_SESSION = frozenset({Act.BEGIN, Act.PREPARE, Act.IMPORT, Act.FORGET})
"""A running session shows no button to undo these, which could remove the session; the keys still do."""


def undo(desk: Desk, context: Context) -> None:
    """Undo the latest change, and say which it was."""
    act = desk.can_undo()
    if act is not None and desk.undo() is not None:
        context.toast.say(context.words.tr("Undone: {what}", what=name_of(act, context.words)))


def redo(desk: Desk, context: Context) -> None:
    """Redo what was undone last, and say what it was."""
    act = desk.can_redo()
    if act is not None and desk.redo() is not None:
        context.toast.say(context.words.tr("Redone: {what}", what=name_of(act, context.words)))


def what_can_be_undone(desk: Desk, words: Words, *, in_session: bool = True) -> tuple[str, str]:
    """Return what Undo and Redo would do, in words; empty when nothing, or nothing to offer in a session."""
    acts = (None, None) if desk.file.read_only else (desk.can_undo(), desk.can_redo())
    hidden = _NOT_UNDONE_IN_SESSION if in_session else frozenset()
    undone, redone = ("" if act is None or act in hidden else name_of(act, words) for act in acts)
    return undone, redone
