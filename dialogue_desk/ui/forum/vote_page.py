"""The second step of a forum: ballots are typed, by one person and then by another, and compared."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.domain.model.forum import MOST_VOTERS, ForumStage
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forum.ballot_differences import BallotDifferences
from dialogue_desk.ui.forum.ballot_pile import BallotPile
from dialogue_desk.ui.forum.ballot_text import count_text, option_text
from dialogue_desk.ui.forum.ballot_typing import BallotTyping
from dialogue_desk.ui.forum.forum_acts import ForumActs
from dialogue_desk.ui.forum.tally_typing import TallyTyping
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.trouble_line import TroubleLine

_FIRST, _SECOND = "1", "2"
_BALLOTS, _SHEETS, _DIFFERENCES = "ballots", "sheets", "differences"
_LEAST_WIDE, _OPTIONS_WIDE, _GIVEN_WIDE = 900, 360, 190


class VotePage(QWidget):
    """Who types is chosen once; the second person sees nothing of what the first typed."""

    def __init__(self, acts: ForumActs, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._acts, self._context, self._words = acts, context, words
        self._options: object = None
        people = (Choice(_FIRST, words.tr("First person")), Choice(_SECOND, words.tr("Second person")))
        self.who = Chips(theme, words.tr("Who types"), people)
        self.kinds = Chips(theme, words.tr("What is typed"))
        self.count = Label(role="strong")
        self.given = Number(theme, words, 0, MOST_VOTERS)
        self.given.box.setSpecialValueText(words.tr("not counted"))
        self.given.keep_width(_GIVEN_WIDE)
        self.ballots = BallotTyping(acts, context)
        self.sheets = TallyTyping(acts, context)
        self.differences = BallotDifferences(acts, context)
        self.pages = {_BALLOTS: self.ballots, _SHEETS: self.sheets, _DIFFERENCES: self.differences}
        self._legend = column(gap=Space.TIGHT)
        self._side = ScrollColumn(theme, characters=0, edge=Space.HAIR)
        self.trouble = TroubleLine(context.announcer)
        self.close_count = Button(theme, words.tr("Close the count…"), weight=Weight.PRIMARY)
        sentence = words.tr("Lock the options first. Then ballots can be typed here, one after another.")
        self._early = EmptyState(theme, "check", words.tr("Nobody can vote yet"), sentence)
        sentence = words.tr("No ballot can be typed now. To type one, open the count again at the result.")
        self._late = EmptyState(theme, "check", words.tr("The count is closed"), sentence)
        self._filled = QWidget()
        self._lay_out()
        self._name_kinds()
        self.who.choose(_FIRST)
        self.kinds.choose(_BALLOTS)
        self._show_kind(_BALLOTS)
        self._connect()

    def show_work(self) -> None:
        """Show how far the ballots are."""
        acts, words = self._acts, self._words
        there = acts.forum.stage is ForumStage.VOTING
        self._early.setVisible(acts.forum.stage is ForumStage.CHOOSING)
        self._late.setVisible(acts.forum.stage is ForumStage.COUNTED)
        self._filled.setVisible(there)
        if not there:
            return
        self.given.show_value(acts.forum.ballots)
        self._show_count()
        self.differences.show_work()
        self._name_kinds()
        pile = BallotPile.of(acts.work, int(self.who.choice()))
        self.ballots.show_pile(pile)
        self.sheets.show_pile(pile)
        key = (acts.options, words.language)
        if key != self._options:
            self._options = key
            self._show_legend()

    def begun(self) -> bool:
        """Return whether something is typed that is not kept yet."""
        return self.ballots.begun() or self.sheets.begun()

    def _lay_out(self) -> None:
        words = self._words
        asked = words.tr("Ballots given out")
        self.given.setAccessibleName(asked)
        middle_of = Qt.AlignmentFlag.AlignVCenter
        given = row((Label(asked, wrap=False), 0, middle_of), self.given, gap=Space.SNUG)
        chips = flowing(self.who, self.kinds, gap=Space.BASE)
        top = column(chips, row((self.count, 1), given, gap=Space.BASE), gap=Space.HAIR)
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._side.add(Section(words.tr("On the ballot")), self._legend)
        self._side.body.addStretch(1)
        # No stack: it would be as high as the highest page, which is a tally sheet of twenty options.
        pages = column(*((page, 1) for page in self.pages.values()))
        middle = row((pages, 1), self._side, gap=Space.BASE)
        note = Label(words.tr("How many dots an option has is shown once the count is closed."), "note")
        foot = row((note, 1), self.close_count, gap=Space.SNUG)
        edges = (Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        page = ScrollColumn(self._context.theme, characters=0, edge=0)
        page.body.setContentsMargins(*edges)
        page.body.setSpacing(Space.SNUG)
        page.add(top, (middle, 1), self.trouble, foot)
        column(page, within=self._filled)
        column(self._early, self._late, self._filled, within=self)
        self._context.theme.changed.connect(self._fit)

    def _connect(self) -> None:
        self.who.chosen.connect(self._change_person)
        self.kinds.chosen.connect(self._show_kind)
        self.given.changed.connect(self._give_out)
        self.close_count.clicked.connect(self._close)
        for page in (self.ballots, self.sheets):
            page.count_changed.connect(self._show_count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= self._context.theme.scaled(_LEAST_WIDE)
        self._side.setVisible(wide and self.kinds.choice() != _SHEETS)
        self._side.setFixedWidth(self._context.theme.scaled(_OPTIONS_WIDE))

    def _change_person(self, _who: str) -> None:
        self.ballots.show_pile(BallotPile.of(self._acts.work, int(self.who.choice())))
        self.sheets.show_pile(BallotPile.of(self._acts.work, int(self.who.choice())))
        self._show_kind(self.kinds.choice())

    def _show_kind(self, kind: str) -> None:
        page = self.pages[kind]
        for one in self.pages.values():
            one.setVisible(one is page)
        self.setFocusProxy(page)
        self._fit()
        if self.isVisible():
            page.setFocus()

    def _name_kinds(self) -> None:
        words = self._words
        differing = words.tr("Differences · {count}", count=self.differences.count)
        self.kinds.show_choices(
            (
                Choice(_BALLOTS, words.tr("Ballots")),
                Choice(_SHEETS, words.tr("Tally sheets")),
                Choice(_DIFFERENCES, differing),
            )
        )

    def _show_count(self) -> None:
        self.count.setText(count_text(self._acts.work, self._words))

    def _give_out(self, ballots: int) -> None:
        self.trouble.say(self._acts.set_up(replace(self._acts.forum, ballots=ballots)))

    def _close(self) -> None:
        if self.begun():
            self.trouble.say(
                self._words.tr("A ballot is typed and not saved yet. Save it or empty its line.")
            )
        else:
            self._acts.ask_close(self.trouble.say)

    def _show_legend(self) -> None:
        clear_layout(self._legend)
        for one in self._acts.options:
            number = Label(str(one.number), "strong", wrap=False)
            number.setFixedWidth(self._context.theme.scaled(36))
            line = Card("clear", edge=0)
            line.add(row(number, (Label(option_text(one, one.number, self._words)), 1), gap=Space.TIGHT))
            self._legend.addWidget(line)
