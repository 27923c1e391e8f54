"""Ballots typed one after another by keyboard alone: the number runs on, each is on disk at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.forum_edits import CannotVote, read_ballot
from dialogue_desk.domain.model.forum import MOST_OPTIONS, MOST_VOTERS, BallotEntry, Forum
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forum.ballot_line import BallotLine
from dialogue_desk.ui.forum.ballot_pile import BallotPile
from dialogue_desk.ui.forum.ballot_text import echo_text, entry_text, line_of
from dialogue_desk.ui.forum.forum_acts import ForumActs
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.trouble_line import TroubleLine

_BESIDE = 480
_LAST = 20
"""So many ballots of those typed last are in sight; Up goes to the others."""


class BallotTyping(QWidget):
    """The ballots of one person.  Up, Down or “#17” go back to a ballot, and Enter then writes over it.

    ``count_changed`` tells that a ballot was kept.
    """

    count_changed = Signal()

    def __init__(self, acts: ForumActs, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._acts, self._context, self._words = acts, context, words
        self._pile = BallotPile()
        self._seen: BallotEntry | None = None
        self.number = 1
        self.title = Label(role="title")
        self._state = Label(role="muted")
        self.line = BallotLine(words.tr("Dots of the ballot, as option numbers"))
        self._echo = Label(role="note")
        self.trouble = TroubleLine(context.announcer)
        self._hint = Label(typing_hint(context), "note")
        self.spoil = Button(theme, words.tr("Keep as spoiled"), weight=Weight.QUIET)
        self.clear = Button(theme, words.tr("Delete this ballot"), weight=Weight.QUIET)
        self._typed = LastBallots(context)
        self.last = self._typed.list
        card = Card()
        card.add(self.title, self._state, self.trouble, self.line, self._echo)
        card.add(self._hint, flowing(self.spoil, self.clear))
        card.column.addStretch(1)
        sides = ResponsiveRow(theme, _BESIDE, gap=Space.BASE)
        sides.add(card, 5)
        sides.add(self._typed, 2)
        column((sides, 1), within=self)
        self.setFocusProxy(self.line)
        self._connect()

    def show_pile(self, pile: BallotPile) -> None:
        """Show what a person typed; where the line is not begun, the next ballot is asked for."""
        other = pile.entry != self._pile.entry
        unbegun = self.number not in self._pile.typed and not self.line.text().strip()
        self._pile = pile
        if other or unbegun:
            self._go(pile.next)
        else:
            self._describe()
        self._typed.show_pile(self._pile, self._acts.forum)

    def begun(self) -> bool:
        """Return whether something is typed that is not kept yet."""
        known = self._pile.typed.get(self.number)
        return self.line.text().strip() != ("" if known is None else line_of(known))

    def _connect(self) -> None:
        self.line.entered.connect(self._enter)
        self.line.spoiled.connect(self._spoil)
        self.line.turned.connect(self._turn)
        self.line.escaped.connect(self._escape)
        self.line.textEdited.connect(lambda _: self._listen())
        self.spoil.clicked.connect(self._from_button(self._spoil))
        self.clear.clicked.connect(self._from_button(self._clear))
        self.last.opened.connect(lambda number: self._leave_for(int(number)))
        self.last.clicked.connect(self.last.open_row)

    def _from_button(self, act: Callable[[], None]) -> Callable[[], None]:
        def press() -> None:
            act()
            self.line.setFocus()

        return press

    def _enter(self) -> None:
        typed = self.line.text().strip()
        if typed.startswith("#"):
            self._find(typed)
            return
        known = self._pile.typed.get(self.number)
        if known is not None and not self.begun():
            self._go(self._pile.next)  # nothing of it was changed
            return
        try:
            dots = read_ballot(typed, self._words)
        except CannotVote as trouble:
            self._complain(str(trouble))
            return
        ballots = known.ballots if known is not None else 1
        self._keep(BallotEntry(self._pile.entry, self.number, dots, ballots))

    def _spoil(self) -> None:
        """Keep the ballot as spoiled, with its dots where they can be read: they say why."""
        try:
            dots = tuple(one for one in read_ballot(self.line.text(), self._words) if one[0] <= MOST_OPTIONS)
        except CannotVote:
            dots = ()
        known = self._pile.typed.get(self.number)
        ballots = known.ballots if known is not None else 1
        self._keep(BallotEntry(self._pile.entry, self.number, dots, ballots, spoiled=True))

    def _keep(self, entry: BallotEntry) -> None:
        # What came from another laptop since this line was begun is not written over unseen.
        trouble = self._acts.type(entry, again=self._seen is not None)
        self._complain(trouble)
        if trouble:
            return
        self._pile = BallotPile.of(self._acts.work, self._pile.entry)
        self._go(self._pile.next)
        self._typed.show_pile(self._pile, self._acts.forum)
        self.count_changed.emit()

    def _clear(self) -> None:
        if (known := self._pile.typed.get(self.number)) is None:
            return
        trouble = self._acts.clear(known)
        if not trouble:
            self._pile = BallotPile.of(self._acts.work, self._pile.entry)
            self._go(known.number)
        self._complain(trouble)

    def _find(self, typed: str) -> None:
        """Go to the ballot whose number is typed after a #."""
        digits = typed.removeprefix("#").strip()
        number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 5 else 0
        if 1 <= number <= min(self._pile.next, MOST_VOTERS):
            self._go(number)
            return
        self._complain(
            self._words.tr(
                "There is no ballot {number} yet. The last one typed here is {last}.",
                number=typed[:12],
                last=self._pile.next - 1,
            )
        )

    def _turn(self, by: int) -> None:
        self._leave_for(self.number + by)

    def _leave_for(self, number: int) -> None:
        """Go to another ballot, unless something is typed that would be lost."""
        if self.begun():
            self._complain(
                self._words.tr(
                    "Ballot {number} is not saved yet. Enter saves it, {escape} empties the line.",
                    number=self.number,
                    escape=self._context.keys.shown("Esc"),
                )
            )
            return
        if 1 <= number <= self._pile.next:
            self._go(number)
        self.line.setFocus()

    def _escape(self) -> None:
        """Bring back what was kept of this ballot, or go on with the next one."""
        self._go(self.number if self.begun() else self._pile.next)

    def _go(self, number: int) -> None:
        self.number = number
        known = self._seen = self._pile.typed.get(number)
        self.line.setText("" if known is None else line_of(known))
        self.line.selectAll()
        self._complain("")
        self._describe()

    def _describe(self) -> None:
        words, known = self._words, self._pile.typed.get(self.number)
        self.title.setText(words.tr("Ballot {number}", number=self.number))
        if known is None:
            self._state.setText(words.tr("Write this number on the ballot, then type its dots."))
        else:
            said = entry_text(known, self._acts.forum, words)
            self._state.setText(words.tr("Typed already: {dots}. Enter writes over it.", dots=said))
        self.clear.setVisible(known is not None)
        self.line.setAccessibleDescription(f"{self.title.text()}. {self._state.text()}")
        self._show_echo()

    def _complain(self, trouble: str) -> None:
        """Say what did not work, where else the ballot is explained: over the line, at any size of type."""
        self.trouble.say(trouble)
        self._state.setVisible(not trouble)

    def _listen(self) -> None:
        self._complain("")
        self._show_echo()

    def _show_echo(self) -> None:
        acts = self._acts
        options = {one.number: one for one in acts.options}
        self._echo.setText(echo_text(self.line.text(), options, acts.forum, self._words) or " ")


class LastBallots(QWidget):
    """The ballots that one person typed last, the latest first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self.list = MarkList(context.theme, context.words.tr("Ballots that were typed last"))
        column(Section(context.words.tr("Typed last")), (self.list, 1), gap=Space.TIGHT, within=self)

    def show_pile(self, pile: BallotPile, forum: Forum) -> None:
        """Show the last ones of a pile."""
        rows = [self._row(one, forum) for one in pile.last(_LAST)]
        self.list.show_rows(rows)
        self.setVisible(bool(rows))

    def _row(self, one: BallotEntry, forum: Forum) -> MarkRow:
        said, number = entry_text(one, forum, self._words), str(one.number)
        spoken = self._words.tr("Ballot {number}: {dots}", number=number, dots=said)
        return MarkRow(number, said, "", spoken, figure=number)


def typing_hint(context: Context) -> str:
    """Return which keys do what in the line."""
    return context.words.tr(
        "Option numbers with spaces: 3 3 7 or 3x2 7. 0 is a ballot without dots. Enter saves it and "
        "goes on. Up and Down, or #17, go to another ballot. {spoil} keeps it as spoiled, {escape} "
        "empties the line.",
        spoil=context.keys.shown("Ctrl+Return"),
        escape=context.keys.shown("Esc"),
    )
