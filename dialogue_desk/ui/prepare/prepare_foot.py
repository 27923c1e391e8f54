"""The foot of Prepare: print, save, rehearse, begin."""

from __future__ import annotations

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.prepare.session_times import SessionTiming
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.layouts import STRETCH, row


class PrepareFoot(Card):
    """The acts, of which ``begin`` is the next one."""

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        theme, tr = context.theme, context.words.tr
        self._words = context.words
        self.print = Button(theme, tr("Print the plan"), weight=Weight.QUIET, icon="export")
        self.save = Button(theme, tr("Save the changes"), icon="check")
        self.rehearse = Button(theme, tr("Rehearse"), icon="play")
        self.begin = Button(theme, tr("Begin the session"), weight=Weight.PRIMARY, icon="next", trailing=True)
        buttons = (self.print, STRETCH, self.save, self.rehearse, self.begin)
        edges = (Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        self.column.addLayout(row(*buttons, gap=Space.SNUG, margins=edges))

    def show_when(self, when: SessionTiming, *, changing: bool) -> None:
        """Offer what makes sense for a session that is now, on another day, or over."""
        tr, over = self._words.tr, when is SessionTiming.OVER
        said = {
            SessionTiming.NOW: tr("Begin the session"),
            SessionTiming.ANOTHER_DAY: tr("Save for that day"),
            SessionTiming.OVER: tr("Type up the notes"),
        }
        self.begin.setText(said[when])
        self.save.setVisible(changing and when is not SessionTiming.ANOTHER_DAY)
        self.rehearse.setHidden(over)
        self.print.setHidden(over)
