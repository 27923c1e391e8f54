"""Action ideas at the close: what is still to be said of each, and the dots that weighed them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.closing_edits import remove_dot_vote, set_dot_vote
from dialogue_desk.domain.closing.dots import Rank, usual_vote, weighing
from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.notes.action_gaps import Gap, gaps
from dialogue_desk.domain.notes.theme_names import themes_named
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.ui.closing.dots_box import DotsBox
from dialogue_desk.ui.closing.idea_row import IdeaRow
from dialogue_desk.ui.closing.keyed_rows import KeyedRows
from dialogue_desk.ui.closing.step_pane import Pane
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.notes.editor_dialog import open_editor
from dialogue_desk.ui.notes.entry_editors import ActionEditor
from dialogue_desk.ui.notes.removal import NoteRemoval
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.words import Words


class ActionsStep(Pane):
    """Asks quietly for what is missing; one line is enough to leave it at."""

    def __init__(self, desk: Desk, context: Context) -> None:
        tr = context.words.tr
        lead = tr("One line is enough. To help it move forward, add who could do it and a first step.")
        super().__init__(context.theme, tr("Action ideas"), lead)
        self._desk, self._context = desk, context
        self._folder: SessionFolder | None = None
        self._ideas: dict[str, IdeaRow] = {}
        self._rows = KeyedRows()
        self.dots = DotsBox(context)
        self.dots.turned.connect(self._set_voted)
        self.dots.changed.connect(self._set_vote)
        self._removal = NoteRemoval(desk, context, "ideas", self)
        sentence = tr("In a session, a line that begins with ! is an action idea.")
        self._empty = EmptyState(context.theme, "action", tr("No action ideas"), sentence)
        self.fill(self.dots, self._rows, self._empty)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the action ideas of a session."""
        self._folder = folder
        weighed = weighing(folder)
        rows = {}
        for action in folder.actions:
            idea = action.body
            missing = missing_in_words(idea, self._context.words)
            flag = self._context.words.tr("Changed on two laptops: choose") if action.in_conflict else ""
            says = (idea.what, missing, flag, weighed is not None)
            rows[str(action.id)] = (says, partial(self._row, action.id, *says))
        self._rows.show_rows(rows)
        self._ideas = {action.id: self._ideas[action.id] for action in folder.actions}
        for action in folder.actions:
            rank = weighed.ranks.get(action.id) if weighed else None
            place = rank_in_words(rank, self._context.words)
            self._ideas[action.id].show_dots(action.body.dots or 0, place)
        self.dots.show_vote(folder.closing.vote, weighed)
        self.dots.setVisible(bool(folder.actions))
        self.lead.setVisible(bool(folder.actions))
        self._empty.setVisible(not folder.actions)

    def take_focus(self) -> None:
        """Put the keyboard on the first idea of which something is missing."""
        folder = self._folder
        if folder is None or not folder.actions:
            return
        wanting = [action.id for action in folder.actions if gaps(action.body)]
        first = next(iter([*wanting, folder.actions[0].id]))
        self._ideas[first].more_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, action_id: RecordId, what: str, missing: str, flag: str, weighed: bool) -> QWidget:
        row = IdeaRow(self._context, what, missing, flag, weighed=weighed)
        row.more_wanted.connect(partial(self._open, action_id))
        row.given.connect(partial(self._give, action_id))
        self._ideas[action_id] = row
        return row

    def _set_voted(self, on: bool) -> None:
        if self._folder is None:
            return
        if on:
            set_dot_vote(self._desk, self._folder.id, usual_vote(self._folder))
        else:
            remove_dot_vote(self._desk, self._folder)

    def _set_vote(self, dots_each: int, voters: int) -> None:
        if self._folder is not None:
            set_dot_vote(self._desk, self._folder.id, DotVote(dots_each, voters))

    def _give(self, action_id: RecordId, dots: int) -> None:
        idea = self._idea(action_id)
        if idea is not None:
            self._desk.rewrite(action_id, replace(idea, dots=dots))

    def _open(self, action_id: RecordId) -> None:
        record, folder = self._desk.get(action_id), self._folder
        if record is None or folder is None or not isinstance(record.body, ActionIdea):
            return
        if record.in_conflict:
            ConflictDialog(self._desk, action_id, self._context, self).open()
            return
        editor = ActionEditor(self._context, folder, record.body, self)

        def save() -> None:
            names = editor.theme_names()
            themes, made = themes_named(names, folder.themes, folder.circle_id, self._desk.new_id)
            write = Write.again(record, replace(editor.action(), themes=themes))
            self._desk.perform(Edit(Act.WRITE, (*made, write)))
            editor.accept()

        def remove() -> None:
            self._removal.remove((action_id,))
            editor.accept()

        editor.saved.connect(save)
        editor.removal_wanted.connect(remove)
        open_editor(editor, self._context)

    def _idea(self, action_id: RecordId) -> ActionIdea | None:
        record = self._desk.get(action_id)
        return record.body if record is not None and isinstance(record.body, ActionIdea) else None


def missing_in_words(idea: ActionIdea, words: Words) -> str:
    """Return "Still to say: who, a first step"; nothing when all is said."""
    names = {
        Gap.WHO: words.tr("who could do it"),
        Gap.FIRST_STEP: words.tr("a first step"),
        Gap.LEVEL: words.tr("where the change would be"),
        Gap.HORIZON: words.tr("when"),
        Gap.WHY: words.tr("why"),
        Gap.STRENGTHS: words.tr("strengths to build on"),
        Gap.OBSTACLES: words.tr("what could get in the way"),
    }
    missing = ", ".join(names[gap] for gap in gaps(idea))
    return words.tr("Still missing: {things}", things=missing) if missing else ""


def rank_in_words(rank: Rank | None, words: Words) -> str:
    """Return "Place 2, tied"; nothing for an idea without dots."""
    if rank is None:
        return ""
    if rank.tied:
        return words.tr("Place {place}, tied", place=rank.place)
    return words.tr("Place {place}", place=rank.place)
