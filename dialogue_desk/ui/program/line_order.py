"""Lines of many circles under a few headings: one heading is chosen, its lines stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.bars import BarList, BarRail, BarRow
from dialogue_desk.ui.program.program_lines import CircleNotes
from dialogue_desk.ui.program.program_panes import IndexDetailView
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.note_list import NoteRow


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """One heading, the sentence that says what stands under it, its lines, and in words how many.

    The lines are set only when the heading is chosen.
    """

    row: BarRow
    sentence: str
    rows: Callable[[], tuple[NoteRow, ...]]
    count: str = ""


class GroupedNotes(QWidget):
    """The headings and the lines of the one chosen.  ``above`` stands over the headings.

    Args:
        around: the window's surroundings.
        name: what is chosen from, for readers.
        back: the words of the button that goes back to the headings.
        none: what is said under a heading with nothing under it.
        above: what stands over the headings, if anything.
    """

    note_wanted = Signal(str)

    def __init__(
        self, context: Context, name: str, back: str, none: str, above: QWidget | None = None
    ) -> None:
        super().__init__()
        self._groups: dict[str, NoteGroup] = {}
        self._chosen = ""
        self._bars = BarList(context.theme, name)
        self._title, self._sentence = Label(role="title"), Label(role="muted")
        self._lines = CircleNotes(context.theme, "", none)
        self._lines.list.opened.connect(self.note_wanted)
        rail, detail = BarRail(context.theme), QWidget()
        detail.setProperty("role", "clear")
        if above is not None:
            rail.add(above)
        rail.add_bars(self._bars)
        rail.body.addStretch(1)
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addWidget(self._lines, 1)
        rail.setFocusProxy(self._bars)
        detail.setFocusProxy(self._lines.list)
        self._panes = IndexDetailView(context.theme, back, rail, detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)
        self._bars.moved.connect(self._show)
        self._bars.opened.connect(self._open)
        self.setFocusProxy(self._bars)

    def show_groups(self, groups: Sequence[NoteGroup]) -> None:
        """Show these headings; the one chosen stays chosen while it is among them."""
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
            self._lines.show_rows(group.rows(), group.row.detail, group.count)
