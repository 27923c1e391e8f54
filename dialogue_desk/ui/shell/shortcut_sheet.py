"""The sheet of keyboard shortcuts (F1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words


class ShortcutSheet(SheetDialog):
    """Shows the keys of some actions, by their groups."""

    def __init__(
        self, sources: Sequence[Actions], theme: AppTheme, words: Words, window: QWidget | None = None
    ) -> None:
        super().__init__(theme, words.tr("Keyboard shortcuts"), window, wide=True)
        self.column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.setAccessibleName(words.tr("Keyboard shortcuts"))
        told: set[str] = set()
        for source in sources:
            for group, keys in source.shortcuts().items():
                # What a page does itself and the window too is told once, as it is here.
                fresh = [(text, shown) for text, shown in keys if text not in told]
                told.update(text for text, _ in fresh)
                if fresh:
                    self.column.add(Label(group, "section"), _table(fresh))
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button(words.tr("Close"), self.accept, weight=Weight.PRIMARY).setFocus()


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
