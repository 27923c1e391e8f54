"""Undo and redo, said in words, wherever on a page they are asked for."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_NOT_WHILE_IT_RUNS = frozenset({Act.BEGIN, Act.PREPARE, Act.IMPORT, Act.FORGET})
"""Taking these back could take the session itself away; the keys of Undo still do."""


def undo(desk: Desk, around: Surroundings) -> None:
    """Take back the latest change, and say which."""
    act = desk.can_undo()
    if act is not None and desk.undo() is not None:
        around.toast.say(around.words.tr("Undone: {what}", what=name_of(act, around.words)))


def redo(desk: Desk, around: Surroundings) -> None:
    """Make again what was taken back last, and say what."""
    act = desk.can_redo()
    if act is not None and desk.redo() is not None:
        around.toast.say(around.words.tr("Done again: {what}", what=name_of(act, around.words)))


def what_can_be_undone(desk: Desk, words: Words) -> tuple[str, str]:
    """Return what Undo takes back and Redo makes again in the midst of a session, in words; or nothing."""
    if desk.file.read_only:
        return "", ""
    undone, redone = desk.can_undo(), desk.can_redo()
    return _in_a_session(undone, words), _in_a_session(redone, words)


def _in_a_session(act: Act | None, words: Words) -> str:
    return "" if act is None or act in _NOT_WHILE_IT_RUNS else name_of(act, words)
