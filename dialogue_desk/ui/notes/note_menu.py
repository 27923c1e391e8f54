"""What there is to do with the notes that are chosen: its keys, its menu, and the buttons under the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from dialogue_desk.domain.model.notes import Note, Spread
from dialogue_desk.domain.notes.note_edits import Entry
from dialogue_desk.ui.core.actions import Action
from dialogue_desk.ui.notes.editable_list import SessionNotesList
from dialogue_desk.ui.notes.selection_bar import SelectionBar
from dialogue_desk.ui.notes.shorthand_signs import LETTERS, kind_name
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


class NoteMenu:
    """Makes the keys of the list live; ``can`` is what there is to do, by its id.

    Args:
        notes: the list.
        words: what things are called.
        does: what is done, by its id.
        make_kind: makes what is chosen a kind of note, or action ideas.
        make_spread: says how widely it was held; nothing takes that back.
    """

    def __init__(
        self,
        notes: SessionNotesList,
        words: Words,
        handlers: Mapping[str, Callable[[], object]],
        make_kind: Callable[[str], object],
        make_spread: Callable[[Spread | None], object],
    ) -> None:
        self._list, self._words = notes, words
        self.available: dict[str, QAction] = {}
        for action in _note_actions(words):
            self.available[action.id] = notes.declare(action, handlers[action.id])
        self._declare_sorts(make_kind, make_spread)

    def fill(self, bar: SelectionBar) -> None:
        """Put what is done most often into a bar."""
        tr = self._words.tr
        bar.add(self.available["join"], tr("Join"))
        bar.add(self.available["themes"], tr("Themes"), "theme")
        bar.add(self.available["remove"], tr("Delete"), "trash")
        bar.add(self.available["menu"], tr("More"), "more")

    def menu_for(self, chosen: Sequence[Entry]) -> QMenu:
        """Return the menu of all that can be done with ``chosen``, each with its key."""
        tr = self._words.tr
        notes = [said.body for said in chosen if isinstance(said.body, Note)]
        menu = self.empty(tr("Actions"))
        one = len(chosen) == 1
        menu.addActions([self.available[name] for name in ("edit", "split", "whole")] if one else [])
        menu.addActions([] if one else [self.available["join"]])
        menu.addSeparator()
        menu.addActions([self.available[name] for name in ("move", "themes")])
        kinds = menu.addMenu(tr("Kind"))
        kinds.addActions([self.available[f"kind {kind}"] for kind in LETTERS])
        if notes:
            spreads = menu.addMenu(tr("How many of you"))
            spreads.addActions([self.available[f"spread {spread}"] for spread in (*Spread, None)])
        menu.addAction(self.available["turn"])
        if notes:
            sensitive = self.available["sensitive"]
            sensitive.setCheckable(True)
            sensitive.setChecked(all(note.sensitive for note in notes))
            menu.addAction(sensitive)
        menu.addSeparator()
        menu.addAction(self.available["remove"])
        return menu

    def empty(self, name: str) -> QMenu:
        """Return a menu that is gone once it is closed."""
        menu = QMenu(self._list)
        menu.setAccessibleName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _declare_sorts(
        self, make_kind: Callable[[str], object], make_spread: Callable[[Spread | None], object]
    ) -> None:
        """Declare the kinds and the spreads; on the sheet of keys they stand with the line being typed."""
        tr = self._words.tr
        for place, spread in enumerate((None, *Spread)):
            name = tr("not said") if spread is None else name_of(spread, self._words)
            action = Action(f"spread {spread}", name, (f"Alt+{place}",))
            self.available[action.id] = self._list.declare(action, partial(make_spread, spread), listed=False)
        for kind, letter in LETTERS.items():
            action = Action(f"kind {kind}", kind_name(kind, self._words), (f"Alt+{letter}",))
            self.available[action.id] = self._list.declare(action, partial(make_kind, kind), listed=False)


def _note_actions(words: Words) -> list[Action]:
    tr, group = words.tr, words.tr("Selected notes")
    return [
        Action("edit", tr("Edit"), ("F2", "Return", "Enter"), "", group),
        Action("split", tr("Split it in two"), ("Ctrl+Return",), "", group),
        Action("whole", tr("Details"), ("Alt+Return",), "", group),
        Action("join", tr("Join them into one"), ("J",), "", group),
        Action("move", tr("Move to another part"), ("M",), "", group),
        Action("themes", tr("Themes"), ("#",), "theme", group),
        Action("turn", tr("Change to action idea, or back to note"), ("!",), "action", group),
        Action("sensitive", tr("Sensitive"), ("S",), "", group),
        Action("remove", tr("Delete"), ("Del", "Backspace"), "trash", group),
        Action("menu", tr("Actions"), ("Shift+F10",), "more", group),
    ]
