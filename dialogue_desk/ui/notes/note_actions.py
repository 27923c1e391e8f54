"""What can be done with the selected notes: join, move, sort, tag, change into action ideas, delete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread
from dialogue_desk.domain.notes.note_and_idea import can_become_action
from dialogue_desk.domain.notes.note_edits import (
    joined,
    moved,
    of_kind,
    options_dropped,
    sensitive_as,
    spread_as,
    tagged,
    turned_into_ideas,
    turned_into_notes,
)
from dialogue_desk.domain.notes.theme_names import themes_named
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.domain.records.changes import Edit
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editable_list import SessionNotesList
from dialogue_desk.ui.notes.inline_editor import InlineEditing
from dialogue_desk.ui.notes.note_menu import temporary_menu
from dialogue_desk.ui.notes.note_rows import part_labels
from dialogue_desk.ui.notes.removal import NoteRemoval
from dialogue_desk.ui.notes.shorthand_signs import ACTION, left_out_sentence
from dialogue_desk.ui.notes.theme_actions import ThemeActions
from dialogue_desk.ui.notes.theme_completer import theme_names
from dialogue_desk.ui.notes.theme_sheet import ThemeSheet
from dialogue_desk.words.idea_labels import labels_in
from dialogue_desk.words.names import name_of

_KIND_OF_FORMER_IDEA = NoteKind.EXPERIENCE
"""The kind of note an action idea becomes; another kind is one key away."""


class Selection:
    """The entries of the list and the ones that are selected; while one is edited, only that one is."""

    def __init__(self, notes: SessionNotesList, inline_editing: InlineEditing) -> None:
        self.list, self._inline_editing = notes, inline_editing
        self.folder: SessionFolder | None = None
        self.entries: dict[str, Entry] = {}

    def show_folder(self, folder: SessionFolder) -> None:
        """Take over the entries of a session."""
        self.folder = folder
        entries: tuple[Entry, ...] = (*folder.notes, *folder.actions)
        self.entries = {entry.id: entry for entry in entries}

    def selected(self) -> tuple[Entry, ...]:
        """Return the selected entries, in the order of the list."""
        edited = self._inline_editing.entry
        ids = self.list.at() if edited is None else (edited.id,)
        return tuple(self.entries[row_id] for row_id in ids if row_id in self.entries)

    def go_to_result(self, edit: Edit) -> None:
        """Make the last entry that an edit wrote the current one: after a split, the second half."""
        left = [str(write.id) for write in edit.writes if str(write.id) in self.entries]
        if left:
            self.list.go_to(left[-1])

    def select_results(self, before: Iterable[Entry], edit: Edit) -> None:
        """Select what became of the entries that were selected ``before`` an edit gave them new ids."""
        left = [entry.id for entry in before if entry.id in self.entries]
        new = [write.id for write in edit.writes if write.body is not None and write.id not in left]
        if new and self._inline_editing.entry is None:
            self.list.choose([*left, *(one for one in new if one in self.entries)])

    def save_edited(self, *, of_type: type[Note] | type[ActionIdea]) -> None:
        """Save the entry that is being edited, if it is of a type that is about to get another id."""
        edited = self._inline_editing.entry
        if edited is not None and isinstance(edited.body, of_type):
            self._inline_editing.save()


class NoteActions:
    """Changes the selected entries; each change is one step of Undo and is announced."""

    def __init__(
        self,
        desk: Desk,
        context: Context,
        selection: Selection,
        choose_version: Callable[[Entry], object],
        removal: NoteRemoval,
        themes: ThemeActions,
    ) -> None:
        self._desk, self._context, self._selection = desk, context, selection
        self._choose_version, self._removal, self._themes = choose_version, removal, themes
        self._labels = labels_in(context.words)

    def join(self) -> None:
        """Join two or more entries into one."""
        chosen, words = self._without_conflict(), self._context.words
        if len(chosen) < 2:
            if chosen:
                self._context.toast.say(words.tr("Select two or more notes to join them."))
            return
        edit = joined(chosen, self._labels)
        self._perform(edit, words.ntr("{count} note joined.", "{count} notes joined into one.", len(chosen)))
        self._selection.go_to_result(edit)

    def choose_part(self) -> None:
        """Open a menu of the parts to which the entries can move."""
        folder, chosen = self._selection.folder, self._without_conflict()
        if folder is None or not chosen:
            return
        words, notes = self._context.words, self._selection.list
        menu = temporary_menu(notes, words.tr("Move to another part"))
        here = {entry.body.part for entry in chosen}
        for part, name in part_labels(folder, words).items():
            action = menu.addAction(name.replace("&", "&&"), partial(self._move_to, chosen, part, name))
            action.setCheckable(True)
            if here == {part}:
                action.setChecked(True)
                menu.setActiveAction(action)
        menu.popup(notes.menu_place())

    def edit_themes(self) -> None:
        """Open the sheet in which themes are put on the entries and taken off them."""
        folder, chosen = self._selection.folder, self._without_conflict()
        if folder is None or not chosen:
            return
        notes = self._selection.list
        counts = Counter(name for entry in chosen for name in folder.theme_names(entry.body.themes))
        sheet = ThemeSheet(self._context, theme_names(folder), counts, len(chosen), notes.window())

        def save() -> None:
            add, made = themes_named(sheet.added(), folder.every_theme, folder.circle_id, self._desk.new_id)
            take, _ = themes_named(sheet.taken(), folder.every_theme, folder.circle_id, self._desk.new_id)
            now = [self._selection.entries.get(entry.id, entry) for entry in chosen]
            edit = tagged(now, add=add, take=take)
            sheet.accept()
            if add or take:
                themes_changed = self._context.words.tr("Themes changed.")
                self._perform(replace(edit, writes=(*made, *edit.writes)), themes_changed)

        def change(name: str, button: QWidget) -> None:
            theme = next((one for one, theme in folder.themes.items() if theme.name == name), None)
            if theme is not None:
                self._themes.open_menu(theme, button, save)

        sheet.saved.connect(save)
        sheet.change_wanted.connect(change)
        sheet.finished.connect(notes.setFocus)
        sheet.open()

    def set_kind(self, kind: str) -> None:
        """Make the entries notes of a kind, or action ideas where ``kind`` is ``ACTION``."""
        if kind == ACTION:
            self._make_ideas()
            return
        self._selection.save_edited(of_type=ActionIdea)
        chosen = self._without_conflict()
        edit = of_kind(chosen, NoteKind(kind), self._labels, self._desk.new_id)
        self._perform(edit, name_of(NoteKind(kind), self._context.words))
        self._selection.select_results(chosen, edit)

    def set_spread(self, spread: Spread | None) -> None:
        """Set how widely the notes are held; None removes it."""
        words, chosen = self._context.words, self._without_conflict()
        named = name_of(spread, words) if spread is not None else words.tr("not said")
        announcement = words.tr("How many of you: {spread}", spread=named)
        self._perform(spread_as(chosen, spread), announcement)
        if spread is not None and any(isinstance(entry.body, ActionIdea) for entry in chosen):
            self._context.toast.say(left_out_sentence(spread, words))

    def toggle_sensitive(self) -> None:
        """Make the notes sensitive, or no longer sensitive where all of them are."""
        words, chosen = self._context.words, self._without_conflict()
        notes = [entry.body for entry in chosen if isinstance(entry.body, Note)]
        if chosen and not notes:
            self._context.toast.say(
                words.tr("Action ideas are meant to be shared. Only notes can be sensitive.")
            )
            return
        sensitive = not all(note.sensitive for note in notes)
        if sensitive:
            announcement = words.ntr(
                "{count} note is sensitive now.", "{count} notes are sensitive now.", len(notes)
            )
        else:
            announcement = words.ntr(
                "{count} note is no longer sensitive.",
                "{count} notes are no longer sensitive.",
                len(notes),
            )
        self._perform(sensitive_as(chosen, sensitive=sensitive), announcement)

    def turn_into_ideas(self) -> None:
        """Change notes into action ideas; where only action ideas are selected, change them into notes."""
        if any(isinstance(entry.body, Note) for entry in self._selection.selected()):
            self._make_ideas()
            return
        self._selection.save_edited(of_type=ActionIdea)
        chosen = self._without_conflict()
        edit = turned_into_notes(chosen, _KIND_OF_FORMER_IDEA, self._labels, self._desk.new_id)
        announcement = self._context.words.ntr(
            "{count} action idea is a note now.", "{count} action ideas are notes now.", len(chosen)
        )
        self._perform(edit, announcement)
        self._selection.select_results(chosen, edit)

    def remove(self) -> None:
        """Delete the entries; a message offers to undo that."""
        self._removal.remove([entry.id for entry in self._selection.selected()])

    def _without_conflict(self) -> tuple[Entry, ...]:
        """Return the selected entries; while one of them is in conflict, ask for a choice and return none."""
        chosen = self._selection.selected()
        conflicts = [entry for entry in chosen if entry.in_conflict]
        if not conflicts:
            return chosen
        if len(chosen) == 1:
            self._choose_version(conflicts[0])
        else:
            tr = self._context.words.tr
            self._context.toast.say(tr("One of these was changed on two laptops. Choose a version first."))
        return ()

    def _perform(self, edit: Edit, announcement: str) -> None:
        if edit.writes:
            self._desk.perform(edit)
            self._context.announcer.announce(announcement)

    def _move_to(self, chosen: Sequence[Entry], part: str, name: str) -> None:
        folder = self._selection.folder
        options = folder.plan.options if folder is not None else {}
        edit = moved(chosen, part, options)
        announcement = self._context.words.ntr(
            "{count} note moved to {part}.", "{count} notes moved to {part}.", len(edit.writes), part=name
        )
        self._perform(edit, announcement)
        if dropped := [options.get(one, one[1]) for one in options_dropped(chosen, edit)]:
            said = self._context.words.tr(
                "{part} does not have the option “{option}”, so the note is about none of its options now.",
                part=name,
                option=dropped[0],
            )
            self._context.toast.say(said)

    def _make_ideas(self) -> None:
        self._selection.save_edited(of_type=Note)
        words, chosen = self._context.words, self._without_conflict()
        notes = [entry for entry in chosen if isinstance(entry.body, Note)]
        kept_back = sum(not can_become_action(entry.body) for entry in notes)
        edit = turned_into_ideas(notes, self._labels, self._desk.new_id)
        turned = len(notes) - kept_back
        spread = next((e.body.spread for e in notes if e.body.spread and can_become_action(e.body)), None)
        self._perform(
            edit,
            words.ntr("{count} note is an action idea now.", "{count} notes are action ideas now.", turned),
        )
        if kept_back:
            self._context.toast.say(
                words.tr(
                    "Sensitive notes, debrief notes and quotes without permission stay notes, because "
                    "action ideas are shared."
                )
            )
        elif spread is not None:
            self._context.toast.say(left_out_sentence(spread, words))
        self._selection.select_results(chosen, edit)
