"""How small groups are formed: pairs, threes, fours, 1-2-4-All or tables, and of how many people."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import Part, PartKind
from dialogue_desk.domain.run.breakouts import FOURS, MOST, MOST_ROUNDS, PAIRS, THREES, drawn, one_two_four
from dialogue_desk.domain.run.rotation import rotation
from dialogue_desk.reports.breakout_sheet import Breakout
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.layouts import column

_PAIRS, _THREES, _FOURS, _ALL, _TABLES = "2", "3", "4", "1-2-4", "tables"
_SIZES = {_PAIRS: PAIRS, _THREES: THREES, _FOURS: FOURS}
_WAYS = {PartKind.TRIOS: _THREES, PartKind.FOURS: _FOURS}
_SEATS_AT_A_TABLE = 4
_LEAST_AT_TABLES = 15
"""The fewest minutes a talk at tables is given at first."""


class GroupsForm(QWidget):
    """Asks how to form the groups; ``changed()`` tells that they are to be formed another way."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, words = context.theme, context.words
        tr = words.tr
        self.way = Chips(
            theme,
            tr("How to form groups"),
            (
                Choice(_PAIRS, tr("Pairs")),
                Choice(_THREES, tr("Threes")),
                Choice(_FOURS, tr("Fours")),
                Choice(_ALL, tr("1-2-4-All")),
                Choice(_TABLES, tr("Tables that rotate")),
            ),
        )
        self.people = Number(theme, words, 1, 100)
        self.tables = Number(theme, words, 1, MOST // 2)
        self.rounds = Number(theme, words, 1, MOST_ROUNDS)
        self.minutes = Number(theme, words, 1, 60, tr("min"))
        for number in (self.tables, self.rounds, self.minutes):
            number.show_value(3)
        self._table_fields = (Field(tr("Tables"), self.tables), Field(tr("Rounds"), self.rounds))
        self._minutes_field = Field(tr("Time for each"), self.minutes)
        fields = (Field(tr("People"), self.people), *self._table_fields, self._minutes_field)
        for field in fields:
            field.setMinimumWidth(theme.scaled(168))
        column(self.way, flowing(*fields, gap=Space.BASE), gap=Space.SNUG, within=self)
        self.way.choose(_PAIRS)
        self._show_fields()
        self.way.chosen.connect(self._choose_way)
        for number in (self.people, self.tables, self.rounds, self.minutes):
            number.changed.connect(self.changed)

    @property
    def by_lot(self) -> bool:
        """Whether the groups are drawn by lot, so that drawing again makes others."""
        return self.way.choice() != _TABLES

    def show_part(self, part: Part, people: int) -> None:
        """Choose what ``part`` asks for."""
        self.way.choose(_WAYS.get(part.kind, _PAIRS))
        self.people.show_value(people)
        self._show_fields()

    def draw(self, rng: Random) -> Breakout:
        """Return the groups.

        Raises:
            BreakoutRefused: when the people cannot be broken up in this way.
        """
        people, way = self.people.value(), self.way.choice()
        if way == _ALL:
            return one_two_four(people, rng)
        if way == _TABLES:
            return rotation(people, self.tables.value(), self.rounds.value())
        return drawn(people, _SIZES[way], rng)

    def _choose_way(self, way: str) -> None:
        if way == _TABLES:
            self.tables.show_value(max(1, round(self.people.value() / _SEATS_AT_A_TABLE)))
            self.minutes.show_value(max(self.minutes.value(), _LEAST_AT_TABLES))
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        way = self.way.choice()
        for field in self._table_fields:
            field.setVisible(way == _TABLES)
        self._minutes_field.setVisible(way != _ALL)
