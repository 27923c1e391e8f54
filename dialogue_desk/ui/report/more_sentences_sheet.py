"""The sheet from which a person puts more findings, or asks, into the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.report.sentences_card import Said
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.sheet import SheetDialog

_SHOWN = 200
"""How many rows are shown at once; typing finds the others."""


class MoreSentencesSheet(SheetDialog):
    """Shows what else could stand in the report, and tells ``put_in(said)`` for the one that is chosen."""

    def __init__(
        self,
        context: Context,
        title: str,
        offers: Sequence[tuple[Said, str, str]],
        put_in: Callable[[Said], object],
        window: QWidget | None,
    ) -> None:
        super().__init__(context.theme, title, window, wide=True, characters=92)
        words = context.words
        self._put_in, self._offers = put_in, offers
        self.typed = LineBox()
        self.typed.setPlaceholderText(words.tr("Type to find"))
        self.typed.setAccessibleName(words.tr("Find a sentence"))
        self.typed.textChanged.connect(self._fill)
        self._none = Label(words.tr("Nothing else can stand here."), "muted")
        self.list = MarkList(context.theme, title)
        self.list.setMinimumHeight(context.theme.scaled(320))
        self.list.opened.connect(self._put)
        self.list.doubleClicked.connect(self.list.open_row)
        self.column.add(self.typed, self._none, (self.list, 1))
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.put = self.add_button(
            words.tr("Put into the report"), lambda: self._put(self.list.current_id()), weight=Weight.PRIMARY
        )
        self._fill("")
        self.typed.setFocus()

    def _fill(self, typed: str) -> None:
        wanted = typed.casefold().split()
        rows = [
            MarkRow(said.id, text, detail, f"{text}. {detail}", icon="plus")
            for said, text, detail in self._offers
            if all(word in f"{text} {detail}".casefold() for word in wanted)
        ][:_SHOWN]
        self.list.show_rows(rows)
        if rows:
            self.list.go_to(rows[0].id)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.put.setEnabled(bool(rows))

    def _put(self, row_id: str) -> None:
        said = next((one for one, _, _ in self._offers if one.id == row_id), None)
        if said is not None:
            self.accept()
            self._put_in(said)
