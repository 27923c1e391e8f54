"""Notes of many circles: in a list, and under headings of which one is chosen at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListView, QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.bars import BarList, BarRail, BarRow
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.ui.widgets.section import Section


class CircleNotes(QWidget):
    """A small heading over a card of notes, or over the sentence ``none`` where there are none."""

    def __init__(self, theme: AppTheme, none: str) -> None:
        super().__init__()
        self._section = Section("")
        self._none = Label(none, "muted")
        self._none.setContentsMargins(Space.TIGHT, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        self.list = NoteList(theme, "")
        # In batches the window stays alive while thousands of notes are laid out.
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        card = Card(edge=Space.TIGHT)
        card.add(self._none, self.list)
        self._column = column(self._section, (card, 1), gap=Space.TIGHT, within=self)
        self._column.addStretch(0)
        self.setFocusProxy(self.list)

    def show_rows(self, rows: Sequence[NoteRow], name: str, count: str = "") -> None:
        """Show notes under the heading ``name``, and ``count`` at its far end."""
        self._section.show_text(name, count)
        self.list.setAccessibleName(name)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._column.setStretch(1, 1 if rows else 0)
        self._column.setStretch(2, 0 if rows else 1)


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """A heading, a sentence that explains it, its notes, and in words how many they are.

    ``rows`` is called only when the heading is chosen.
    """

    row: BarRow
    sentence: str
    rows: Callable[[], tuple[NoteRow, ...]]
    count: str = ""


class GroupedNotes(QWidget):
    """The headings under ``above``, and the notes under the one that is chosen.

    ``none`` is the sentence under a heading without notes; ``empty`` is shown while there are no headings.
    """

    note_wanted = Signal(str)

    def __init__(self, context: Context, none: str, empty: EmptyState, above: QWidget | None = None) -> None:
        super().__init__()
        theme, words = context.theme, context.words
        self._groups: dict[str, NoteGroup] = {}
        self._chosen = ""
        self._empty = empty
        self._bars = BarList(theme, words.tr("Headings"))
        self._title, self._sentence = Label(role="title"), Label(role="muted")
        self._notes = CircleNotes(theme, none)
        self._notes.list.opened.connect(self.note_wanted)
        rail, detail = BarRail(theme), QWidget()
        detail.setProperty("role", "clear")
        if above is not None:
            rail.add(above)
        rail.add_bars(self._bars)
        rail.body.addStretch(1)
        column(self._title, self._sentence, (self._notes, 1), gap=Space.SNUG, within=detail)
        rail.setFocusProxy(self._bars)
        detail.setFocusProxy(self._notes.list)
        self._panes = IndexDetailView(theme, words.tr("All headings"), rail, detail)
        column(empty, self._panes, within=self)
        self._bars.moved.connect(self._show)
        self._bars.opened.connect(self._open)
        self.setFocusProxy(self._bars)

    def show_groups(self, groups: Sequence[NoteGroup]) -> None:
        """Show these headings; the chosen one stays chosen while it is among them."""
        self._empty.setVisible(not groups)
        self._panes.setVisible(bool(groups))
        self._groups = {group.row.id: group for group in groups}
        self._bars.show_rows([group.row for group in groups])
        if self._chosen not in self._groups and groups:
            self._chosen = groups[0].row.id
        self._bars.go_to(self._chosen)
        self._show(self._chosen)

    def _open(self, group_id: str) -> None:
        self._show(group_id)
        self._panes.open_detail()

    def _show(self, group_id: str) -> None:
        group = self._groups.get(group_id)
        if group is not None:
            self._chosen = group_id
            self._title.setText(group.row.title)
            self._sentence.setText(group.sentence)
            self._sentence.setVisible(bool(group.sentence))
            self._notes.show_rows(group.rows(), group.row.detail, group.count)
