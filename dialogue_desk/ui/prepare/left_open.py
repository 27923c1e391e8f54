"""What the circle's last session left open, before the next one begins."""

from __future__ import annotations

from dialogue_desk.domain.notes.open_threads import open_threads
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import empty
from dialogue_desk.ui.widgets.unfolding import Unfolding


class Carried(Unfolding):
    """A line that unfolds into the open threads; hidden when there are none."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme)
        self._words = around.words
        self.hide()

    def show_last(self, last: SessionFolder | None) -> None:
        """Show what ``last`` left open."""
        words = self._words
        empty(self.body)
        threads = open_threads(last) if last is not None else None
        self.setVisible(bool(threads))
        if not threads:
            return
        self.show_title(
            words.ntr(
                "{count} thread left open last time", "{count} threads left open last time", threads.count
            )
        )
        for heading, texts in (
            (words.tr("Parking lot"), threads.parked),
            (words.tr("Open questions"), threads.questions),
            (words.tr("Action ideas without a first step"), threads.stepless),
        ):
            if texts:
                self.body.addWidget(Label(heading, "section"))
                for text in texts:
                    self.body.addWidget(Label(text))
