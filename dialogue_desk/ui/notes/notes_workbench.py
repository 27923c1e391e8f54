"""The list of a session's notes with its editor, its menu and the bar for several selected notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note
from dialogue_desk.domain.notes.theme_names import themes_named
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.ui.closing.quotes import ask_to_withdraw
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.notes.editable_list import SessionNotesList
from dialogue_desk.ui.notes.editor_dialog import Editor, open_editor
from dialogue_desk.ui.notes.entry_editors import ActionEditor, NoteEditor
from dialogue_desk.ui.notes.inline_editor import InlineEditing
from dialogue_desk.ui.notes.note_actions import NoteActions, Selection
from dialogue_desk.ui.notes.note_menu import NoteMenu, SelectionBar
from dialogue_desk.ui.notes.note_rows import NoteRowBuilder
from dialogue_desk.ui.notes.quote_consent import QuoteConsent
from dialogue_desk.ui.notes.removal import NoteRemoval
from dialogue_desk.ui.notes.theme_actions import ThemeActions
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.words.idea_labels import labels_in


class NotesWorkbench(QWidget):
    """The list of notes, where each note is edited in its row, alone or with others.

    Every change is one step of Undo and is announced.  A note in conflict asks for a choice first.
    ``busy`` is emitted when work on the notes begins or ends: one is being edited, or several are selected.
    """

    busy = Signal()

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        self._undone: tuple[str, ...] = ()
        labels = labels_in(context.words)
        self._rows = NoteRowBuilder(context.words)
        self.list = SessionNotesList(context)
        self.bar = SelectionBar(context)
        self.inline_editing = InlineEditing(desk, context, self.list, labels)
        self.editor = self.inline_editing.editor
        removal = NoteRemoval(desk, context, "notes", self)
        self._dialogs = NoteDialogs(desk, context, removal, self)
        self._selection = Selection(self.list, self.inline_editing)
        self._themes = ThemeActions(desk, context, self)
        self._actions = NoteActions(
            desk, context, self._selection, self._dialogs.choose_version, removal, self._themes
        )
        self._menu = self._make_menu()
        self.available = self._menu.available
        self._menu.fill(self.bar)
        column((self.list, 1), self.bar, within=self)
        self.list.opened.connect(self.open)
        self.list.selection_changed.connect(self._show_count)
        self.list.menu_wanted.connect(self._open_menu)
        self.inline_editing.turned.connect(self.busy)
        self.inline_editing.saved.connect(self._selection.go_to_result)
        self.inline_editing.choice_wanted.connect(self._dialogs.choose_version)
        context.desk_signals.changed.connect(self._remember_undone)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show what the session holds; text that is being typed stays."""
        self._dialogs.folder = folder
        self._selection.show_folder(folder)
        self._themes.folder = folder
        entries = self._selection.entries
        self.list.show_rows(self._rows.build(folder))
        edited = self.inline_editing.entry
        if edited is not None:
            self.inline_editing.follow(folder, entries.get(edited.id))
        back = [row_id for row_id in self._undone if row_id in entries]
        self._undone = ()
        if back and edited is None:
            self.list.choose(back)
            self.list.bring_into_view(back[-1])

    def hasHeightForWidth(self) -> bool:
        """Return False: the list scrolls, and as high as it would like to be it would crowd out the form."""
        return False

    def is_busy(self) -> bool:
        """Whether a note is being edited, or several are selected."""
        return self.editing() or len(self.list.chosen()) > 1

    def finish_editing(self) -> None:
        """Save the note that is being edited, and leave at most one note selected."""
        self.keep_what_is_typed()
        if len(self.list.chosen()) > 1:
            self.list.choose([self.list.current_id()])

    def editing(self) -> bool:
        """Whether a note is being edited."""
        return self.inline_editing.entry is not None

    def keep_what_is_typed(self) -> None:
        """Save what is in the editor: leaving the page does not discard it."""
        self.inline_editing.keep()

    def open(self, row_id: str) -> None:
        """Edit a note in its row; a note in conflict asks for a choice first."""
        folder, entry = self._selection.folder, self._selection.entries.get(row_id)
        if entry is None or folder is None:
            return
        self.inline_editing.save()
        if self.editing():
            return  # what was typed before could not be saved yet
        entry = self._selection.entries.get(row_id, entry)
        if entry.in_conflict:
            self._dialogs.choose_version(entry)
        else:
            self.inline_editing.begin(entry, folder)

    def open_details(self) -> None:
        """Open the details of the current note."""
        self.inline_editing.save()
        entry = self._selection.entries.get(self.list.current_id())
        if entry is not None:
            self._dialogs.open(entry)

    def menu(self) -> QMenu:
        """Return the menu of what can be done with the selected notes, each with its key."""
        return self._menu.menu_for(self._selection.selected())

    def _remember_undone(self, outcome: Outcome) -> None:
        """Remember what Undo or Redo changed, to select it once it is in the list."""
        if outcome.act in {Act.UNDO, Act.REDO}:
            self._undone = tuple(outcome.ids)

    def _show_count(self, ids: tuple[str, ...]) -> None:
        self.bar.show_count(len(ids))
        self.busy.emit()

    def _make_menu(self) -> NoteMenu:
        actions = self._actions
        consent = QuoteConsent(self._desk, self._context, self.list)
        handlers: dict[str, Callable[[], object]] = {
            "edit": self._edit_here,
            "split": self._begin_split,
            "whole": self.open_details,
            "join": actions.join,
            "move": actions.choose_part,
            "themes": actions.edit_themes,
            "turn": actions.turn_into_ideas,
            "sensitive": actions.toggle_sensitive,
            "consent": lambda: consent.offer(self.list.at(), self.list.menu_place()),
            "remove": actions.remove,
            "menu": lambda: self._open_menu(self.list.menu_place()),
        }
        words = self._context.words
        return NoteMenu(self.list, words, handlers, actions.set_kind, actions.set_spread, self._add_themes)

    def _add_themes(self, menu: QMenu, chosen: Sequence[Entry]) -> None:
        self._themes.add_menus(menu, dict.fromkeys(theme for entry in chosen for theme in entry.body.themes))

    def _edit_here(self) -> None:
        self.open(self.list.current_id())

    def _begin_split(self) -> None:
        self._edit_here()
        if self.editing():
            hint = self._context.words.tr(
                "Put the cursor where you want to split it, and press {key}.",
                key=self._context.keys.shown("Ctrl+Return"),
            )
            self._context.announcer.announce(hint)

    def _open_menu(self, place: QPoint) -> None:
        if self._selection.selected():
            self.menu().popup(place)


class NoteDialogs:
    """Opens dialogs in front of ``page``, and writes what is saved in them."""

    def __init__(self, desk: Desk, context: Context, removal: NoteRemoval, page: QWidget) -> None:
        self._desk, self._context, self._removal, self._page = desk, context, removal, page
        self.folder: SessionFolder | None = None
        """The session as it is now."""

    def open(self, entry: Entry) -> QDialog | None:
        """Open the details of an entry and return their dialog; None without a session.

        Where the entry is in conflict, it asks for a choice between its versions.
        """
        folder = self.folder
        if folder is None:
            return None
        if entry.in_conflict:
            return self.choose_version(entry)
        if isinstance(entry.body, Note):
            note = NoteEditor(self._context, folder, entry.body, self._page)
            note.withdrawal_wanted.connect(partial(self._withdraw, note, entry.id))
            return self._open(note, entry, lambda: (note.note(), note.theme_names()))
        idea = ActionEditor(self._context, folder, entry.body, self._page)
        return self._open(idea, entry, lambda: (idea.action(), idea.theme_names()))

    def choose_version(self, entry: Entry) -> QDialog:
        """Show the versions of an entry side by side."""
        dialog = ConflictDialog(self._desk, entry.id, self._context, self._page)
        dialog.open()
        return dialog

    def _withdraw(self, editor: NoteEditor, quote: RecordId) -> None:
        editor.accept()
        ask_to_withdraw(self._desk, quote, self._context, self._page)

    def _open(
        self, editor: Editor, entry: Entry, edited: Callable[[], tuple[Note | ActionIdea, tuple[str, ...]]]
    ) -> Editor:
        def save() -> None:
            (body, names), folder = edited(), self.folder
            if folder is not None:
                themes, made = themes_named(names, folder.every_theme, folder.circle_id, self._desk.new_id)
                write = Write.of(entry.id, entry.owner, replace(body, themes=themes))
                self._desk.perform(Edit(Act.WRITE, (*made, write)))
            editor.accept()

        def remove() -> None:
            self._removal.remove((entry.id,))
            editor.accept()

        editor.saved.connect(save)
        editor.removal_wanted.connect(remove)
        open_editor(editor, self._context)
        return editor
