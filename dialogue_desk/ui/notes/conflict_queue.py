"""Going through all that two laptops both changed, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog


class ConflictQueue(QObject):
    """Puts one clash after another before a person; what is left for later stays as it is.

    It lives as long as ``window``.
    """

    def __init__(self, desk: Desk, ids: Iterable[RecordId], context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._context, self._window = desk, context, window
        self._ahead = list(ids)
        self._put_off = 0

    def start(self) -> None:
        """Show the first of those that still wait."""
        while self._ahead:
            record_id = self._ahead.pop(0)
            if not self._waits(record_id):
                continue
            dialog = ConflictDialog(self._desk, record_id, self._context, self._window, left=self._left())
            dialog.finished.connect(lambda _, asked=record_id: self._go_on(asked))
            dialog.open()
            return
        self._end()

    def _left(self) -> int:
        return sum(map(self._waits, self._ahead))

    def _waits(self, record_id: RecordId) -> bool:
        record = self._desk.get(record_id)
        return record is not None and record.in_conflict

    def _go_on(self, asked: RecordId) -> None:
        self._put_off += self._waits(asked)
        self.start()

    def _end(self) -> None:
        words = self._context.words
        if self._put_off:
            said = words.ntr(
                "{count} choice is left for later. Both versions are saved.",
                "{count} choices are left for later. All versions are saved.",
                self._put_off,
            )
        else:
            said = words.tr("All settled here, and on other laptops once they open a file from this one.")
        self._context.toast.say(said)
        self.deleteLater()
