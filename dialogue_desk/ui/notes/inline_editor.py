"""Editing one note in its row of the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.notes import Spread, entry_text
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.notes.edited_line import (
    EditedLine,
    edit_from_line,
    entry_line,
    marks_dropped,
    spread_left_out,
)
from dialogue_desk.domain.notes.note_and_idea import FieldLabels
from dialogue_desk.domain.notes.note_edits import right_after, with_words
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editable_list import SessionNotesList
from dialogue_desk.ui.notes.note_box import NoteBox, keep_from_shortcuts
from dialogue_desk.ui.notes.note_rows import label_of
from dialogue_desk.ui.notes.shorthand_signs import dropped_sentence, left_out_sentence
from dialogue_desk.ui.notes.theme_completer import ThemeOffers, theme_names
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.ui.widgets.utf16 import utf16_length, utf16_prefix

_FEWEST_LINES, _MOST_LINES = 2, 9

CommandForKey = Callable[[QKeyEvent], QAction | None]


class InlineEditor(Card):
    """The card in which an entry is edited; what is typed stays until another line is opened.

    ``keys`` returns what a key pressed with Alt does to the entry, or None.
    """

    saved = Signal()
    split_wanted = Signal()
    left = Signal()
    resized = Signal()

    def __init__(self, context: Context, keys: CommandForKey) -> None:
        super().__init__("card", edge=Space.TIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._context = context
        self._opened = ""
        theme, tr = context.theme, context.words.tr
        self._head = Label(role="accent")
        self.box = _Box(keys)
        key = context.keys.shown("Ctrl+Return")
        self._hint = Label(tr("Enter saves, Esc cancels, {key} splits it here.", key=key), "fine")
        self.save_button = Button(theme, tr("Save"))
        self.leave_button = Button(theme, tr("Cancel"), weight=Weight.QUIET)
        self.save_button.clicked.connect(self.saved)
        self.leave_button.clicked.connect(self.left)
        self.box.entered.connect(self.saved)
        self.box.escaped.connect(self.left)
        self.box.split_wanted.connect(self.split_wanted)
        self.offers = ThemeOffers(context, self)
        self.offers.serve(self.box, self.window)
        self.box.textChanged.connect(self._fit)
        self.column.setSpacing(Space.HAIR)
        self.column.addWidget(self._head)
        self.column.addWidget(self.box)
        self.column.addLayout(
            row((self._hint, 100), STRETCH, self.leave_button, self.save_button, gap=Space.HAIR)
        )
        theme.changed.connect(self._fit)

    def open_line(self, line: str, words: str, label: str, themes: Sequence[str]) -> None:
        """Show ``line`` with the cursor after its ``words``; ``themes`` are offered for completion."""
        self.offers.show_themes(themes)
        self.offers.dismiss()
        self.show_label(label)
        self.box.setPlainText(line)
        self._opened = self.box.text()
        self.box.marks = self._opened.removeprefix(words) if line.startswith(words) else ""
        cursor = self.box.textCursor()
        if line.startswith(words):
            cursor.setPosition(utf16_length(words))
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        self.box.setTextCursor(cursor)
        self._fit()

    def show_label(self, label: str) -> None:
        """Show the label that the list shows for the entry."""
        self._head.setText(label)
        self.box.setAccessibleName(self._context.words.tr("Edit: {note}", note=label))
        self.box.setAccessibleDescription(self._hint.text())

    def typed(self, *, split: bool = False) -> EditedLine:
        """Return what is typed; with ``split``, to be split at the cursor."""
        text = self.box.text()
        place = len(normalized(text[: self.box.cursor_place()])) if split else None
        return EditedLine(normalized(self._opened), normalized(text), place)

    def touched(self) -> bool:
        """Whether anything was typed."""
        return self.box.text() != self._opened

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.offers.dismiss()

    def _fit(self) -> None:
        if self.box.fit():
            self.resized.emit()


class InlineEditing(QObject):
    """Edits one entry in its row.  What is typed stays until it is on disk or a person cancels."""

    turned = Signal()
    """Editing began, or ended."""
    saved = Signal(object)
    """Carries the edit that was made."""
    choice_wanted = Signal(object)
    """Carries an entry that was changed on another laptop while it was edited: a version is chosen first."""

    def __init__(self, desk: Desk, context: Context, notes: SessionNotesList, labels: FieldLabels) -> None:
        super().__init__(notes)
        self._desk, self._context, self._list, self._labels = desk, context, notes, labels
        self._folder: SessionFolder | None = None
        self.entry: Entry | None = None
        self.editor = InlineEditor(context, notes.command)
        self.editor.setParent(notes.viewport())
        self.editor.hide()
        self.editor.saved.connect(self.save)
        self.editor.split_wanted.connect(partial(self._finish, split=True))
        self.editor.left.connect(self.leave)
        self.editor.resized.connect(notes.fit_editor)

    def begin(self, entry: Entry, folder: SessionFolder) -> None:
        """Edit an entry in its row."""
        self.entry, self._folder = entry, folder
        self._open_line(entry, folder)
        self._list.embed_editor(entry.id, self.editor)
        self.editor.box.setFocus()
        self.turned.emit()

    def follow(self, folder: SessionFolder, now: Entry | None) -> None:
        """Take over the entry as it is now; None, when it is gone, changes nothing.  What is typed stays."""
        self._folder = folder
        if self.entry is None or now is None or now == self.entry:
            return
        self.entry = now
        self.editor.show_label(label_of(now.body, self._context.words))
        if not self.editor.touched():
            self._open_line(now, folder)

    def save(self) -> None:
        """Save what is typed, and close the editor."""
        self.editor.offers.finish_typed()
        self._finish(split=False)

    def keep(self) -> None:
        """Save what is typed without asking anything: leaving the page does not discard it."""
        if self.entry is not None and self.entry.in_conflict and self.editor.touched():
            self._save_as_new_note(self.entry)
        else:
            self._finish(split=False)

    def leave(self) -> None:
        """Close the editor and leave the entry as it was."""
        if self.entry is None:
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.editor.isAncestorOf(focused)
        self.entry = None
        if had_focus:
            self._list.setFocus()
        self._list.remove_editor()
        self.turned.emit()

    def _finish(self, *, split: bool) -> None:
        folder, entry, tr = self._folder, self.entry, self._context.words.tr
        if folder is None or entry is None:
            return
        typed = self.editor.typed(split=split)
        edit = edit_from_line(entry, typed, folder, self._labels, self._desk.new_id)
        left_out = spread_left_out(entry, typed)
        if edit is None and split:
            self._context.toast.say(tr("Put the cursor between two words, to split the note there."))
        elif edit is None:
            self.leave()
            self._say_left_out(left_out)
        elif entry.in_conflict:
            self.choice_wanted.emit(entry)
        else:
            self._desk.perform(edit)
            dropped = dropped_sentence(*marks_dropped(entry, edit, folder), self._context.words)
            self._context.announcer.announce(tr("Split in two.") if split else tr("Saved."))
            self.leave()
            if dropped:
                self._context.toast.say(dropped, action=tr("Undo"), action_id=UNDO)
            else:
                self._say_left_out(left_out)
            self.saved.emit(edit)

    def _say_left_out(self, spread: Spread | None) -> None:
        if spread is not None:
            self._context.toast.say(left_out_sentence(spread, self._context.words))

    def _save_as_new_note(self, entry: Entry) -> None:
        """Save what is typed as a new note: writing it into the entry would settle the conflict."""
        text = self.editor.typed().line
        if text.strip():
            new_id = right_after(entry.id, self._desk.new_id())
            write = Write.of(new_id, entry.owner, with_words(entry.body, text))
            self._desk.perform(Edit(Act.WRITE, (write,)))
        self.leave()

    def _open_line(self, entry: Entry, folder: SessionFolder) -> None:
        line = entry_line(entry.body, folder.theme_names(entry.body.themes))
        label = label_of(entry.body, self._context.words)
        self.editor.open_line(line, entry_text(entry.body), label, theme_names(folder))


class _Box(NoteBox):
    """A note box that grows with what is typed.

    Select All selects the words and leaves the ``marks`` at the end of the line; pressed again, it selects
    these too.  So who types over a note keeps what else was said of it.
    """

    split_wanted = Signal()

    def __init__(self, keys: CommandForKey) -> None:
        super().__init__()
        self._keys = keys
        self.marks = ""

    def cursor_place(self) -> int:
        """Return how many characters of ``text`` come before the cursor.

        Line ends are not counted, because the box may break a long line where the text has none.
        """
        before = utf16_prefix(self.document().toRawText(), self.textCursor().position())
        left = len(before.replace("\u2029", ""))
        for place, letter in enumerate(text := self.text()):
            if not left:
                return place
            left -= letter != "\n"
        return len(text)

    def fit(self) -> bool:
        """Set the height to that of the lines, and return whether it changed."""
        lines = max(_FEWEST_LINES, min(_MOST_LINES, int(self.document().size().height())))
        margins = self.contentsMargins()
        edges = int(2 * self.document().documentMargin()) + margins.top() + margins.bottom()
        tall = lines * self.fontMetrics().lineSpacing() + edges + 2 * Space.TIGHT
        if tall == self.minimumHeight():
            return False
        self.setFixedHeight(tall)
        return True

    def sizeHint(self) -> QSize:
        return QSize(160, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        return keep_from_shortcuts(event, self._command) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.split_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._select_words():
            event.accept()
        elif (command := self._command(event)) is not None:
            command.trigger()
        else:
            super().keyPressEvent(event)

    def _select_words(self) -> bool:
        """Select the words before the marks, and return whether they were not selected already."""
        if not self.marks or not self.text().endswith(self.marks):
            return False
        selected, cursor = self.textCursor(), self.textCursor()
        cursor.setPosition(0)
        end = self.document().characterCount() - 1 - utf16_length(self.marks)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if not end or (selected.selectionStart(), selected.selectionEnd()) == (0, end):
            return False
        self.setTextCursor(cursor)
        return True

    def _command(self, event: QKeyEvent) -> QAction | None:
        held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        return self._keys(event) if event.modifiers() & held else None
