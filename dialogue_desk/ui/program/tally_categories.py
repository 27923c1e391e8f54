"""The questions of a program's tally sheet: a name and its answers each.  A program needs none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.desk.program.program_edits import DraftCategory
from dialogue_desk.domain.model.circles import LEAST_SMALLEST_TOTAL, MOST_PEOPLE
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.tab_order import set_tab_order
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.lines_box import LinesBox
from dialogue_desk.words import Words

_ANSWERS = 130
_NUMBER = 220


class TallyCategories(QWidget):
    """The questions one under the other, and a few that are ready to begin with."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, words = context.theme, context.words
        tr = words.tr
        self._context = context
        self._rows: list[CategoryRow] = []
        self._least = Number(theme, words, LEAST_SMALLEST_TOTAL, MOST_PEOPLE)
        self._least.setMaximumWidth(theme.scaled(_NUMBER))
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.VAST)
        offered = QWidget()
        line = FlowLayout(offered, gap=Space.TIGHT)
        add = Button(theme, tr("Add a question"), icon="plus")
        add.clicked.connect(lambda _: self._add_next(DraftCategory(None, "")))
        line.addWidget(add)
        self._ready: dict[str, Button] = {}
        for ready in ready_categories(words):
            button = Button(theme, ready.name, weight=Weight.QUIET, icon="plus")
            button.setAccessibleDescription(", ".join(ready.answers))
            button.clicked.connect(partial(self._add_ready, ready))
            self._ready[ready.name] = button
            line.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.SNUG)
        whole.addWidget(Label(tr("Tally sheet"), "strong"))
        sentence = tr(
            "What circles count when they wrap up, such as age groups. Only numbers, never a "
            "name. You can leave this empty."
        )
        whole.addWidget(Label(sentence, "note"))
        whole.addLayout(self._column)
        whole.addWidget(offered)
        hint = tr("In a smaller circle a count may point to one person, so no counts are saved.")
        self._least_field = Field(tr("Fewest people needed to count"), self._least, hint)
        whole.addWidget(self._least_field)

    def show_categories(self, categories: Iterable[DraftCategory], smallest_total: int) -> None:
        """Show these questions instead of those before."""
        for row in list(self._rows):
            self._remove_row(row)
        for category in categories:
            self._add(category)
        self._least.show_value(smallest_total)
        self._fit()

    def categories(self) -> tuple[DraftCategory, ...]:
        """Return the questions; one that is still empty is none."""
        drafts = (row.draft() for row in self._rows)
        return tuple(draft for draft in drafts if draft.name or draft.answers)

    def smallest_total(self) -> int:
        """Return how many people there have to be."""
        return self._least.value()

    def are_whole(self) -> bool:
        """Say what a question lacks; the keyboard goes to the first that lacks something."""
        lacking = [row for row in self._rows if row.say_what_lacks()]
        for row in lacking[:1]:
            row.focus_on_lack()
        return not lacking

    def _add_ready(self, ready: DraftCategory, _checked: bool = False) -> None:
        self._add_next(ready)

    def _add_next(self, category: DraftCategory) -> None:
        row = self._add(category)
        set_tab_order(self.window())
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _add(self, category: DraftCategory) -> CategoryRow:
        row = CategoryRow(self._context, category)
        row.remove.clicked.connect(lambda _checked: self._remove_row(row))
        row.name.textChanged.connect(lambda _: self._fit())
        self._column.addWidget(row)
        self._rows.append(row)
        row.show()
        return row

    def _remove_row(self, row: CategoryRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._fit()

    def _fit(self) -> None:
        """Offer what is not asked yet; how few are counted matters once something is."""
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
        self.answers.setFixedHeight(theme.scaled(_ANSWERS))
        self.remove = Button(theme, tr("Delete the question"), weight=Weight.QUIET, icon="trash", bare=True)
        self._name_field = Field(tr("What is counted"), self.name)
        self._answers_field = Field(tr("Answers"), self.answers, tr("One per line."))
        fields = QVBoxLayout()
        fields.setSpacing(Space.TIGHT)
        fields.addWidget(self._name_field)
        fields.addWidget(self._answers_field)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.TIGHT)
        line.addLayout(fields, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def draft(self) -> DraftCategory:
        """Return the question as it stands."""
        return DraftCategory(self._id, normalized(self.name.text()).strip(), self.answers.lines())

    def say_what_lacks(self) -> bool:
        """Say what the question lacks, and return whether it lacks anything."""
        tr, draft = self._words.tr, self.draft()
        begun = bool(draft.name or draft.answers)
        nameless = begun and not draft.name
        answerless = begun and len(draft.answers) < 2
        self._name_field.show_error(tr("Say what is counted, or delete the question.") if nameless else "")
        self._answers_field.show_error(
            tr("Write at least two answers, or delete the question.") if answerless else ""
        )
        return nameless or answerless

    def focus_on_lack(self) -> None:
        """Put the keyboard where something lacks."""
        lacking: QWidget = self.name if self._name_field.error() else self.answers
        lacking.setFocus(Qt.FocusReason.OtherFocusReason)


def ready_categories(words: Words) -> Sequence[DraftCategory]:
    """Return a few questions that many programs ask, ready to be changed."""
    tr = words.tr
    rather_not = tr("would rather not say")
    return (
        DraftCategory(
            None,
            tr("Age"),
            (tr("under 18"), tr("18 to 29"), tr("30 to 49"), tr("50 to 64"), tr("65 and over"), rather_not),
        ),
        DraftCategory(
            None,
            tr("Gender"),
            (tr("women"), tr("men"), tr("another gender"), rather_not),
        ),
        DraftCategory(
            None,
            tr("Years in this community"),
            (tr("under 2"), tr("2 to 9"), tr("10 or more"), rather_not),
        ),
        DraftCategory(
            None,
            tr("First time at a circle"),
            (tr("yes, the first time"), tr("no, not the first"), rather_not),
        ),
    )
