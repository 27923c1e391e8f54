"""Action ideas: what is missing of each, and the dots that people gave them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.closing_edits import remove_dot_vote, set_dot_vote
from dialogue_desk.domain.closing.dots import Rank, Weighing, usual_vote, weighing
from dialogue_desk.domain.model.circles import MOST_PEOPLE
from dialogue_desk.domain.model.closing import MOST_DOTS, DotVote
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import MOST_DOTS_GIVEN, ActionIdea
from dialogue_desk.domain.notes.action_gaps import Gap, gaps
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.step_pane import TABLE_CHARACTERS, KeyedRows, Pane, TableRow, count_box
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_rows import conflict_flag
from dialogue_desk.ui.notes.notes_workbench import NoteDialogs
from dialogue_desk.ui.notes.removal import NoteRemoval
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words

_VOTE_WIDTH = 190
_DOTS_WIDTH = 170


class ActionsStep(Pane):
    """Names what is missing of each idea; one line of text is enough for an idea."""

    def __init__(self, desk: Desk, context: Context) -> None:
        tr = context.words.tr
        lead = tr("One line is enough. To help it move forward, add who could do it and a first step.")
        super().__init__(context.theme, tr("Action ideas"), lead, characters=TABLE_CHARACTERS)
        self._desk, self._context = desk, context
        self._folder: SessionFolder | None = None
        self._ideas: dict[str, IdeaRow] = {}
        self._rows = KeyedRows(0)
        self.dots = DotsBox(context)
        self.dots.turned.connect(self._set_voted)
        self.dots.changed.connect(self._set_vote)
        self._dialogs = NoteDialogs(desk, context, NoteRemoval(desk, context, "ideas", self), self)
        sentence = tr("In a session, a line that begins with ! is an action idea.")
        self._empty = EmptyState(context.theme, "action", tr("No action ideas"), sentence)
        self.fill(self._rows, self.dots, self._empty)

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the action ideas of a session."""
        self._folder = self._dialogs.folder = folder
        weighed = weighing(folder)
        rows = {}
        for action in folder.actions:
            idea = action.body
            missing = missing_in_words(idea, self._context.words)
            flag = conflict_flag(action, self._context.words)
            content = (idea.what, missing, flag, weighed is not None)
            rows[str(action.id)] = (content, partial(self._row, action.id, *content))
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
        """Put the keyboard on the first idea that is not complete, or else on the first."""
        folder = self._folder
        if folder is None or not folder.actions:
            return
        incomplete = (action.id for action in folder.actions if gaps(action.body))
        first = next(incomplete, folder.actions[0].id)
        self._ideas[first].more_button.setFocus()

    def _row(self, action_id: RecordId, what: str, missing: str, flag: str, weighed: bool) -> QWidget:
        idea = IdeaRow(self._context, what, missing, flag, weighed=weighed)
        idea.more_wanted.connect(partial(self._open, action_id))
        idea.given.connect(partial(self._give, action_id))
        self._ideas[action_id] = idea
        return idea

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
        record = self._desk.get(action_id)
        if record is not None and isinstance(record.body, ActionIdea):
            self._desk.rewrite(action_id, replace(record.body, dots=dots))

    def _open(self, action_id: RecordId) -> None:
        if self._folder is None:
            return
        action = next(action for action in self._folder.actions if action.id == action_id)
        dialog = self._dialogs.open(action)
        if dialog is not None:
            dialog.finished.connect(partial(self._come_back, action_id))

    def _come_back(self, action_id: RecordId, _result: int) -> None:
        """Put the keyboard where the editor was opened: the row is another one when its idea has changed."""
        if action_id in self._ideas:
            self._ideas[action_id].more_button.setFocus()
        else:
            self.take_focus()


class IdeaRow(TableRow):
    """One idea: its text, what is missing, and its dots.  Emits ``more_wanted()`` and ``given(dots)``."""

    more_wanted = Signal()
    given = Signal(int)

    def __init__(self, context: Context, what: str, missing: str, flag: str, *, weighed: bool) -> None:
        theme, words = context.theme, context.words
        self._place = Label(role="accent", wrap=False)
        remarks = [Label(text, role) for text, role in ((flag, "warn"), (missing, "note")) if text]
        texts = QWidget()
        column(Label(what), *remarks, gap=Space.HAIR, within=texts)
        self.dots = count_box(theme, words, MOST_DOTS_GIVEN, _DOTS_WIDTH)
        self.dots.setAccessibleName(words.tr("Dots for: {idea}", idea=what))
        self.more_button = Button(
            theme, words.tr("Add details") if missing else words.tr("Edit"), weight=Weight.QUIET
        )
        self.more_button.setAccessibleName(f"{self.more_button.text()}: {what}")
        self.more_button.setAccessibleDescription(". ".join(filter(None, (flag, missing))))
        label = Label(words.tr("Dots given"), "note", wrap=False)
        label.setBuddy(self.dots)
        acts = QWidget()
        line = row(gap=Space.SNUG, within=acts)
        for piece in (self._place, label, self.dots, self.more_button):
            line.addWidget(piece, 0, Qt.AlignmentFlag.AlignVCenter)
        super().__init__(theme, 620, texts, acts)
        self.dots.changed.connect(self.given)
        self.more_button.clicked.connect(lambda _: self.more_wanted.emit())
        self._place.hide()
        for piece in (label, self.dots):
            piece.setVisible(weighed)

    def show_dots(self, dots: int, place: str) -> None:
        """Show how many dots the idea was given, and its place, "" for none."""
        self.dots.show_value(dots)
        self._place.setText(place)
        self._place.setVisible(bool(place))


class DotsBox(QWidget):
    """Asks whether people voted with dots.  Emits ``turned(bool)`` and ``changed(dots each, voters)``."""

    turned = Signal(bool)
    changed = Signal(int, int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, words = context.theme, context.words
        self._words = words
        self.switch = Tick(theme, words.tr("We voted with dots"))
        self.switch.clicked.connect(self.turned)
        self.each = count_box(theme, words, MOST_DOTS, _VOTE_WIDTH)
        self.voters = count_box(theme, words, MOST_PEOPLE, _VOTE_WIDTH)
        for box in (self.each, self.voters):
            box.changed.connect(lambda _: self.changed.emit(self.each.value(), self.voters.value()))
        self.budget = Label()
        self._numbers = flowing(
            Field(words.tr("Dots for each person"), self.each),
            Field(words.tr("People who voted"), self.voters),
            gap=Space.WIDE,
        )
        column(self.switch, self._numbers, self.budget, gap=Space.TIGHT, within=self)

    def show_vote(self, vote: DotVote | None, weighed: Weighing | None) -> None:
        """Show how many dots there were and how many were given; None for both without a vote."""
        self.switch.setChecked(vote is not None)
        self._numbers.setVisible(vote is not None)
        self.budget.setVisible(weighed is not None)
        if vote is not None:
            self.each.show_value(vote.dots_each)
            self.voters.show_value(vote.voters)
        if weighed is not None:
            self.budget.play("warn" if weighed.over else "note")
            self.budget.setText(budget_in_words(weighed, self._words))


def missing_in_words(idea: ActionIdea, words: Words) -> str:
    """Return "Still missing: who could do it, a first step", or "" when nothing is missing."""
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
    """Return "Place 2, tied", or "" for None: an idea without dots."""
    if rank is None:
        return ""
    if rank.tied:
        return words.tr("Place {place}, tied", place=rank.place)
    return words.tr("Place {place}", place=rank.place)


def budget_in_words(weighed: Weighing, words: Words) -> str:
    """Return "21 of 33 dots given", or by how many that is too many."""
    if weighed.over:
        return words.ntr(
            "{given} of {budget} dots: {count} too many. Someone may have used more dots than they had.",
            "{given} of {budget} dots: {count} too many. Someone may have used more dots than they had.",
            weighed.over,
            given=weighed.given,
            budget=weighed.budget,
        )
    return words.tr("{given} of {budget} dots given", given=weighed.given, budget=weighed.budget)
