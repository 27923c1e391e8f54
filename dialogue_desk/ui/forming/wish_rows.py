"""Rows of the form of what is asked: a group with how many of it, a place with its times."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.forming.slips import NEVER_ALONE, Need
from dialogue_desk.domain.forming.wish import LARGEST_CIRCLE, MOST_CIRCLES, Place, Share
from dialogue_desk.domain.model.text import normalized, title_text
from dialogue_desk.exchange.slip_rows import group_called
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number, Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox, LinesBox
from dialogue_desk.ui.widgets.responsive_grid import ResponsiveGrid
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words.forming_text import group_name, need_names
from dialogue_desk.words.languages import language_names

_ANY = "any"
_TIMES_HEIGHT = 92
_NAME = 170


class GroupRow(Card):
    """One group: its name, how many of it each circle is to have at least and at most (0: any number)."""

    changed = Signal()
    removal_wanted = Signal()

    def __init__(self, context: Context, share: Share) -> None:
        super().__init__(edge=Space.SNUG)
        words, theme = context.words, context.theme
        tr = words.tr
        self._group = share.group if share.group in NEVER_ALONE else ""
        self.name = LineBox()
        self.name.setText(group_name(share.group, words))
        self.name.setReadOnly(bool(self._group))
        self.least = Number(theme, words, 0, LARGEST_CIRCLE)
        self.most = Number(theme, words, 0, LARGEST_CIRCLE)
        self.most.box.setSpecialValueText(tr("any number"))
        self.least.show_value(share.least)
        self.most.show_value(share.most or 0)
        self._most_field = Field(tr("At most"), self.most)
        grid = ResponsiveGrid(theme, _NAME, most=3, level=True)
        grid.show_widgets(
            (Field(tr("Group"), self.name), Field(tr("At least"), self.least), self._most_field)
        )
        self.add(grid)
        self.remove = Button(theme, tr("Remove the group"), weight=Weight.QUIET)
        self.remove.setHidden(bool(self._group))
        note = Label(tr("Nobody of them is ever alone in a circle."), "note")
        note.setVisible(bool(self._group))
        self.add(note, flowing(self.remove))
        self._named: dict[QWidget, str] = {
            self.least: tr("At least"),
            self.most: tr("At most"),
            self.remove: tr("Remove the group"),
        }
        self.name.textChanged.connect(lambda name: _name(self._named, name))
        _name(self._named, self.name.text())
        self.name.textEdited.connect(lambda _: self.changed.emit())
        for number in (self.least, self.most):
            number.changed.connect(lambda _: self.changed.emit())
        self.remove.clicked.connect(self.removal_wanted)

    def share(self) -> Share | None:
        """Return what is wished of the group; None while it has no name."""
        group = self._group or group_called(title_text(normalized(self.name.text())).strip())
        least, most = self.least.value(), self.most.value() or None
        if not group:
            return None
        return Share(group, least, None if most is None else max(least, most))

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong with the two numbers."""
        self._most_field.show_error(sentence)


class PlaceCard(Card):
    """One place: its name, its times, how many circles at each, what it lacks, and its language."""

    changed = Signal()
    removal_wanted = Signal()

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__(edge=Space.BASE)
        words, theme = context.words, context.theme
        tr = words.tr
        self.name = LineBox()
        self.name.setText(place.name)
        self.times = LinesBox(time for time in place.times if time)
        self.times.setFixedHeight(theme.scaled(_TIMES_HEIGHT))
        self.circles = Number(theme, words, 1, MOST_CIRCLES)
        self.circles.show_value(place.circles)
        names = language_names(words)
        known = [Choice(code, name) for code, name in names.items()]
        if place.language and place.language not in names:
            known.append(Choice(place.language, place.language))
        self.language = Select(theme, [Choice(_ANY, tr("any language")), *known])
        self.language.choose(place.language or _ANY)
        self.lacks: Mapping[Need, Tick] = {
            need: Tick(theme, name) for need, name in need_names(words).items()
        }
        for need, tick in self.lacks.items():
            tick.setChecked(need in place.lacks)
            tick.toggled.connect(lambda _: self.changed.emit())
        first = ResponsiveGrid(theme, _NAME, most=3, level=True)
        first.show_widgets(
            (
                Field(tr("Place"), self.name),
                Field(tr("Circles at each time"), self.circles),
                Field(tr("Language of its circles"), self.language),
            )
        )
        hint = tr("One on each line, such as “Tuesday 6 p.m.”")
        self.remove = Button(theme, tr("Remove the place"), weight=Weight.QUIET)
        self.add(
            first,
            Field(tr("Days and times"), self.times, hint),
            Label(tr("What it cannot offer"), "strong"),
            flowing(*self.lacks.values(), gap=Space.BASE),
            flowing(self.remove),
        )
        self._named: dict[QWidget, str] = {tick: tick.text() for tick in self.lacks.values()}
        self._named[self.circles] = tr("Circles at each time")
        self._named[self.language] = tr("Language of its circles")
        self._named[self.remove] = tr("Remove the place")
        self.name.textChanged.connect(lambda name: _name(self._named, name))
        _name(self._named, self.name.text())
        self.name.textEdited.connect(lambda _: self.changed.emit())
        self.times.textChanged.connect(self.changed)
        self.circles.changed.connect(lambda _: self.changed.emit())
        self.language.chosen.connect(lambda _: self.changed.emit())
        self.remove.clicked.connect(self.removal_wanted)

    def place(self) -> Place | None:
        """Return the place; None while nothing is said of it."""
        name, times = title_text(normalized(self.name.text())).strip(), self.times.lines()
        lacks = frozenset(need for need, tick in self.lacks.items() if tick.isChecked())
        if not (name or times):
            return None
        chosen = self.language.choice()
        return Place(name, times or ("",), self.circles.value(), lacks, "" if chosen == _ANY else chosen)


def _name(controls: Mapping[QWidget, str], whose: str) -> None:
    """Call controls by what they set and whose they are: there is a row of them for each group and place."""
    for control, what in controls.items():
        control.setAccessibleName(f"{what}: {whose}" if whose else what)
