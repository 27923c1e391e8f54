"""The ground rules: read to the circle, edited, put in order, added to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

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
    shown = Signal(int)
    """How many rules are shown now."""

    def __init__(self, theme: AppTheme, words: Words, *, role: str = "") -> None:
        super().__init__()
        self._theme, self._words, self._role = theme, words, role
        self.rules: tuple[str, ...] = ()
        self.change_buttons: list[Button] = []
        self._edited: int | None = None
        self._rows = column(gap=Space.HAIR)
        self.line = QLineEdit()
        self._add = Button(theme, words.tr("Add"))
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
        self.change_buttons = [self._add_row(place, rule) for place, rule in enumerate(self.rules)]
        self.shown.emit(len(self.rules))

    def _add_row(self, place: int, rule: str) -> Button:
        """Add the row of a rule, and return the button that leads to what can be done with it."""
        tr, middle = self._words.tr, Qt.AlignmentFlag.AlignVCenter
        button = Button(self._theme, tr("Change"), weight=Weight.QUIET)
        button.setAccessibleName(tr("Change: {rule}", rule=rule))
        button.clicked.connect(partial(self._open_menu, place))
        holder = QWidget()
        row((Label(rule, self._role), 1, middle), (button, 0, middle), gap=Space.SNUG, within=holder)
        self._rows.addWidget(holder)
        return button

    def _open_menu(self, place: int, _checked: bool = False) -> None:
        tr, button = self._words.tr, self.change_buttons[place]
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Edit"), partial(self._reword, place))
        menu.addAction(tr("Move up"), partial(self._move, place, -1)).setEnabled(place > 0)
        down = menu.addAction(tr("Move down"), partial(self._move, place, 1))
        down.setEnabled(place < len(self.rules) - 1)
        menu.addAction(tr("Delete"), partial(self._take_out, place))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])

    def _reword(self, place: int) -> None:
        self._edited = place
        self._show_what_enter_does()
        self.line.setText(self.rules[place])
        self.line.setFocus()

    def _move(self, place: int, by: int) -> None:
        rules = list(self.rules)
        rules[place], rules[place + by] = rules[place + by], rules[place]
        self._change(rules)
        self.change_buttons[place + by].setFocus()

    def _take_out(self, place: int) -> None:
        self._change([*self.rules[:place], *self.rules[place + 1 :]])
        beside: list[QWidget] = [*self.change_buttons[place:], *self.change_buttons[-1:], self.line]
        beside[0].setFocus()

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
        self.line.setAccessibleName(tr("Ground rules"))
        self._add.setText(tr("Save") if editing else tr("Add"))


class RulesSheet(Overlay):
    """The ground rules, large, over the part."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, tr = context.theme, context.words.tr
        self._words = context.words
        self.editor = RulesEditor(theme, context.words, role="lead")
        self.primary = Button(theme, tr("Back to the part"), weight=Weight.PRIMARY, icon="back")
        self._room_button = Button(theme, tr("Show in the room"), icon="display")
        self.primary.clicked.connect(self.closed)
        self._room_button.clicked.connect(self.room_display_wanted)
        self.count = Label(role="note", wrap=False)
        self.editor.shown.connect(self._count)
        page = ScrollColumn(theme)
        page.add(self.editor)
        page.body.addStretch(1)
        head = row(
            Label(tr("Ground rules"), "title"),
            (self.count, 1),
            self._room_button,
            self.primary,
            gap=Space.SNUG,
            margins=(Space.WIDE, Space.BASE, Space.WIDE, 0),
        )
        column(head, (page, 1), gap=None, within=self)

    def _count(self, rules: int) -> None:
        self.count.setText(self._words.ntr("{count} rule", "{count} rules", rules))
