"""The parts of the session down the side, and how far it has come."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.domain.guide import Part, SessionPlan
from dialogue_desk.domain.live_session import LiveSession, Reading
from dialogue_desk.ui.session.saying import part_detail
from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.part_list import PartList, PartRow, PartState
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.words.times import whole_minutes


class Rail(Card):
    """Tells ``part_wanted(id)`` when a person goes to a part."""

    part_wanted = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__("rail", edge=0)
        self._words = around.words
        self.column.setContentsMargins(Space.TIGHT, Space.BASE, Space.TIGHT, Space.TIGHT)
        name = self._words.tr("Parts of the session")
        self._head = Section(self._words.tr("Session"))
        self._bar = ThinBar(name)
        self.parts = PartList(around.theme, name)
        self.parts.opened.connect(self.part_wanted)
        self._clock = QWidget()
        head = QVBoxLayout(self._clock)
        head.setContentsMargins(Space.SNUG, 0, Space.SNUG, 0)
        head.setSpacing(Space.TIGHT)
        head.addWidget(self._head)
        head.addWidget(self._bar)
        self.column.addWidget(self._clock)
        self.column.addWidget(self.parts, 1)

    def show_parts(self, plan: SessionPlan, live: LiveSession, here: str) -> None:
        """Show where the session stands, with the part ``here`` as the current one."""
        rows = [self._row(place, plan.parts[place], live, here) for place in live.order]
        current = [row.id for row in self.parts.rows()]
        self.parts.show_rows(rows)
        if current != [row.id for row in rows] or not self.parts.hasFocus():
            self.parts.go_to(here)

    def show_clock(self, on: bool) -> None:
        """Show how far the session has come, or the parts alone."""
        self._clock.setVisible(on)

    def show_time(self, plan: SessionPlan, reading: Reading) -> None:
        """Show how much of the session is gone."""
        done, total = whole_minutes(reading.on_session), plan.minutes
        self._head.show_text(
            self._words.tr("Session"),
            self._words.tr("{done} of {total} min", done=done, total=total),
        )
        self._bar.show_progress(done, total)

    def _row(self, place: int, part: Part, live: LiveSession, here: str) -> PartRow:
        """A part as it stands.  It keeps the number it has in the guide, wherever it is moved to."""
        number = place + 1
        left_out = place in live.left_out
        if part.id == here:
            state = PartState.CURRENT
        elif left_out:
            state = PartState.SKIPPED
        elif place in live.visited:
            state = PartState.DONE
        else:
            state = PartState.AHEAD if place in live.coming else PartState.SKIPPED
        spent = 0 if state is PartState.CURRENT else live.spent[place]
        title = part.title or self._words.tr("Conversation")
        detail = part_detail(part, live.given(place), spent, self._words)
        if left_out and not spent:
            detail = self._words.tr("left out")
        states = {
            PartState.CURRENT: self._words.tr("now"),
            PartState.DONE: self._words.tr("this part is done"),
            PartState.SKIPPED: self._words.tr("this part was skipped"),
            PartState.AHEAD: self._words.tr("to come"),
        }
        return PartRow(
            part.id, number, title, detail, state, f"{number}. {title}. {detail}. {states[state]}."
        )
