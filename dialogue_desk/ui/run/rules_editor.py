"""The ground rules in the group's hands: read, reworded, put in order, added to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.domain.model.text import normalized
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout
from dialogue_desk.words import Words


class RulesEditor(QWidget):
    """Shows rules and lets them be changed; ``changed(tuple)`` tells the new ones.

    Args:
        theme: how it looks.
        words: the language of its own words.
        role: how the rules themselves are written.
    """

    changed = Signal(tuple)

    def __init__(self, theme: AppTheme, words: Words, *, role: str = "") -> None:
        super().__init__()
        self._theme, self._words, self._role = theme, words, role
        self._rules: tuple[str, ...] = ()
        self._rewording: int | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.HAIR)
        self.line = QLineEdit()
        self._add = Button(theme, words.tr("Add"), icon="plus")
        self._say_what_enter_does()
        self.line.returnPressed.connect(self._take)
        self._add.clicked.connect(self._take)
        foot = QHBoxLayout()
        foot.setSpacing(Space.TIGHT)
        foot.addWidget(self.line, 1)
        foot.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addLayout(self._rows)
        column.addLayout(foot)

    def rules(self) -> tuple[str, ...]:
        """Return the rules as they stand."""
        return self._rules

    def show_rules(self, rules: Sequence[str]) -> None:
        """Show these rules without telling anyone."""
        if tuple(rules) == self._rules:
            return
        self._rules = tuple(rules)
        self._rewording = None
        self._say_what_enter_does()
        clear_layout(self._rows)
        for place, rule in enumerate(self._rules):
            self._rows.addWidget(self._row(place, rule))

    def _row(self, place: int, rule: str) -> QWidget:
        tr = self._words.tr
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.HAIR)
        line.addWidget(Label(rule, self._role), 1, Qt.AlignmentFlag.AlignVCenter)
        buttons = [
            (tr("Edit: {rule}", rule=rule), "note", self._reword),
            (tr("Move down: {rule}", rule=rule), "down", self._move_down),
            (tr("Delete: {rule}", rule=rule), "trash", self._take_out),
        ]
        for name, icon, act in buttons:
            button = Button(self._theme, name, weight=Weight.QUIET, icon=icon, bare=True)
            button.clicked.connect(partial(act, place))
            button.setEnabled(act != self._move_down or place < len(self._rules) - 1)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _reword(self, place: int, _checked: bool = False) -> None:
        self._rewording = place
        self._say_what_enter_does()
        self.line.setText(self._rules[place])
        self.line.setFocus()

    def _move_down(self, place: int, _checked: bool = False) -> None:
        rules = list(self._rules)
        rules[place : place + 2] = rules[place + 1], rules[place]
        self._change(rules)

    def _take_out(self, place: int, _checked: bool = False) -> None:
        self._change([*self._rules[:place], *self._rules[place + 1 :]])

    def _take(self) -> None:
        text = normalized(self.line.text())
        if not text.strip():
            return
        rules = list(self._rules)
        if self._rewording is None:
            rules.append(text)
        else:
            rules[self._rewording] = text
        self._change(rules)
        self.line.clear()
        self.line.setFocus()

    def _change(self, rules: Sequence[str]) -> None:
        new = tuple(dict.fromkeys(rules))
        self.changed.emit(new)
        self.show_rules(new)

    def _say_what_enter_does(self) -> None:
        tr = self._words.tr
        rewording = self._rewording is not None
        asked = tr("Other words for this rule") if rewording else tr("Add a rule in the group's own words")
        self.line.setPlaceholderText(asked)
        self.line.setAccessibleName(asked)
        self._add.setText(tr("Save") if rewording else tr("Add"))
        self._add.show_icon("check" if rewording else "plus")
