"""What the panes of wrapping up are made of: a titled pane, a section of it, and rows known by a key."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words


class Pane(QWidget):
    """A pane that scrolls: ``title``, ``lead``, and what is put under them in ``body``.

    Forms are 640 pixels wide; a pane with a table has more ``characters``.
    """

    def __init__(self, theme: AppTheme, title: str, lead: str, *, characters: int = 80) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.scroll_area = ScrollColumn(theme, characters=characters)
        self.body: QVBoxLayout = self.scroll_area.body
        self.body.addWidget(Label(title, "title"))
        self.lead = Label(lead, "muted")
        self.body.addWidget(self.lead)
        column(self.scroll_area, gap=None, within=self)

    def fill(self, *widgets: QWidget) -> None:
        """Put ``widgets`` under the lead, and leave the rest of the height free."""
        for widget in widgets:
            self.body.addWidget(widget)
        self.body.addStretch(1)


class CloseSection(QWidget):
    """A heading over things that can be replaced."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading, self._title = Section(title), title
        self._body = column(gap=Space.TIGHT)
        self.column = column(self._heading, self._body, gap=Space.TIGHT, within=self)

    def count(self, text: str) -> None:
        """Show how much there is at the far end of the heading."""
        self._heading.show_text(self._title, text)

    def fill(self, *widgets: QWidget) -> None:
        """Show ``widgets`` instead of those before."""
        clear_layout(self._body)
        for widget in widgets:
            self._body.addWidget(widget)


class TableRow(QWidget):
    """A row of a table with a thin line under it: ``first`` has the room that is left beside the ``acts``.

    They are under it where the row is narrower than ``below`` pixels at 100 % text.
    """

    def __init__(self, theme: AppTheme, below: int, first: QWidget, *acts: QWidget) -> None:
        super().__init__()
        line = ResponsiveRow(theme, below)
        line.add(first, 1)
        for act in acts:
            line.add(act)
        line.setMinimumHeight(LEAST_TARGET)
        column(line, Hairline(), gap=Space.TIGHT, margins=(0, Space.TIGHT, 0, 0), within=self)


class KeyedRows(QWidget):
    """Rows known by a key, one under the other; a row whose content stays keeps its widget and its focus."""

    def __init__(self, gap: int = Space.SNUG) -> None:
        super().__init__()
        self._made: dict[str, tuple[Hashable, QWidget]] = {}
        self._column = column(gap=gap, within=self)

    def show_rows(self, rows: Mapping[str, tuple[Hashable, Callable[[], QWidget]]]) -> None:
        """Show ``rows``: for each key its content, and a function that makes its widget when that changed."""
        for key, (content, widget) in list(self._made.items()):
            if key not in rows or rows[key][0] != content:
                del self._made[key]
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for place, (key, (content, make)) in enumerate(rows.items()):
            if key not in self._made:
                self._made[key] = (content, make())
            widget = self._made[key][1]
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)
        self.setVisible(bool(rows))


TABLE_CHARACTERS = 124
"""How many characters of text a pane with a table is wide."""


def count_box(theme: AppTheme, words: Words, most: int, width: int = 0) -> Number:
    """Return a box for a count from 0 to ``most``, which emits a typed number only when it is complete.

    ``width`` is in pixels at 100 % text; 0 is as wide as there is room.
    """
    box = Number(theme, words, 0, most)
    box.box.setKeyboardTracking(False)
    if width:
        box.keep_width(width)
    return box
