"""The line that says a desk can only be read here, because another window has it open."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words import Words


class ReadOnlyNotice(Card):
    """Offers to open the desk again to edit it (``editing_wanted``)."""

    editing_wanted = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__("notice", edge=0)
        self.column.setContentsMargins(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR)
        line = ResponsiveRow(theme, 620)
        sentence = words.tr("This desk is open in another window. You can read it here but not change it.")
        line.add(Label(sentence), 1)
        edit = Button(theme, words.tr("Open it to edit"))
        edit.clicked.connect(self.editing_wanted)
        line.add(edit)
        self.column.addWidget(line)
