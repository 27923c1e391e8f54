"""The ground rules, large: to be read to the circle, and put right with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.rules_editor import RulesEditor
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn


class RulesSheet(QWidget):
    """Tells ``changed(tuple)`` when the circle agrees otherwise, ``put_on_wall`` and ``closed``."""

    changed = Signal(tuple)
    room_display_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, tr = context.theme, context.words.tr
        self.editor = RulesEditor(theme, context.words, role="lead")
        self.editor.changed.connect(self.changed)
        self.primary = Button(theme, tr("Back to the part"), weight=Weight.PRIMARY, icon="back")
        self._room_button = Button(theme, tr("Show in the room"), icon="display")
        self.primary.clicked.connect(self.closed)
        self._room_button.clicked.connect(self.room_display_wanted)
        page = ScrollColumn(theme)
        page.add(self.editor)
        page.body.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, 0)
        head.setSpacing(Space.SNUG)
        head.addWidget(Label(tr("Ground rules"), "title"), 1)
        head.addWidget(self._room_button)
        head.addWidget(self.primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(page, 1)

    def show_rules(self, rules: Sequence[str]) -> None:
        """Show what the circle agreed."""
        self.editor.show_rules(rules)

    def focus_next(self) -> None:
        """Put the keyboard on the way back."""
        self.primary.setFocus()
