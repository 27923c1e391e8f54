"""What Home shows of a desk at one moment: the next circle, past sessions, programs and what waits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.retention import retention_due
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.ui.core.session_text import interruption_text
from dialogue_desk.ui.home.folder_lines import folder_lines
from dialogue_desk.ui.home.home_groups import HomeCards, Upcoming, Welcome
from dialogue_desk.ui.home.home_row import HomeButtons
from dialogue_desk.ui.home.home_side import HomeSide
from dialogue_desk.ui.home.next_card import NextCard
from dialogue_desk.ui.home.past_sessions import PastRows, PastSessions
from dialogue_desk.ui.home.session_listing import PastStates, SessionListing, interruptions, sort_sessions
from dialogue_desk.ui.home.session_table import SessionRow, SessionTable
from dialogue_desk.ui.home.trust_lines import hold_lines, trust_lines
from dialogue_desk.ui.importing.folder_news import FolderNews
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words.times import local_datetime

_CHARACTERS = 150
_SIDE, _SIDE_BY_SIDE = 300, 900
"""How wide the side with the programs is, and below which width it is under the table, at 100 % text."""


class HomeContent(ScrollColumn):
    """Shows the desk as it is when it is filled; ``opened`` and ``menu_wanted`` tell of past sessions."""

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(
        self, desk: Desk, folders: Folders, buttons: HomeButtons, news: Sequence[FolderNews] = ()
    ) -> None:
        super().__init__(buttons.theme, characters=_CHARACTERS, centred=True, edge=Space.VAST)
        self._desk, self._folders, self._buttons, self._news = desk, folders, buttons, news
        self._words = buttons.words
        self.body.setSpacing(Space.SNUG)

    def fill(self) -> None:
        """Show what is on the desk now."""
        asked = [*trust_lines(self._desk, self._buttons), *folder_lines(self._news, self._buttons)]
        entries, programs = self._folders.entries(), self._folders.programs()
        if not entries and not programs:
            self.add(*asked, Welcome(self._buttons), STRETCH)
            return
        now = self._desk.clock.now()
        zone = self._desk.clock.zone(now)
        left = interruptions(self._desk, self._folders, entries)
        listing = sort_sessions(entries, now, left.keys())
        under_way = bool(listing.coming or listing.interrupted)
        cards = HomeCards(self._buttons, now)
        due = retention_due(self._desk, local_datetime(now, zone).date())
        told = {hold.id for one in due for hold in one.holds}
        self.add(
            cards.head(zone, begin=under_way),
            *asked,
            *hold_lines(self._desk, self._buttons, told),
            *(cards.retention_due(one, zone) for one in due),
            *(
                cards.interrupted(entry, interruption_text(*left[entry.id], self._words))
                for entry in listing.interrupted
            ),
            *self._next(listing, now),
            *([] if under_way else [cards.nothing_next()]),
            *([Upcoming(self._buttons, now, listing.coming[1:])] if listing.coming[1:] else []),
        )
        self.body.addSpacing(Space.TIGHT)
        states = PastStates(self._desk, self._folders, left)
        rows = PastRows(self._words, now).rows([(entry, states.state(entry)) for entry in listing.past])
        circles = len({entry.circle_id for entry in listing.past})
        side = HomeSide(self._buttons, programs, entries)
        self.add(self._side_by_side([self.past(rows, circles)] if rows else [], side), STRETCH)

    def _side_by_side(self, tables: list[PastSessions], side: HomeSide) -> ResponsiveRow:
        below = ResponsiveRow(self._theme, _SIDE_BY_SIDE, gap=Space.WIDE)
        for table in tables:
            below.line.addWidget(table, 1)
        side.setMaximumWidth(self._theme.scaled(_SIDE))
        # Where there is more room than the side needs, it is where reading begins, under the cards.
        below.line.addLayout(row((side, 1000), STRETCH), 0 if tables else 1)
        return below

    def _next(self, listing: SessionListing, now: Instant) -> list[QWidget]:
        first = next(iter(listing.coming), None)
        folder = None if first is None else self._folders.session(first.id)
        if first is None or folder is None:
            return []
        return [NextCard(first, folder, self._buttons, now, primary=not listing.interrupted)]

    def past(self, rows: tuple[SessionRow, ...], circles: int) -> PastSessions:
        """Return the table of these rows, of so many circles; the page follows its keys."""
        past = PastSessions(self._theme, self._words, rows, circles)
        past.table.opened.connect(self.opened)
        past.table.menu_wanted.connect(self.menu_wanted)
        past.table.row_reached.connect(partial(self._show_row, past.table))
        return past

    def _show_row(self, table: SessionTable, row: QRect) -> None:
        if self.ground.isAncestorOf(table) and table.hasFocus():
            middle = table.mapTo(self.ground, row.center())
            self.ensureVisible(middle.x(), middle.y(), 0, row.height())
