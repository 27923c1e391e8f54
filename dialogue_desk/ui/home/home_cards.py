"""The top of Home: the day, and a card for each thing that asks for attention now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.erasing.retention import RetentionDue
from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.home.home_row import HomeButtons, HomeRow, Line, NamedButton
from dialogue_desk.ui.home.home_text import circle_text, sample_mark, session_title, start_text
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.words.times import capitalize_first, day, weekday


class HomeCards:
    """Makes the heading and the cards as they are at ``now``."""

    def __init__(self, buttons: HomeButtons, now: Instant) -> None:
        self._buttons, self._now = buttons, now
        self._theme, self._words = buttons.theme, buttons.words

    def head(self, zone: int, *, begin: bool) -> QWidget:
        """Return the day and what can always be done; ``begin`` adds the button that begins a session."""
        words, make = self._words, self._buttons.make
        buttons = [
            make("search:", words.tr("Search"), Weight.QUIET, "search"),
            make("open:", words.tr("Open a file or folder"), icon="folder"),
        ]
        if begin:
            buttons.append(self._buttons.begin(Weight.NORMAL))
        head = HomeRow(self._theme, [(capitalize_first(weekday(self._now, zone, words)), "title")], buttons)
        head.setContentsMargins(0, 0, 0, Space.TIGHT)
        return head

    def interrupted(self, entry: SessionEntry, where: str) -> QWidget:
        """Return the card of a session that was left in the middle; ``where`` says in which part."""
        words, make = self._words, self._buttons.make
        lines = [
            (words.tr("Left in the middle"), "section"),
            (session_title(entry, words), "heading"),
            (where, ""),
            (circle_text(entry, words), "note"),
        ]
        buttons = [
            make(f"close:{entry.id}", words.tr("Wrap up")),
            make(f"run:{entry.id}", words.tr("Resume"), Weight.PRIMARY, "play"),
        ]
        return self._card("notice", lines, buttons, sample_mark(entry.program, words))

    def retention_due(self, due: RetentionDue) -> QWidget:
        """Return the card of a circle or a program whose notes were to be kept until today or earlier."""
        words, make = self._words, self._buttons.make
        lines = [
            (words.tr("Past the date you set"), "section"),
            (due.name if due.program else words.tr("Circle {code}", code=due.name), "heading"),
            (words.tr("These notes were to be kept until {date}.", date=day(due.at, 0, words)), ""),
            (words.tr("Nothing is erased unless you erase it."), "note"),
        ]
        buttons = [
            make(f"later:{due.id}", words.tr("Remind me in a week"), Weight.QUIET),
            make(f"erase:{due.id}", words.tr("Erase now …"), icon="trash"),
        ]
        return self._card("notice", lines, buttons)

    def up_next(self, entry: SessionEntry, *, primary: bool) -> QWidget:
        """Return the card of the session that comes next; ``primary`` makes Run the loudest button."""
        words, make = self._words, self._buttons.make
        lines = [
            (words.tr("Up next"), "section"),
            (start_text(entry.session, self._now, words), "accent"),
            (session_title(entry, words), "title"),
            (circle_text(entry, words), "muted"),
        ]
        weight = Weight.PRIMARY if primary else Weight.NORMAL
        buttons = [
            make(f"rehearse:{entry.id}", words.tr("Rehearse"), Weight.QUIET),
            make(f"notes:{entry.id}", words.tr("Take notes"), icon="note"),
            make(f"run:{entry.id}", words.tr("Run"), weight, "play"),
            *self._buttons.more_once_noted(entry),
        ]
        return self._card("card", lines, buttons, sample_mark(entry.program, words))

    def nothing_next(self) -> QWidget:
        """Return the card that is shown when no session is coming up."""
        words = self._words
        lines = [
            (words.tr("Up next"), "section"),
            (words.tr("Nothing is coming up"), "title"),
            (
                words.tr("A conversation needs a guide and a circle; the rest can be filled in as you go."),
                "muted",
            ),
        ]
        return self._card("card", lines, [self._buttons.begin(Weight.PRIMARY)])

    def _card(
        self, role: str, lines: Sequence[Line], buttons: Sequence[NamedButton], mark: str = ""
    ) -> QWidget:
        card = Card(role)
        card.column.addWidget(HomeRow(self._theme, lines, buttons, mark))
        return card
