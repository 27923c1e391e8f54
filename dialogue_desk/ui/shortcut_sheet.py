"""The keys, on one sheet (F1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.ui.actions import Actions
from dialogue_desk.ui.theme import Space, Theme
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.column import Column
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words


class ShortcutSheet(QDialog):
    """Shows the keys of some actions, by their groups."""

    def __init__(
        self, sources: Sequence[Actions], theme: Theme, words: Words, window: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("Keys"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, Space.WIDE)
        column = Column(theme)
        column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.add(Label(words.tr("Keys"), "title"))
        for source in sources:
            for group, keys in source.sheet().items():
                column.add(Label(group, "section"))
                column.body.addLayout(_table(keys))
        column.body.addStretch(1)
        whole.addWidget(column, 1)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        line.addStretch(1)
        close = Button(theme, words.tr("Close"), weight=Weight.PRIMARY)
        close.clicked.connect(self.accept)
        line.addWidget(close)
        whole.addLayout(line)
        self.resize(theme.scaled(560), theme.scaled(520))
        self._ring = FocusRing(theme, self)
        close.setFocus()


def _table(keys: Sequence[tuple[str, str]]) -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(Space.WIDE)
    table.setVerticalSpacing(Space.TIGHT)
    table.setColumnStretch(0, 3)
    table.setColumnStretch(1, 2)
    for row, (text, shown) in enumerate(keys):
        table.addWidget(Label(text), row, 0)
        table.addWidget(Label(shown, "strong"), row, 1)
    return table
