"""The parts of the session down the side, and how far it has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.live_session import LiveSession, Reading
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import part_detail
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.part_list import PartList, PartRow, PartState
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import whole_minutes


class PartsRail(Card):
    """Tells ``part_wanted(id)`` when a person goes to a part.

    Of parts to come it tells ``left_out(id)``, and ``part_moved(id, by)`` with -1 for earlier and 1 for
    later; ``start_wanted`` when a person knows better when the session began.
    """

    part_wanted = Signal(str)
    left_out = Signal(str)
    part_moved = Signal(str, int)
    start_wanted = Signal()
    from_paper_changed = Signal(bool)
    """Whether what is noted is typed up from paper."""

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        self._context = context
        self._words = context.words
        self._may_change, self._began = False, False
        self._ahead: frozenset[str] = frozenset()
        self.column.setContentsMargins(Space.TIGHT, Space.BASE, Space.TIGHT, Space.TIGHT)
        name = self._words.tr("Parts of the session")
        self._head = Section(self._words.tr("Session"))
        self._bar = ThinBar(name)
        self.parts = PartList(context.theme, name)
        self.parts.opened.connect(self.part_wanted)
        self._clock = QWidget()
        head = QVBoxLayout(self._clock)
        head.setContentsMargins(Space.SNUG, 0, Space.SNUG, 0)
        head.setSpacing(Space.TIGHT)
        head.addWidget(self._head)
        head.addWidget(self._bar)
        self.column.addWidget(self._clock)
        self.column.addWidget(self.parts, 1)
        self._paper = QWidget()
        self.from_paper = Tick(context.theme, self._words.tr("Typed up from paper notes"))
        self.from_paper.toggled.connect(self.from_paper_changed)
        foot = QVBoxLayout(self._paper)
        foot.setContentsMargins(Space.SNUG, Space.TIGHT, Space.SNUG, Space.TIGHT)
        foot.setSpacing(Space.HAIR)
        foot.addWidget(self.from_paper)
        foot.addWidget(
            Label(self._words.tr("The times stay empty. Choose the part, then type its notes."), "note")
        )
        self.column.addWidget(self._paper)
        self.parts.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.parts.customContextMenuRequested.connect(self._open_menu)
        self.changes = Actions(context.theme, self.parts)
        self._declare_changes()

    def show_parts(self, plan: SessionPlan, live: LiveSession, here: str) -> None:
        """Show where the session stands, with the part ``here`` as the current one."""
        self._began = live.started is not None
        self._ahead = frozenset(live.remaining_plan.parts[1:])
        rows = [self._row(place, plan.parts[place], live, here) for place in live.order]
        current = [row.id for row in self.parts.rows()]
        self.parts.show_rows(rows)
        if current != [row.id for row in rows] or not self.parts.hasFocus():
            self.parts.go_to(here)

    def allow_changes(self, on: bool) -> None:
        """Let what is to come be changed here, or not."""
        self._may_change = on

    def show_clock(self, on: bool) -> None:
        """Show how far the session has come, or the parts alone."""
        self._clock.setVisible(on)

    def offer_paper(self, on: bool, *, from_paper: bool = False) -> None:
        """Let a person say that what is noted is typed up from paper."""
        self._paper.setVisible(on)
        told = self.from_paper.blockSignals(True)
        self.from_paper.setChecked(from_paper)
        self.from_paper.blockSignals(told)

    def show_time(self, plan: SessionPlan, reading: Reading) -> None:
        """Show how much of the session is gone."""
        done, total = whole_minutes(reading.session_elapsed), plan.minutes
        self._head.show_text(
            self._words.tr("Session"),
            self._words.tr("{done} of {total} min", done=done, total=total),
        )
        self._bar.show_progress(done, total)

    def _declare_changes(self) -> None:
        tr = self._words.tr
        group = tr("Parts of the session")
        for action, run in (
            (Action("out", tr("Leave a part out"), ("Del",), "", group), self._leave_out),
            (
                Action("earlier", tr("Move a part earlier"), ("Alt+Up",), "", group),
                partial(self._move, -1),
            ),
            (Action("later", tr("Move a part later"), ("Alt+Down",), "", group), partial(self._move, 1)),
        ):
            live = self.changes.add(action, run)
            live.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _leave_out(self) -> None:
        if part := self._coming():
            self.left_out.emit(part)

    def _move(self, by: int) -> None:
        if part := self._coming():
            self.part_moved.emit(part, by)

    def _coming(self) -> str:
        """Return the part the keys are on if it is to come and may be changed."""
        here = self.parts.current_id()
        return here if here in self._ahead and self._may_change else ""

    def _open_menu(self, place: QPoint) -> None:
        """Show what can be done with the part under the mouse, or under the keys."""
        if not self._may_change:
            return
        part = self.parts.current_id()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tr = self._words.tr
        if part:
            menu.addAction(tr("Go to this part"), partial(self.part_wanted.emit, part))
        if self._coming():
            for action in ("earlier", "later", "out"):
                menu.addAction(self.changes[action])
        if self._began:
            menu.addSeparator()
            menu.addAction(tr("Set the start time"), self.start_wanted.emit)
        if not menu.isEmpty():
            menu.popup(self.parts.viewport().mapToGlobal(place))

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
            state = PartState.AHEAD if place in live.upcoming else PartState.SKIPPED
        spent = 0 if state is PartState.CURRENT else live.spent[place]
        title = title_of(part, self._words)
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
