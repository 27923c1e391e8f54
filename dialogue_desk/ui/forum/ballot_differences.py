"""Ballots whose entries differ, side by side: somebody looks at the ballot and says what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.forum_edits import CannotVote, read_ballot
from dialogue_desk.domain.model.forum import BallotEntry
from dialogue_desk.domain.overview.forum_result import TypedBallot
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forum.ballot_line import BallotLine
from dialogue_desk.ui.forum.ballot_pile import differing_ballots
from dialogue_desk.ui.forum.ballot_text import entry_text
from dialogue_desk.ui.forum.forum_acts import ForumActs
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.words import Words

_BESIDE, _ENTRIES_BESIDE = 480, 360


class BallotDifferences(QWidget):
    """The ballot the keys are on, with each entry under its digit; what is typed new stands for all."""

    def __init__(self, acts: ForumActs, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._acts, self._context, self._words = acts, context, words
        self._differing: tuple[TypedBallot, ...] = ()
        self._said: tuple[tuple[str, BallotEntry], ...] = ()
        self.list = _Differing(theme, words.tr("Ballots whose entries differ"))
        self.title = Label(role="title")
        self._sides = ResponsiveRow(theme, _ENTRIES_BESIDE)
        self.line = BallotLine(words.tr("What the ballot says, typed new"))
        self.trouble = TroubleLine(context.announcer)
        self.buttons: list[Button] = []
        self._empty = EmptyState(
            theme,
            "check",
            words.tr("No entries differ"),
            words.tr("Where two people type the same ballot in different ways, both entries show up here."),
        )
        self._filled = QWidget()
        card = Card()
        hint = words.tr("Take the ballot and look. Press the digit of the right entry, or type it new.")
        card.add(self.title, Label(hint, "muted"), self._sides)
        card.add(Label(words.tr("What the ballot says, typed new"), "strong"), self.line, self.trouble)
        card.column.addStretch(1)
        listed = QWidget()
        column(Section(words.tr("Entries differ")), (self.list, 1), gap=Space.TIGHT, within=listed)
        halves = ResponsiveRow(theme, _BESIDE, gap=Space.BASE)
        halves.add(listed, 2)
        halves.add(card, 5)
        column((halves, 1), within=self._filled)
        column(self._empty, self._filled, within=self)
        self.setFocusProxy(self.list)
        self.list.moved.connect(lambda _: self._show())
        self.list.opened.connect(lambda _: self.line.setFocus())
        self.list.digit.connect(self.choose)
        self.line.entered.connect(self._enter)
        self.line.spoiled.connect(self._spoil)
        self.line.escaped.connect(self.line.clear)

    def show_work(self) -> None:
        """Show which ballots differ now."""
        words, forum = self._words, self._acts.forum
        self._differing = differing_ballots(self._acts.work)
        self._filled.setVisible(bool(self._differing))
        self._empty.setVisible(not self._differing)
        rows = []
        for one in self._differing:
            title = words.tr("Ballot {number}", number=one.number)
            said = " / ".join(entry_text(body, forum, words) for _, body in entries_of(one, words))
            rows.append(MarkRow(str(one.number), title, said, f"{title}. {said}", figure=str(one.number)))
        self.list.show_rows(rows)
        if rows and not self.list.current_id():
            self.list.go_to(rows[0].id)
        self._show()

    @property
    def count(self) -> int:
        """How many ballots differ."""
        return len(self._differing)

    def choose(self, place: int) -> None:
        """Say that the entry under this digit is right."""
        if 1 <= place <= len(self._said):
            self._settle(self._said[place - 1][1])

    def _current(self) -> TypedBallot | None:
        here = self.list.current_id()
        return next((one for one in self._differing if str(one.number) == here), None)

    def _show(self) -> None:
        one, words = self._current(), self._words
        if one is None:
            return
        self._said = entries_of(one, words)
        self.title.setText(words.tr("Ballot {number}", number=one.number))
        self.trouble.say("")
        clear_layout(self._sides.line)
        self.buttons = []
        for place, (who, body) in enumerate(self._said, 1):
            button = Button(self._context.theme, words.tr("{digit}: this is right", digit=place))
            button.setAccessibleName(words.tr("{digit}: {who} is right", digit=place, who=who))
            button.clicked.connect(lambda _=False, place=place: self.choose(place))
            self.buttons.append(button)
            card = Card("rail", edge=Space.SNUG)
            card.add(Label(who, "strong"), Label(entry_text(body, self._acts.forum, words), "lead"), button)
            self._sides.add(card, 1)

    def _enter(self) -> None:
        if (one := self._current()) is None:
            return
        try:
            dots = read_ballot(self.line.text(), self._words)
        except CannotVote as trouble:
            self.trouble.say(str(trouble))
            return
        self._settle(BallotEntry(1, one.number, dots, one.ballots))

    def _spoil(self) -> None:
        if (one := self._current()) is not None:
            self._settle(BallotEntry(1, one.number, (), one.ballots, spoiled=True))

    def _settle(self, right: BallotEntry) -> None:
        one = self._current()
        if one is None:
            return
        entries = sorted({it.body.entry for it in one.entries})
        trouble = self._acts.settle([replace(right, entry=entry) for entry in entries])
        self.trouble.say(trouble)
        if not trouble:
            self.line.clear()
            self.list.setFocus()


class _Differing(MarkList):
    """A digit tells ``digit(number)``."""

    digit = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().isascii() and event.text().isdigit():
            self.digit.emit(int(event.text()))
        else:
            super().keyPressEvent(event)


def entries_of(ballot: TypedBallot, words: Words) -> tuple[tuple[str, BallotEntry], ...]:
    """Return who typed what of a ballot; where two laptops differ on one entry, both versions."""
    found = []
    for one in ballot.entries:
        who = words.tr("First person") if one.body.entry == 1 else words.tr("Second person")
        found.append((who, one.body))
        others: Sequence[object] = one.others
        found += [
            (words.tr("{who}, on another laptop", who=who), body)
            for body in others
            if isinstance(body, BallotEntry)
        ]
    return tuple(found)
