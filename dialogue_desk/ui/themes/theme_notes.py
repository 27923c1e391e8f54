"""The notes of all circles, or of one shelf or theme: filtered, searched, selected and put under themes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.overview.note_filter import NoteFilter, NoteIndex
from dialogue_desk.domain.overview.program_overview import CircleNote
from dialogue_desk.ui.core.actions import Action
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_menu import temporary_menu
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.themes.coded_notes import CodedNotesList, coded_rows
from dialogue_desk.ui.themes.note_coding_acts import NoteCodingActs
from dialogue_desk.ui.themes.note_filters import NoteFilters
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.note_list import NoteRow

_MOST_READ = 1_200
"""So many letters of a long note are shown under the list; all of it is in its session."""

_SHOWN = ("add", "move", "new", "out")
"""What has a button; the rest is in the menu."""


class ThemeNotes(QWidget):
    """The line to search in, the list, what of a long note it does not show, and what can be done."""

    def __init__(self, context: Context, acts: NoteCodingActs) -> None:
        super().__init__()
        self._context, self._words, self._acts = context, context.words, acts
        self._index: NoteIndex | None = None
        self.rows: Mapping[str, NoteRow] = {}
        """All notes that were shown, each as the list shows it."""
        self._lines: dict[str, CircleNote] = {}
        self._total = 0
        self.filters = NoteFilters(context)
        self.list = CodedNotesList(context)
        self._none = Label(role="muted")
        self._none.setContentsMargins(Space.TIGHT, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        card = Card(edge=Space.HAIR)
        card.add((self.list, 1), self._none)
        self._room = card.column
        self._room.addStretch(0)
        self._whole = Label()
        self._strip = Card("notice", edge=Space.SNUG)
        self._strip.add(self._whole)
        self._count = Label(role="strong", wrap=False)
        self._buttons = self._bind()
        self._bar = flowing(self._count, *self._buttons.values())
        context.theme.changed.connect(self._fit)
        self._fit()
        column(self.filters, (card, 1), self._strip, self._bar, gap=Space.TIGHT, within=self)
        self.filters.changed.connect(self._filter)
        self.filters.line.went_down.connect(self._enter_list)
        self.list.selection_changed.connect(lambda _: self._show_selection())
        self.list.menu_wanted.connect(self._open_menu)
        self.setFocusProxy(self.list)
        self._show_selection()

    def show_index(self, index: NoteIndex, rows: Mapping[str, NoteRow]) -> None:
        """Show the notes of an index, each as its row says."""
        self._index, self.rows = index, rows
        self.filters.show_index(index)
        self.refresh()

    def show_coded(self, index: NoteIndex, changed: Iterable[CircleNote]) -> None:
        """Show an index in which only these notes are under other themes than before."""
        self.show_index(index, {**self.rows, **coded_rows(changed, self._words)})

    def show_wanted(self, wanted: NoteFilter) -> None:
        """Show the notes of another shelf or theme."""
        self.filters.wanted = wanted
        self.refresh()

    def refresh(self) -> None:
        """Show what the filters let through."""
        index, wanted = self._index, self.filters.wanted
        if index is None:
            return
        found = index.find(wanted)
        self._lines = {line.note_id: line for line in found}
        self.list.show_rows([self.rows[line.note_id] for line in found])
        self._total = index.total(wanted)
        none = self._words.tr("No notes here yet. Drag notes onto this theme, or select some and press #.")
        if wanted.narrows:
            none = self._words.tr("No notes match. Remove a filter or type something else.")
        self._none.setText(none)
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        self._room.setStretch(2, 0 if found else 1)
        self._show_selection()

    def _filter(self) -> None:
        self.refresh()
        self._context.announcer.announce(self._shown_text())

    def selected(self) -> tuple[CircleNote, ...]:
        """Return the selected notes."""
        return tuple(self._lines[one] for one in self.list.chosen() if one in self._lines)

    def _bind(self) -> dict[str, Button]:
        tr, group = self._words.tr, self._words.tr("Notes of many circles")
        declared: tuple[tuple[Action, Callable[[], object]], ...] = (
            (
                Action("add", tr("Add a theme"), ("#",), "theme", group),
                lambda: self._acts.add(self.selected()),
            ),
            (Action("move", tr("Move"), ("M",), "", group), lambda: self._acts.move(self.selected())),
            (Action("new", tr("New theme"), ("N",), "", group), self._begin_theme),
            (
                Action("out", tr("Remove from theme"), ("Del", "Backspace"), "", group),
                lambda: self._acts.take_out(self.selected()),
            ),
            (
                Action("restore", tr("As the circle wrote it"), (), "", group),
                lambda: self._acts.restore(self.selected()),
            ),
            (Action("menu", tr("Actions"), ("Shift+F10",), "more", group), self._open_menu_here),
        )
        self._actions = {action.id: self.list.declare(action, run) for action, run in declared}
        return {name: self._button(live) for name, live in self._actions.items() if name in _SHOWN}

    def _button(self, live: QAction) -> Button:
        words = live.text().replace("&&", "&")
        button = Button(self._context.theme, words, weight=Weight.QUIET)
        key = live.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words}  {key}".rstrip())
        button.clicked.connect(live.trigger)
        return button

    def _begin_theme(self) -> None:
        self._acts.begin_theme(self.selected())

    def _enter_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.current_id() and self.list.rows():
            self.list.go_to(self.list.rows()[0].id)

    def _show_selection(self) -> None:
        words, chosen = self._words, self.list.selected_count()
        shown = self._shown_text()
        said = words.ntr("{count} selected", "{count} selected", chosen)
        self._count.setText(said if chosen else shown)
        self.list.setAccessibleDescription(words.tr("{notes}, {selected}", notes=shown, selected=said))
        works = self._acts.picture is not None and self._acts.picture.program_id is not None
        under = self.filters.wanted.theme is not None
        for name, button in self._buttons.items():
            button.setEnabled(bool(chosen) or name == "new")
            button.setVisible(works and (under or name in ("add", "new")))
        split = words.tr("Split") if under and chosen else words.tr("New theme")
        self._buttons["new"].setText(split)
        self._show_whole()

    def _shown_text(self) -> str:
        """Return how many notes are shown of how many."""
        words, shown = self._words, len(self._lines)
        if shown == self._total:
            return words.ntr("{count} note", "{count} notes", shown)
        return words.ntr("{shown} of {count} note", "{shown} of {count} notes", self._total, shown=shown)

    def _fit(self) -> None:
        """Have the count stand in the middle of its line, which is as high as its buttons."""
        self._count.setMinimumHeight(self._buttons["add"].sizeHint().height())

    def _show_whole(self) -> None:
        row = self.rows.get(self.list.current_id())
        cut = row is not None and self.list.selected_count() > 0 and self.list.is_cut(row)
        if row is not None and cut:
            text = row.text if len(row.text) <= _MOST_READ else f"{row.text[:_MOST_READ]} …"
            self._whole.setText(text)
        self._strip.setVisible(cut)

    def _open_menu_here(self) -> None:
        here = self.list.visualRect(self.list.currentIndex()).center()
        self._open_menu(self.list.viewport().mapToGlobal(here))

    def _open_menu(self, place: QPoint) -> None:
        if not self.selected() or self._acts.picture is None or self._acts.picture.program_id is None:
            return
        menu = temporary_menu(self.list, self._words.tr("Actions"))
        under = self.filters.wanted.theme is not None
        names = ("add", "move", "new", "out", "restore") if under else ("add", "new", "restore")
        menu.addActions([self._actions[name] for name in names])
        menu.addSeparator()
        opened = menu.addAction(self._words.tr("Open its session"))
        opened.triggered.connect(partial(self.list.opened.emit, self.list.chosen()[-1]))
        menu.popup(place)
