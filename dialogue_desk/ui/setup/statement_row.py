"""One statement of the questionnaire: its words in each language, and what a change of them means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.program.questionnaire_edits import new_statement
from dialogue_desk.domain.model.questionnaire import Statement, Texts
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.setup.setup_section import typed
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.tick import Option
from dialogue_desk.words.languages import own_name

LONGEST_STATEMENT = 160


class LanguageLines(QWidget):
    """A text in several languages, a line for each; ``edited()`` tells that a person typed."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._kept: Texts = ()
        self.boxes: dict[str, QLineEdit] = {}
        self._column = column(gap=Space.HAIR, within=self)

    def show_texts(self, texts: Texts, languages: Sequence[str]) -> None:
        """Show a text in these languages; what it says in others stays."""
        clear_layout(self._column)
        self._kept, known = texts, dict(texts)
        self.boxes = {}
        for code in languages:
            box = self.boxes[code] = QLineEdit(known.get(code, ""))
            box.textEdited.connect(self.edited)
            box.setMaxLength(max(LONGEST_STATEMENT, len(box.text())))
            if len(languages) > 1:
                self._column.addWidget(Label(own_name(code), "note"))
            self._column.addWidget(box)
        self.call(self._name)
        for first in list(self.boxes.values())[:1]:
            self.setFocusProxy(first)

    def call(self, name: str) -> None:
        """Say what the text is, to those who listen."""
        self._name = name
        for code, box in self.boxes.items():
            box.setAccessibleName(f"{name}, {own_name(code)}" if len(self.boxes) > 1 else name)

    def texts(self) -> Texts:
        """Return the text in each language in which it is written."""
        own = tuple((code, text) for code, box in self.boxes.items() if (text := typed(box)))
        return (*own, *(one for one in self._kept if one[0] not in self.boxes))


class StatementRow(QWidget):
    """A statement to be written.  Where it is ``counted`` and its words change, it asks what that means."""

    def __init__(
        self, context: Context, statement: Statement, languages: Sequence[str], *, counted: bool
    ) -> None:
        super().__init__()
        words, tr = context.words, context.words.tr
        self._words, self._shown, self._counted = words, statement, counted
        self._title = Label("", "strong")
        self.lines = LanguageLines("")
        self.lines.show_texts(statement.texts, languages)
        self._before = set(self.lines.texts())
        self.remove = Button(
            context.theme, tr("Delete the statement"), weight=Weight.QUIET, icon="trash", bare=True
        )
        self.asks = QWidget()
        self.same = Option(context.theme, tr("It is the same statement, and its words are corrected."))
        self.other = Option(
            context.theme,
            tr("It is another statement. What was counted stays with the earlier words."),
        )
        column(
            Label(tr("Slips with this statement are counted already. You changed its words:"), "warn"),
            self.same,
            self.other,
            gap=Space.HAIR,
            within=self.asks,
        )
        self._error = Label(role="error")
        self._error.hide()
        fields = column(self._title, self.lines, self.asks, self._error, gap=Space.HAIR)
        row((fields, 1), (self.remove, 0, Qt.AlignmentFlag.AlignTop), gap=Space.TIGHT, within=self)
        self.lines.edited.connect(self._ask)
        self._ask()

    @property
    def key(self) -> str:
        """The key of the statement as it was shown."""
        return self._shown.key

    @property
    def empty(self) -> bool:
        """Whether nothing is written."""
        return not self.lines.texts()

    def number(self, number: int) -> None:
        """Say which statement it is."""
        name = self._words.tr("Statement {number}", number=number)
        self._title.setText(name)
        self.lines.call(name)
        deletes = self._words.tr("Delete the statement")
        self.remove.setAccessibleName(f"{deletes}: {number}")

    def statement(self) -> Statement:
        """Return the statement as it is written: with its own key, or another one for another statement."""
        texts = self.lines.texts()
        if not self._shown.texts or (self._changed() and self.other.isChecked()):
            return new_statement(texts)
        return replace(self._shown, texts=texts) if self._changed() else self._shown

    def check(self) -> bool:
        """Show what is not said yet, and return whether nothing is."""
        unsaid = self._asks() and not (self.same.isChecked() or self.other.isChecked())
        self._error.setText(self._words.tr("Choose one of the two.") if unsaid else "")
        self._error.setVisible(unsaid)
        return not unsaid

    def focus_on_error(self) -> None:
        """Put the focus where something is not said yet."""
        self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> bool:
        return set(self.lines.texts()) != self._before

    def _asks(self) -> bool:
        """Whether words that people answered have changed; words in a further language change nothing."""
        return self._counted and not self._before <= set(self.lines.texts())

    def _ask(self) -> None:
        self.asks.setVisible(self._asks())
