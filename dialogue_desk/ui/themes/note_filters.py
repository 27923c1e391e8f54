"""What the notes of a program are filtered by: typed words, and choices that stand as chips to take off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.note_filter import Facet, NoteFilter, NoteIndex, Wanted
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.search.search_field import SearchField
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name
from dialogue_desk.words.names import name_of

_NO_FILTER = NoteFilter()


class NoteFilters(QWidget):
    """The line to type in, the menu of filters, and a chip for each; ``changed`` tells any change of them.

    The shelf or theme of ``wanted`` is chosen elsewhere.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._context, self._words = context, words
        self._index: NoteIndex | None = None
        self.wanted = _NO_FILTER
        self.line = SearchField(context.theme, words.tr("Search notes"), words.tr("Search notes and themes"))
        self.line.textChanged.connect(self._type)
        self.button = Button(context.theme, words.tr("Filter"), icon="down", trailing=True)
        self.button.clicked.connect(self._open)
        self._low = False
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        line = row((self.line, 1), self.button, gap=Space.TIGHT)
        column(line, self._chips, gap=Space.TIGHT, within=self)
        self._chips.hide()

    def show_index(self, index: NoteIndex) -> None:
        """Offer what the notes of this index can be told apart by."""
        self._index = index

    def fold(self, *, low: bool) -> None:
        """Where there is little height, have the button count the filters instead of the chips."""
        if low is not self._low:
            self._low = low
            self._show_chips()

    def take(self, value: Wanted) -> None:
        """Filter by a value as well."""
        self._set(value, True)

    def clear(self) -> None:
        """Take off all filters, also what is typed, without telling it."""
        self.wanted = NoteFilter(self.wanted.shelf, self.wanted.theme)
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        self._show_chips()

    def menu(self) -> QMenu:
        """Return the menu of what can be filtered by, each value with the number of notes it would show."""
        menu = QMenu(self.button)
        round_corners(menu)
        menu.setAccessibleName(self._words.tr("Filter"))
        menu.aboutToHide.connect(menu.deleteLater)
        for facet in Facet:
            values = self._index.values(facet, self.wanted) if self._index else {}
            chosen = {value for kind, value in self.wanted.wanted if kind is facet}
            if len(values) > 1 or chosen:
                part = menu.addMenu(facet_name(facet, self._words))
                round_corners(part)
                for value in sorted(values.keys() | chosen, key=lambda one: _place(facet, one)):
                    name = value_name((facet, value), self._words)
                    action = part.addAction(f"{name} ({values.get(value, 0)})".replace("&", "&&"))
                    action.setCheckable(True)
                    action.setChecked(value in chosen)
                    action.toggled.connect(partial(self._set, (facet, value)))
        if self.wanted.narrows:
            menu.addSeparator()
            menu.addAction(self._words.tr("Clear filters")).triggered.connect(self._take_off_all)
        if menu.isEmpty():
            menu.addAction(self._words.tr("There is nothing to filter by here.")).setEnabled(False)
        return menu

    def _open(self) -> None:
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _type(self, text: str) -> None:
        self.wanted = NoteFilter(self.wanted.shelf, self.wanted.theme, text, self.wanted.wanted)
        self.changed.emit()

    def _set(self, value: Wanted, on: bool) -> None:  # as Qt tells it
        self.wanted = self.wanted.with_value(value) if on else self.wanted.without_value(value)
        self._show_chips()
        self.changed.emit()

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for value in sorted(self.wanted.wanted, key=lambda one: (list(Facet).index(one[0]), _place(*one))):
            self._add_chip(self._chip(value))
        if len(self.wanted.wanted) > 1:
            every = Button(self._context.theme, self._words.tr("Clear filters"), weight=Weight.QUIET)
            every.clicked.connect(self._take_off_all)
            self._add_chip(every)
        many = len(self.wanted.wanted)
        self._chips.setVisible(many > 0 and not self._low)
        name = self._words.tr("Filter")
        self.button.setText(f"{name} ({many})" if many and self._low else name)

    def _add_chip(self, chip: Button) -> None:
        self._flow.addWidget(chip)
        chip.show()

    def _chip(self, value: Wanted) -> Button:
        name = value_name(value, self._words)
        chip = Button(self._context.theme, name, icon="close", trailing=True)
        chip.setAccessibleName(self._words.tr("Remove the filter “{filter}”", filter=name))
        chip.clicked.connect(lambda: self._take_off(value))
        return chip

    def _take_off(self, value: Wanted) -> None:
        self._set(value, False)
        self.button.setFocus()

    def _take_off_all(self) -> None:
        self.clear()
        self.changed.emit()
        self.line.setFocus()


def facet_name(facet: Facet, words: Words) -> str:
    """Return what people call something that notes are told apart by."""
    return {
        Facet.CIRCLE: words.tr("Circle"),
        Facet.SESSION: words.tr("Session"),
        Facet.PART: words.tr("Part"),
        Facet.KIND: words.tr("Kind"),
        Facet.SPREAD: words.tr("How many said it"),
        Facet.LANGUAGE: words.tr("Language"),
    }[facet]


def value_name(value: Wanted, words: Words) -> str:
    """Return what people call a value of a facet: "Circle C03", "Session 2", "Concern"."""
    facet, said = value
    match facet:
        case Facet.CIRCLE:
            return words.tr("Circle {code}", code=said)
        case Facet.SESSION:
            return words.tr("Session {number}", number=said)
        case Facet.KIND:
            return name_of(NoteKind(said), words)
        case Facet.SPREAD:
            return name_of(Spread(said), words)
        case Facet.LANGUAGE:
            return language_name(said, words)
        case _:
            return said


def _place(facet: Facet, value: str) -> tuple[object, ...]:
    """Return the place of a value in its facet: kinds and spreads as everywhere, others by name."""
    known: dict[Facet, list[str]] = {Facet.KIND: list(NoteKind), Facet.SPREAD: list(Spread)}
    if facet in known:
        return (known[facet].index(value),)
    return look_up_order(value)
