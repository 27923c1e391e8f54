"""What Home is made of: the welcome of a first start, cards for what asks for attention, what comes later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.erasing.retention import RetentionDue
from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.ui.core.session_text import circle_and_place_text
from dialogue_desk.ui.home.home_row import HomeButtons, HomeRow, Line, NamedButton
from dialogue_desk.ui.home.home_text import session_title, start_text
from dialogue_desk.ui.home.next_card import where_text
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words.times import day, weekday


class Welcome(QWidget):
    """Says what the app is for, and offers to begin, to open files, or to look around."""

    def __init__(self, buttons: HomeButtons) -> None:
        super().__init__()
        self._theme, words, make = buttons.theme, buttons.words, buttons.make
        begin = make("begin:", words.tr("Start a conversation now"), Weight.PRIMARY)
        files = make("open:", words.tr("Open a file or folder"))
        sample = make("sample:", words.tr("Open the sample community"))
        ways = ResponsiveRow(self._theme, 860, gap=Space.BASE)
        for icon, title, sentence, button in (
            (
                "people",
                words.tr("Run a conversation"),
                words.tr("Choose a guide and say how many people will be there."),
                begin,
            ),
            (
                "folder",
                words.tr("Open files you were given"),
                words.tr("From an organizer, or another laptop."),
                files,
            ),
            (
                "play",
                words.tr("Look around first"),
                words.tr("Five made-up circles to try things on. Delete them any time."),
                sample,
            ),
        ):
            ways.add(self._way(icon, title, sentence, button), 1)
        purpose = words.tr(
            "Dialogue Desk leads a circle through its session step by step, saves notes of what "
            "is said, and brings many circles together. Everything stays on this laptop."
        )
        more = flowing(
            make("guides:", words.tr("Read the guides"), Weight.QUIET, "guide"),
            make("paper:", words.tr("Type up a session from paper notes"), Weight.QUIET, "note"),
            make("give:", words.tr("Give this app to another facilitator …"), Weight.QUIET, "export"),
        )
        page = column(
            Label(words.tr("Welcome!"), "title"),
            Label(purpose, "lead"),
            gap=Space.SNUG,
            margins=(0, Space.WIDE, 0, Space.WIDE),
            within=self,
        )
        page.addSpacing(Space.BASE)
        page.addWidget(ways)
        page.addWidget(more)

    def _way(self, icon: str, title: str, sentence: str, button: NamedButton) -> Card:
        card = Card()
        card.add((IconView(self._theme, icon, 32), 0, Qt.AlignmentFlag.AlignLeft))
        card.add(Label(title, "heading"), Label(sentence, "muted"), STRETCH)
        card.column.addSpacing(Space.TIGHT)
        button.setAccessibleDescription(sentence)
        card.column.addWidget(button)
        return card


class HomeCards:
    """Makes the heading and the cards as they are at ``now``."""

    def __init__(self, buttons: HomeButtons, now: Instant) -> None:
        self._buttons, self._now = buttons, now
        self._theme, self._words = buttons.theme, buttons.words

    def head(self, zone: int, *, begin: bool) -> QWidget:
        """Return the day; ``begin`` adds the button that begins a session."""
        today = self._words.tr("Today, {day}", day=weekday(self._now, zone, self._words))
        buttons = [self._buttons.begin(Weight.QUIET)] if begin else []
        head = HomeRow(self._theme, [(today, "title")], buttons)
        head.setContentsMargins(0, 0, 0, Space.TIGHT)
        return head

    def interrupted(self, entry: SessionEntry, where: str) -> QWidget:
        """Return the card of a session that was left in the middle; ``where`` says in which part."""
        words, make = self._words, self._buttons.make
        lines = [
            (words.tr("Left in the middle"), "section"),
            (session_title(entry, words), "heading"),
            (where, ""),
            (circle_and_place_text(entry, words), "note"),
        ]
        buttons = [
            make(f"close:{entry.id}", words.tr("Wrap up")),
            make(f"run:{entry.id}", words.tr("Resume"), Weight.PRIMARY, "play"),
        ]
        return self._card("notice", lines, buttons)

    def retention_due(self, due: RetentionDue, zone: int = 0) -> QWidget:
        """Return the card of a circle or a program whose notes were to be kept until today or earlier."""
        words, make = self._words, self._buttons.make
        if due.holds:
            return self.past_its_day_on_hold(due, zone)
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

    def past_its_day_on_hold(self, due: RetentionDue, zone: int) -> QWidget:
        """Return the card of what was to be kept until earlier, and stays because a request is open."""
        from dialogue_desk.words.holding_words import hold_text  # noqa: PLC0415  # most starts have no hold

        words, make = self._words, self._buttons.make
        lines = [
            (words.tr("On hold"), "section"),
            (due.name if due.program else words.tr("Circle {code}", code=due.name), "heading"),
            (words.tr("These notes were to be kept until {date}.", date=day(due.at, 0, words)), ""),
            *((hold_text(one, zone, words), "") for one in due.holds),
            (words.tr("They stay as long as the public-records request is open."), "note"),
        ]
        buttons = [
            make(f"later:{due.id}", words.tr("Remind me in a week"), Weight.QUIET),
            *(make(f"hold:{one.id}", words.tr("Look at the hold …")) for one in due.holds[:1]),
        ]
        return self._card("notice", lines, buttons)

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

    def _card(self, role: str, lines: Sequence[Line], buttons: Sequence[NamedButton]) -> QWidget:
        card = Card(role)
        card.add(HomeRow(self._theme, lines, buttons))
        return card


class Upcoming(QWidget):
    """The sessions after the next one, a row each."""

    def __init__(self, buttons: HomeButtons, now: Instant, entries: Sequence[SessionEntry]) -> None:
        super().__init__()
        self._buttons, self._now, self._words = buttons, now, buttons.words
        rows = Card.of_rows(map(self._row, entries))
        column(Label(self._words.tr("After that"), "heading"), rows, gap=Space.SNUG, within=self)

    def _row(self, entry: SessionEntry) -> QWidget:
        words, make = self._words, self._buttons.make
        buttons = [
            make(f"notes:{entry.id}", words.tr("Take notes")),
            make(f"run:{entry.id}", words.tr("Run")),
            *self._buttons.more_once_noted(entry),
        ]
        title, about = session_title(entry, words), circle_and_place_text(entry, words)
        for button in buttons:
            # All rows have the same buttons: a screen reader has to tell them apart.
            button.setAccessibleName(". ".join((button.text(), title, about)))
        when = start_text(entry.session, self._now, words)
        lines = [(where_text(entry, words), "strong"), (f"{when} · {title}", "note")]
        return HomeRow(self._buttons.theme, lines, buttons)
