"""Taking notes and action ideas out, with one way to bring them back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.ui.core.context import Context


class NoteRemoval(QObject):
    """Removes what it is told and offers to undo that, and nothing that was done after it.

    Args:
        desk: where it is removed from.
        around: where it is said.
        name: what tells the offers of one place from those of others.
        parent: what it works for.
    """

    def __init__(self, desk: Desk, context: Context, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._context, self._name = desk, context, f"bring back {name}"
        self._removed: dict[RecordId, Body] = {}
        context.toast.acted.connect(self._undo_removal)

    def remove(self, ids: Sequence[str]) -> None:
        """Remove records, and say so."""
        records = [record for one in ids if (record := self._desk.get(RecordId(one))) is not None]
        gone = {record.id: record.body for record in records if record.body is not None}
        if not gone:
            return
        self._desk.remove(*gone)
        self._removed = gone
        words = self._context.words
        said = words.ntr("{count} note was deleted.", "{count} notes were deleted.", len(gone))
        self._context.toast.say(said, action=words.tr("Undo"), action_id=self._name)

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
