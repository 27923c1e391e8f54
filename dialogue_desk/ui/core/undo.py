"""Undo and redo, with a message that says what was undone or redone."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.history import PastChange
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.written_name import written_name
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_NOT_UNDONE_IN_SESSION = frozenset({Act.BEGIN, Act.PREPARE, Act.IMPORT, Act.FORGET})
"""What could remove the session that is shown is undone on Home only, where a person sees what goes."""


def undo(desk: Desk, context: Context, *, in_session: bool = False) -> None:
    """Undo the latest change, and say which it was; ``in_session``: on a page about one session."""
    past, tr = desk.file.history.to_undo(), context.words.tr
    if past is None:
        return
    what, answered = _name(desk, past, context.words), _is_answer(desk, past)
    if in_session and past.act in _NOT_UNDONE_IN_SESSION:
        context.toast.say(tr("Go to Home to undo: {what}", what=what))
        return
    if desk.undo() is None:
        return
    if answered and desk.file.waiting.laptops():
        context.toast.say(tr("Undone: {what}. They wait for your answer again.", what=what))
    else:
        context.toast.say(tr("Undone: {what}", what=what))


def redo(desk: Desk, context: Context) -> None:
    """Redo what was undone last, and say what it was."""
    found = desk.file.history.to_redo()
    name = "" if found is None else _name(desk, found[0], context.words, found[1])
    if found is not None and desk.redo() is not None:
        context.toast.say(context.words.tr("Redone: {what}", what=name))


def what_can_be_undone(desk: Desk, words: Words, *, in_session: bool = True) -> tuple[str, str]:
    """Return what Undo and Redo would do, in words; empty when nothing, or nothing to offer in a session."""
    if desk.file.read_only:
        return "", ""
    redone = desk.file.history.to_redo()
    last = desk.file.history.to_undo()
    hidden = _NOT_UNDONE_IN_SESSION if in_session else frozenset()
    undo = "" if last is None or last.act in hidden else _name(desk, last, words)
    redo = "" if redone is None or redone[0].act in hidden else _name(desk, redone[0], words, redone[1])
    return undo, redo


def _name(desk: Desk, past: PastChange, words: Words, undoing: PastChange | None = None) -> str:
    """Return what a change did; ``undoing`` is the change that took it back, if one did."""
    if _is_answer(desk, past):
        return words.tr("changes of another laptop")
    if past.act in {Act.WRITE, Act.REMOVE}:
        return written_name(desk, undoing or past, words, past.act)
    return name_of(past.act, words)


def _is_answer(desk: Desk, past: PastChange) -> bool:
    """Whether a person let in with it what waited.  It is an import to which no package belongs."""
    return past.act is Act.IMPORT and not desk.file.imports.came_with(past.seq)
