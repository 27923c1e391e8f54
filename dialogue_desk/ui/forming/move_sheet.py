"""Where chosen numbers are to go: type the circle, or choose it from the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.forming.forming import FormedCircle, Forming
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forming.circle_text import language_text, misfit_text, people_text, where_text
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words.languages import join_names

_HEIGHT = 300


class MoveSheet(SheetDialog):
    """``moved(code)`` tells to which circle; those that suit come first, the others say why they do not."""

    moved = Signal(str)

    def __init__(
        self, forming: Forming, numbers: Sequence[int], context: Context, window: QWidget | None = None
    ) -> None:
        words = context.words
        named = join_names([str(number) for number in numbers], words)
        super().__init__(context.theme, words.tr("Move {numbers} to…", numbers=named), window)
        self._words = words
        here = {forming.places.get(number) for number in numbers}
        others = [one for one in forming.circles if {one.code} != here]
        rows = [self._row(forming, numbers, circle) for circle in others]
        self._all = tuple(sorted(rows, key=lambda row: row.icon == "warning"))
        self.box = LineBox()
        self.box.setPlaceholderText(words.tr("C07, or the place or time"))
        self.box.textChanged.connect(self._filter)
        self.box.returnPressed.connect(self._take_first)
        self.box.escaped.connect(self.reject)
        self.circles = MarkList(context.theme, words.tr("Circles"))
        self.circles.setFixedHeight(context.theme.scaled(_HEIGHT))
        self.circles.opened.connect(self._take)
        self._none = Label(words.tr("No circle is called so."), "error")
        self._none.hide()
        sentence = words.tr("They are settled there: nobody moves them but you.")
        self.column.add(
            Label(sentence, "muted"), Field(words.tr("Circle"), self.box), self._none, self.circles
        )
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject)
        self._filter("")
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, forming: Forming, numbers: Sequence[int], circle: FormedCircle) -> MarkRow:
        words = self._words
        title = f"{circle.code} · {where_text(circle, words)}"
        said = (people_text(circle, words), language_text(forming, circle, words))
        why = misfit_text(forming, numbers, circle, words)
        detail = " · ".join((*said, why or words.tr("suits")))
        return MarkRow(
            circle.code, title, detail, f"{title}. {detail}", "warning" if why else "check", quiet=bool(why)
        )

    def _filter(self, typed: str) -> None:
        wanted = plain_letters(typed).split()
        exact = plain_letters(typed).strip()
        code = f"c{int(exact):02}" if exact.isascii() and exact.isdigit() and len(exact) < 4 else exact
        named = [row for row in self._all if plain_letters(row.id) == code]
        rows = named or [row for row in self._all if all(one in plain_letters(row.title) for one in wanted)]
        self.circles.show_rows(rows)
        self.circles.setVisible(bool(rows))
        self._none.setHidden(bool(rows))

    def _take_first(self) -> None:
        if rows := self.circles.rows():
            self._take(rows[0].id)

    def _take(self, code: str) -> None:
        self.accept()
        self.moved.emit(code)
