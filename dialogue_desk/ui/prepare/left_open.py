"""What the circle's last session left open, before the next one begins."""

from __future__ import annotations

from dialogue_desk.domain.notes.open_threads import open_threads
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout


class OpenThreadsExpander(Expander):
    """A line that unfolds into the open threads; hidden when there are none."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        self._words = context.words
        self.hide()

    def show_last(self, last: SessionFolder | None) -> None:
        """Show what ``last`` left open."""
        words = self._words
        clear_layout(self.body)
        threads = open_threads(last) if last is not None else None
        self.setVisible(bool(threads))
        if not threads:
            return
        self.show_title(
            words.ntr("{count} open item from last time", "{count} open items from last time", threads.count)
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
