"""The part of the settings from which the app is given to another facilitator."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column


class GiveSection(QWidget):
    """Says what can be given away; ``give_wanted`` tells that a person wants to."""

    give_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        tr = context.words.tr
        self.button = Button(context.theme, tr("Give this app to another facilitator …"))
        self.button.clicked.connect(self.give_wanted)
        whole = column(
            Label(tr("Pass it on"), "strong", heads=True),
            Label(
                tr(
                    "Put the app, its guides and a practice circle on a USB stick. Your notes, names and "
                    "keys stay here."
                )
            ),
            gap=Space.TIGHT,
            within=self,
        )
        whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addStretch(1)
