"""Undo and redo, said in words, wherever on a page they are asked for."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.words.names import name_of


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
