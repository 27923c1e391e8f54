"""Working through tonight's notes: each is put right where it stands, alone or with others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread
from dialogue_desk.domain.notes.note_and_idea import can_become_action
from dialogue_desk.domain.notes.note_edits import (
    Entry,
    joined,
    moved,
    of_kind,
    sensitive_as,
    spread_as,
    tagged,
    turned_into_ideas,
    turned_into_notes,
)
from dialogue_desk.domain.notes.theme_names import themes_named
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editable_list import SessionNotesList
from dialogue_desk.ui.notes.note_dialogs import NoteDialogs
from dialogue_desk.ui.notes.note_menu import NoteMenu
from dialogue_desk.ui.notes.note_rows import NoteRowBuilder
from dialogue_desk.ui.notes.removal import NoteRemoval
from dialogue_desk.ui.notes.row_editing import InlineEditing
from dialogue_desk.ui.notes.selection_bar import SelectionBar
from dialogue_desk.ui.notes.shorthand_signs import ACTION
from dialogue_desk.ui.notes.theme_sheet import ThemeSheet
from dialogue_desk.words.idea_labels import labels_in
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import numbered

_BEGAN_AS = NoteKind.EXPERIENCE
"""What an action idea becomes that is turned into a note; another kind is one key away."""


class NotesWorkbench(QWidget):
    """The list of what was caught, and all that can be done with what is chosen in it.

    Everything is one step of Undo and is said to readers.  A note that two laptops changed is chosen first.
    ``busy`` tells that it began or ceased to be worked with: one is typed over, or several are chosen.
    """

    busy = Signal()

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        self._folder: SessionFolder | None = None
        self._entries: dict[str, Entry] = {}
        self._back: tuple[str, ...] = ()
        self._labels = labels_in(context.words)
        self._rows = NoteRowBuilder(context.words)
        self.list = SessionNotesList(context)
        self.bar = SelectionBar(context)
        self.inline_editing = InlineEditing(desk, context, self.list, self._labels)
        self.editor = self.inline_editing.editor
        self._removal = NoteRemoval(desk, context, "notes", self)
        self._note_dialogs = NoteDialogs(desk, context, self._removal, self)
        self._menu = self._keys()
        self.available = self._menu.available
        self._menu.fill(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)
        self.list.opened.connect(self.open)
        self.list.selection_changed.connect(self._show_count)
        self.list.menu_wanted.connect(self._open_menu)
        self.inline_editing.turned.connect(self.busy)
        self.inline_editing.saved.connect(self._go_on_at)
        self.inline_editing.wording_wanted.connect(self._note_dialogs.choose_wording)
        context.desk_signals.changed.connect(self._hear)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show what the session holds.  What is being typed over stays as it is typed."""
        self._folder = self._note_dialogs.folder = folder
        saids: tuple[Entry, ...] = (*folder.notes, *folder.actions)
        self._entries = {said.id: said for said in saids}
        self.list.show_rows(self._rows.build(folder))
        edited = self.inline_editing.entry
        if edited is not None:
            self.inline_editing.follow(folder, self._entries.get(edited.id))
        back = [row_id for row_id in self._back if row_id in self._entries]
        self._back = ()
        if back and edited is None:
            self.list.choose(back)
            self.list.bring_into_view(back[-1])

    def is_busy(self) -> bool:
        """Whether a note is typed over, or several are chosen."""
        return self.editing() or len(self.list.chosen()) > 1

    def finish_editing(self) -> None:
        """Save what is typed over, and let one be chosen at most."""
        self.keep_what_is_typed()
        if len(self.list.chosen()) > 1:
            self.list.choose([self.list.current_id()])

    def editing(self) -> bool:
        """Whether a note is being typed over."""
        return self.inline_editing.entry is not None

    def keep_what_is_typed(self) -> None:
        """Save what stands in the editor: who leaves the page does not mean to lose it."""
        self.inline_editing.keep()

    def open(self, row_id: str) -> None:
        """Let a note be typed over in its place, or its wording be chosen first."""
        said = self._entries.get(row_id)
        if said is None or self._folder is None:
            return
        self.inline_editing.save()
        if self.editing():
            return  # what was typed before could not be saved yet
        said = self._entries.get(row_id, said)
        if said.in_conflict:
            self._note_dialogs.choose_wording(said)
        else:
            self.inline_editing.begin(said, self._folder)

    def _hear(self, outcome: Outcome) -> None:
        """Remember what Undo or Redo brings about, to show it once it is in the list."""
        if outcome.act in {Act.UNDO, Act.REDO}:
            self._back = tuple(outcome.ids)

    def _show_count(self, ids: tuple[str, ...]) -> None:
        self.bar.show_count(len(ids))
        self.busy.emit()

    def _go_on_at(self, edit: Edit) -> None:
        """Put the keys on what an edit left, the later half of what was split."""
        left = [str(write.id) for write in edit.writes if str(write.id) in self._entries]
        if left:
            self.list.go_to(left[-1])

    # What is done with what is chosen.

    def _chosen(self) -> tuple[Entry, ...]:
        edited = self.inline_editing.entry
        ids = self.list.at() if edited is None else (edited.id,)
        return tuple(self._entries[row_id] for row_id in ids if row_id in self._entries)

    def _settled(self) -> tuple[Entry, ...]:
        """Return what is chosen; nothing, while one of it waits for its wording to be chosen."""
        chosen = self._chosen()
        waiting = [said for said in chosen if said.in_conflict]
        if not waiting:
            return chosen
        if len(chosen) == 1:
            self._note_dialogs.choose_wording(waiting[0])
        else:
            said = self._context.words.tr("One of these was changed on two laptops. Choose a version first.")
            self._context.toast.say(said)
        return ()

    def _perform(self, edit: Edit, sentence: str) -> None:
        if edit.writes:
            self._desk.perform(edit)
            self._context.announcer.announce(sentence)

    def _begin_split(self) -> None:
        self.open(self.list.current_id())
        if self.editing():
            said = self._context.words.tr("Put the cursor where you want to split it, and press Ctrl+Enter.")
            self._context.announcer.announce(said)

    def _join(self) -> None:
        chosen, words = self._settled(), self._context.words
        if len(chosen) < 2:
            if chosen:
                self._context.toast.say(words.tr("Select two or more notes to join them."))
            return
        edit = joined(chosen, self._labels)
        said = words.ntr("{count} note joined.", "{count} notes joined into one.", len(chosen))
        self._perform(edit, said)
        self._go_on_at(edit)

    def _move(self) -> None:
        folder, chosen = self._folder, self._settled()
        if folder is None or not chosen:
            return
        tr = self._context.words.tr
        menu = self._menu.empty(tr("Move to another part"))
        here = {said.body.part for said in chosen}
        parts = [
            (part.id, numbered(number, part, self._context.words))
            for number, part in enumerate(folder.plan.parts, start=1)
        ]
        for part, name in (*parts, ("", tr("Outside any part"))):
            action = menu.addAction(name.replace("&", "&&"), partial(self._move_to, chosen, part, name))
            action.setCheckable(True)
            if here == {part}:
                action.setChecked(True)
                menu.setActiveAction(action)
        menu.popup(self.list.menu_place())

    def _move_to(self, chosen: Sequence[Entry], part: str, name: str) -> None:
        words = self._context.words
        edit = moved(chosen, part)
        said = words.ntr(
            "{count} note moved to {part}.", "{count} notes moved to {part}.", len(edit.writes), part=name
        )
        self._perform(edit, said)

    def _retag(self) -> None:
        folder, chosen = self._folder, self._settled()
        if folder is None or not chosen:
            return
        counts = Counter(name for said in chosen for name in folder.theme_names(said.body.themes))
        names = sorted({theme.name for theme in folder.themes.values()}, key=str.casefold)
        sheet = ThemeSheet(self._context, names, counts, len(chosen), self.window())

        def save() -> None:
            add, made = themes_named(sheet.added(), folder.themes, folder.circle_id, self._desk.new_id)
            take, _ = themes_named(sheet.taken(), folder.themes, folder.circle_id, self._desk.new_id)
            now = [self._entries.get(said.id, said) for said in chosen]
            edit = tagged(now, add=add, take=take)
            sheet.accept()
            if add or take:
                said = self._context.words.tr("Themes changed.")
                self._perform(replace(edit, writes=(*made, *edit.writes)), said)

        sheet.saved.connect(save)
        sheet.finished.connect(self.list.setFocus)
        sheet.open()

    def _make_kind(self, named: str) -> None:
        if named == ACTION:
            self._make_ideas()
            return
        kind = NoteKind(named)
        self._finish_before_turning(of_type=ActionIdea)
        chosen, words = self._settled(), self._context.words
        edit = of_kind(chosen, kind, self._labels, self._desk.new_id)
        self._perform(edit, name_of(kind, words))
        self._choose_left(chosen, edit)

    def _make_spread(self, spread: Spread | None) -> None:
        words = self._context.words
        named = name_of(spread, words) if spread is not None else words.tr("not said")
        said = words.tr("How many of you: {spread}", spread=named)
        self._perform(spread_as(self._settled(), spread), said)

    def _toggle_sensitive(self) -> None:
        words, chosen = self._context.words, self._settled()
        notes = [said.body for said in chosen if isinstance(said.body, Note)]
        if chosen and not notes:
            self._context.toast.say(
                words.tr("Action ideas are meant to be shared. Only notes can be sensitive.")
            )
            return
        sensitive = not all(note.sensitive for note in notes)
        said = words.ntr("{count} note is sensitive now.", "{count} notes are sensitive now.", len(notes))
        if not sensitive:
            said = words.ntr(
                "{count} note is no longer sensitive.",
                "{count} notes are no longer sensitive.",
                len(notes),
            )
        self._perform(sensitive_as(chosen, sensitive=sensitive), said)

    def _make_ideas(self) -> None:
        self._finish_before_turning(of_type=Note)
        words, chosen = self._context.words, self._settled()
        notes = [said for said in chosen if isinstance(said.body, Note)]
        kept_back = sum(not can_become_action(said.body) for said in notes)
        edit = turned_into_ideas(notes, self._labels, self._desk.new_id)
        turned = len(notes) - kept_back
        self._perform(
            edit,
            words.ntr("{count} note is an action idea now.", "{count} notes are action ideas now.", turned),
        )
        if kept_back:
            self._context.toast.say(
                words.tr(
                    "Sensitive notes, debrief notes and quotes without consent stay notes, because "
                    "action ideas are shared."
                )
            )
        self._choose_left(chosen, edit)

    def _turn_into_ideas(self) -> None:
        """Make action ideas of notes; where only action ideas are chosen, notes of them."""
        chosen = self._chosen()
        if any(isinstance(said.body, Note) for said in chosen):
            self._make_ideas()
            return
        self._finish_before_turning(of_type=ActionIdea)
        chosen = self._settled()
        edit = turned_into_notes(chosen, _BEGAN_AS, self._labels, self._desk.new_id)
        said = self._context.words.ntr(
            "{count} action idea is a note now.", "{count} action ideas are notes now.", len(chosen)
        )
        self._perform(edit, said)
        self._choose_left(chosen, edit)

    def _finish_before_turning(self, *, of_type: type[Note] | type[ActionIdea]) -> None:
        """Save what is being typed over, if it is about to go on under another id."""
        edited = self.inline_editing.entry
        if edited is not None and isinstance(edited.body, of_type):
            self.inline_editing.save()

    def _choose_left(self, chosen: Iterable[Entry], edit: Edit) -> None:
        left = [said.id for said in chosen if said.id in self._entries]
        new = [write.id for write in edit.writes if write.body is not None and write.id not in left]
        if new and not self.editing():
            self.list.choose([*left, *(one for one in new if one in self._entries)])

    def _remove_chosen(self) -> None:
        self._removal.remove(tuple(said.id for said in self._chosen()))

    # What is asked for by a key or in the menu.

    def open_details(self) -> None:
        """Open all that is known of the note the keys are on."""
        self.inline_editing.save()
        said = self._entries.get(self.list.current_id())
        if said is not None:
            self._note_dialogs.open(said)

    def _keys(self) -> NoteMenu:
        does: dict[str, Callable[[], object]] = {
            "edit": self._edit_here,
            "split": self._begin_split,
            "whole": self.open_details,
            "join": self._join,
            "move": self._move,
            "themes": self._retag,
            "turn": self._turn_into_ideas,
            "sensitive": self._toggle_sensitive,
            "remove": self._remove_chosen,
            "menu": self._open_menu_here,
        }
        return NoteMenu(self.list, self._context.words, does, self._make_kind, self._make_spread)

    def _edit_here(self) -> None:
        self.open(self.list.current_id())

    def _open_menu_here(self) -> None:
        self._open_menu(self.list.menu_place())

    def _open_menu(self, place: QPoint) -> None:
        if self._chosen():
            self.menu().popup(place)

    def menu(self) -> QMenu:
        """Return the menu of all that can be done with what is chosen, each with its key."""
        return self._menu.menu_for(self._chosen())
