"""Going through all conflicts, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog


class ConflictQueue(QObject):
    """Asks about one conflict after another; what a person leaves for later stays in conflict.

    It is deleted with ``window``.
    """

    def __init__(self, desk: Desk, ids: Iterable[RecordId], context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._context, self._window = desk, context, window
        self._ahead = list(ids)
        self._postponed = 0

    def start(self) -> None:
        """Ask about the first record that is still in conflict."""
        while self._ahead:
            record_id = self._ahead.pop(0)
            if not self._is_open(record_id):
                continue
            left = sum(map(self._is_open, self._ahead))
            dialog = ConflictDialog(self._desk, record_id, self._context, self._window, left=left)
            dialog.finished.connect(lambda _, asked=record_id: self._go_on(asked))
            dialog.open()
            return
        self._end()

    def _is_open(self, record_id: RecordId) -> bool:
        record = self._desk.get(record_id)
        return record is not None and record.in_conflict

    def _go_on(self, asked: RecordId) -> None:
        self._postponed += self._is_open(asked)
        self.start()

    def _end(self) -> None:
        words = self._context.words
        if self._postponed:
            result = words.ntr(
                "{count} choice is left for later. Both versions are saved.",
                "{count} choices are left for later. All versions are saved.",
                self._postponed,
            )
        else:
            result = words.tr("All settled here, and on other laptops once they open a file from this one.")
        self._context.toast.say(result)
        self.deleteLater()
