"""The third step of a forum: what it chose, with ties as ties, here and on the room display."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forum.ballot_text import numbered_texts, option_text, result_detail
from dialogue_desk.ui.forum.forum_acts import ForumActs
from dialogue_desk.ui.forum.options_page import languages_of
from dialogue_desk.ui.program.bars import BarList, BarRow
from dialogue_desk.ui.room.room_chart import RoomBar, RoomChart, chart_parts
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.forum_text import count_sentences
from dialogue_desk.words.languages import own_name

_ALL = "all"
_SIDE, _LEAST_WIDE = 320, 860


class ResultPage(QWidget):
    """The options, those with the most dots first; the room sees a part of them at a time."""

    def __init__(self, acts: ForumActs, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._acts, self._context, self._words = acts, context, words
        self._part, self._parts = 0, tuple[RoomChart, ...]()
        self.room = RoomScreen(context, self)
        self._said = Label()
        self.bars = BarList(theme, words.tr("The options, those with the most dots first"))
        self.show_room = Button(theme, words.tr("Show on the room display"), icon="display")
        self.before = Button(theme, words.tr("Part before"), weight=Weight.QUIET)
        self.after = Button(theme, words.tr("Next part"), weight=Weight.QUIET)
        self._seen = Label(role="note")
        self.languages = Chips(theme, words.tr("Languages on the room display"))
        self.open_again = Button(theme, words.tr("Open the count again…"))
        sentence = words.tr(
            "Nobody sees how the options do while ballots are typed. The result shows up here "
            "once the count is closed."
        )
        self._empty = EmptyState(theme, "clock", words.tr("The result is not out yet"), sentence)
        self._filled, self._room_box, self._wide = QWidget(), QWidget(), True
        self._lay_out()
        self.show_room.clicked.connect(self._switch_room)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.languages.chosen.connect(lambda _: self._show_parts())
        self.open_again.clicked.connect(acts.ask_open_again)
        for told in (self.room.opened, self.room.closed):
            told.connect(self._name_room)

    def show_work(self) -> None:
        """Show what the forum chose, where the count is closed."""
        result, words = self._acts.result, self._words
        self._empty.setVisible(not result.out)
        self._filled.setVisible(result.out)
        if not result.out:
            self.room.close()
            return
        self._said.setText("\n".join(count_sentences(result, words)))
        most = max((one.dots for one in result.options), default=0)
        self.bars.show_rows(
            [
                BarRow(
                    str(one.number),
                    words.tr(
                        "{place}. {option}",
                        place=one.place,
                        option=option_text(one.option, one.number, words),
                    ),
                    result_detail(one, words),
                    one.dots,
                    most,
                )
                for one in result.options
            ]
        )
        choices = [Choice(one, own_name(one)) for one in self._spoken()]
        self.languages.show_choices([*choices, Choice(_ALL, words.tr("Both"))] if len(choices) > 1 else ())
        if not self.languages.choice():
            self.languages.choose(_ALL)
        self.languages.setVisible(len(choices) > 1)
        self._show_parts()

    def _spoken(self) -> tuple[str, ...]:
        """Return the languages of the ballot that the app speaks too, two at most."""
        return tuple(one for one in languages_of(self._acts) if one in LANGUAGES)[:2]

    def _show_parts(self) -> None:
        chosen = self.languages.choice()
        languages = [one for one in self._spoken() if chosen in ("", _ALL, one)] or [self._words.language]
        result = self._acts.result
        bars = [
            RoomBar(
                str(one.place),
                numbered_texts(one, languages),
                one.dots,
            )
            for one in result.options
        ]
        titles = [Words(one).tr("What we chose") for one in languages]
        self._parts = chart_parts(titles, bars, self._context.theme.font())
        self._turn(0)

    def _turn(self, by: int) -> None:
        self._part = min(max(self._part + by, 0), len(self._parts) - 1)
        self.room.show_chart(self._parts[self._part])
        for button, ahead in ((self.before, self._part > 0), (self.after, self._part + 1 < len(self._parts))):
            button.setEnabled(ahead)
        several = len(self._parts) > 1
        self._seen.setVisible(several)
        self._seen.setText(
            self._words.tr("Part {part} of {count}", part=self._part + 1, count=len(self._parts))
        )
        for button in (self.before, self.after):
            button.setVisible(several)

    def _switch_room(self) -> None:
        if self.room.is_open():
            self.room.close()
        else:
            self.room.open()

    def _name_room(self) -> None:
        words = self._words
        shown = self.room.is_open()
        self.show_room.setText(
            words.tr("Close the room display") if shown else words.tr("Show on the room display")
        )

    def _lay_out(self) -> None:
        words, theme = self._words, self._context.theme
        self._page = ScrollColumn(theme, characters=112, edge=Space.WIDE)
        card = Card(edge=Space.SNUG)
        card.add(self.bars)
        column(
            Section(words.tr("What the room sees")),
            self.room.preview(),
            self.languages,
            flowing(self.before, self.after),
            self._seen,
            self.show_room,
            self.open_again,
            gap=Space.SNUG,
            within=self._room_box,
        )
        self._page.add(Label(words.tr("What the forum chose"), "title"), self._said, card)
        self._page.body.addStretch(1)
        self._side = ScrollColumn(theme, characters=0, edge=Space.BASE)
        self._side.add(self._room_box)
        self._side.body.addStretch(1)
        row((self._page, 1), self._side, within=self._filled)
        column(self._empty, self._filled, within=self)
        self.setFocusProxy(self.bars)
        theme.changed.connect(self._rearrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def _rearrange(self) -> None:
        """Have what the room sees beside the result where there is room, and else over its bars."""
        theme = self._context.theme
        wide = self.width() >= theme.scaled(_LEAST_WIDE)
        if wide is not self._wide:
            self._wide = wide
            (self._side if wide else self._page).body.insertWidget(0 if wide else 2, self._room_box)
        self._side.setVisible(wide)
        self._side.setFixedWidth(theme.scaled(_SIDE) if wide else 0)
