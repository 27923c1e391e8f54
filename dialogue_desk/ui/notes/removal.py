"""Deleting notes and action ideas, with an offer to undo that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.written_name import first_words


class NoteRemoval(QObject):
    """Deletes records and offers to undo that alone, whatever was done since.

    The ``name`` tells the offers of the page ``parent`` from those of others.
    """

    def __init__(self, desk: Desk, context: Context, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._context, self._name = desk, context, f"bring back {name}"
        self._removed: dict[RecordId, Body] = {}
        context.toast.acted.connect(self._undo_removal)

    def remove(self, ids: Sequence[str]) -> None:
        """Delete the records of these ids, and offer to undo that."""
        records = [record for one in ids if (record := self._desk.get(RecordId(one))) is not None]
        gone = {record.id: record.body for record in records if record.body is not None}
        if not gone:
            return
        self._desk.remove(*gone)
        self._removed = gone
        words = self._context.words
        sentence = words.ntr("{count} note was deleted.", "{count} notes were deleted.", len(gone))
        if len(gone) == 1 and (note := first_words(*gone.values())):
            sentence = words.tr("Deleted: “{note}”", note=note)
        self._context.toast.say(sentence, action=words.tr("Undo"), action_id=self._name)

    def _undo_removal(self, action: str) -> None:
        if action != self._name:
            return
        writes = []
        for record_id, body in self._removed.items():
            record = self._desk.get(record_id)
            if record is not None and record.body is None:
                writes.append(Write.again(record, body))
        self._removed = {}
        self._desk.perform(Edit(Act.WRITE, tuple(writes)))
