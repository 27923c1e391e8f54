"""The whole window when the desk cannot be opened: what happened, what was kept, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words


class TroublePage(QWidget):
    """Says ``sentence`` and offers the ways on; with ``may_look`` also to read what cannot be written."""

    retry_wanted = Signal()
    read_only_wanted = Signal()
    other_wanted = Signal()
    new_wanted = Signal()
    left = Signal()

    def __init__(
        self, theme: AppTheme, words: Words, sentence: str, *, can_open_read_only: bool = False
    ) -> None:
        super().__init__()
        title = words.tr("Your desk could not be opened")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        column = ScrollColumn(theme, centred=True, edge=Space.VAST)
        column.body.setSpacing(Space.BASE)
        column.body.addStretch(1)
        column.body.addWidget(IconView(theme, "warning", 40), 0, Qt.AlignmentFlag.AlignLeft)
        column.add(Label(title, "title"))
        column.add(Label(sentence))
        ways = QWidget()
        flow = FlowLayout(ways, gap=Space.SNUG)
        look = (
            [(Button(theme, words.tr("Open it (read only)")), self.read_only_wanted)]
            if can_open_read_only
            else []
        )
        offered = [
            (Button(theme, words.tr("Try again"), weight=Weight.PRIMARY), self.retry_wanted),
            *look,
            (Button(theme, words.tr("Choose another file")), self.other_wanted),
            (Button(theme, words.tr("Start a new desk")), self.new_wanted),
            (Button(theme, words.tr("Quit"), weight=Weight.QUIET), self.left),
        ]
        self.buttons = [button for button, _ in offered]
        for button, wanted in offered:
            button.clicked.connect(wanted)
            flow.addWidget(button)
        column.body.addSpacing(Space.TIGHT)
        column.add(ways)
        column.body.addStretch(2)
        whole.addWidget(column)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.buttons[0].setFocus()
