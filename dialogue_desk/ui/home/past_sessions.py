"""The part of Home about sessions that are over or were left: a heading and the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.ui.home.home_text import day_text, program_size_text, short_date
from dialogue_desk.ui.home.session_listing import PastState
from dialogue_desk.ui.home.session_table import SessionRow, SessionTable, SessionTableHead
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.words import Words
from dialogue_desk.words.times import local_datetime


class PastSessions(QWidget):
    """Shows ``rows``, of so many ``circles``; its ``table`` tells what a person wants."""

    def __init__(self, theme: AppTheme, words: Words, rows: tuple[SessionRow, ...], circles: int) -> None:
        super().__init__()
        self.table = SessionTable(theme, words, rows)
        self.table.setObjectName("past")
        sizes = program_size_text(circles, len(rows), words)
        low = Qt.AlignmentFlag.AlignBottom
        heading = row(
            (Label(words.tr("Past sessions"), "heading", wrap=False), 0, low),
            (Label(sizes, "muted", wrap=False), 0, low),
            STRETCH,
            (Label(words.tr("Newest first"), "note", wrap=False), 0, low),
            gap=Space.SNUG,
        )
        card = Card(edge=0)
        card.column.setContentsMargins(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR)
        card.column.setSpacing(0)
        card.add(SessionTableHead(theme, words, self.table), self.table)
        column(heading, card, STRETCH, gap=Space.SNUG, within=self)


class PastRows:
    """Makes the rows of the table as they are at ``now``."""

    def __init__(self, words: Words, now: Instant) -> None:
        self._words, self._now = words, now

    def rows(self, found: Sequence[tuple[SessionEntry, PastState]]) -> tuple[SessionRow, ...]:
        """Return a row for each session."""
        return tuple(self._row(entry, state) for entry, state in found)

    def _row(self, entry: SessionEntry, state: PastState) -> SessionRow:
        words, session = self._words, entry.session
        act, choice, done = self._act(state), self._choice(state), self._done(entry, state)
        number = words.tr("Session {number}", number=session.number)
        counts = (
            day_text(session, self._now, words),
            self._people(session),
            words.ntr("{count} note", "{count} notes", entry.notes),
        )
        told = (
            words.tr("Circle {code}", code=entry.circle.code),
            session.place or entry.circle.place,
            *(number, entry.title, *counts, choice or act or done),
        )
        return SessionRow(
            entry.id,
            entry.circle.code,
            session.place or entry.circle.place,
            str(session.number),
            day_text(session, self._now, words),
            "–" if session.present is None else words.number(session.present),
            words.number(entry.notes),
            "" if choice else act,
            choice,
            "" if choice or act else done,
            " · ".join(filter(None, (number, *counts))),
            ". ".join(filter(None, told)),
        )

    def _people(self, session: Session) -> str:
        if session.present is None:
            return self._words.tr("people not counted")
        return self._words.ntr("{count} person", "{count} people", session.present)

    def _act(self, state: PastState) -> str:
        words = self._words
        if state.left_in:
            return words.tr("Left in part {number}", number=state.left_in)
        if not state.closed:
            return words.tr("Wrap up")
        if state.open_steps and state.handed_over is None:
            return words.ntr("Finish: {count} step left", "Finish: {count} steps left", state.open_steps)
        return ""

    def _choice(self, state: PastState) -> str:
        if not state.choices:
            return ""
        return self._words.ntr("{count} choice to make", "{count} choices to make", state.choices)

    def _done(self, entry: SessionEntry, state: PastState) -> str:
        words = self._words
        if state.open_steps == 0 and state.handed_over is None:
            return words.tr("Wrapped up")
        if state.exported is None:
            return ""
        on = local_datetime(state.exported, entry.session.zone).date()
        day = short_date(on, words.tr("MMM d"), words)
        if state.handed_over is None:
            return words.tr("Exported {day}", day=day)
        return words.tr("Handed over {day}", day=day)
