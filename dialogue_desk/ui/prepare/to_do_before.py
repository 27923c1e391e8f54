"""What to do, to look up and to bring before a session, with ticks for what is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.guide_extras import FillIn
from dialogue_desk.ui.core.card_text import fact_text
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words.times import capitalize_first

_TWO_COLUMNS = 380
"""The width from which there are two columns of ticks, in pixels at 100 % text."""


class Checklist(QWidget):
    """One list under its ``title``; ``ticked`` tells that a person ticked a line, or took the tick away.

    ``counted`` is the sentence that says how many are ticked, of how many.  Sentences have one column.
    """

    ticked = Signal()

    def __init__(
        self, context: Context, title: str, counted: Callable[[int, int], str], *, sentences: bool = False
    ) -> None:
        super().__init__()
        self._context, self._counted, self._sentences = context, counted, sentences
        self._things: tuple[str, ...] = ()
        self._packed: set[str] = set()
        self._ticks: list[Tick] = []
        self.count = Label(role="muted", wrap=False)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(Space.BASE)
        bottom = Qt.AlignmentFlag.AlignBottom
        head = row(
            (Label(title, "strong", wrap=False), 0, bottom), (self.count, 0, bottom), STRETCH, gap=Space.TIGHT
        )
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
        two = not self._sentences and self.width() >= self._context.theme.scaled(_TWO_COLUMNS)
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
        self.count.setText(self._counted(len(self.packed()), len(self._things)))


class ToDoBefore(QWidget):
    """What the guide asks for before a session: what to do, what to look up, and what to bring."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words, tr = context.words, context.words.tr

        def done(count: int, total: int) -> str:
            return tr("{done} of {count} done", done=count, count=total)

        def packed(count: int, total: int) -> str:
            return tr("{packed} of {count} packed", packed=count, count=total)

        self.before = Checklist(context, tr("Before the session"), done, sentences=True)
        self.look_up = Checklist(context, tr("Look up before the session"), done, sentences=True)
        self.to_bring = Checklist(context, tr("To bring"), packed)
        column(*self.lists, gap=Space.BASE, within=self)

    @property
    def lists(self) -> tuple[Checklist, ...]:
        """The lists, in their order."""
        return self.before, self.look_up, self.to_bring

    def packed(self) -> tuple[str, ...]:
        """Return all that is ticked."""
        return tuple(thing for one in self.lists for thing in one.packed())

    def show_packed(self, things: Iterable[str]) -> None:
        """Tick these things, in whichever list they are."""
        ticked = tuple(things)
        for one in self.lists:
            one.show_packed(ticked)

    def show_session(self, before: Sequence[str], parts: Sequence[Part]) -> None:
        """Show what a session with these ``parts`` asks for."""
        facts = [fact for part in parts for fact in _facts(part)]
        self.before.show_things(before)
        self.look_up.show_things([capitalize_first(fact_text(fact, self._words)) for fact in facts])
        self.to_bring.show_things([thing for part in parts for thing in part.materials])
        self.setVisible(any(not one.isHidden() for one in self.lists))


def _facts(part: Part) -> tuple[FillIn, ...]:
    return (*part.fill_in, *(fact for card in part.cards for fact in card.fill_in))
