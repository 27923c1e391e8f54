"""A tally sheet typed in: how many ballots it counts, and the dots of each option, Enter going down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.forum import MOST_FORUM_DOTS, MOST_VOTERS, BallotEntry, ForumOption
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forum.ballot_pile import BallotPile
from dialogue_desk.ui.forum.ballot_text import option_text
from dialogue_desk.ui.forum.forum_acts import ForumActs
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.trouble_line import TroubleLine

_WIDE = 96
_LONGEST = 7


class TallyTyping(QWidget):
    """Ballots that were added up on paper; ``count_changed`` tells that a sheet was kept."""

    count_changed = Signal()

    def __init__(self, acts: ForumActs, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._acts, self._context, self._words = acts, context, words
        self._pile = BallotPile()
        self._options: tuple[ForumOption, ...] = ()
        self.title = Label(role="title")
        self.ballots = self._box(words.tr("Ballots on this sheet"))
        self.boxes: dict[int, LineBox] = {}
        self._rows = column(gap=Space.TIGHT)
        self.trouble = TroubleLine(context.announcer)
        self.save = Button(theme, words.tr("Save this sheet"))
        hint = words.tr("Type the dots of each option; empty is none. Enter goes down, and saves at the end.")
        card = Card()
        card.add(self.title, Label(hint, "note"), self._line(words.tr("Ballots on this sheet"), self.ballots))
        card.add(self._rows, self.trouble, row(self.save, STRETCH))
        column(card, within=self).addStretch(1)
        self.setFocusProxy(self.ballots)
        self.save.clicked.connect(self._keep)
        self.ballots.returnPressed.connect(lambda: self._down(0))

    def show_pile(self, pile: BallotPile) -> None:
        """Show the number of the next sheet, and the options it counts."""
        self._pile = pile
        if self._acts.options != self._options:
            self._options = self._acts.options
            self._make_boxes()
        self.title.setText(self._words.tr("Tally sheet, number {number} in the pile", number=pile.next))

    def begun(self) -> bool:
        """Return whether something is typed that is not kept yet."""
        return any(box.text().strip() for box in (self.ballots, *self.boxes.values()))

    def _box(self, name: str) -> LineBox:
        box = LineBox()
        box.setMaxLength(_LONGEST)
        box.setFixedWidth(self._context.theme.scaled(_WIDE))
        box.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        box.setAccessibleName(name)
        box.textEdited.connect(lambda _: self.trouble.say(""))
        return box

    def _line(self, text: str, box: LineBox) -> QWidget:
        line = QWidget()
        row(box, (Label(text), 1), gap=Space.SNUG, within=line)
        return line

    def _make_boxes(self) -> None:
        clear_layout(self._rows)
        self.boxes = {}
        for place, one in enumerate(self._options, 1):
            text = f"{one.number}  {option_text(one, one.number, self._words)}"
            box = self._box(text)
            box.returnPressed.connect(lambda place=place: self._down(place))
            self.boxes[one.number] = box
            self._rows.addWidget(self._line(text, box))

    def _down(self, place: int) -> None:
        """Go to the box under one, and save at the last."""
        below = list(self.boxes.values())[place:]
        if below:
            below[0].setFocus()
            below[0].selectAll()
        else:
            self._keep()

    def _keep(self) -> None:
        ballots = self._number(self.ballots, MOST_VOTERS, least=1)
        dots = [
            (number, self._number(box, MOST_VOTERS * MOST_FORUM_DOTS)) for number, box in self.boxes.items()
        ]
        if ballots is None or any(given is None for _, given in dots):
            return
        given = tuple((number, count) for number, count in dots if count)
        trouble = self._acts.type(BallotEntry(self._pile.entry, self._pile.next, given, ballots))
        self.trouble.say(trouble)
        if not trouble:
            for box in (self.ballots, *self.boxes.values()):
                box.clear()
            self.ballots.setFocus()
            self.count_changed.emit()

    def _number(self, box: LineBox, most: int, least: int = 0) -> int | None:
        """Return the number in a box, or None where it is none: then that is said, and the keys go there."""
        typed = box.text().strip() or "0"
        number = int(typed) if typed.isascii() and typed.isdigit() else -1
        if least <= number <= most:
            return number
        self.trouble.say(self._words.tr("Type a number from {least} to {most}.", least=least, most=most))
        box.setFocus()
        return None
