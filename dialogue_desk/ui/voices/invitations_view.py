"""Who was asked to bring people in, what for, and the numbers that came of it, with their sums."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.voices.figure_rows import FigureColumn, FigureRows
from dialogue_desk.ui.voices.invitation_line import InvitationLine
from dialogue_desk.ui.voices.voices_acts import VoicesActs
from dialogue_desk.ui.voices.voices_text import invitation_row, sums_text
from dialogue_desk.ui.widgets.label import Label


class InvitationsView(FigureColumn):
    """The form on top, the sums, and the list, the latest first."""

    conflict_wanted = Signal(str)

    def __init__(self, context: Context, acts: VoicesActs) -> None:
        super().__init__(context.theme)
        words, theme = context.words, context.theme
        self._words, self._acts = words, acts
        self.line = InvitationLine(context, acts.today, acts.keep_invitation)
        self.sums = Label(role="strong")
        self.rows = FigureRows(theme, words.tr("Invitations"))
        self.add(self.line, self.sums)
        self.add_rows(self.rows)
        self.body.addStretch(1)
        self.setFocusProxy(self.line)
        self.rows.opened.connect(self._edit)
        self.rows.deleted.connect(acts.remove)
        self.line.removed.connect(acts.remove)
        self.line.conflict_wanted.connect(self.conflict_wanted)

    def show_known(self) -> None:
        """Show what is known now; what is typed stays."""
        acts, words = self._acts, self._words
        names = {one.id: one.body.name for one in acts.voices}
        self.line.learn_voices(acts.voices)
        self.line.follow(acts.invitations)
        self.rows.show_rows([invitation_row(one, names, words) for one in acts.invitations])
        if acts.known is not None:
            self.sums.setText(sums_text(acts.known.invitations, words))

    def begin_for(self, voice: str) -> None:
        """Begin an invitation for a voice."""
        self.line.offer(RecordId(voice))
        self.line.first.setFocus()

    def _edit(self, invitation: str) -> None:
        stored = next((one for one in self._acts.invitations if one.id == invitation), None)
        if stored is not None:
            self.line.edit(stored)
