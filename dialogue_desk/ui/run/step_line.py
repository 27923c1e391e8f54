"""The step that is on, with its own clock, and a quiet cue when it ends."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.domain.model.ids import SECOND, Milliseconds
from dialogue_desk.domain.run.steps import StepReading, read_steps
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.session_bar import Piece, SessionBar
from dialogue_desk.ui.style.theme import Space, set_role
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.words.times import clock_text

CUE_MS = 15 * SECOND
"""How long a step that has just begun is marked as new."""


class StepLine(Card):
    """Follows steps, each a name and a length; hidden when there are none."""

    def __init__(self, context: Context) -> None:
        super().__init__(edge=0)
        self._context = context
        self._steps: tuple[tuple[str, Milliseconds], ...] = ()
        self._ended = 0
        self.step, self.clock = Pill(context.theme), Label(role="heading", wrap=False, heads=False)
        self.title = Label(role="strong")
        self._bar = SessionBar(context.theme)
        self.column.setContentsMargins(Space.BASE, Space.TIGHT, Space.BASE, Space.TIGHT)
        self.column.setSpacing(Space.HAIR)
        self.column.addLayout(row(self.step, (self.title, 1), self.clock, gap=Space.SNUG))
        self.column.addWidget(self._bar)
        self.hide()

    def show_steps(self, steps: Sequence[tuple[str, Milliseconds]], on: Milliseconds) -> None:
        """Follow these steps, which have run for ``on``; steps that ended before are not told."""
        self._steps = tuple(steps)
        reading = read_steps([length for _, length in self._steps], on)
        self._ended = reading.ended if reading is not None else 0
        self.setVisible(bool(steps))
        self.follow(on)

    def retime(self, lengths: Sequence[Milliseconds]) -> None:
        """Go on with other lengths of the same steps; a step that is over by them is told next."""
        titles = (title for title, _ in self._steps)
        self._steps = tuple(zip(titles, lengths, strict=True))

    def follow(self, on: Milliseconds) -> StepReading | None:
        """Show the step that is on once all have run for ``on``, and say when one has ended.

        Returns None when there are no steps.
        """
        lengths = [length for _, length in self._steps]
        reading = read_steps(lengths, on)
        if reading is None:
            return None
        self._show(reading, on)
        if reading.ended > self._ended:
            tr, title = self._context.words.tr, self._steps[reading.step][0]
            over = reading.over
            said = tr("The steps are over") if over else tr("Switch now: {step}", step=title)
            self._context.announcer.announce(said)
        self._ended = reading.ended
        return reading

    def _show(self, reading: StepReading, on: Milliseconds) -> None:
        tr = self._context.words.tr
        title, length = self._steps[reading.step]
        fresh = reading.over or (reading.step > 0 and length - reading.left_ms < CUE_MS and on > 0)
        number = tr("Step {number} of {total}", number=reading.step + 1, total=len(self._steps))
        if fresh and not reading.over:
            number = tr("Switch now. {step}", step=number)
        self.step.show_text(number, Tone.WARN if fresh else Tone.CALM)
        self.title.setText(tr("The steps are over") if reading.over else title)
        self.clock.setText(clock_text(reading.left_ms))
        left = max(0, reading.left_ms) // SECOND * SECOND
        self._bar.show_pieces((Piece(length, left / max(1, length)),))
        set_role(self, "notice" if fresh else "card")
