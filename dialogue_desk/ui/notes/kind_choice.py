"""Gives a note another kind where it is read to the circle."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_menu import temporary_menu
from dialogue_desk.words.names import name_of


class KindChoice:
    """Offers the kinds of notes in a menu over ``page``."""

    def __init__(self, desk: Desk, context: Context, page: QWidget) -> None:
        self._desk, self._context, self._page = desk, context, page

    def offer(self, entry_id: str, place: QPoint, *, read: bool) -> None:
        """Open the menu for a note; nothing is offered while two versions of it wait for a choice.

        ``read``: it was read to the circle, so another kind of it was not, and that is said.
        """
        record = self._desk.get(RecordId(entry_id))
        if record is None or not isinstance(record.body, Note) or record.in_conflict:
            return
        menu = temporary_menu(self._page)
        for kind in NoteKind:
            action = menu.addAction(name_of(kind, self._context.words))
            action.setCheckable(True)
            action.setChecked(kind is record.body.kind)
            action.triggered.connect(partial(self._set, record.id, kind, read))
        menu.popup(place)

    def _set(self, note_id: RecordId, kind: NoteKind, read: bool, _checked: bool = False) -> None:
        record = self._desk.get(note_id)
        if record is None or not isinstance(record.body, Note) or record.body.kind is kind:
            return
        self._desk.rewrite(note_id, replace(record.body, kind=kind))
        if read:
            tr = self._context.words.tr
            self._context.toast.say(tr("Its kind changed, so it does not count as read now. Read it again."))
