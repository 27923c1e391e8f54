"""The lower part of Home: headed groups of rows, for other sessions and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.folders import ProgramEntry, SessionEntry
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.home.home_row import HomeButtons, HomeRow, NamedButton
from dialogue_desk.ui.home.home_text import (
    circle_text,
    note_counts_text,
    program_size_text,
    sample_mark,
    session_title,
    start_text,
)
from dialogue_desk.ui.home.session_listing import FIRST_SHOWN
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.section import Section


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
                circle_text(entry, words),
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
                f"{circle_text(entry, words)} · {note_counts_text(entry, words)}",
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
                f"{circle_text(entry, words)} · {note_counts_text(entry, words)}",
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

    def _row(self, entry: SessionEntry, detail: str, *buttons: NamedButton, note: str = "") -> QWidget:
        words = self._words
        title = session_title(entry, words)
        about = [sample_mark(entry.program, words), start_text(entry.session, self._now, words), detail]
        lines = [(title, "strong"), (" · ".join(text for text in about if text), "note")]
        if note:
            lines.append((note, "note"))
        for button in buttons:
            # All rows have the same buttons: a screen reader has to tell them apart.
            button.setAccessibleName(". ".join((button.text(), title, circle_text(entry, words))))
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
