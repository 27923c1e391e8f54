"""After the app was left in the middle: where the session stood, and how it goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.desk.session.session_runner import Interruption
from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import interruption_text
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words.times import clock_text, whole_minutes


class ResumePanel(QWidget):
    """Says where the session stood; ``resumed(bool)`` tells whether the time since is counted."""

    resumed = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme, tr = context.theme, context.words.tr
        self._stood = Label(role="title")
        self._kept = Label(tr("Everything you entered is saved."), "muted")
        self.resume_button = Button(theme, "", weight=Weight.PRIMARY, icon="play")
        self.count_button = Button(theme, "")
        self.resume_button.clicked.connect(lambda: self.resumed.emit(False))
        self.count_button.clicked.connect(lambda: self.resumed.emit(True))
        card = Card(edge=Space.VAST)
        card.column.addWidget(self._stood)
        card.column.addWidget(self._kept)
        card.column.addSpacing(Space.SNUG)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SNUG)
        buttons.addWidget(self.resume_button)
        buttons.addWidget(self.count_button)
        buttons.addStretch(1)
        card.column.addLayout(buttons)
        card.setMaximumWidth(theme.measure(characters=90))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        column.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card, 20)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(2)

    def show_interruption(self, plan: SessionPlan, interruption: Interruption) -> None:
        """Say where it stood."""
        words, reading = self._context.words, interruption.reading
        self._stood.setText(interruption_text(plan, reading, words))
        self.resume_button.setText(
            words.tr("Resume with {time} left", time=clock_text(reading.left))
            if reading.left >= 0
            else words.tr("Resume where you stopped")
        )
        away = whole_minutes(interruption.away)
        self.count_button.setText(
            words.ntr("Count the minute that passed", "Count the {count} minutes that passed", away)
            if away
            else words.tr("Count the time that passed")
        )
        self.count_button.setVisible(
            interruption.phase is Phase.RUNNING and interruption.away < 24 * 60 * MINUTE
        )

    def focus_next(self) -> None:
        """Put the keyboard on what would be done next."""
        self.resume_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def sentence(self) -> str:
        """Return the sentence that says where it stood."""
        return self._stood.text()
