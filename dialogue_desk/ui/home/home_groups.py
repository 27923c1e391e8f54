"""The groups of rows that Home is made of.

Every button is named after what it does and to what (``run:ID``); one listener hears them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.erasing.retention import RetentionDue
from dialogue_desk.desk.folders import ProgramEntry, SessionEntry
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.ui.home.home_row import HomeRow, NamedButton
from dialogue_desk.ui.home.home_text import (
    circle_text,
    note_counts_text,
    program_holds,
    session_title,
    start_text,
)
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.times import capitalize_first, day, weekday

FEW = 6
"""How many rows of a group are shown before a person asks for all."""


class HomeSections:
    """Makes the groups, as they are at ``now``; ``press`` is called with the name of a button."""

    def __init__(self, theme: AppTheme, words: Words, now: Instant, press: Callable[[str], None]) -> None:
        self._theme, self._words, self._now, self._press = theme, words, now, press

    def head(self, zone: int, *, begin: bool) -> QWidget:
        """Return the day, and what can always be done."""
        search = self._button("search", "", self._words.tr("Search"), Weight.QUIET, "search")
        buttons = [search, self._open_button()]
        if begin:
            buttons.append(self.begin_button(Weight.NORMAL))
        head = HomeRow(
            self._theme, [(capitalize_first(weekday(self._now, zone, self._words)), "title")], buttons
        )
        head.setContentsMargins(0, 0, 0, Space.TIGHT)
        return head

    def interrupted(self, entry: SessionEntry, where_it_stood: str) -> QWidget:
        """Return a session that was left in the middle."""
        words = self._words
        card = Card("notice")
        lines = [
            (words.tr("Left in the middle"), "section"),
            (session_title(entry, words), "heading"),
            (where_it_stood, ""),
            (circle_text(entry, words), "note"),
        ]
        buttons = [
            self._button("close", entry.id, words.tr("Wrap up")),
            self._button("run", entry.id, words.tr("Resume"), Weight.PRIMARY, "play"),
        ]
        card.column.addWidget(HomeRow(self._theme, lines, buttons, self._mark(entry)))
        return card

    def retention_due(self, due: RetentionDue) -> QWidget:
        """Return what was to be kept until a day that has come."""
        words = self._words
        name = due.name if due.program else words.tr("Circle {code}", code=due.name)
        date = day(due.at, 0, words)
        lines = [
            (words.tr("Past the date you set"), "section"),
            (name, "heading"),
            (words.tr("These notes were to be kept until {date}.", date=date), ""),
            (words.tr("Nothing is erased unless you erase it."), "note"),
        ]
        buttons = [
            self._button("later", due.id, words.tr("Remind me in a week"), Weight.QUIET),
            self._button("erase", due.id, words.tr("Erase now …"), icon="trash"),
        ]
        card = Card("notice")
        card.column.addWidget(HomeRow(self._theme, lines, buttons))
        return card

    def next_one(self, entry: SessionEntry, *, primary: bool) -> QWidget:
        """Return the session that comes next."""
        words = self._words
        card = Card()
        lines = [
            (words.tr("Up next"), "section"),
            (start_text(entry.session, self._now, words), "accent"),
            (session_title(entry, words), "title"),
            (circle_text(entry, words), "muted"),
        ]
        weight = Weight.PRIMARY if primary else Weight.NORMAL
        buttons = [
            self._button("rehearse", entry.id, words.tr("Rehearse"), Weight.QUIET),
            self._button("notes", entry.id, words.tr("Take notes"), icon="note"),
            self._button("run", entry.id, words.tr("Run"), weight, "play"),
            *self._once_noted(entry),
        ]
        card.column.addWidget(HomeRow(self._theme, lines, buttons, self._mark(entry)))
        return card

    def nothing_next(self) -> QWidget:
        """Return what stands where the next session would."""
        words = self._words
        card = Card()
        lines = [
            (words.tr("Up next"), "section"),
            (words.tr("Nothing is coming up"), "title"),
            (
                words.tr("A conversation needs a guide and a circle; the rest can be filled in as you go."),
                "muted",
            ),
        ]
        card.column.addWidget(HomeRow(self._theme, lines, [self.begin_button(Weight.PRIMARY)]))
        return card

    def upcoming(self, entries: Sequence[SessionEntry]) -> list[QWidget]:
        """Return the sessions after the next one."""
        words = self._words
        rows = [
            self._row(
                entry,
                circle_text(entry, words),
                self._button("notes", entry.id, words.tr("Take notes")),
                self._button("run", entry.id, words.tr("Run")),
                *self._once_noted(entry),
            )
            for entry in entries
        ]
        return self._group(words.tr("After that"), rows)

    def open(self, entries: Sequence[SessionEntry]) -> list[QWidget]:
        """Return the sessions of other days that nobody closed."""
        words = self._words
        rows = [
            self._row(
                entry,
                f"{circle_text(entry, words)} · {note_counts_text(entry, words)}",
                self._button("notes", entry.id, words.tr("Take notes")),
                self._button("close", entry.id, words.tr("Wrap up")),
                self._more_button(entry.id),
            )
            for entry in entries
        ]
        return self._group(words.tr("Not wrapped up yet"), rows)

    def past(
        self, entries: Sequence[SessionEntry], still_open: Mapping[RecordId, str], *, every: bool
    ) -> list[QWidget]:
        """Return the sessions that were held, the first few or ``every`` one, and what is open of them."""
        words = self._words
        rows: list[QWidget] = [
            self._row(
                entry,
                f"{circle_text(entry, words)} · {note_counts_text(entry, words)}",
                self._button("close", entry.id, words.tr("Review")),
                self._more_button(entry.id),
                more=still_open.get(entry.id, ""),
            )
            for entry in (entries if every else entries[:FEW])
        ]
        if len(entries) > len(rows):
            more = words.ntr("Show the one session", "Show all {count} sessions", len(entries))
            rows.append(self._button("all", "", more, Weight.QUIET))
        return self._group(words.tr("Past sessions"), rows)

    def programs(self, programs: Iterable[ProgramEntry], entries: Sequence[SessionEntry]) -> list[QWidget]:
        """Return the programs, and last the circles of none."""
        words = self._words
        rows = []
        for program in programs:
            circles = {circle.id for circle in program.circles}
            sessions = sum(entry.circle_id in circles for entry in entries)
            known = program.program
            name = known.name if known else words.tr("Circles without a program")
            look = self._button("program", program.id or "", words.tr("Open"))
            mark = words.tr("Sample") if known and known.sample else ""
            lines = [(name, "strong"), (program_holds(len(circles), sessions, words), "note")]
            buttons = [look, self._more_button(program.id)] if program.id else [look]
            rows.append(HomeRow(self._theme, lines, buttons, mark))
        return self._group(words.tr("Programs"), rows)

    def sample(self) -> QWidget:
        """Return the line that says what the sample is, and takes it away."""
        words = self._words
        said = words.tr("The sample community is for trying things out. Nothing in it is real.")
        away = self._button("throw", "", words.tr("Delete the sample"), Weight.QUIET, "trash")
        return HomeRow(self._theme, [(said, "note")], [away])

    def begin_button(self, weight: Weight) -> Button:
        """Return the button that begins a session."""
        return self._button("begin", "", self._words.tr("Start a conversation now"), weight, "plus")

    def _once_noted(self, entry: SessionEntry) -> list[Button]:
        # The clock of a laptop that only takes notes never ran: its close is found here.
        return [self._more_button(entry.id, "noted")] if entry.notes or entry.actions else []

    def _more_button(self, what: str, action_id: str = "more") -> Button:
        button = NamedButton(
            self._theme, f"{action_id}:{what}", self._words.tr("More"), Weight.QUIET, "more", bare=True
        )
        button.pressed_name.connect(self._press)
        return button

    def _open_button(self) -> Button:
        return self._button("open", "", self._words.tr("Open a file or folder"), icon="folder")

    def _button(
        self, action_id: str, what: str, text: str, weight: Weight = Weight.NORMAL, icon: str = ""
    ) -> Button:
        button = NamedButton(self._theme, f"{action_id}:{what}", text, weight, icon)
        button.pressed_name.connect(self._press)
        return button

    def _row(self, entry: SessionEntry, detail: str, *buttons: Button, more: str = "") -> QWidget:
        said = [self._mark(entry), start_text(entry.session, self._now, self._words), detail]
        lines = [
            (session_title(entry, self._words), "strong"),
            (" · ".join(part for part in said if part), "note"),
            *([(more, "note")] if more else []),
        ]
        for button in buttons:
            # The rows have the same buttons; to one who hears them one by one they must not sound alike.
            named = (button.text(), session_title(entry, self._words), circle_text(entry, self._words))
            button.setAccessibleName(". ".join(named))
        return HomeRow(self._theme, lines, buttons)

    def _group(self, title: str, rows: Sequence[QWidget]) -> list[QWidget]:
        if not rows:
            return []
        card = Card(edge=0)
        card.column.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)
        for number, row in enumerate(rows):
            if number:
                card.column.addWidget(Hairline())
            card.column.addWidget(row)
        heading = Section(title)
        heading.setContentsMargins(0, Space.BASE, 0, 0)
        return [heading, card]

    def _mark(self, entry: SessionEntry) -> str:
        return self._words.tr("Sample") if entry.program and entry.program.sample else ""
