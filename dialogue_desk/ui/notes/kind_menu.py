"""The menu in which a note that is read back gets another kind."""

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


class KindMenu:
    """Offers the kinds of one note, with its own ticked; an action idea or a note in conflict has none."""

    def __init__(self, desk: Desk, context: Context, parent: QWidget) -> None:
        self._desk, self._words, self._parent = desk, context.words, parent

    def offer(self, entry_id: str, place: QPoint) -> None:
        """Open the menu of a note at a place on the screen."""
        record = self._desk.get(RecordId(entry_id))
        if record is None or not isinstance(record.body, Note) or record.in_conflict:
            return
        menu = temporary_menu(self._parent)
        for kind in NoteKind:
            action = menu.addAction(name_of(kind, self._words))
            action.setCheckable(True)
            action.setChecked(kind is record.body.kind)
            action.triggered.connect(partial(self._set_kind, entry_id, kind))
        menu.popup(place)

    def _set_kind(self, entry_id: str, kind: NoteKind, _checked: bool = False) -> None:
        record = self._desk.get(RecordId(entry_id))
        if record is not None and isinstance(record.body, Note):
            self._desk.rewrite(record.id, replace(record.body, kind=kind))
