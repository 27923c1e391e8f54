"""The quiet way to the re-plan, there only while the circle is late or early enough to think of it."""

from __future__ import annotations

from dialogue_desk.domain.model.live_session import LiveSession, Phase, Reading
from dialogue_desk.domain.run.pacing import Lateness, drift
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Button, Weight

OFFER_FROM_MINUTES = 2
"""Minutes late or early from which something may give."""


class ReplanButton(Button):
    """Says that the circle is late, or early, and that something could give."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, "", weight=Weight.QUIET, icon="clock")
        self._language = context.words
        self.hide()

    def show_time(self, live: LiveSession, reading: Reading) -> None:
        """Be there when there is something to think of."""
        lies = drift(reading.late)
        on = live.phase in {Phase.RUNNING, Phase.PAUSED}
        if on and lies.minutes >= OFFER_FROM_MINUTES:
            late = lies.lateness is Lateness.LATE
            tr = self._language.tr
            said = tr("Late: adjust the plan") if late else tr("Early: adjust the plan")
            if said != self.text():
                self.setText(said)
            self.show()
        else:
            self.hide()
