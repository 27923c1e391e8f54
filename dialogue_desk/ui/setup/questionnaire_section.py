"""The questionnaire of a program: its statements and the open line, in the program's languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.desk.program.questionnaire_edits import new_statement, statements_needed
from dialogue_desk.domain.model.questionnaire import (
    LEAST_STATEMENTS,
    MOST_STATEMENTS,
    Statement,
    Texts,
)
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.setup.setup_section import SetupSection
from dialogue_desk.ui.setup.statement_row import LanguageLines, StatementRow
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.words.questionnaire_words import ready_questionnaire, ready_statements


class QuestionnaireSection(SetupSection):
    """Statements one under the other, and ready-made ones to add with one press.

    Where slips with a statement are counted and its words change, it asks whether the statement is another
    one: its counts stay with the words that were answered.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, tr = context.theme, context.words.tr
        self._context = context
        self._languages: tuple[str, ...] = (context.words.language,)
        self._counted: frozenset[str] = frozenset()
        self._rows: list[StatementRow] = []
        self._column = column(gap=Space.BASE)
        self.usual = Button(theme, tr("Use the ready-made statements"), icon="plus")
        self.usual.clicked.connect(self._use_ready)
        self.add = Button(theme, tr("Add a statement"), icon="plus")
        self.add.clicked.connect(lambda: self._add_next(new_statement(())))
        self._ready: dict[str, Button] = {}
        for ready in ready_statements():
            text = ready.text(context.words.language) or ready.text("en")
            button = Button(theme, text, weight=Weight.QUIET, icon="plus")
            button.clicked.connect(partial(self._add_next, ready))
            self._ready[ready.key] = button
        self._error = Label(role="error")
        self._error.hide()
        self.open_line = LanguageLines(tr("Question over the open line"))
        self._open = QWidget()
        about = tr("One line on which people write what they like. Leave it empty for none.")
        column(
            Label(tr("Open line"), "strong"),
            Label(about, "note"),
            self.open_line,
            gap=Space.HAIR,
            within=self._open,
        )
        why = tr(
            "People answer it before the first session and after the last, without a name. It shows what "
            "moved: {least} to {most} statements, each answered from 1 (not at all) to 5 (very much).",
            least=LEAST_STATEMENTS,
            most=MOST_STATEMENTS,
        )
        column(
            Label(why, "muted"),
            Label(tr("Print it with the report: Questionnaire, before and after."), "muted"),
            self._column,
            self._error,
            flowing(self.usual, self.add),
            column(*self._ready.values(), gap=0),
            self._open,
            gap=Space.SNUG,
            within=self,
        )

    def show_draft(self, draft: ProgramDraft) -> None:
        self._counted = draft.counted
        self._languages = draft.program.languages or (self._context.words.language,)
        for row in list(self._rows):
            self._remove(row)
        for one in draft.statements:
            self._add(one)
        self.open_line.show_texts(draft.open_line, self._languages)
        self._fit()

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        statements = tuple(row.statement() for row in self._rows if not row.empty)
        open_line = self.open_line.texts() if statements else ()
        return replace(draft, statements=statements, open_line=open_line)

    def follow(self, draft: ProgramDraft) -> None:
        languages = draft.program.languages or self._languages
        if languages != self._languages:
            self._languages = languages
            for row in self._rows:
                row.lines.show_texts(row.lines.texts(), languages)
            self.open_line.show_texts(self.open_line.texts(), languages)

    def check(self) -> bool:
        """Show what is missing, put the focus there, and return whether nothing is."""
        wrong = [row for row in self._rows if not row.empty and not row.check()]
        for first in wrong[:1]:
            first.focus_on_error()
        statements = tuple(row.statement() for row in self._rows if not row.empty)
        said = self._fault(statements)
        self._error.setText(said)
        self._error.setVisible(bool(said))
        if said and not wrong:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong and not said

    def statements(self) -> Sequence[StatementRow]:
        """Return the rows, in their order."""
        return tuple(self._rows)

    def _fault(self, statements: Sequence[Statement]) -> str:
        tr = self._context.words.tr
        if statements and not LEAST_STATEMENTS <= len(statements) <= MOST_STATEMENTS:
            return statements_needed(self._context.words)
        if len({one.key for one in statements}) < len(statements):
            return tr("A statement is there twice. Delete one of the two.")
        return ""

    def _use_ready(self) -> None:
        ready = ready_questionnaire()
        self._add_all(ready.statements)
        self.open_line.show_texts(_in(self._languages, ready.open_line), self._languages)

    def _add_all(self, statements: Iterable[Statement]) -> None:
        for one in statements:
            self._add(one)
        self._fit()
        self._rows[0].lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_next(self, statement: Statement, _checked: bool = False) -> None:
        self._add(statement).lines.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _add(self, statement: Statement) -> StatementRow:
        row = StatementRow(self._context, statement, self._languages, counted=statement.key in self._counted)
        row.remove.clicked.connect(lambda _checked: self._remove(row))
        self._column.addWidget(row)
        self._rows.append(row)
        row.show()
        return row

    def _remove(self, row: StatementRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._fit()

    def _fit(self) -> None:
        """Offer what can still be added, and number the statements."""
        for number, row in enumerate(self._rows, 1):
            row.number(number)
        asked = {row.key for row in self._rows}
        full = len(self._rows) >= MOST_STATEMENTS
        for key, button in self._ready.items():
            button.setVisible(bool(self._rows) and key not in asked and not full)
        self.add.setVisible(not full)
        self.usual.setVisible(not self._rows)
        self._open.setVisible(bool(self._rows))


def _in(languages: Iterable[str], texts: Texts) -> Texts:
    """Return the texts that are in these languages."""
    known = set(languages)
    return tuple(one for one in texts if one[0] in known)
