"""The voices wanted, in their order: typed one after another, and shown with how many were counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_choice import modifier_name
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.voices.figure_rows import FigureColumn, FigureRows
from dialogue_desk.ui.voices.voice_line import VoiceLine
from dialogue_desk.ui.voices.voices_acts import VoicesActs
from dialogue_desk.ui.voices.voices_text import wanted_row
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label


class WantedView(FigureColumn):
    """The form, and under it the list: Enter edits, Delete deletes, and Alt with an arrow moves."""

    conflict_wanted = Signal(str)

    def __init__(self, context: Context, acts: VoicesActs) -> None:
        super().__init__(context.theme)
        words, theme = context.words, context.theme
        self._words, self._acts = words, acts
        self.line = VoiceLine(context, acts.keep_voice)
        self.note = Label(role="note")
        self.rows = FigureRows(theme, words.tr("Voices wanted"))
        self.up = Button(theme, words.tr("Move up"), weight=Weight.QUIET)
        self.down = Button(theme, words.tr("Move down"), weight=Weight.QUIET)
        self._moves = flowing(self.up, self.down, gap=Space.HAIR)
        self.add(self.line, self.note)
        self.add_rows(self.rows)
        self.add(self._moves)
        self.body.addStretch(1)
        self.setFocusProxy(self.line)
        self._connect()

    def show_known(self) -> None:
        """Show what is known now; what is typed stays."""
        known, words = self._acts.known, self._words
        self.line.learn_answers(self._acts.categories)
        self.line.follow(self._acts.voices)
        wanted = known.wanted if known is not None else ()
        self.rows.show_rows([wanted_row(one, words) for one in wanted])
        self._moves.setVisible(len(wanted) > 1)
        self.note.setText(
            words.tr(
                "Press Enter on a voice to edit it, Delete to delete it, {alt} and an arrow to move it.",
                alt=modifier_name("Alt"),
            )
            if wanted
            else words.tr(
                "Whom do you want in your circles? Groups, neighborhoods, sectors, police, officials, young "
                "people, organizations that build bridges. Type one and press Enter for the next."
            )
        )

    def _connect(self) -> None:
        self.rows.opened.connect(self._edit)
        self.rows.deleted.connect(self._acts.remove)
        self.rows.stepped.connect(self._acts.step)
        self.rows.dropped.connect(self._acts.drop)
        self.up.clicked.connect(lambda: self._acts.step(self.rows.current_id(), -1))
        self.down.clicked.connect(lambda: self._acts.step(self.rows.current_id(), 1))
        self.line.removed.connect(self._acts.remove)
        self.line.conflict_wanted.connect(self.conflict_wanted)

    def _edit(self, voice: str) -> None:
        stored = next((one for one in self._acts.voices if one.id == voice), None)
        if stored is not None:
            self.line.edit(stored)
            self.line.first.setFocus(Qt.FocusReason.OtherFocusReason)
