"""How the actions for selected notes are reached: their keys, their menu, and the bar under the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.domain.model.notes import Note, NoteKind, Spread
from dialogue_desk.domain.overview.session_folder import Entry
from dialogue_desk.ui.core.actions import Action
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editable_list import SessionNotesList
from dialogue_desk.ui.notes.shorthand_signs import LETTERS, kind_name
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


class SelectionBar(QWidget):
    """One line that says how many notes are selected, with quiet buttons; hidden for fewer than two."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._count = Label(role="strong")
        margins = (Space.TIGHT, Space.HAIR, 0, Space.HAIR)
        self._line = row((self._count, 1), margins=margins, within=self)
        self.hide()

    def add(self, action: QAction, words: str, icon: str = "") -> None:
        """Add a button for ``action``: its icon where there is one, or its words."""
        button = Button(self._context.theme, words, weight=Weight.QUIET, icon=icon, bare=bool(icon))
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words}  {key}".rstrip())
        button.clicked.connect(action.trigger)
        self._line.addWidget(button)

    def show_count(self, count: int) -> None:
        """Say that ``count`` notes are selected."""
        sentence = self._context.words.ntr("{count} note selected", "{count} notes selected", count)
        if count > 1 and sentence != self._count.text():
            self._count.setText(sentence)
        self.setVisible(count > 1)


class NoteMenu:
    """Binds the actions to keys of the list, and to ``handlers``; ``available`` holds them by their ids.

    ``make_kind`` makes the selected entries notes of a kind, or action ideas.  ``make_spread`` sets how
    widely the selected notes are held; None removes it.  ``add_themes`` adds what
    can be done with their themes.
    """

    def __init__(
        self,
        notes: SessionNotesList,
        words: Words,
        handlers: Mapping[str, Callable[[], object]],
        make_kind: Callable[[str], object],
        make_spread: Callable[[Spread | None], object],
        add_themes: Callable[[QMenu, Sequence[Entry]], object],
    ) -> None:
        self._list, self._words, self._add_themes = notes, words, add_themes
        self.available: dict[str, QAction] = {}
        for action in _note_actions(words):
            self.available[action.id] = notes.declare(action, handlers[action.id])
        self._declare_choices(make_kind, make_spread)

    def fill(self, bar: SelectionBar) -> None:
        """Add the most frequent actions to a bar."""
        tr = self._words.tr
        bar.add(self.available["join"], tr("Join"))
        bar.add(self.available["themes"], tr("Themes"), "theme")
        bar.add(self.available["remove"], tr("Delete"), "trash")
        bar.add(self.available["menu"], tr("More"), "more")

    def menu_for(self, chosen: Sequence[Entry]) -> QMenu:
        """Return the menu of what can be done with ``chosen``, each with its key."""
        tr = self._words.tr
        notes = [entry.body for entry in chosen if isinstance(entry.body, Note)]
        menu = temporary_menu(self._list, tr("Actions"))
        one = len(chosen) == 1
        menu.addActions([self.available[name] for name in ("edit", "split", "whole")] if one else [])
        menu.addActions([] if one else [self.available["join"]])
        menu.addSeparator()
        menu.addActions([self.available[name] for name in ("move", "themes")])
        self._add_themes(menu, chosen)
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
        if any(note.kind is NoteKind.QUOTE for note in notes):
            menu.addAction(self.available["consent"])
        menu.addSeparator()
        menu.addAction(self.available["remove"])
        return menu

    def _declare_choices(
        self, make_kind: Callable[[str], object], make_spread: Callable[[Spread | None], object]
    ) -> None:
        """Declare the kinds and the spreads; the sheet of keys lists them under the line being typed."""
        tr = self._words.tr
        for place, spread in enumerate((None, *Spread)):
            name = tr("not said") if spread is None else name_of(spread, self._words)
            action = Action(f"spread {spread}", name, (f"Alt+{place}",))
            self.available[action.id] = self._list.declare(action, partial(make_spread, spread), listed=False)
        for kind, letter in LETTERS.items():
            action = Action(f"kind {kind}", kind_name(kind, self._words), (f"Alt+{letter}",))
            self.available[action.id] = self._list.declare(action, partial(make_kind, kind), listed=False)


def temporary_menu(parent: QWidget, name: str = "") -> QMenu:
    """Return an empty menu that is deleted once it closes."""
    menu = QMenu(parent)
    round_corners(menu)
    menu.setAccessibleName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


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
        Action("consent", tr("Quote: may it be shared?"), ("Q",), "", group),
        Action("remove", tr("Delete"), ("Del", "Backspace"), "trash", group),
        Action("menu", tr("Actions"), ("Shift+F10",), "more", group),
    ]
