"""The line under a form that says why something could not be done."""

from __future__ import annotations

from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.label import Label


class TroubleLine(Label):
    """Hidden while there is nothing to say; what it says is spoken at once too."""

    def __init__(self, announcer: Announcer) -> None:
        super().__init__(role="error")
        self._announcer = announcer
        self.hide()

    def say(self, sentence: str) -> None:
        """Say what did not work; "" when nothing is wrong anymore."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            self._announcer.announce(sentence, urgent=True)
