"""Typing over one note in its place in the list: begun, followed while other things come in, and ended."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.notes import entry_text
from dialogue_desk.domain.notes.note_and_idea import FieldLabels
from dialogue_desk.domain.notes.note_edits import Entry, right_after, with_words
from dialogue_desk.domain.notes.typed_line import edit_from_line, entry_line
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editable_list import SessionNotesList
from dialogue_desk.ui.notes.note_rows import label_of
from dialogue_desk.ui.notes.row_editor import InlineEditor


class InlineEditing(QObject):
    """Nothing that is typed is lost: it stays until it is on disk or somebody leaves the note as it was."""

    turned = Signal()
    """It began, or ended."""
    saved = Signal(object)
    """This edit was made."""
    wording_wanted = Signal(object)
    """What is typed over was changed on another laptop meanwhile; its wording is to be chosen first."""

    def __init__(self, desk: Desk, context: Context, notes: SessionNotesList, labels: FieldLabels) -> None:
        super().__init__(notes)
        self._desk, self._context, self._list, self._labels = desk, context, notes, labels
        self._folder: SessionFolder | None = None
        self.entry: Entry | None = None
        self.editor = InlineEditor(context, notes.command)
        self.editor.setParent(notes.viewport())
        self.editor.hide()
        self.editor.saved.connect(self.save)
        self.editor.split_wanted.connect(self._split)
        self.editor.left.connect(self.leave)
        self.editor.resized.connect(notes.fit_editor)

    def begin(self, entry: Entry, folder: SessionFolder) -> None:
        """Let ``said`` be typed over."""
        self.entry, self._folder = entry, folder
        self._open_line(entry, folder)
        self._list.embed_editor(entry.id, self.editor)
        self.editor.box.setFocus()
        self.turned.emit()

    def follow(self, folder: SessionFolder, now: Entry | None) -> None:
        """Know what the note says by now, if it is still there; what is typed stays."""
        self._folder = folder
        if self.entry is None or now is None or now == self.entry:
            return
        self.entry = now
        self.editor.show_label(label_of(now.body, self._context.words))
        if not self.editor.touched():
            self._open_line(now, folder)

    def save(self) -> None:
        """Write what is typed, and end."""
        self._finish(cut=False)

    def keep(self) -> None:
        """Write what is typed without asking anything: who leaves the page does not mean to lose it."""
        if self.entry is not None and self.entry.in_conflict and self.editor.touched():
            self._put_beside(self.entry)
        else:
            self._finish(cut=False)

    def leave(self) -> None:
        """Leave the note as it was, and end."""
        if self.entry is None:
            return
        focused = QApplication.focusWidget()
        had_keys = focused is not None and self.editor.isAncestorOf(focused)
        self.entry = None
        if had_keys:
            self._list.setFocus()
        self._list.remove_editor()
        self.turned.emit()

    def _split(self) -> None:
        self._finish(cut=True)

    def _finish(self, *, cut: bool) -> None:
        folder, said, words = self._folder, self.entry, self._context.words
        if folder is None or said is None:
            return
        edit = edit_from_line(said, self.editor.typed(cut=cut), folder, self._labels, self._desk.new_id)
        if edit is None and cut:
            self._context.toast.say(words.tr("Put the cursor between two words, to split the note there."))
            return
        if edit is not None and said.in_conflict:
            self.wording_wanted.emit(said)
            return
        if edit is not None:
            self._desk.perform(edit)
            self._context.announcer.announce(words.tr("Split in two.") if cut else words.tr("Saved."))
        self.leave()
        if edit is not None:
            self.saved.emit(edit)

    def _put_beside(self, entry: Entry) -> None:
        """Keep what is typed as a note of its own: it would settle what waits for a choice."""
        words = self.editor.typed().line
        if words.strip():
            beside = right_after(entry.id, self._desk.new_id())
            write = Write.of(beside, entry.owner, with_words(entry.body, words))
            self._desk.perform(Edit(Act.WRITE, (write,)))
        self.leave()

    def _open_line(self, entry: Entry, folder: SessionFolder) -> None:
        line = entry_line(entry.body, folder.theme_names(entry.body.themes))
        themes = sorted({theme.name for theme in folder.themes.values()}, key=str.casefold)
        label = label_of(entry.body, self._context.words)
        self.editor.open_line(line, entry_text(entry.body), label, themes)
