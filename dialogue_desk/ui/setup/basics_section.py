"""What a program is called, how many sessions its circles have, and the languages spoken in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.circles import LONGEST_CODE, LONGEST_NAME
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.setup.setup_section import SetupSection, show_name, typed
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words.languages import language_names

MOST_SESSIONS = 30
_SHORT = 220


class BasicsSection(SetupSection):
    """Name, code, sessions and languages."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._words = words
        self.name, self.code = QLineEdit(), QLineEdit()
        self._sessions = Number(theme, words, 1, MOST_SESSIONS)
        for short in (self.code, self._sessions):
            short.setMaximumWidth(theme.scaled(_SHORT))
        self._name_field = Field(words.tr("Name"), self.name)
        hint = words.tr("File names start with these letters. A few are enough.")
        code_field = Field(words.tr("Code"), self.code, hint)
        sessions_field = Field(words.tr("Sessions of each circle"), self._sessions)
        self._languages = _Languages(context)
        sentence = words.tr(
            "Facilitators open the program file first. It puts the circles and the starter "
            "themes on their laptops, so the files they send back fit together."
        )
        column(
            Label(sentence, "muted"),
            self._name_field,
            code_field,
            sessions_field,
            self._languages,
            gap=Space.BASE,
            within=self,
        )

    def show_draft(self, draft: ProgramDraft) -> None:
        program = draft.program
        show_name(self.name, program.name, LONGEST_NAME)
        show_name(self.code, program.code, LONGEST_CODE)
        self._sessions.show_value(program.sessions)
        self._languages.show_codes(program.languages)
        self._name_field.show_error("")

    def fill(self, draft: ProgramDraft) -> ProgramDraft:
        program = replace(
            draft.program,
            name=typed(self.name),
            code=typed(self.code),
            sessions=self._sessions.value(),
            languages=self._languages.codes() or (self._words.language,),
        )
        return replace(draft, program=program)

    def check(self) -> bool:
        named = bool(typed(self.name))
        self._name_field.show_error("" if named else self._words.tr("Give the program a name."))
        if not named:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return named


class _Languages(QWidget):
    """The languages that are spoken in the program; those without a box here are kept as they are."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._boxes = {code: Tick(context.theme, name) for code, name in language_names(words).items()}
        self._shown: tuple[str, ...] = ()
        choices = flowing(*self._boxes.values(), gap=Space.SNUG)
        column(Label(words.tr("Languages"), "strong"), choices, gap=Space.HAIR, within=self)

    def show_codes(self, codes: Sequence[str]) -> None:
        self._shown = tuple(codes)
        for code, box in self._boxes.items():
            box.setChecked(code in codes)

    def codes(self) -> tuple[str, ...]:
        """Return the languages, those there were first in their order, because the first is the usual one."""
        left = [code for code in self._shown if code not in self._boxes or self._boxes[code].isChecked()]
        return tuple(dict.fromkeys([*left, *(code for code, box in self._boxes.items() if box.isChecked())]))
