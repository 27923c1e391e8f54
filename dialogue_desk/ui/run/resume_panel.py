"""After the app was closed during a session: where the session was, and how it goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from dialogue_desk.desk.session.session_runner import Interruption
from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import interruption_text
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.words.times import clock_text, whole_minutes


class ResumePanel(Overlay):
    """Says where the session was; ``resumed(bool)`` tells whether the time since then is counted."""

    resumed = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme, tr = context.theme, context.words.tr
        self._where = Label(role="title")
        self._kept = Label(tr("Everything you entered is saved."), "muted")
        self.resume_button = Button(theme, "", weight=Weight.PRIMARY, icon="play")
        self.count_button = Button(theme, "")
        self.resume_button.clicked.connect(lambda: self.resumed.emit(False))
        self.count_button.clicked.connect(lambda: self.resumed.emit(True))
        card = Card(edge=Space.VAST)
        card.column.addWidget(self._where)
        card.column.addWidget(self._kept)
        card.column.addSpacing(Space.SNUG)
        card.column.addLayout(row(self.resume_button, self.count_button, STRETCH, gap=Space.SNUG))
        self.lay_out_as_card(card, theme.measure(characters=90))

    def show_interruption(self, plan: SessionPlan, interruption: Interruption) -> None:
        """Say where the session was when it was interrupted."""
        words, reading = self._context.words, interruption.reading
        self._where.setText(interruption_text(plan, reading, words))
        self.resume_button.setText(
            words.tr("Resume with {time} left", time=clock_text(reading.left))
            if reading.clock and reading.left >= 0
            else words.tr("Resume where you stopped")
        )
        away = whole_minutes(interruption.away)
        self.count_button.setText(
            words.ntr("Count the minute you were away", "Count the {count} minutes you were away", away)
            if away
            else words.tr("Count the time you were away")
        )
        self.count_button.setVisible(
            interruption.phase is Phase.RUNNING and interruption.away < 24 * 60 * MINUTE
        )

    def focus_next(self) -> None:
        self.resume_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def press_primary(self) -> bool:
        """Leave the press to the session, which waits: it is resumed by its buttons only."""
        return False

    def put_away(self) -> None:
        """Stay until a person says how the session goes on."""

    def sentence(self) -> str:
        """Return the sentence that says where the session was."""
        return self._where.text()
