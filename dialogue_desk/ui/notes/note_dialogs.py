"""Opens the details of one note or action idea in a dialog, or the choice between its versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note
from dialogue_desk.domain.notes.note_edits import Entry
from dialogue_desk.domain.notes.theme_names import themes_named
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.ui.closing.quote_withdrawal import ask_to_withdraw
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.action_editor import ActionEditor
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.notes.editor_dialog import Editor, open_editor
from dialogue_desk.ui.notes.note_editor import NoteEditor
from dialogue_desk.ui.notes.removal import NoteRemoval


class NoteDialogs:
    """Opens dialogs in front of ``page``, and writes what is saved in them."""

    def __init__(self, desk: Desk, context: Context, removal: NoteRemoval, page: QWidget) -> None:
        self._desk, self._context, self._removal, self._page = desk, context, removal, page
        self.folder: SessionFolder | None = None
        """The session as it is now."""

    def open(self, entry: Entry) -> None:
        """Open the details of an entry; where it is in conflict, ask for a choice between its versions."""
        folder = self.folder
        if folder is None:
            return
        if entry.in_conflict:
            self.choose_version(entry)
        elif isinstance(entry.body, Note):
            note = NoteEditor(self._context, folder, entry.body, self._page)
            note.withdrawal_wanted.connect(partial(self._withdraw, note, entry.id))
            self._open(note, entry, lambda: (note.note(), note.theme_names()))
        else:
            idea = ActionEditor(self._context, folder, entry.body, self._page)
            self._open(idea, entry, lambda: (idea.action(), idea.theme_names()))

    def choose_version(self, entry: Entry) -> None:
        """Show the versions of an entry side by side."""
        ConflictDialog(self._desk, entry.id, self._context, self._page).open()

    def _withdraw(self, editor: NoteEditor, quote: RecordId) -> None:
        editor.accept()
        ask_to_withdraw(self._desk, quote, self._context, self._page)

    def _open(
        self, editor: Editor, entry: Entry, edited: Callable[[], tuple[Note | ActionIdea, tuple[str, ...]]]
    ) -> None:
        def save() -> None:
            (body, names), folder = edited(), self.folder
            if folder is not None:
                themes, made = themes_named(names, folder.themes, folder.circle_id, self._desk.new_id)
                write = Write.of(entry.id, entry.owner, replace(body, themes=themes))
                self._desk.perform(Edit(Act.WRITE, (*made, write)))
            editor.accept()

        def remove() -> None:
            self._removal.remove((entry.id,))
            editor.accept()

        editor.saved.connect(save)
        editor.removal_wanted.connect(remove)
        open_editor(editor, self._context)
