"""The bar on which a person chooses what the room display shows; it is there while the display is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.room.room_content import (
    ALL_LANGUAGES,
    ReadAloud,
    RoomMode,
    RoomSources,
    question_text,
)
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.run.part_cards import card_texts
from dialogue_desk.ui.run.room_report import RoomReport
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.ring import TimeLeft
from dialogue_desk.words import LANGUAGES, Words

_PREVIEW = (128, 72)
_WIDTH_FOR_CHIPS, _HEIGHT_FOR_PREVIEW = 900, 700
"""The width and the height of a window, at 100 % text, from which there is room for them."""


class RoomBar(Card):
    """Gathers what the room can be shown in ``sources``, and gives the room display what is chosen of it."""

    def __init__(self, context: Context, room: RoomScreen) -> None:
        super().__init__("bar", edge=0)
        self._room, self._theme = room, context.theme
        self.sources = RoomSources()
        self._before_lines: RoomMode | None = None
        self._part, self._plans = "", dict[str, SessionPlan]()
        self._report = RoomReport(context)
        theme, words, tr = context.theme, context.words, context.words.tr
        self._words = words
        self._names = _names(words)
        name = tr("On the room display")
        self.chips = Chips(theme, name)
        self.chips.chosen.connect(self._choose)
        self.select = Select(theme)
        self.select.setAccessibleName(name)
        self.select.chosen.connect(self._choose)
        self._offer()
        self.chips.choose(RoomMode.QUESTION)
        self.message = QLineEdit()
        self.message.setPlaceholderText(tr("Message for the room, then Enter"))
        self.message.setAccessibleName(tr("Message for the room"))
        self.message.returnPressed.connect(self._show_chosen)
        self.languages = Select(theme)
        self.languages.setAccessibleName(tr("Languages on the room display"))
        self.languages.chosen.connect(lambda _: self._show_chosen())
        self.figures_button = Button(theme, tr("In figures"))
        self.figures_button.setCheckable(True)
        self.figures_button.toggled.connect(lambda on: self._update(replace(self.sources, figures=on)))
        self.ground_button = Button(theme, "", weight=Weight.QUIET, icon="contrast", bare=True)
        self.ground_button.clicked.connect(self._toggle_dark)
        self.preview = room.preview()
        self.preview.setFixedSize(*_PREVIEW)
        self.blank_button = Button(theme, tr("Turn it black"))
        self.blank_button.clicked.connect(self.toggle_blank)
        self._picture = IconView(theme, "display")
        self._picture.setToolTip(name)
        self._lay_out()
        room.opened.connect(self.refresh)
        room.closed.connect(self.refresh)
        self.hide()

    def _lay_out(self) -> None:
        line = row(
            self._picture,
            self.preview,
            (self.chips, 2),
            self.select,
            (self.message, 1),
            0,
            self.languages,
            self.figures_button,
            self.ground_button,
            self.blank_button,
            gap=Space.SNUG,
            margins=(Space.WIDE, Space.HAIR, Space.BASE, Space.HAIR),
        )
        for place in range(line.count()):
            if item := line.itemAt(place):
                item.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)

    def show_part(self, part_id: str, plans: Mapping[str, SessionPlan], prompt: int = 0) -> None:
        """Set the question: that of a part, in each language of ``plans``; all of it, or one ``prompt``."""
        if part_id != self._part:
            self._update(replace(self.sources, card=()))
        self._part, self._plans = part_id, dict(plans)
        question = tuple((language, question_text(plan, part_id, prompt)) for language, plan in plans.items())
        if question != self.sources.question:
            both = Choice(ALL_LANGUAGES, self._words.tr("Both languages"))
            self.languages.show_choices([both, *(Choice(code, LANGUAGES.get(code, code)) for code in plans)])
            self._update(
                replace(self.sources, question=question, language=self.languages.choice() or ALL_LANGUAGES)
            )

    def show_rules(self, rules: Sequence[str]) -> None:
        """Set the ground rules."""
        self._update(replace(self.sources, rules=tuple(rules)))

    def show_time(self, time: TimeLeft) -> None:
        """Set the time that is left."""
        before, self.sources = self.sources.time, replace(self.sources, time=time)
        self._room.show(self.sources.content())
        if (time.passed is None) is not (before.passed is None):
            self.refresh()

    def show_groups(self, groups: Sequence[Sequence[int]]) -> None:
        """Set the small groups, by seat; without any they are not offered."""
        lines = tuple(" · ".join(map(str, seats)) for seats in groups)
        self._update(replace(self.sources, groups=lines))

    def show_card(self, part_id: str, number: int) -> None:
        """Show the room a card of a part, by its number from 1, in each language of its plans."""
        self._update(replace(self.sources, card=card_texts(self._plans, part_id, number)))
        self.show_in_room(RoomMode.CARD)

    def show_lines(self, lines: ReadAloud | None) -> None:
        """Show the room what is read back; None shows again what was there before."""
        if lines is None:
            self._hide_lines()
            return
        fresh, before = self.sources.lines is None, self.sources.chosen
        self._update(replace(self.sources, lines=lines))
        if fresh:
            self._before_lines = before if self._room.is_open() else None
            self.show_in_room(RoomMode.LINES)

    def _hide_lines(self) -> None:
        """Show what was there before, or close the display when it was opened for the notes."""
        shown = self.sources.chosen is RoomMode.LINES
        self._update(replace(self.sources, lines=None))
        if shown and self._before_lines is not None:
            self._choose(self._before_lines)
        elif shown:
            self._room.close()

    def show_in_room(self, choice: str) -> None:
        """Show something to the room, and open the display when it is closed."""
        self._room.set_blank(False)
        self._show_chosen(RoomMode(choice))
        if not self._room.is_open():
            self._room.open()
        self.refresh()

    def toggle_open(self) -> None:
        """Open the room display, or close it."""
        if self._room.is_open():
            self._room.close()
        else:
            self._room.open()
            self._show_chosen()

    def toggle_blank(self) -> None:
        """Make the room display black, or show again what it shows by now."""
        self._room.set_blank(not self._room.is_blank())
        self.refresh()

    def refresh(self) -> None:
        """Show the bar while the display is open, with what fits what is chosen."""
        tr, sources = self._words.tr, self.sources
        self.setVisible(self._room.is_open())
        self.message.setVisible(sources.chosen is RoomMode.MESSAGE)
        self.languages.setVisible(sources.in_languages)
        self.figures_button.setVisible(sources.chosen is RoomMode.TIME and sources.time.passed is None)
        self.ground_button.setText(tr("Black on white") if sources.dark else tr("White on black"))
        self._fit()
        self.blank_button.setText(tr("Show it again") if self._room.is_blank() else tr("Turn it black"))
        self._report.say(self._room, self._names[sources.chosen])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take no height that the session needs: in little room, show a list for the chips and no picture."""
        narrow = self.width() < self._theme.scaled(_WIDTH_FOR_CHIPS)
        self.chips.setVisible(not narrow)
        self.select.setVisible(narrow)
        large = self.window().height() >= self._theme.scaled(_HEIGHT_FOR_PREVIEW) and not narrow
        self.preview.setVisible(large)
        self._picture.setVisible(not large)

    def _choose(self, choice: str) -> None:
        self._show_chosen(RoomMode(choice))
        self.refresh()
        if choice == RoomMode.MESSAGE:
            self.message.setFocus()

    def _toggle_dark(self) -> None:
        self._update(replace(self.sources, dark=not self.sources.dark))

    def _show_chosen(self, choice: RoomMode | None = None) -> None:
        """Show the room what is chosen, with the message and the language as they are in their fields."""
        self._update(
            replace(
                self.sources,
                chosen=choice or self.sources.chosen,
                message=self.message.text(),
                language=self.languages.choice() or ALL_LANGUAGES,
            )
        )

    def _update(self, sources: RoomSources) -> None:
        """Keep new sources, and let the bar and the room display show what follows from them."""
        sources = sources.settled()
        before, self.sources = self.sources, sources
        if sources.offered != before.offered:
            self._offer()
        for field in (self.chips, self.select):
            field.choose(sources.chosen)
        self._room.show(sources.content())
        if sources != before:
            self.refresh()

    def _offer(self) -> None:
        choices = [Choice(choice, self._names[choice]) for choice in self.sources.offered]
        for field in (self.chips, self.select):
            field.show_choices(choices)


def _names(words: Words) -> dict[RoomMode, str]:
    """Return the words on the choices."""
    tr = words.tr
    return {
        RoomMode.QUESTION: tr("Question"),
        RoomMode.RULES: tr("Ground rules"),
        RoomMode.TIME: tr("Time"),
        RoomMode.SILENCE: tr("Silence"),
        RoomMode.MESSAGE: tr("A message"),
        RoomMode.GROUPS: tr("Groups"),
        RoomMode.CARD: tr("Card"),
        RoomMode.LINES: tr("Notes"),
    }
