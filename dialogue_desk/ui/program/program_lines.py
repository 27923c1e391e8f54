"""Notes of many circles in a list; Enter goes to the session in which one was said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.section import Section


class CircleNotes(QWidget):
    """A small heading over notes on a white ground, and a sentence where there are none.

    Args:
        theme: how it looks.
        name: the heading, and the list's name.
        none: what is said where there are no notes.
    """

    def __init__(self, theme: AppTheme, name: str, none: str) -> None:
        super().__init__()
        self._section = Section(name)
        self._none = Label(none, "muted")
        self._none.setContentsMargins(Space.TIGHT, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        self.list = NoteList(theme, name)
        # Thousands of notes are set in batches while the window goes on living.
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        card = Card(edge=Space.TIGHT)
        card.column.addWidget(self._none)
        card.column.addWidget(self.list)
        self._card = card
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self._section)
        column.addWidget(card, 1)
        column.addStretch(0)
        self.setFocusProxy(self.list)

    def show_rows(self, rows: Sequence[NoteRow], name: str, count: str = "") -> None:
        """Show notes under the heading ``name``, and ``count`` at its far end."""
        self._section.show_text(name, count)
        self.list.setAccessibleName(name)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setStretch(1, 1 if rows else 0)
            layout.setStretch(2, 0 if rows else 1)
