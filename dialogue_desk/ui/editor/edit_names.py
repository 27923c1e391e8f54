"""What the steps of editing are called, in "Undo: moving a part"."""

from __future__ import annotations

from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.words import Words


def edit_name(kind: EditKind, words: Words) -> str:
    """Return what a step did, in words."""
    tr = words.tr
    return {
        EditKind.OPEN: tr("opening the guide"),
        EditKind.TAKE_UP: tr("what you typed last time"),
        EditKind.TYPE: tr("what you wrote"),
        EditKind.CHANGE_TIME: tr("changing the time"),
        EditKind.CHANGE_DETAIL: tr("changing details"),
        EditKind.ADD_TEXT: tr("adding a text"),
        EditKind.FIX: tr("what the check offered"),
        EditKind.DELETE_TEXT: tr("deleting a text"),
        EditKind.MOVE_TEXT: tr("moving a text"),
        EditKind.ADD_PART: tr("adding a part"),
        EditKind.ADD_SESSION: tr("adding a session"),
        EditKind.ADD_PIECE: tr("adding a step or card"),
        EditKind.MOVE_PART: tr("moving a part"),
        EditKind.MOVE_SESSION: tr("moving a session"),
        EditKind.DELETE_PART: tr("deleting a part"),
        EditKind.DELETE_SESSION: tr("deleting a session"),
        EditKind.DELETE_PIECE: tr("deleting a step or card"),
        EditKind.DUPLICATE: tr("making a copy"),
        EditKind.TRANSLATE: tr("translating"),
        EditKind.ADD_LANGUAGE: tr("adding a language"),
        EditKind.BRING_BACK: tr("bringing back an earlier version"),
    }[kind]
