"""Which option of its part a line is about, where a part weighs options."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.shorthand_signs import OPTION_LETTER
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column

_FEWEST_LETTERS = 12
"""So many letters of an option show in the list, however long the options are."""


class OptionChoice(QWidget):
    """A pill for each option of a part and one for no single one; hidden in a part without options.

    Where pills have too little room, it is a list to choose from.  A choice stays for the lines that follow
    until the session goes on to another part.  In a part with one option, lines are about it unless another
    choice is made.
    """

    pressed = Signal()
    """A person made a choice and will go on typing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._part = ""
        self._choices: list[Choice] = []
        self._made: dict[str, str] = {}
        name = context.words.tr("What the note is about")
        self.chips, self.list = Chips(context.theme, name), Select(context.theme)
        self.list.setAccessibleName(name)
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(_FEWEST_LETTERS)
        self.chips.setMinimumWidth(1)  # a long title asks for the list, not for a wider pane
        key = context.keys.shown(f"Alt+{OPTION_LETTER}")
        for control in (self.chips, self.list):
            control.setToolTip(context.words.tr("{words} ({key})", words=name, key=key))
        self.chips.chosen.connect(self.choose)
        self.chips.pressed.connect(lambda _: self.pressed.emit())
        self.list.chosen.connect(self._choose_in_list)
        label = Label(context.words.tr("About:"), "note")
        column(label, self.chips, self.list, gap=Space.HAIR, within=self)
        self.show_part(None)

    def option(self) -> str:
        """Return the id of the option that the line is about, "" for no single one."""
        return self.chips.choice()

    def title(self) -> str:
        """Return the words of the choice that is made; "" in a part without options."""
        return next((one.text for one in self._choices if one.id == self.option()), "")

    def offered(self) -> tuple[str, ...]:
        """Return the words of all choices; none in a part without options."""
        return tuple(one.text for one in self._choices)

    def show_part(self, part: Part | None) -> None:
        """Offer the options of the part that the line goes under."""
        options = part.cards_of(CardKind.OPTION) if part is not None else ()
        tr, choices = self._context.words.tr, [Choice(one.id, one.title) for one in options]
        if options:
            choices.append(Choice("", tr("All of them") if len(options) > 1 else tr("Something else")))
        if choices != self._choices:
            self.chips.show_choices(choices)
            self.list.show_choices(choices)
        self._part, self._choices = part.id if part is not None else "", choices
        self._show(self._made.get(self._part, options[0].id if len(options) == 1 else ""))
        self.setHidden(not options)

    def go_on_to(self, part: Part | None) -> None:
        """Forget the choices for all other parts than the one of a line that is begun."""
        self._made = {one: made for one, made in self._made.items() if part is not None and one == part.id}

    def choose(self, option: str) -> None:
        """Have this line and those that follow be about an option, or about no single one with ""."""
        self._made[self._part] = option
        self._show(option)

    def choose_next(self) -> None:
        """Choose what follows the present choice, after the last the first."""
        ids = [one.id for one in self._choices]
        if ids:
            self.choose(ids[(ids.index(self.option()) + 1) % len(ids)])

    def fold(self, width: int, *, on: bool) -> None:
        """Be a list where pills have too little height, or one of them is wider than ``width``."""
        on = on or any(chip.sizeHint().width() > width for chip in self.chips.chips())
        self.chips.setHidden(on)
        self.list.setVisible(on)

    def _show(self, option: str) -> None:
        self.chips.choose(option)
        self.list.choose(option)

    def _choose_in_list(self, option: str) -> None:
        self.choose(option)
        self.pressed.emit()
