"""All formed circles, by place and time, as cards in columns; one choice of numbers for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forming.circle_card import CircleCard
from dialogue_desk.ui.forming.circle_text import ShownForming
from dialogue_desk.ui.forming.number_list import NumberList
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout
from dialogue_desk.ui.widgets.responsive_grid import ResponsiveGrid
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section

_CARD_WIDTH = 290
_WORTH_A_HEAD = 2.5
"""So many circles under a heading, on average, are worth one."""

Where = tuple[str, str, str]
"""A circle's code, place and time."""


class CircleBoard(ScrollColumn):
    """Tells what a person wants with the numbers that are chosen, in whichever circle they are."""

    move_wanted = Signal()
    settle_wanted = Signal()
    dropped = Signal(str)
    settling = Signal(str)
    menu_wanted = Signal(QPoint)
    chosen_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, characters=0, edge=Space.BASE)
        self._context = context
        self.cards: tuple[CircleCard, ...] = ()
        self._lists: list[NumberList] = []
        self._places: tuple[Where, ...] = ()
        self.body.setSpacing(Space.SNUG)

    def watch(self, numbers: NumberList) -> None:
        """Let a list of numbers share the one choice."""
        self._lists.append(numbers)
        numbers.move_wanted.connect(self.move_wanted)
        numbers.settle_wanted.connect(self.settle_wanted)
        numbers.menu_wanted.connect(self.menu_wanted)
        numbers.chosen_changed.connect(partial(self._one_choice, numbers))

    def show_circles(self, shown: ShownForming) -> None:
        """Show the circles; their cards stay where the places of circles are the same."""
        circles = shown.forming.circles
        places = tuple((one.code, one.meeting.place.name, one.meeting.time) for one in circles)
        if places != self._places:
            self._lay_out(places)
        for card, circle in zip(self.cards, circles, strict=True):
            card.show_circle(shown, circle)

    def chosen(self) -> tuple[int, ...]:
        """Return the numbers that are chosen."""
        return tuple(number for one in self._lists for number in one.chosen())

    def choose(self, numbers: Collection[int], *, go: bool = False) -> None:
        """Choose these numbers, wherever they are; ``go`` takes the keyboard to the first of them."""
        for one in self._lists:
            inside = {int(row.id) for row in one.rows()} & set(numbers)
            if not inside:
                one.let_go_of_choice()
                continue
            blocked = one.blockSignals(True)
            one.choose(inside)
            one.blockSignals(blocked)
            if go:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                go = False
        self.chosen_changed.emit()

    def _one_choice(self, here: NumberList) -> None:
        """Let go of what is chosen elsewhere, unless a person adds to it with Ctrl."""
        adding = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        if here.chosen() and not adding:
            for one in self._lists:
                if one is not here:
                    one.let_go_of_choice()
        self.chosen_changed.emit()

    def _lay_out(self, places: Sequence[Where]) -> None:
        self._places = tuple(places)
        self._lists = [one for one in self._lists if one not in {card.numbers for card in self.cards}]
        clear_layout(self.body)
        self.cards = tuple(self._card() for _ in places)
        by_head: dict[str, list[CircleCard]] = {}
        for card, (head, rest) in zip(self.cards, _grouped(places), strict=True):
            card.where = rest
            by_head.setdefault(head, []).append(card)
        words = self._context.words
        for head, cards in by_head.items():
            count = words.ntr("{count} circle", "{count} circles", len(cards))
            grid = ResponsiveGrid(self._context.theme, _CARD_WIDTH)
            grid.show_widgets(cards)
            self.add(*([Section(head, count)] if head else []), grid)
        self.add(STRETCH)
        self._watch_cards(self.cards)

    def _watch_cards(self, cards: Iterable[CircleCard]) -> None:
        for card in cards:
            self.watch(card.numbers)

    def _card(self) -> CircleCard:
        card = CircleCard(self._context)
        card.dropped.connect(self.dropped)
        card.settling.connect(self.settling)
        return card


def _grouped(places: Sequence[Where]) -> list[tuple[str, str]]:
    """Return for each circle the heading it is under, and what of its place and time that leaves out."""
    whole = [" · ".join(filter(None, (place, time))) for _, place, time in places]
    for heads, rest in (
        (whole, [""] * len(places)),
        ([place for _, place, _ in places], [time for _, _, time in places]),
    ):
        if len(places) >= _WORTH_A_HEAD * len(set(heads)):
            return list(zip(heads, rest, strict=True))
    return [("", one) for one in whole]
