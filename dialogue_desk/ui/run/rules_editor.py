"""The ground rules: read to the circle, edited, put in order, added to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.domain.model.text import normalized
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words


class RulesEditor(QWidget):
    """Shows ``rules`` in the type of ``role``; ``changed(tuple)`` tells what a person made of them."""

    changed = Signal(tuple)

    def __init__(self, theme: AppTheme, words: Words, *, role: str = "") -> None:
        super().__init__()
        self._theme, self._words, self._role = theme, words, role
        self.rules: tuple[str, ...] = ()
        self._edited: int | None = None
        self._rows = column(gap=Space.HAIR)
        self.line = QLineEdit()
        self._add = Button(theme, words.tr("Add"), icon="plus")
        self._show_what_enter_does()
        self.line.returnPressed.connect(self._save)
        self._add.clicked.connect(self._save)
        column(self._rows, row((self.line, 1), self._add, gap=Space.TIGHT), gap=Space.SNUG, within=self)

    def show_rules(self, rules: Sequence[str]) -> None:
        """Show these rules, without telling ``changed``."""
        if tuple(rules) == self.rules:
            return
        self.rules = tuple(rules)
        self._edited = None
        self._show_what_enter_does()
        clear_layout(self._rows)
        for place, rule in enumerate(self.rules):
            self._rows.addWidget(self._row(place, rule))

    def _row(self, place: int, rule: str) -> QWidget:
        tr = self._words.tr
        holder = QWidget()
        line = row(gap=Space.HAIR, within=holder)
        line.addWidget(Label(rule, self._role), 1, Qt.AlignmentFlag.AlignVCenter)
        buttons = [
            (tr("Edit: {rule}", rule=rule), "note", self._reword),
            (tr("Move down: {rule}", rule=rule), "down", self._move_down),
            (tr("Delete: {rule}", rule=rule), "trash", self._take_out),
        ]
        for name, icon, act in buttons:
            button = Button(self._theme, name, weight=Weight.QUIET, icon=icon, bare=True)
            button.clicked.connect(partial(act, place))
            button.setEnabled(act != self._move_down or place < len(self.rules) - 1)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _reword(self, place: int, _checked: bool = False) -> None:
        self._edited = place
        self._show_what_enter_does()
        self.line.setText(self.rules[place])
        self.line.setFocus()

    def _move_down(self, place: int, _checked: bool = False) -> None:
        rules = list(self.rules)
        rules[place : place + 2] = rules[place + 1], rules[place]
        self._change(rules)

    def _take_out(self, place: int, _checked: bool = False) -> None:
        self._change([*self.rules[:place], *self.rules[place + 1 :]])

    def _save(self) -> None:
        text = normalized(self.line.text())
        if not text.strip():
            return
        rules = list(self.rules)
        if self._edited is None:
            rules.append(text)
        else:
            rules[self._edited] = text
        self._change(rules)
        self.line.clear()
        self.line.setFocus()

    def _change(self, rules: Sequence[str]) -> None:
        new = tuple(dict.fromkeys(rules))
        self.changed.emit(new)
        self.show_rules(new)

    def _show_what_enter_does(self) -> None:
        tr = self._words.tr
        editing = self._edited is not None
        asked = tr("Other words for this rule") if editing else tr("Add a rule in the circle's own words")
        self.line.setPlaceholderText(asked)
        self.line.setAccessibleName(asked)
        self._add.setText(tr("Save") if editing else tr("Add"))
        self._add.show_icon("check" if editing else "plus")


class RulesSheet(Overlay):
    """The ground rules, large, over the part."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, tr = context.theme, context.words.tr
        self.editor = RulesEditor(theme, context.words, role="lead")
        self.primary = Button(theme, tr("Back to the part"), weight=Weight.PRIMARY, icon="back")
        self._room_button = Button(theme, tr("Show in the room"), icon="display")
        self.primary.clicked.connect(self.closed)
        self._room_button.clicked.connect(self.room_display_wanted)
        page = ScrollColumn(theme)
        page.add(self.editor)
        page.body.addStretch(1)
        head = row(
            (Label(tr("Ground rules"), "title"), 1),
            self._room_button,
            self.primary,
            gap=Space.SNUG,
            margins=(Space.WIDE, Space.BASE, Space.WIDE, 0),
        )
        column(head, (page, 1), gap=None, within=self)
