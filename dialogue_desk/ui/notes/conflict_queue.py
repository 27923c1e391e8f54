"""Going through all that two laptops both changed, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.notes.conflict_dialog import ClashDialog


class ClashRound(QObject):
    """Puts one clash after another before a person; what is left for later stays as it is.

    It lives as long as ``window``.
    """

    def __init__(self, desk: Desk, ids: Iterable[RecordId], around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._around, self._window = desk, around, window
        self._ahead = list(ids)
        self._put_off = 0

    def begin(self) -> None:
        """Show the first of those that still wait."""
        while self._ahead:
            record_id = self._ahead.pop(0)
            if not self._waits(record_id):
                continue
            dialog = ClashDialog(self._desk, record_id, self._around, self._window, left=self._left())
            dialog.finished.connect(lambda _, asked=record_id: self._go_on(asked))
            dialog.open()
            return
        self._end()

    def _left(self) -> int:
        return sum(map(self._waits, self._ahead))

    def _waits(self, record_id: RecordId) -> bool:
        record = self._desk.get(record_id)
        return record is not None and record.clash

    def _go_on(self, asked: RecordId) -> None:
        self._put_off += self._waits(asked)
        self.begin()

    def _end(self) -> None:
        words = self._around.words
        if self._put_off:
            said = words.ntr(
                "{count} wording is left for later. Both are kept.",
                "{count} wordings are left for later. All are kept.",
                self._put_off,
            )
        else:
            said = words.tr("All is settled, on this laptop and on every one that hears of it.")
        self._around.toast.say(said)
        self.deleteLater()
