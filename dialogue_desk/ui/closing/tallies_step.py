"""Tallies: how many people gave each answer of the program's categories; counts, never names."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.session.closing_edits import set_tally
from dialogue_desk.domain.closing.tallies import TallyStatus, tally_status, total
from dialogue_desk.domain.model.closing import MOST_COUNTED, Tally, TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.step_pane import KeyedRows, Pane, count_box
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words

_NUMBER = 170


class TalliesStep(Pane):
    """Asks for counts where there are enough people that no count points to one of them."""

    def __init__(self, desk: Desk, context: Context) -> None:
        tr = context.words.tr
        lead = tr("Counts from the tally sheet, never names. You can skip any question.")
        super().__init__(context.theme, tr("Tallies"), lead)
        self._desk, self._context = desk, context
        self._session = RecordId("")
        self._cards: dict[str, TallyCard] = {}
        self._rows = KeyedRows()
        nothing = tr("The organizer can add questions for a tally sheet to the program. They are optional.")
        no_head_count = tr(
            "In a small group, a count could point to one person. The head count tells us if that can happen."
        )
        why_not = {
            TallyStatus.NO_CATEGORIES: (tr("Nothing to count"), nothing),
            TallyStatus.NO_HEAD_COUNT: (tr("Enter the head count first"), no_head_count),
        }
        self._why_not = {why: EmptyState(context.theme, "people", *said) for why, said in why_not.items()}
        self._too_few = Label()
        self._too_few_card = Card("notice")
        self._too_few_card.column.addWidget(Label(tr("No tallies for so few people"), "strong"))
        self._too_few_card.column.addWidget(self._too_few)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fill(self._rows, self._too_few_card, *self._why_not.values())

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the categories of a session's program, and what was counted."""
        self._session = folder.id
        state = tally_status(folder)
        counted = folder.categories if state is TallyStatus.COUNTS else ()
        self._rows.show_rows({one.id: (one.body, partial(self._card, one.id, one.body)) for one in counted})
        self._cards = {one.id: self._cards[one.id] for one in counted}
        for one in counted:
            tally = folder.closing.tallies.get(one.id, Tally(one.id))
            self._cards[one.id].show_tally(tally, folder.session.present or 0)
        for why, reason in self._why_not.items():
            reason.setVisible(state is why)
        self._too_few_card.setVisible(state is TallyStatus.TOO_FEW)
        if state is TallyStatus.TOO_FEW and folder.program is not None:
            self._too_few.setText(
                self._context.words.ntr(
                    "With {count} person in the room, a count could point to that person, so this "
                    "session saves no counts. The program asks for {least} people or more. The organizer "
                    "counts across circles.",
                    "With {count} people in the room, a count could point to one of them, so this "
                    "session saves no counts. The program asks for {least} people or more. The organizer "
                    "counts across circles.",
                    folder.session.present or 0,
                    least=folder.program.smallest_total,
                )
            )
        self.lead.setVisible(state is TallyStatus.COUNTS)

    def take_focus(self) -> None:
        """Put the keyboard on the first answer, or on this pane when nothing is counted."""
        first = next(iter(self._cards.values()), None)
        (first.first() if first is not None else self).setFocus()

    def _card(self, category_id: RecordId, category: TallyCategory) -> QWidget:
        card = TallyCard(self._context, category_id, category)
        card.counted.connect(lambda tally: set_tally(self._desk, self._session, tally))
        self._cards[category_id] = card
        return card


class TallyCard(Card):
    """One category: its answers with a number each, and how the sum compares to the head count.

    Emits ``counted(Tally)``.
    """

    counted = Signal(object)

    def __init__(self, context: Context, category_id: RecordId, category: TallyCategory) -> None:
        super().__init__(edge=Space.BASE)
        self._words, self._id = context.words, category_id
        self._numbers: dict[str, Number] = {}
        self.sum = Label(role="note")
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.BASE)
        grid.setVerticalSpacing(Space.TIGHT)
        grid.setColumnStretch(0, 1)
        for row, answer in enumerate(category.answers):
            number = count_box(context.theme, context.words, MOST_COUNTED, _NUMBER)
            number.setAccessibleName(f"{category.name}: {answer}")
            number.changed.connect(self._emit_counted)
            label = Label(answer)
            label.setBuddy(number)
            grid.addWidget(label, row, 0)
            grid.addWidget(number, row, 1)
            self._numbers[answer] = number
        self.column.addWidget(Label(category.name, "strong"))
        self.column.addLayout(grid)
        self.column.addWidget(self.sum)

    def show_tally(self, tally: Tally, present: int) -> None:
        """Show what was counted in a session with ``present`` people."""
        counts = dict(tally.counts)
        for answer, number in self._numbers.items():
            number.show_value(counts.get(answer, 0))
        self.sum.setText(sum_in_words(total(tally), present, self._words))

    def first(self) -> QWidget:
        """Return the box of the first answer."""
        return next(iter(self._numbers.values()), self)

    def _emit_counted(self, _: int) -> None:
        counts = tuple((answer, number.value()) for answer, number in self._numbers.items())
        self.counted.emit(Tally(self._id, counts))


def sum_in_words(counted: int, present: int, words: Words) -> str:
    """Return how many were counted of how many people, and what may explain a difference."""
    if not counted:
        return words.tr("Not counted")
    if counted > present:
        return words.tr(
            "{counted} counted, but {present} people were there. Someone may have given two answers.",
            counted=counted,
            present=present,
        )
    if counted < present:
        return words.tr(
            "{counted} of {present} people counted. The others may not have wanted to say.",
            counted=counted,
            present=present,
        )
    return words.tr("All {present} people counted", present=present)
