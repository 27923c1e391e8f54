"""The page on which the notes of a session are read to the circle, and edited where they are wrong."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.closing_edits import set_read_back
from dialogue_desk.domain.closing.read_back import left_out, parts_to_read, to_read
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.notes.edited_line import edit_from_line, over_words, spread_left_out
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.notes.kind_choice import KindChoice
from dialogue_desk.ui.notes.note_rows import part_label
from dialogue_desk.ui.notes.quote_consent import QuoteConsent, not_asked_text
from dialogue_desk.ui.notes.read_back_list import ReadBackList
from dialogue_desk.ui.notes.read_back_rows import current_row, left_out_text, next_row, read_rows
from dialogue_desk.ui.notes.removal import NoteRemoval
from dialogue_desk.ui.notes.room_choice import RoomChoice
from dialogue_desk.ui.notes.shorthand_signs import left_out_sentence
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words.idea_labels import labels_in

_ALL, _OUTSIDE = "every part", "no part"
_LEAST_CHOICE = 120
_ONE_LINE = 860
"""From this width, at 100 % text, the keys and what is not read aloud share a line."""


class ReadBack(QWidget):
    """Reads one note at a time to the circle, in large type; Space goes on to the next.

    ``room_lines_changed`` carries the lines the room is to see, or the circle's page.  None takes the notes
    off the room display; they are off until a person asks for them, and again when this page is left.  It
    ``leads`` where its button is the next act also when all is read, and never while it is ``quiet``.
    """

    room_lines_changed = Signal(object)

    def __init__(self, desk: Desk, context: Context, *, title: str = "", leads: bool = True) -> None:
        super().__init__()
        self._leads, self._roomy, self.quiet = leads, True, False
        self._desk, self._context = desk, context
        self._folder: SessionFolder | None = None
        self._entries: tuple[Entry, ...] = ()
        self._here = ""
        theme, tr = context.theme, context.words.tr
        self.part = Select(theme)
        self.part.setAccessibleName(tr("Which notes to read"))
        self.part.setMinimumWidth(_LEAST_CHOICE)
        self.part.chosen.connect(lambda _: self._go(""))
        self.title = Label(title, "title", wrap=False)
        self._count = Label(role="strong", wrap=False)
        self._left_out = Label(role="note")
        self._removal = NoteRemoval(desk, context, "read", self)
        self.list = ReadBackList(context)
        self.list.went_to.connect(self._go)
        self.list.ticked.connect(self._tick)
        self.list.unticked.connect(partial(self._set_read, read=False))
        self.list.marked.connect(lambda entry_id, read: self._set_read(entry_id, read=read))
        self.list.edit_wanted.connect(self._edit)
        self.list.edited.connect(self._save)
        self.list.kind_wanted.connect(self._offer_kinds)
        self._kinds = KindChoice(desk, context, self)
        self._consent = QuoteConsent(desk, context, self.list)
        self.list.consent_wanted.connect(
            lambda entry_id: self._consent.offer_in(self._folder, entry_id, _menu_place(self.list))
        )
        self.list.removal_wanted.connect(lambda entry_id: self._removal.remove((entry_id,)))
        self.primary = Button(theme, tr("Read. Next"), weight=Weight.PRIMARY, icon="check")
        self.primary.clicked.connect(lambda: self._tick(self._here))
        self.edit_button = Button(theme, tr("Edit"), weight=Weight.QUIET, icon="note")
        self.edit_button.clicked.connect(self._edit)
        said = tr("Print the circle’s page")
        self.print_button = Button(theme, said, weight=Weight.QUIET, icon="print")
        self.print_button.clicked.connect(self._print)
        self.room_choice = RoomChoice(context)
        self.room_choice.lines_changed.connect(self.room_lines_changed)
        self._keys = Label("", "note")
        self._tell_keys(editing=False)
        self.list.editing.connect(lambda on: self._tell_keys(editing=on))
        self._empty = EmptyState(
            theme, "note", tr("Nothing to read back"), tr("Here you read the session's notes to the circle.")
        )
        self._lay_out()
        self.title.setHidden(not title)  # shown before it is laid out, it would be a window of its own

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the notes of a session; who is here stays at the note, who comes back is at an unread one."""
        if self._folder is not None and folder.id != self._folder.id:
            self._here = ""
            self.part.choose(_ALL)
            self.room_choice.clear()
        self._folder = folder
        self._offer_parts(folder)
        self._show()

    def show_part(self, part: str) -> None:
        """Read the notes of one part; where it has none, read all of them."""
        offered = self.part.findData(part or _OUTSIDE) >= 0
        self.part.choose(part or _OUTSIDE if offered else _ALL)
        self._go("")

    def take_focus(self) -> None:
        """Put the keyboard on the note that is read."""
        self.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the notes off the room display when this page is left, not when its window is minimized."""
        if not event.spontaneous():
            self.leave()
        super().hideEvent(event)

    def show_all(self, *, on: bool) -> None:
        """Show the title and the keys, or leave their height to the notes."""
        self.title.setVisible(on and bool(self.title.text()))
        self._under.setVisible(on and (bool(self._entries) or bool(self._left_out.text())))
        self._roomy = on

    def leave(self) -> None:
        """Save what is being edited, and take the notes off the room display."""
        self.list.keep_what_is_typed()
        self.clear_room()

    def clear_room(self) -> None:
        """Take the notes off the room display."""
        self.room_choice.clear()

    def _show(self) -> None:
        folder, words = self._folder, self._context.words
        if folder is None:
            return
        part = self.part.choice()
        before = [str(entry.id) for entry in self._entries]
        self._entries = to_read(folder, None if part == _ALL else part.replace(_OUTSIDE, ""))
        ids = [str(entry.id) for entry in self._entries]
        read = folder.closing.read
        self._here = current_row(self._here if self.isVisible() else "", before, ids, read)
        rows = read_rows(folder, self._entries, words, parts=part == _ALL)
        self.list.show_lines(rows, self._here)
        done = sum(one.read for one in rows)
        self._count.setText(words.tr("{done} of {total} read", done=done, total=len(rows)))
        leads = not self.quiet and (self._leads or done < len(rows))
        self.primary.set_weight(Weight.PRIMARY if leads else Weight.NORMAL)
        kept_back = left_out(folder)
        beside = " ".join(filter(None, (not_asked_text(folder, words), left_out_text(kept_back, words))))
        self._left_out.setText(beside)
        self._left_out.setVisible(bool(beside))
        self._under.setVisible(self._roomy and (bool(rows) or bool(beside)))
        for shown in (self.list, self._does, self._keys, self._count, self.print_button):
            shown.setVisible(bool(rows))
        self.part.setVisible(self.part.count() > 1)
        self._empty.setVisible(not rows)
        self.room_choice.follow(folder, self._entries, self._here)

    def _offer_parts(self, folder: SessionFolder) -> None:
        words = self._context.words
        choices = [Choice(_ALL, words.tr("The whole session ({count})", count=len(to_read(folder))))]
        for part, count in parts_to_read(folder):
            label = part_label(folder, part, words)
            choices.append(Choice(part or _OUTSIDE, words.tr("{part} ({count})", part=label, count=count)))
        chosen = self.part.choice()
        self.part.show_choices(choices)
        if all(choice.id != chosen for choice in choices):
            self.part.choose(_ALL)

    def _go(self, entry_id: str) -> None:
        self._here = entry_id
        self._show()

    def _tick(self, entry_id: str) -> None:
        """Save what is being edited and that a note was read, and go on to the next unread one."""
        self.list.keep_what_is_typed()
        if not entry_id or self._folder is None:
            return
        read = self._folder.closing.read
        self._here = next_row(entry_id, [str(entry.id) for entry in self._entries], read)
        if entry_id in read:
            self._show()
        else:
            self._set_read(entry_id)

    def _set_read(self, entry_id: str, *, read: bool = True) -> None:
        if self._folder is None or (entry_id in self._folder.closing.read) is read:
            return
        set_read_back(self._desk, self._folder.id, RecordId(entry_id), read=read)
        self._context.announcer.announce(self._count.text())
        if read:
            self._consent.tell_when_read(self._folder, RecordId(entry_id))

    def _edit(self) -> None:
        """Edit the note that is read in its row; a note in conflict asks for a choice first."""
        entry = next((entry for entry in self._entries if entry.id == self._here), None)
        if entry is not None and entry.in_conflict:
            ConflictDialog(self._desk, entry.id, self._context, self).open()
        elif entry is not None:
            self.list.edit_current()

    def _save(self, entry_id: str, typed: str) -> None:
        entry = next((one for one in self._entries if one.id == entry_id), None)
        if entry is not None and self._folder is not None:
            _type_over(entry, typed, self._folder, self._desk, self._context)
        self.list.end_editing()

    def _print(self) -> None:
        self.list.keep_what_is_typed()
        _print_page(self._folder, self._desk, self._context, self)

    def _offer_kinds(self, entry_id: str) -> None:
        read = self._folder is not None and entry_id in self._folder.closing.read
        self._kinds.offer(entry_id, _menu_place(self.list), read=read)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.print_button.show_words(on=self.width() >= self._context.theme.scaled(_ONE_LINE))

    def _tell_keys(self, *, editing: bool) -> None:
        tr = self._context.words.tr
        reading = tr("Space: read, next · Enter: edit · K: change kind · Del: delete")
        self._keys.setText(tr("Enter: save · Esc: cancel") if editing else reading)

    def _lay_out(self) -> None:
        self._does = flowing(self.primary, self.edit_button, self.room_choice, self.print_button)
        self._under = ResponsiveRow(self._context.theme, _ONE_LINE)
        self._under.line.addWidget(self._keys)
        self._under.line.addWidget(self._left_out, 1)
        head = row(self.title, (self.part, 1), self._count, gap=Space.BASE)
        panes = ((self.list, 1), (self._empty, 1), self._does, self._under)
        column(head, *panes, gap=Space.TIGHT, within=self)


def _menu_place(notes: ReadBackList) -> QPoint:
    """Return where a menu for the note that is read now opens."""
    corner = notes.visualRect(notes.currentIndex()).topLeft()
    return notes.viewport().mapToGlobal(corner + QPoint(Space.VAST, Space.VAST))


def _print_page(folder: SessionFolder | None, desk: Desk, context: Context, view: QWidget) -> None:
    from dialogue_desk.ui.closing.circle_page_sheet import CirclePageSheet  # noqa: PLC0415  # loads reports

    if folder is not None:
        CirclePageSheet(desk, folder, context, view.window()).open()


def _type_over(entry: Entry, typed: str, folder: SessionFolder, desk: Desk, context: Context) -> None:
    """Save what was typed over the words of an entry, its marks as in any other line."""
    line = over_words(entry, normalized(typed))
    edit = edit_from_line(entry, line, folder, labels_in(context.words), desk.new_id)
    if edit is not None:
        desk.perform(edit)
    if left_out := spread_left_out(entry, line):
        context.toast.say(left_out_sentence(left_out, context.words))
