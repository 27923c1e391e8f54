"""The line above a program: which one it is, the way to the others, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from dialogue_desk.desk.folders import ProgramEntry
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row

_NONE = "none"
"""Stands for the circles without a program."""


class ProgramBar(Card):
    """Names the program, and has the buttons that make, change and hand out a program."""

    program_wanted = Signal(str)
    """Another program was chosen; "" stands for the circles without one."""

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        self._words, theme = context.words, context.theme
        tr = self._words.tr
        self._title, self._subtitle = Label(role="strong"), Label(role="note")
        self.programs = Select(theme)
        self.programs.setAccessibleName(tr("Which program"))
        self.programs.chosen.connect(self._choose)
        self.make = Button(theme, tr("Make a program"), weight=Weight.QUIET, icon="plus")
        self.change = Button(theme, tr("Change the program"), icon="note")
        self.file = Button(theme, tr("Make program file"), icon="export")
        self.others = Button(theme, tr("For organizers"), icon="people")
        self._tips = {
            self.file: tr("Make the program file that facilitators open first"),
            self.others: tr("Form circles, hand the program over, or share what you made of it"),
        }
        choice = (self.programs, 0, Qt.AlignmentFlag.AlignLeading)
        names = column(STRETCH, self._title, choice, self._subtitle, STRETCH)
        margins = (Space.WIDE, Space.TIGHT, Space.BASE, Space.TIGHT)
        self._acts = (self.make, self.others, self.change, self.file)
        self.column.addLayout(
            row((names, 1), flowing(*self._acts, gap=Space.SNUG), gap=Space.SNUG, margins=margins)
        )
        self._several = False
        """Whether there is more than one program to choose from."""
        self.programs.hide()
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def show_programs(self, entries: Sequence[ProgramEntry], shown: str) -> None:
        """Offer the programs of this laptop, where there is more than one to look at."""
        nameless = self._words.tr("Circles without a program")
        self.programs.show_choices(
            [Choice(one.id or _NONE, one.program.name if one.program else nameless) for one in entries]
        )
        self.programs.choose(shown or _NONE)
        self._several = len(entries) > 1 and self.programs.choice() == (shown or _NONE)
        self.programs.setVisible(self._several)
        self._title.setVisible(self.programs.isHidden())

    def show_picture(self, picture: ProgramPicture | None, *, editing: bool, new: bool = False) -> None:
        """Show which program this is, or that there is none; the form has its own buttons.

        ``editing``: its set-up is shown, or that of a ``new`` one.
        """
        program = picture.program if picture is not None else None
        tr = self._words.tr
        nameless = tr("Circles without a program") if picture is not None else tr("Program")
        self._title.setText(tr("A new program") if new else program.name if program is not None else nameless)
        size = self._size_text(picture) if picture is not None else ""
        self._subtitle.setText(tr("Set-up") if editing else size)
        self._subtitle.setVisible(picture is not None or editing)
        self.programs.setVisible(self._several and not new)
        self._title.setVisible(self.programs.isHidden())
        self.change.setVisible(program is not None and not editing)
        self.file.setVisible(program is not None and not editing)
        self.others.setVisible(program is not None and not editing)
        self.make.setVisible(picture is not None and not editing)
        self.make.setText(tr("Make another program") if program is not None else tr("Make a program"))
        self.programs.setEnabled(not editing)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep all on one line: where there is no room, what is seldom done is an icon, and then all is."""
        name = self._theme.measure(characters=20)
        self._subtitle.setMinimumWidth(name)
        room = self.width() - Space.WIDE - name - Space.BASE
        shown = tuple(one for one in self._acts if not one.isHidden())
        for bare in ((), (self.make, self.others), self._acts):
            for button in self._acts:
                button.show_words(on=button not in bare or len(shown) == 1)
            if sum(one.sizeHint().width() + Space.SNUG for one in shown) <= room:
                break
        for button, tip in self._tips.items():
            button.setToolTip(tip)

    def _choose(self, chosen: str) -> None:
        self.program_wanted.emit("" if chosen == _NONE else chosen)

    def _size_text(self, picture: ProgramPicture) -> str:
        words = self._words
        texts = [words.ntr("{count} circle", "{count} circles", len(picture.rows))]
        if picture.program is not None:
            sessions = picture.program.sessions
            texts.append(words.ntr("{count} session each", "{count} sessions each", sessions))
        return " · ".join(texts)
