"""The cards of a part, folded under its words: what stands on each, and what is said aloud with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.guide_extras import Card, CardKind
from dialogue_desk.domain.model.ids import Milliseconds
from dialogue_desk.ui.core.card_text import card_blocks, card_lines
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import minutes

SHOWN_TO_ALL = frozenset({CardKind.VIEW, CardKind.CASE, CardKind.FACT, CardKind.OPTION})
"""The kinds that the whole room can look at together; the others are handed out."""


class PartCards(Expander):
    """The list; ``room_wanted(number)``, from 1, asks for a card on the room display."""

    room_wanted = Signal(int)

    def __init__(self, context: Context, part: Part) -> None:
        words = context.words
        super().__init__(context.theme, words.ntr("{count} card", "{count} cards", len(part.cards)))
        self._context = context
        self._options: list[tuple[Label, Card]] = []
        for number, card in enumerate(part.cards, start=1):
            self.body.addWidget(self._card(card, number))

    def show_given(self, given: Milliseconds) -> None:
        """Show how long each option has: they share the minutes of their part equally."""
        words = self._context.words
        for label, card in self._options:
            each = minutes(given // len(self._options), words)
            label.setText(words.tr("{title}: {time}", title=card.title, time=each))

    def _card(self, card: Card, number: int) -> QWidget:
        holder, words = QWidget(), self._context.words
        title = Label(card.title, "strong")
        lines = column(gap=Space.HAIR, margins=(0, Space.HAIR, 0, Space.TIGHT), within=holder)
        lines.addWidget(Label(name_of(card.kind, words), "section"))
        lines.addWidget(title)
        for text, role in card_lines(card, words):
            lines.addWidget(Label(text, role))
        if card.kind is CardKind.OPTION:
            self._options.append((title, card))
        if card.kind in SHOWN_TO_ALL:
            button = Button(self._context.theme, words.tr("Show in the room"), weight=Weight.QUIET)
            button.setAccessibleName(words.tr("Show in the room: {card}", card=card.title))
            button.clicked.connect(partial(self._want, number))
            lines.addLayout(row(button, STRETCH))
        return holder

    def _want(self, number: int, _checked: bool = False) -> None:
        self.room_wanted.emit(number)


def card_texts(plans: Mapping[str, SessionPlan], part_id: str, number: int) -> tuple[tuple[str, str], ...]:
    """Return each language of ``plans`` with what the room reads of a card in it, by its number from 1."""
    return tuple((language, card_text(plan.part(part_id), number)) for language, plan in plans.items())


def card_text(part: Part, number: int) -> str:
    """Return what the room reads of a card of ``part``, by its number from 1; "" when there is none."""
    if not 0 < number <= len(part.cards):
        return ""
    card = part.cards[number - 1]
    return "\n".join((card.title, *card_blocks(card)))
