"""What the people in the room see: a small line to choose it by, while the room display is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.room.room_sheet import RoomMode
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.ring import TimeLeft
from dialogue_desk.words import LANGUAGES

_ALL = "all"
_PREVIEW = (128, 72)
_WIDTH_FOR_CHIPS, _HEIGHT_FOR_PREVIEW = 900, 700
"""The width and the height of a window, at 100 % text, from which there is room for them."""

GROUPS = "groups"
"""Who sits with whom: offered while there are small groups."""
NOTES = "notes"
"""What is read back: offered while a person has it on the wall."""


class RoomBar(Card):
    """Feeds the room display with what was chosen for it, and nothing else."""

    def __init__(self, context: Context, room: RoomScreen) -> None:
        super().__init__("bar", edge=0)
        self._room, self._theme = room, context.theme
        self._dark = True
        self._texts: tuple[tuple[str, str], ...] = ()
        self._rules: tuple[str, ...] = ()
        self._groups: tuple[str, ...] = ()
        self._lines: tuple[str, ...] | None = None
        self._before_lines = ""
        self._time = TimeLeft(0, 0)
        theme, tr = context.theme, context.words.tr
        self._words = context.words
        self._choices = [
            Choice(RoomMode.QUESTION, tr("Question")),
            Choice(RoomMode.RULES, tr("Ground rules")),
            Choice(RoomMode.TIME, tr("Time")),
            Choice(RoomMode.SILENCE, tr("Silence")),
            Choice(RoomMode.MESSAGE, tr("A message")),
        ]
        name = tr("On the room display")
        self.chips = Chips(theme, name, self._choices)
        self.chips.choose(RoomMode.QUESTION)
        self.chips.chosen.connect(self._choose)
        self.select = Select(theme, self._choices)
        self.select.setAccessibleName(name)
        self.select.chosen.connect(self._choose)
        self.message = QLineEdit()
        self.message.setPlaceholderText(tr("Message for the room, then Enter"))
        self.message.setAccessibleName(tr("Message for the room"))
        self.message.returnPressed.connect(self._show)
        self.languages = Select(theme)
        self.languages.setAccessibleName(tr("Languages on the room display"))
        self.languages.chosen.connect(lambda _: self._show(RoomMode.QUESTION))
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
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.HAIR, Space.BASE, Space.HAIR)
        line.setSpacing(Space.SNUG)
        middle = Qt.AlignmentFlag.AlignVCenter
        line.addWidget(self._picture, 0, middle)
        line.addWidget(self.preview, 0, middle)
        line.addWidget(self.chips, 2, middle)
        line.addWidget(self.select, 0, middle)
        line.addWidget(self.message, 1, middle)
        line.addStretch()
        line.addWidget(self.languages, 0, middle)
        line.addWidget(self.ground_button, 0, middle)
        line.addWidget(self.blank_button, 0, middle)
        self.column.addLayout(line)

    def selected(self) -> str:
        """Return what is chosen for the wall."""
        return self.chips.choice()

    def show_part(self, part_id: str, plans: Mapping[str, SessionPlan], prompt: int = 0) -> None:
        """Let the question be that of a part, in the languages of ``plans``: all, or the one being asked."""
        texts = tuple((language, _question(plan, part_id, prompt)) for language, plan in plans.items())
        if texts != self._texts:
            self._texts = texts
            self._offer_languages(tuple(plans))
            self._show(RoomMode.QUESTION)
            self.refresh()

    def show_rules(self, rules: Sequence[str]) -> None:
        """Let these be the ground rules."""
        if tuple(rules) != self._rules:
            self._rules = tuple(rules)
            self._show(RoomMode.RULES)

    def show_time(self, time: TimeLeft) -> None:
        """Let this be the time."""
        self._time = time
        self._show(RoomMode.TIME)

    def show_groups(self, groups: Sequence[Sequence[int]]) -> None:
        """Let these be the small groups, by seat; without any they are not offered."""
        shown = tuple(" · ".join(map(str, seats)) for seats in groups)
        if shown == self._groups:
            return
        offered, self._groups = bool(self._groups), shown
        if offered is not bool(shown):
            self._update_choices()
        else:
            self._show(GROUPS)

    def show_lines(self, lines: Sequence[str] | None) -> None:
        """Put what is read back on the wall; ``None`` takes it off, and what was there before is back."""
        fresh, self._lines = self._lines is None, None if lines is None else tuple(lines)
        if lines is None:
            self._take_lines_off()
        elif fresh:
            self._before_lines = self.selected() if self._room.is_open() else ""
            self._update_choices()
            self.show_in_room(NOTES)
        else:
            self._show(NOTES)

    def _take_lines_off(self) -> None:
        """Show what was there before, or close the wall that was opened for the notes."""
        chosen, before = self.selected(), self._before_lines
        self._update_choices()
        if chosen != NOTES:
            return
        if before:
            self._choose(before)
        else:
            self._show()
            self._room.close()

    def _update_choices(self) -> None:
        """Offer what there is for the wall now."""
        chosen = self.selected()
        more = [Choice(GROUPS, self._words.tr("Groups"))] if self._groups else []
        more += [Choice(NOTES, self._words.tr("Notes"))] if self._lines is not None else []
        offered = [*self._choices, *more]
        known = any(choice.id == chosen for choice in offered)
        for way in (self.chips, self.select):
            way.show_choices(offered)
            way.choose(chosen if known else RoomMode.QUESTION)
        self._show()
        self.refresh()

    def show_in_room(self, content_id: str) -> None:
        """Put something on the wall, opening it where it is closed."""
        self.chips.choose(content_id)
        self.select.choose(content_id)
        self._room.set_blank(False)
        self._show()
        if not self._room.is_open():
            self._room.open()
        self.refresh()

    def toggle_open(self) -> None:
        """Open the wall, or close it."""
        if self._room.is_open():
            self._room.close()
        else:
            self._room.open()
            self._show()

    def toggle_blank(self) -> None:
        """Make the wall dark, or show again what was there."""
        self._room.set_blank(not self._room.is_blank())
        self.refresh()

    def _show(self, only: str | None = None) -> None:
        chosen = self.selected()
        if only is not None and only != chosen:
            return
        match chosen:
            case RoomMode.RULES:
                self._room.show_rules(self._rules)
            case "groups":
                self._room.show_rules(self._groups)
            case "notes":
                self._room.show_lines(self._lines or ())
            case RoomMode.TIME:
                self._room.show_time(self._time)
            case RoomMode.SILENCE:
                self._room.show_silence()
            case RoomMode.MESSAGE:
                self._room.show_message(self.message.text())
            case _:
                only_in = self.languages.choice()
                texts = [text for text in self._texts if only_in in {text[0], _ALL, ""}]
                self._room.show_question(texts)

    def refresh(self) -> None:
        """Stand there while the wall is open."""
        tr = self._words.tr
        self.setVisible(self._room.is_open())
        self.message.setVisible(self.selected() == RoomMode.MESSAGE)
        self.languages.setVisible(self.selected() == RoomMode.QUESTION and len(self._texts) > 1)
        self.ground_button.setText(tr("Black on white") if self._dark else tr("White on black"))
        self._fit()
        self.blank_button.setText(tr("Show it again") if self._room.is_blank() else tr("Turn it black"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take no height that the session needs: where there is little, a list for chips and no picture."""
        narrow = self.width() < self._theme.scaled(_WIDTH_FOR_CHIPS)
        self.chips.setVisible(not narrow)
        self.select.setVisible(narrow)
        large = self.window().height() >= self._theme.scaled(_HEIGHT_FOR_PREVIEW) and not narrow
        self.preview.setVisible(large)
        self._picture.setVisible(not large)

    def _choose(self, content_id: str) -> None:
        self.chips.choose(content_id)
        self.select.choose(content_id)
        self._show()
        self.refresh()
        if content_id == RoomMode.MESSAGE:
            self.message.setFocus()

    def _toggle_dark(self) -> None:
        self._dark = not self._dark
        self._room.set_dark(self._dark)
        self.refresh()

    def _offer_languages(self, languages: Sequence[str]) -> None:
        both = Choice(_ALL, self._words.tr("Both languages"))
        self.languages.show_choices([both, *(Choice(code, LANGUAGES.get(code, code)) for code in languages)])


def _question(plan: SessionPlan, part_id: str, prompt: int) -> str:
    """Return what of a part is for the wall: its questions, or its title where it asks nothing."""
    part: Part | None = next((part for part in plan.parts if part.id == part_id), None)
    if part is None:
        return ""
    if 0 < prompt <= len(part.ask):
        return part.ask[prompt - 1]
    return "\n".join(part.ask[: part.choose or len(part.ask)]) or part.title
