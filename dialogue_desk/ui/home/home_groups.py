"""What Home is made of: cards for what asks for attention now, then groups of rows for everything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.erasing.retention import RetentionDue
from dialogue_desk.desk.folders import ProgramEntry, SessionEntry
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.ui.core.session_text import circle_and_place_text
from dialogue_desk.ui.home.home_row import HomeButtons, HomeRow, Line, NamedButton
from dialogue_desk.ui.home.home_text import (
    note_counts_text,
    program_size_text,
    sample_mark,
    session_title,
    start_text,
)
from dialogue_desk.ui.home.session_listing import FIRST_SHOWN
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words.times import capitalize_first, day, weekday


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
        more = row(
            make("guides:", words.tr("Read the guides"), Weight.QUIET, "guide"),
            make("paper:", words.tr("Type up a session from paper notes"), Weight.QUIET, "note"),
            STRETCH,
            gap=None,
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
        page.addLayout(more)

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
            (circle_and_place_text(entry, words), "note"),
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
            (circle_and_place_text(entry, words), "muted"),
        ]
        weight = Weight.PRIMARY if primary else Weight.NORMAL
        buttons = [
            make(f"begin:{entry.id}", words.tr("Prepare"), Weight.QUIET),
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
        card.add(HomeRow(self._theme, lines, buttons, mark))
        return card


class HomeGroups:
    """Makes the groups as they are at ``now``: a heading and a card of rows each, or nothing without rows."""

    def __init__(self, buttons: HomeButtons, now: Instant) -> None:
        self._buttons, self._now = buttons, now
        self._theme, self._words = buttons.theme, buttons.words

    def upcoming(self, entries: Sequence[SessionEntry]) -> list[QWidget]:
        """Return the sessions after the next one."""
        words, make = self._words, self._buttons.make
        rows = [
            self._row(
                entry,
                circle_and_place_text(entry, words),
                make(f"notes:{entry.id}", words.tr("Take notes")),
                make(f"run:{entry.id}", words.tr("Run")),
                *self._buttons.more_once_noted(entry),
            )
            for entry in entries
        ]
        return self._group(words.tr("After that"), rows)

    def open(self, entries: Sequence[SessionEntry]) -> list[QWidget]:
        """Return the sessions from before today that nobody wrapped up."""
        words, make = self._words, self._buttons.make
        rows = [
            self._row(
                entry,
                self._circle_and_counts(entry),
                make(f"notes:{entry.id}", words.tr("Take notes")),
                make(f"close:{entry.id}", words.tr("Wrap up")),
                self._buttons.more(entry.id),
            )
            for entry in entries
        ]
        return self._group(words.tr("Not wrapped up yet"), rows)

    def past(
        self, entries: Sequence[SessionEntry], open_steps: Mapping[RecordId, str], *, every: bool
    ) -> list[QWidget]:
        """Return the sessions that are over, the first few or ``every`` one, with their open steps."""
        words, make = self._words, self._buttons.make
        rows: list[QWidget] = [
            self._row(
                entry,
                self._circle_and_counts(entry),
                make(f"close:{entry.id}", words.tr("Review")),
                self._buttons.more(entry.id),
                note=open_steps.get(entry.id, ""),
            )
            for entry in (entries if every else entries[:FIRST_SHOWN])
        ]
        if len(entries) > len(rows):
            text = words.ntr("Show the one session", "Show all {count} sessions", len(entries))
            rows.append(make("all:", text, Weight.QUIET))
        return self._group(words.tr("Past sessions"), rows)

    def programs(self, programs: Iterable[ProgramEntry], entries: Sequence[SessionEntry]) -> list[QWidget]:
        """Return the programs, and after them the circles without a program."""
        words = self._words
        rows = []
        for program in programs:
            circles = {circle.id for circle in program.circles}
            sessions = sum(entry.circle_id in circles for entry in entries)
            known = program.program
            name = known.name if known else words.tr("Circles without a program")
            lines = [(name, "strong"), (program_size_text(len(circles), sessions, words), "note")]
            buttons = [self._buttons.make(f"program:{program.id or ''}", words.tr("Open"))]
            if program.id:
                buttons.append(self._buttons.more(program.id))
            rows.append(HomeRow(self._theme, lines, buttons, sample_mark(known, words)))
        return self._group(words.tr("Programs"), rows)

    def sample(self) -> QWidget:
        """Return the line that says what the sample is, with the button that deletes it."""
        words = self._words
        text = words.tr("The sample community is for trying things out. Nothing in it is real.")
        delete = self._buttons.make("throw:", words.tr("Delete the sample"), Weight.QUIET, "trash")
        return HomeRow(self._theme, [(text, "note")], [delete])

    def _circle_and_counts(self, entry: SessionEntry) -> str:
        return f"{circle_and_place_text(entry, self._words)} · {note_counts_text(entry, self._words)}"

    def _row(self, entry: SessionEntry, detail: str, *buttons: NamedButton, note: str = "") -> QWidget:
        words = self._words
        title = session_title(entry, words)
        about = [sample_mark(entry.program, words), start_text(entry.session, self._now, words), detail]
        lines = [(title, "strong"), (" · ".join(text for text in about if text), "note")]
        if note:
            lines.append((note, "note"))
        for button in buttons:
            # All rows have the same buttons: a screen reader has to tell them apart.
            button.setAccessibleName(". ".join((button.text(), title, circle_and_place_text(entry, words))))
        return HomeRow(self._theme, lines, buttons)

    def _group(self, title: str, rows: Sequence[QWidget]) -> list[QWidget]:
        if not rows:
            return []
        heading = Section(title)
        heading.setContentsMargins(0, Space.BASE, 0, 0)
        return [heading, Card.of_rows(rows)]
