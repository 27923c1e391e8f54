"""Reading back: the notes of a part, or of the evening, read to the circle and mended on the spot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.closing_edits import set_read_back
from dialogue_desk.domain.closing.read_back import (
    Entry,
    LeftOut,
    for_room_display,
    left_out,
    parts_to_read,
    spoken_text,
    to_read,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.notes.note_rows import label_of
from dialogue_desk.ui.notes.read_back_list import ReadBackList, ReadRow
from dialogue_desk.ui.notes.removal import NoteRemoval
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import numbered

_ALL, _OUTSIDE = "every part", "no part"
_ONE_LINE = 860
"""How wide it is, at 100 % text, when the keys and what is not read out share a line."""


class RoomReadBack(StrEnum):
    """What of the notes the room sees."""

    NOTHING = "nothing"
    THIS = "this"
    PART = "part"


class ReadBack(QWidget):
    """One note at a time is read, in large type; Space goes on.

    ``on_wall(lines)`` tells what the room is to see; nothing (``None``) takes the notes off, and that is so
    until a person asks, and again when this is left.
    """

    room_lines_changed = Signal(object)

    def __init__(self, desk: Desk, context: Context, *, weight: Weight = Weight.PRIMARY) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        self._folder: SessionFolder | None = None
        self._entries: tuple[Entry, ...] = ()
        self._here = ""
        self._shown_in_room: tuple[str, ...] | None = None
        theme, words = context.theme, context.words
        tr = words.tr
        self.part = Select(theme)
        self.part.setAccessibleName(tr("Which notes to read"))
        self.part.chosen.connect(lambda _: self._choose_part())
        self._count = Label(role="strong")
        self._left_out = Label(role="note")
        self.list = ReadBackList(context)
        self.list.went_to.connect(self._go)
        self.list.ticked.connect(self._tick)
        self.list.unticked.connect(partial(self._set_read, read=False))
        self.list.marked.connect(lambda said, read: self._set_read(said, read=read))
        self.list.mended.connect(self._mend)
        self.list.kind_wanted.connect(self._offer_kinds)
        self._removal = NoteRemoval(desk, context, "read", self)
        self.list.removal_wanted.connect(lambda one: self._removal.remove((one,)))
        self.primary = Button(theme, tr("Read. Next"), weight=weight, icon="check")
        self.primary.clicked.connect(lambda: self._tick(self._here))
        self.mend_button = Button(theme, tr("Fix it"), weight=Weight.QUIET, icon="note")
        self.mend_button.clicked.connect(self._open)
        self.list.mend_wanted.connect(self._open)
        wall = (
            Choice(RoomReadBack.NOTHING, tr("Not on room display")),
            Choice(RoomReadBack.THIS, tr("This note")),
            Choice(RoomReadBack.PART, tr("From here on")),
        )
        self.room_choice = Chips(theme, tr("Notes on the room display"), wall)
        self.room_choice.choose(RoomReadBack.NOTHING)
        self.room_choice.chosen.connect(lambda _: self._update_room())
        self._keys = Label(tr("Space: read, next · Enter: fix · K: change kind · Del: delete"), "note")
        self._empty = EmptyState(
            theme, "note", tr("Nothing to read back"), tr("Here you read the session's notes to the circle.")
        )
        self._lay_out()

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the notes of a session; the one that is read stays."""
        if self._folder is not None and folder.id != self._folder.id:
            self._here = ""
            self.part.choose(_ALL)
            self.clear_room()
        self._folder = folder
        self._offer_parts(folder)
        self._show()

    def show_part(self, part: str) -> None:
        """Read the notes of one part; all of them where it has none."""
        offered = self.part.findData(part or _OUTSIDE) >= 0
        self.part.choose(part or _OUTSIDE if offered else _ALL)
        self._here = ""
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the note that is read."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let notes hang on the wall only while they are read."""
        if not event.spontaneous():
            self.leave()
        super().hideEvent(event)

    def leave(self) -> None:
        """Keep what was mended, and take the notes off the wall."""
        self.list.keep_what_is_typed()
        self.clear_room()

    def clear_room(self) -> None:
        """Let no note hang on the wall any longer."""
        self.room_choice.choose(RoomReadBack.NOTHING)
        self._show_in_room(None)

    # What is shown.

    def _show(self) -> None:
        folder = self._folder
        if folder is None:
            return
        part = self.part.choice()
        before, self._entries = (
            self._entries,
            to_read(folder, None if part == _ALL else part.replace(_OUTSIDE, "")),
        )
        ids = [one.id for one in self._entries]
        if self._here not in ids:
            self._here = self._place_left_by(before) or self._first_unread() or next(iter(ids), "")
        self.list.show_lines(self._rows(folder), self._here)
        read = sum(one.id in folder.closing.read for one in self._entries)
        words = self._context.words
        self._count.setText(words.tr("{done} of {total} read", done=read, total=len(self._entries)))
        kept_back = left_out(folder)
        self._left_out.setText(left_out_in_words(kept_back, words))
        self._left_out.setVisible(bool(kept_back))
        self._under.setVisible(bool(self._entries) or bool(kept_back))
        for shown in (self.list, self._does, self._keys, self._count):
            shown.setVisible(bool(self._entries))
        self.part.setVisible(self.part.count() > 1)
        self._empty.setVisible(not self._entries)
        self._update_room()

    def _place_left_by(self, before: Sequence[Entry]) -> str:
        """Return the note that stands where one was taken out; nothing when none did."""
        ids = [one.id for one in self._entries]
        places = [one.id for one in before]
        if self._here not in places:
            return ""
        after = [one for one in places[places.index(RecordId(self._here)) :] if one in ids]
        return str(next(iter([*after, *reversed(ids)]), ""))

    def _first_unread(self) -> str:
        return str(next((one.id for one in self._entries if not self._is_read(one.id)), ""))

    def _is_read(self, said: str) -> bool:
        return self._folder is not None and RecordId(said) in self._folder.closing.read

    def _rows(self, folder: SessionFolder) -> list[ReadRow]:
        words, rows, last = self._context.words, [], None
        every = self.part.choice() == _ALL
        for one in self._entries:
            above = part_in_words(folder, one.body.part, words) if every and one.body.part != last else ""
            last = one.body.part
            label, text = label_of(one.body, words), spoken_text(one.body)
            read = self._is_read(one.id)
            note = self._note(one)
            spoken = [above, label, note, text, words.tr("read") if read else words.tr("not read yet")]
            rows.append(
                ReadRow(one.id, label, text, ". ".join(filter(None, spoken)), read, note=note, above=above)
            )
        return rows

    def _note(self, one: Entry) -> str:
        if one.in_conflict:
            return self._context.words.tr("Changed on two laptops: choose")
        sensitive = isinstance(one.body, Note) and one.body.sensitive
        return self._context.words.tr("sensitive, never on the room display") if sensitive else ""

    def _offer_parts(self, folder: SessionFolder) -> None:
        words = self._context.words
        choices = [Choice(_ALL, words.tr("The whole session ({count})", count=len(to_read(folder))))]
        for part, count in parts_to_read(folder):
            choices.append(
                Choice(
                    part or _OUTSIDE,
                    words.tr("{part} ({count})", part=part_in_words(folder, part, words), count=count),
                )
            )
        chosen = self.part.choice()
        self.part.show_choices(choices)
        if all(choice.id != chosen for choice in choices):
            self.part.choose(_ALL)

    # What a person does.

    def _choose_part(self) -> None:
        self._here = ""
        self._show()

    def _go(self, said: str) -> None:
        self._here = said
        self._show()

    def _tick(self, said: str) -> None:
        """Keep that a note was read, and go on to the next that was not."""
        if not said or self._folder is None:
            return
        ids = [str(one.id) for one in self._entries]
        place = ids.index(said) if said in ids else 0
        unread = [one for one in [*ids[place + 1 :], *ids[:place]] if not self._is_read(one)]
        after = ids[place + 1 : place + 2]
        self._here = next(iter([*unread, *after]), said)
        if self._is_read(said):
            self._show()
        else:
            self._set_read(said)

    def _set_read(self, said: str, *, read: bool = True) -> None:
        if self._folder is None or self._is_read(said) is read:
            return
        set_read_back(self._desk, self._folder.id, RecordId(said), read=read)
        self._context.announcer.announce(self._count.text())

    def _open(self) -> None:
        """Mend the note that is read; one that two laptops changed is chosen first."""
        one = next((one for one in self._entries if one.id == self._here), None)
        if one is None:
            return
        if one.in_conflict:
            ConflictDialog(self._desk, one.id, self._context, self).open()
        else:
            self.list.mend()

    def _mend(self, said: str, typed: str) -> None:
        record, text = self._desk.get(RecordId(said)), normalized(typed)
        if record is not None and text.strip():
            if isinstance(record.body, ActionIdea):
                self._desk.rewrite(record.id, replace(record.body, what=text))
            elif isinstance(record.body, Note):
                self._desk.rewrite(record.id, replace(record.body, text=text))
        self.list.end_mending()

    def _offer_kinds(self, said: str) -> None:
        record = self._desk.get(RecordId(said))
        if record is None or not isinstance(record.body, Note) or record.in_conflict:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in NoteKind:
            chosen = menu.addAction(name_of(kind, self._context.words))
            chosen.setCheckable(True)
            chosen.setChecked(kind is record.body.kind)
            chosen.triggered.connect(partial(self._set_kind, said, kind))
        place = self.list.visualRect(self.list.currentIndex())
        menu.popup(self.list.viewport().mapToGlobal(place.topLeft() + QPoint(Space.VAST, Space.VAST)))

    def _set_kind(self, said: str, kind: NoteKind, _checked: bool = False) -> None:
        record = self._desk.get(RecordId(said))
        if record is not None and isinstance(record.body, Note):
            self._desk.rewrite(record.id, replace(record.body, kind=kind))

    # The wall.

    def _update_room(self) -> None:
        ids = [one.id for one in self._entries]
        place = ids.index(RecordId(self._here)) if self._here in ids else 0
        match self.room_choice.choice():
            case RoomReadBack.THIS:
                self._show_in_room(for_room_display(self._entries[place : place + 1]))
            case RoomReadBack.PART:
                self._show_in_room(for_room_display(self._entries[place:]))
            case _:
                self._show_in_room(None)

    def _show_in_room(self, lines: tuple[str, ...] | None) -> None:
        if lines != self._shown_in_room:
            self._shown_in_room = lines
            self.room_lines_changed.emit(lines)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.BASE)
        head.addWidget(self.part, 1)
        head.addWidget(self._count)
        self._does = flowing(self.primary, self.mend_button, self.room_choice)
        self._under = ResponsiveRow(self._context.theme, _ONE_LINE)
        self._under.line.addWidget(self._keys)
        self._under.line.addWidget(self._left_out, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._does)
        column.addWidget(self._under)


def part_in_words(folder: SessionFolder, part: str, words: Words) -> str:
    """Return "4. Where I stand", or that it is outside any part."""
    for number, one in enumerate(folder.plan.parts, start=1):
        if one.id == part:
            return numbered(number, one, words)
    return words.tr("Outside any part")


def left_out_in_words(kept_back: LeftOut, words: Words) -> str:
    """Return how many notes are not read out, and why."""
    said = []
    if kept_back.debriefs:
        said.append(words.ntr("{count} debrief note", "{count} debrief notes", kept_back.debriefs))
    if kept_back.quotes:
        said.append(
            words.ntr("{count} quote without consent", "{count} quotes without consent", kept_back.quotes)
        )
    return words.tr("Not read aloud: {things}", things=", ".join(said)) if said else ""
