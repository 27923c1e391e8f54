"""One formed circle as a card: its numbers, how many of each group, and what it lacks."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from dialogue_desk.domain.forming.forming import FormedCircle, UnmetKind
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forming.circle_text import (
    ShownForming,
    lacks_text,
    language_text,
    people_text,
    slip_text,
    sums_text,
    where_text,
)
from dialogue_desk.ui.forming.number_list import NUMBERS, NumberList, NumberRow
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.words import Words

_OF_NUMBER = frozenset({UnmetKind.TIME, UnmetKind.LANGUAGE, UnmetKind.PLACE})


class CircleCard(Card):
    """``dropped(code)`` tells that what is dragged goes here, ``settling(code)`` that all here settle."""

    dropped = Signal(str)
    settling = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(edge=Space.SNUG)
        self._words, theme = context.words, context.theme
        self.code, self.where = "", ""
        """``where`` is what of its place and time is not said above the card."""
        self._title = Label(role="strong", wrap=False)
        self._about, self._sums = Label(role="note"), Label(role="note")
        self._lacks = Label(role="warn")
        self.settle = Button(theme, self._words.tr("Settle"), weight=Weight.QUIET)
        # The keys for it are those of the numbers: with 40 circles, Tab would stop twice as often.
        self.settle.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.settle.clicked.connect(lambda _: self.settling.emit(self.code))
        self.numbers = NumberList(theme, "")
        self.column.setSpacing(Space.HAIR)
        top = Qt.AlignmentFlag.AlignTop
        self.add(row((column(self._title, self._about), 1), (self.settle, 0, top)))
        self.add(self.numbers, self._sums, self._lacks, STRETCH)
        self.setAcceptDrops(True)

    def show_circle(self, shown: ShownForming, circle: FormedCircle) -> None:
        """Show a circle as it is now."""
        words, forming, unmet = self._words, shown.forming, shown.unmet.get(circle.code, ())
        self.code = circle.code
        self._title.setText(circle.code)
        said = " · ".join((people_text(circle, words), language_text(forming, circle, words)))
        self._about.setText("\n".join(filter(None, (self.where, said))))
        self._sums.setText(sums_text(forming, circle, words))
        self._sums.setHidden(not self._sums.text())
        self._lacks.setText(lacks_text(unmet, words))
        self._lacks.setHidden(not unmet)
        misfits = {one.number for one in unmet if one.kind in _OF_NUMBER}
        self.numbers.show_rows([number_row(shown, one, words, misfits) for one in circle.everyone])
        name = words.tr("{circle}, {place}", circle=circle.code, place=where_text(circle, words))
        self.numbers.setAccessibleName(name)
        self.numbers.setAccessibleDescription(self._lacks.text())
        all_settled = bool(circle.everyone) and set(circle.everyone) <= forming.settled
        self.settle.setText(words.tr("Let go") if all_settled else words.tr("Settle"))
        self.settle.setAccessibleName(
            words.tr("Let {circle} go", circle=circle.code)
            if all_settled
            else words.tr("Settle {circle}", circle=circle.code)
        )
        self.settle.setEnabled(bool(circle.everyone))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(NUMBERS):
            event.acceptProposedAction()
            self._mark(on=True)

    def dragLeaveEvent(self, _event: object) -> None:
        self._mark(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(on=False)
        if event.mimeData().hasFormat(NUMBERS):
            event.acceptProposedAction()
            # Once the drag is over, because the numbers will be shown elsewhere.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(self.code))

    def _mark(self, *, on: bool) -> None:
        self.setProperty("role", "notice" if on else "card")
        self.style().unpolish(self)
        self.style().polish(self)


def number_row(shown: ShownForming, number: int, words: Words, misfits: Collection[int] = ()) -> NumberRow:
    """Return a number as a list shows it and a reader says it."""
    forming = shown.forming
    slip = forming.by_number[number]
    said = [str(number)]
    if number in forming.settled:
        said.append(words.tr("settled"))
    if number in misfits:
        said.append(words.tr("this circle does not suit it"))
    said.append(slip_text(slip, shown.typing, words))
    return NumberRow(
        str(number), ", ".join(said), number in forming.settled, slip.facilitates, number in misfits
    )
