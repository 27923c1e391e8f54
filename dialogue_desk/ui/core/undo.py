"""Undo and redo, said in words, wherever on a page they are asked for."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.ui.core.context import Context
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_NOT_UNDONE_IN_SESSION = frozenset({Act.BEGIN, Act.PREPARE, Act.IMPORT, Act.FORGET})
"""Taking these back could take the session itself away; the keys of Undo still do."""


def undo(desk: Desk, context: Context) -> None:
    """Take back the latest change, and say which."""
    act = desk.can_undo()
    if act is not None and desk.undo() is not None:
        context.toast.say(context.words.tr("Undone: {what}", what=name_of(act, context.words)))


def redo(desk: Desk, context: Context) -> None:
    """Make again what was taken back last, and say what."""
    act = desk.can_redo()
    if act is not None and desk.redo() is not None:
        context.toast.say(context.words.tr("Redone: {what}", what=name_of(act, context.words)))


def what_can_be_undone(desk: Desk, words: Words) -> tuple[str, str]:
    """Return what Undo takes back and Redo makes again in the midst of a session, in words; or nothing."""
    if desk.file.read_only:
        return "", ""
    undone, redone = desk.can_undo(), desk.can_redo()
    return _in_a_session(undone, words), _in_a_session(redone, words)


def _in_a_session(act: Act | None, words: Words) -> str:
    return "" if act is None or act in _NOT_UNDONE_IN_SESSION else name_of(act, words)
