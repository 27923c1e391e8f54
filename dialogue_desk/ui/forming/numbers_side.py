"""Beside the circles: what is chosen, who is in no circle and why, and what could not be met."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_choice import modifier_name
from dialogue_desk.ui.forming.circle_card import number_row
from dialogue_desk.ui.forming.circle_text import ShownForming, slip_text
from dialogue_desk.ui.forming.number_list import NumberList
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words.forming_text import unmet_sentences

_WIDTH = 330
_NAMED = 4


class NumbersSide(ScrollColumn):
    """The column at the side of the board."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, characters=0, edge=Space.BASE)
        words, theme = context.words, context.theme
        self._words, self._theme = words, theme
        self.move_to = Button(theme, words.tr("Move to…"))
        self.settle = Button(theme, words.tr("Settle"), weight=Weight.QUIET)
        self._chosen = Card(edge=Space.SNUG)
        self._chosen_text = Label()
        hint = words.tr(
            "A tick: settled. People: leads a circle. {ctrl} and a click choose several.",
            ctrl=modifier_name("Ctrl"),
        )
        self._chosen.add(self._chosen_text, flowing(self.move_to, self.settle))
        self._none_head = Section(words.tr("In no circle"))
        self.unplaced = NumberList(theme, words.tr("In no circle"))
        self._all_in = Label(words.tr("Everybody is in a circle."), "muted")
        self._unmet_head = Section(words.tr("What could not be met"))
        self._unmet = Label()
        self._hint = Label(hint, "note")
        self.body.setSpacing(Space.SNUG)
        self.add(
            self._chosen,
            self._none_head,
            self.unplaced,
            self._all_in,
            self._unmet_head,
            self._unmet,
            self._hint,
            STRETCH,
        )
        theme.changed.connect(self._fit)
        self._fit()

    def show_rest(self, shown: ShownForming) -> None:
        """Show who is in no circle, and what was not met."""
        forming, words = shown.forming, self._words
        self.unplaced.show_rows([number_row(shown, number, words) for number, _ in forming.unplaced])
        self._none_head.show_text(words.tr("In no circle"), words.number(len(forming.unplaced)))
        self.unplaced.setVisible(bool(forming.unplaced))
        self._all_in.setHidden(bool(forming.unplaced))
        sentences = unmet_sentences(forming, words)
        self._unmet_head.setVisible(bool(forming.circles))
        self._unmet.setText("\n\n".join(sentences) or words.tr("All that was wished is met."))
        self._unmet.setVisible(bool(forming.circles))

    def show_chosen(self, shown: ShownForming, numbers: Sequence[int]) -> None:
        """Show what the chosen numbers say, and what can be done with them."""
        words, forming = self._words, shown.forming
        there = [number for number in numbers if number in forming.by_number]
        lines = [
            words.tr("{number}: {said}", number=number, said=slip_text(slip, shown.typing, words))
            for number, slip in ((one, forming.by_number[one]) for one in there[:_NAMED])
        ]
        if len(there) > _NAMED:
            lines.append(words.ntr("and {count} more", "and {count} more", len(there) - _NAMED))
        self._chosen_text.setText(
            "\n".join(lines) or words.tr("Choose numbers, then M moves them and S settles them.")
        )
        self._chosen_text.play("" if lines else "muted")
        placed = [number for number in there if number in forming.places]
        self.move_to.setVisible(bool(there and forming.circles))
        self.settle.setVisible(bool(placed))
        settled = bool(placed) and set(placed) <= forming.settled
        self.settle.setText(words.tr("Let go") if settled else words.tr("Settle"))

    def _fit(self) -> None:
        self.setFixedWidth(min(self._theme.scaled(_WIDTH), 480))
