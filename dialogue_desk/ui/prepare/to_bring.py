"""What to bring to a session, with ticks for what is packed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.tick import Tick

_TWO_COLUMNS = 380
"""The width from which there are two columns of ticks, in pixels at 100 % text."""


class ThingsToBring(QWidget):
    """What the guide asks for on the table; ``ticked`` tells that a person packed or unpacked something."""

    ticked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._things: tuple[str, ...] = ()
        self._packed: set[str] = set()
        self._ticks: list[Tick] = []
        self.count = Label(role="muted", wrap=False)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(Space.BASE)
        title = Label(context.words.tr("To bring"), "strong", wrap=False)
        bottom = Qt.AlignmentFlag.AlignBottom
        head = row((title, 0, bottom), (self.count, 0, bottom), STRETCH, gap=Space.TIGHT)
        column(head, self._grid, gap=Space.HAIR, within=self)
        self.hide()

    def packed(self) -> tuple[str, ...]:
        """Return what is ticked."""
        return tuple(thing for thing in self._things if thing in self._packed)

    def show_packed(self, things: Iterable[str]) -> None:
        """Tick these things."""
        self._packed = set(things)
        self._fill(self._things)

    def show_things(self, things: Sequence[str]) -> None:
        """Show these things, each once."""
        once = tuple(dict.fromkeys(things))
        if once != self._things:
            self._fill(once)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _fill(self, things: tuple[str, ...]) -> None:
        self._things = things
        clear_layout(self._grid)
        self._ticks = []
        for thing in things:
            tick = Tick(self._context.theme, thing)
            tick.setChecked(thing in self._packed)
            tick.toggled.connect(partial(self._tick, thing))
            self._ticks.append(tick)
        self._place()
        self.setVisible(bool(things))
        self._count()

    def _place(self) -> None:
        two = self.width() >= self._context.theme.scaled(_TWO_COLUMNS)
        for place, tick in enumerate(self._ticks):
            line, side = divmod(place, 2) if two else (place, 0)
            self._grid.addWidget(tick, line, side)
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1 if two or not side else 0)

    def _tick(self, thing: str, packed: bool) -> None:
        (self._packed.add if packed else self._packed.discard)(thing)
        self._count()
        self.ticked.emit()

    def _count(self) -> None:
        said = self._context.words.tr(
            "{packed} of {count} packed", packed=len(self.packed()), count=len(self._things)
        )
        self.count.setText(said)
