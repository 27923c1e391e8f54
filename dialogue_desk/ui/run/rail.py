"""The parts of the session down the side, and how much of it is over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.live_session import LiveSession, Reading
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import part_detail
from dialogue_desk.ui.run.session_bar import SessionBar, pieces_of
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.part_list import PartList, PartRow, PartState
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import whole_minutes


class PartsRail(Card):
    """Lists the parts; tells ``part_wanted(id)`` when a person goes to one.

    Of parts to come it tells ``left_out(id)``, and ``part_moved(id, by)`` with -1 for earlier and 1 for
    later, while they ``may_change``; ``start_wanted`` when a person wants to correct when the session began.
    """

    part_wanted = Signal(str)
    left_out = Signal(str)
    part_moved = Signal(str, int)
    start_wanted = Signal()
    session_wanted = Signal()
    """A person wants to change how many are here, the place, the languages or the hard end."""

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        self._context = context
        self._words = context.words
        self.may_change = self._began = False
        self._ahead: frozenset[str] = frozenset()
        self.column.setContentsMargins(Space.TIGHT, Space.BASE, Space.TIGHT, Space.TIGHT)
        name = self._words.tr("Parts of the session")
        self._head = Section(self._words.tr("Session"))
        self._bar = SessionBar(context.theme)
        self.parts = PartList(context.theme, name)
        self.parts.opened.connect(self.part_wanted)
        self._clock = QWidget()
        sides = (Space.SNUG, 0, Space.SNUG, Space.TIGHT)
        column(self._head, self._bar, gap=Space.TIGHT, margins=sides, within=self._clock)
        self.column.addWidget(self._clock)
        self.column.addWidget(self.parts, 1)
        self._paper = QWidget()
        self.from_paper = Tick(context.theme, self._words.tr("Typed up from paper notes"))
        hint = self._words.tr("The times stay empty. Choose the part, then type its notes.")
        edges = (Space.SNUG, Space.TIGHT, Space.SNUG, Space.TIGHT)
        column(self.from_paper, Label(hint, "note"), gap=Space.HAIR, margins=edges, within=self._paper)
        self.column.addWidget(self._paper)
        self._people = Button(context.theme, "", weight=Weight.QUIET, icon="people")
        self._people.clicked.connect(self.session_wanted)
        self.column.addWidget(self._people, 0, Qt.AlignmentFlag.AlignLeading)
        self.parts.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.parts.customContextMenuRequested.connect(self._open_menu)
        self.changes = Actions(context.theme, self.parts, context.keys)
        self._declare_changes()

    def show_parts(self, plan: SessionPlan, live: LiveSession, here: str) -> None:
        """Show the state of each part, with the part ``here`` as the current one."""
        self._began = live.started is not None
        self._ahead = frozenset(live.remaining_plan.parts[1:])
        rows = [self._row(place, plan.parts[place], live, here) for place in live.order]
        current = [row.id for row in self.parts.rows()]
        self.parts.show_rows(rows)
        if current != [row.id for row in rows] or not self.parts.hasFocus():
            self.parts.go_to(here)

    def show_people(self, count: int) -> None:
        """Show how many people the session has, on the button that changes it."""
        people = self._words.ntr("{count} person", "{count} people", count)
        self._people.setText(people)
        self._people.setAccessibleName(self._words.tr("{people}: change the session", people=people))

    def show_clock(self, on: bool) -> None:
        """Show how much of the session is over, or the parts alone."""
        self._clock.setVisible(on)

    def offer_paper(self, on: bool, *, from_paper: bool = False) -> None:
        """Show or hide the box for notes that are typed up from paper."""
        self._paper.setVisible(on)
        with QSignalBlocker(self.from_paper):
            self.from_paper.setChecked(from_paper)

    def show_time(self, plan: SessionPlan, live: LiveSession, reading: Reading) -> None:
        """Show how much of the session is over."""
        done, total = whole_minutes(reading.session_elapsed), plan.minutes
        self._head.show_text(
            self._words.tr("Session"),
            self._words.tr("{done} of {total} min", done=done, total=total),
        )
        self._bar.show_pieces(pieces_of(live, reading))

    def _declare_changes(self) -> None:
        tr = self._words.tr
        group = tr("Parts of the session")
        earlier, later = partial(self._move, -1), partial(self._move, 1)
        for id_, name, key, run in (
            ("out", tr("Leave a part out"), "Del", self._leave_out),
            ("earlier", tr("Move a part earlier"), "Alt+Up", earlier),
            ("later", tr("Move a part later"), "Alt+Down", later),
        ):
            live = self.changes.add(Action(id_, name, (key,), "", group), run)
            live.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _leave_out(self) -> None:
        if part := self._coming():
            self.left_out.emit(part)

    def _move(self, by: int) -> None:
        if part := self._coming():
            self.part_moved.emit(part, by)

    def _coming(self) -> str:
        """Return the id of the current row if that part is to come and may be changed, otherwise ""."""
        here = self.parts.current_id()
        return here if here in self._ahead and self.may_change else ""

    def _open_menu(self, place: QPoint) -> None:
        if not self.may_change:
            return
        part = self.parts.current_id()
        menu = QMenu(self)
        round_corners(menu)
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
        """Return the row of a part.  The part keeps the number it has in the guide when it is moved."""
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
        title, tr = title_of(part, self._words), self._words.tr
        detail = part_detail(part, live.given(place), spent, self._words)
        minutes = tr("{minutes} min", minutes=whole_minutes(spent or live.given(place)))
        if left_out and not spent:
            detail = minutes = tr("left out")
        states = {
            PartState.CURRENT: tr("now"),
            PartState.DONE: tr("this part is done"),
            PartState.SKIPPED: tr("this part was skipped"),
            PartState.AHEAD: tr("to come"),
        }
        said = f"{number}. {title}. {detail}. {states[state]}."
        return PartRow(part.id, number, title, detail, state, said, minutes)
