"""The rounds of a program: circles that meet in one season, by one guide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.circles import MOST_ROUNDS, Program, Round
from dialogue_desk.domain.model.program_dates import OddDate
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.setup.setup_section import (
    SetupSection,
    date_warnings,
    day_today,
    show_typed_day,
    typed,
    typed_day,
)
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import DayField, Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.words import Words

_NONE = "none"
_MOST_LETTERS = 60
_SEASON = timedelta(days=70)
"""How long a round is offered to be."""


class RoundsSection(SetupSection):
    """The rounds, one under the other; a program can do without."""

    removed = Signal(int)
    """The round at this place, from 1, is deleted, and those after it move up."""

    def __init__(self, desk: Desk, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._desk, self._shelf, self._context = desk, shelf, context
        self._rows: list[RoundCard] = []
        self._guides: list[Choice] = []
        self._shown = ProgramDraft(Program(""))
        tr = context.words.tr
        sentence = tr(
            "A round is a season of circles, with its own days and its own guide. With one season, you can "
            "leave this empty."
        )
        self.add_button = Button(context.theme, tr("Add a round"), icon="plus")
        self.add_button.clicked.connect(self._add_next)
        self._cards = column(gap=Space.BASE)
        column(Label(sentence, "muted"), self._cards, flowing(self.add_button), gap=Space.BASE, within=self)

    def show_draft(self, draft: ProgramDraft) -> None:
        for shown in list(self._rows):
            self._take_out(shown)
        if draft.program.rounds:
            self._read_guides()
        for one in draft.program.rounds:
            self._add(one)
        self.follow(draft)

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        rounds = tuple(shown.round() for shown in self._rows)
        return replace(draft, program=replace(draft.program, rounds=rounds))

    def follow(self, draft: ProgramDraft) -> None:
        self._shown = draft
        self._warn()

    def check(self) -> bool:
        wrong = [shown for shown in self._rows if not shown.check()]
        for first in wrong[:1]:
            first.focus_on_error()
        return not wrong

    def _read_guides(self) -> None:
        """Read which guides there are: it takes a moment, so only when there is a round."""
        self._guides = guide_choices(self._shelf, self._context.words)

    def _add_next(self) -> None:
        self._read_guides()
        number = len(self._rows) + 1
        added = self._add(Round(self._context.words.tr("Season {number}", number=number)))
        added.name.setFocus(Qt.FocusReason.OtherFocusReason)
        added.name.selectAll()

    def _add(self, one: Round) -> RoundCard:
        added = RoundCard(one, self._guides, day_today(self._desk), self._context)
        added.remove.clicked.connect(lambda _checked: self._remove(added))
        for field in (added.first_day, added.last_day):
            field.changed.connect(self._warn)
        self._cards.addWidget(added)
        self._rows.append(added)
        self.add_button.setEnabled(len(self._rows) < MOST_ROUNDS)
        added.show()
        return added

    def _remove(self, removed: RoundCard) -> None:
        place = self._rows.index(removed) + 1
        self._take_out(removed)
        self.removed.emit(place)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, shown: RoundCard) -> None:
        self._rows.remove(shown)
        self.add_button.setEnabled(True)
        self._cards.removeWidget(shown)
        shown.hide()
        shown.deleteLater()

    def _warn(self) -> None:
        program = self.fill(self._shown).program
        about = {OddDate.ROUND_ENDS_FIRST, OddDate.FORUM_BEFORE_CIRCLES, OddDate.ANSWER_BEFORE_CIRCLES}
        for place, shown in enumerate(self._rows, 1):
            shown.warn(date_warnings(program, about, self._context.words, place))


class RoundCard(Card):
    """The inputs of one round."""

    def __init__(self, one: Round, guides: Sequence[Choice], today: date, context: Context) -> None:
        super().__init__()
        theme, words = context.theme, context.words
        tr = words.tr
        self._words = words
        self.name = QLineEdit(one.name)
        self._name_field = Field(tr("Name of the round"), self.name)
        self.first_day = DayField(theme, words, tr("First day"), today, today)
        self.last_day = DayField(theme, words, tr("Last day"), today + _SEASON, today)
        show_typed_day(self.first_day, one.first_day)
        show_typed_day(self.last_day, one.last_day)
        offered = {choice.id: choice for choice in guides}
        # A guide that is not in this library stays what it is.
        other = [Choice(one.guide, one.guide)] if one.guide and one.guide not in offered else []
        self.guide = Select(theme, [Choice(_NONE, tr("Not chosen")), *guides, *other])
        self.guide.choose(one.guide or _NONE)
        self.remove = Button(theme, tr("Delete the round"), weight=Weight.QUIET, icon="trash", bare=True)
        self._warning = Label(role="warn")
        self._warning.hide()
        hint = tr("It is offered first when a session of these circles is prepared.")
        top = Qt.AlignmentFlag.AlignTop
        self.add(
            row((self._name_field, 1), (self.remove, 0, top), gap=Space.TIGHT),
            flowing(self.first_day, self.last_day, gap=Space.WIDE),
            self._warning,
            Field(tr("Guide"), self.guide, hint),
        )
        self.name.textChanged.connect(self._tell_apart)
        self._tell_apart(one.name)

    def round(self) -> Round:
        """Return the round as it is typed now."""
        guide = self.guide.choice()
        return Round(
            typed(self.name),
            typed_day(self.first_day),
            typed_day(self.last_day),
            "" if guide == _NONE else guide,
        )

    def warn(self, sentence: str) -> None:
        """Say what is odd in its days; "" for nothing."""
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))

    def check(self) -> bool:
        """Show what is missing, and return whether nothing is."""
        named = bool(typed(self.name))
        said = "" if named else self._words.tr("Give the round a name, or delete it.")
        self._name_field.show_error(said)
        days = (self.first_day, self.last_day)
        return named and not any(one.tick.isChecked() and one.edit.fault() for one in days)

    def focus_on_error(self) -> None:
        """Put the keys where something is missing or not understood."""
        if not self.first_day.refuses() and not self.last_day.refuses():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_apart(self, name: str) -> None:
        """Give the inputs names by which a reader knows to which round they belong."""
        tr = self._words.tr
        for control, said in (
            (self.remove, tr("Delete the round")),
            (self.first_day.tick, tr("First day")),
            (self.first_day.edit, tr("First day")),
            (self.last_day.tick, tr("Last day")),
            (self.last_day.edit, tr("Last day")),
            (self.guide, tr("Guide")),
        ):
            control.setAccessibleName(f"{said}: {name}" if name else said)


def guide_choices(shelf: GuideShelf, words: Words) -> list[Choice]:
    """Return the guides of the library, under their titles in the language of the window."""
    choices: list[Choice] = []
    for texts in shelf.editions().values():
        text = texts.get(words.language) or texts.get("en") or next(iter(texts.values()))
        if text.guide not in {choice.id for choice in choices}:
            choices.append(Choice(text.guide, shown_title(shelf.guide(text).title, _MOST_LETTERS)))
    return choices
