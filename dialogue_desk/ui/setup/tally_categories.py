"""The questions of a program's tally sheet, each with its answers; a program can do without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.program.program_draft import DraftCategory, ProgramDraft
from dialogue_desk.domain.model.circles import LEAST_SMALLEST_TOTAL, MOST_PEOPLE
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.setup.setup_section import SetupSection
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.line_box import LinesBox
from dialogue_desk.words import Words

_ANSWERS_HEIGHT = 130
_NUMBER_WIDTH = 220


class TallyCategories(SetupSection):
    """The questions one under the other, and a few ready ones to add with one press."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, words = context.theme, context.words
        tr = words.tr
        self._context = context
        self._rows: list[CategoryRow] = []
        self._least = Number(theme, words, LEAST_SMALLEST_TOTAL, MOST_PEOPLE)
        self._least.setMaximumWidth(theme.scaled(_NUMBER_WIDTH))
        self._column = column(gap=Space.VAST)
        add = Button(theme, tr("Add a question"), icon="plus")
        add.clicked.connect(partial(self._add_next, DraftCategory(None, "")))
        self._ready: dict[str, Button] = {}
        for ready in ready_categories(words):
            button = Button(theme, ready.name, weight=Weight.QUIET, icon="plus")
            button.setAccessibleDescription(", ".join(ready.answers))
            button.clicked.connect(partial(self._add_next, ready))
            self._ready[ready.name] = button
        sentence = tr(
            "What circles count when they wrap up, such as age groups. Only numbers, never a "
            "name. You can leave this empty."
        )
        hint = tr("In a smaller circle a count may point to one person, so no counts are saved.")
        self._least_field = Field(tr("Fewest people needed to count"), self._least, hint)
        column(
            Label(sentence, "muted"),
            self._column,
            flowing(add, *self._ready.values()),
            self._least_field,
            gap=Space.SNUG,
            within=self,
        )

    def show_draft(self, draft: ProgramDraft) -> None:
        self.show_categories(draft.categories, draft.program.smallest_total)

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        program = replace(draft.program, smallest_total=self.smallest_total())
        return replace(draft, program=program, categories=self.categories())

    def show_categories(self, categories: Iterable[DraftCategory], smallest_total: int) -> None:
        """Show these questions in place of the ones shown so far."""
        for shown in list(self._rows):
            self._remove_row(shown)
        for category in categories:
            self._add(category)
        self._least.show_value(smallest_total)
        self._fit()

    def categories(self) -> tuple[DraftCategory, ...]:
        """Return the questions; one that is still empty does not count."""
        drafts = (row.draft() for row in self._rows)
        return tuple(draft for draft in drafts if draft.name or draft.answers)

    def smallest_total(self) -> int:
        """Return how many people a circle needs for its counts to be saved."""
        return self._least.value()

    def check(self) -> bool:
        """Show what is missing in the questions, put the focus there, and return whether nothing is."""
        incomplete = [row for row in self._rows if not row.check()]
        for first in incomplete[:1]:
            first.focus_on_error()
        return not incomplete

    def _add_next(self, category: DraftCategory, _checked: bool = False) -> None:
        added = self._add(category)
        added.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _add(self, category: DraftCategory) -> CategoryRow:
        added = CategoryRow(self._context, category)
        added.remove.clicked.connect(lambda _checked: self._remove_row(added))
        added.name.textChanged.connect(lambda _: self._fit())
        self._column.addWidget(added)
        self._rows.append(added)
        added.show()
        return added

    def _remove_row(self, removed: CategoryRow) -> None:
        self._rows.remove(removed)
        self._column.removeWidget(removed)
        removed.hide()
        removed.deleteLater()
        self._fit()

    def _fit(self) -> None:
        """Offer the ready questions that are not asked yet; show the least number only with questions."""
        asked = {row.draft().name for row in self._rows}
        for name, button in self._ready.items():
            button.setVisible(name not in asked)
        self._least_field.setVisible(bool(self._rows))


class CategoryRow(QWidget):
    """The inputs of one question."""

    def __init__(self, context: Context, draft: DraftCategory) -> None:
        super().__init__()
        theme, tr = context.theme, context.words.tr
        self._id, self._words = draft.id, context.words
        self.name = QLineEdit(draft.name)
        self.answers = LinesBox(draft.answers)
        self.answers.setFixedHeight(theme.scaled(_ANSWERS_HEIGHT))
        self.remove = Button(theme, tr("Delete the question"), weight=Weight.QUIET, icon="trash", bare=True)
        self.name.textChanged.connect(self._name_removal)
        self._name_removal(draft.name)
        self._name_field = Field(tr("What is counted"), self.name)
        self._answers_field = Field(tr("Answers"), self.answers, tr("One per line."))
        fields = column(self._name_field, self._answers_field, gap=Space.TIGHT)
        row((fields, 1), (self.remove, 0, Qt.AlignmentFlag.AlignTop), gap=Space.TIGHT, within=self)

    def _name_removal(self, name: str) -> None:
        removal = self._words.tr("Delete the question")
        self.remove.setAccessibleName(f"{removal}: {name}" if name else removal)

    def draft(self) -> DraftCategory:
        """Return the question as it is typed now."""
        return DraftCategory(self._id, normalized(self.name.text()).strip(), self.answers.lines())

    def check(self) -> bool:
        """Show what is missing in the question, and return whether nothing is."""
        tr, draft = self._words.tr, self.draft()
        begun = bool(draft.name or draft.answers)
        nameless = begun and not draft.name
        answerless = begun and len(draft.answers) < 2
        self._name_field.show_error(tr("Say what is counted, or delete the question.") if nameless else "")
        self._answers_field.show_error(
            tr("Write at least two answers, or delete the question.") if answerless else ""
        )
        return not (nameless or answerless)

    def focus_on_error(self) -> None:
        """Put the focus where something is missing."""
        missing: QWidget = self.name if self._name_field.error() else self.answers
        missing.setFocus(Qt.FocusReason.OtherFocusReason)


def ready_categories(words: Words) -> Sequence[DraftCategory]:
    """Return a few questions that many programs ask, ready to be changed."""
    tr = words.tr
    rather_not = tr("would rather not say")
    ages = (tr("under 18"), tr("18 to 29"), tr("30 to 49"), tr("50 to 64"), tr("65 and over"), rather_not)
    years = (tr("under 2"), tr("2 to 9"), tr("10 or more"), rather_not)
    first_time = (tr("yes, the first time"), tr("no, not the first"), rather_not)
    return (
        DraftCategory(None, tr("Age"), ages),
        DraftCategory(None, tr("Gender"), (tr("women"), tr("men"), tr("another gender"), rather_not)),
        DraftCategory(None, tr("Years in this community"), years),
        DraftCategory(None, tr("First time at a circle"), first_time),
    )
