"""What is announced while a session runs: moves to screen readers, and to all what happened to the clock."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds
from dialogue_desk.domain.model.live_session import LiveSession, Phase, Reading
from dialogue_desk.domain.run.pacing import Milestone
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import time_in_words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import whole_minutes


class RunAnnouncements:
    """Announces in the window that shows the session."""

    def __init__(self, context: Context) -> None:
        self._words, self._toast, self._announcer = context.words, context.toast, context.announcer
        self._before: tuple[int, Phase] = (-1, Phase.READY)
        self._given: Milliseconds = 0

    def reset(self, live: LiveSession) -> None:
        """Remember the state of the session, so that only changes are said."""
        self._before, self._given = (live.current, live.phase), live.given(live.current)

    def say_move(self, plan: SessionPlan, live: LiveSession, *, typing: bool = False) -> None:
        """Say which part is on when it changed, otherwise the phase when that changed.

        Of a line that a person is ``typing`` the kind stays.
        """
        before, given = self._before, self._given
        self.reset(live)
        if before[0] != live.current:
            self._say_part(plan, live)
            if not typing:
                self._say_kind(plan.parts[before[0]], plan.parts[live.current])
        elif before[1] is not live.phase:
            self._announcer.announce(name_of(live.phase, self._words))
            if before[1] is Phase.READY:
                self._say_part(plan, live)
        elif given != self._given:
            minutes = whole_minutes(self._given)
            self._announcer.announce(
                self._words.ntr("{count} minute for this part", "{count} minutes for this part", minutes)
            )

    def _say_part(self, plan: SessionPlan, live: LiveSession) -> None:
        part, number = plan.parts[live.current], live.current + 1
        title = title_of(part, self._words)
        minutes = whole_minutes(live.given(live.current))
        said = self._words.tr(
            "Part {number}: {part}, {minutes} min", number=number, part=title, minutes=minutes
        )
        if not part.clock:
            said = self._words.tr("Part {number}: {part}, without a clock", number=number, part=title)
        self._announcer.announce(said)

    def _say_kind(self, before: Part, part: Part) -> None:
        """Say of which kind a note will be from now on, when the part asks for another."""
        if part.wanted and part.wanted[:1] != before.wanted[:1]:
            kind = name_of(part.wanted[0], self._words)
            self._announcer.announce(self._words.tr("Kind of note: {kind}", kind=kind))

    def say_milestone(self, milestone: str, reading: Reading) -> None:
        """Say how long the part has."""
        if milestone == Milestone.TIME_UP:
            said = self._words.tr("Time is up for this part. Go on when the circle is ready.")
        else:
            said = time_in_words(reading, self._words)
        self._announcer.announce(said)

    def say_question(self, part: Part, chosen: int) -> None:
        """Say which question of the part is asked, by its number from 1; 0 for none."""
        said = self._words.tr("No question is selected")
        if chosen:
            said = self._words.tr(
                "Question {number} of {total}: {question}",
                number=chosen,
                total=len(part.ask),
                question=part.ask[chosen - 1],
            )
        self._announcer.announce(said)

    def say_slept(self, slept: Milliseconds) -> None:
        """Say how long the laptop was asleep."""
        said = self._words.ntr(
            "The laptop was asleep for {count} minute. The session's clock kept counting.",
            "The laptop was asleep for {count} minutes. The session's clock kept counting.",
            slept // MINUTE,
        )
        self._toast.say(said)

    def say_clock_set(self, by: Milliseconds) -> None:
        """Say that the laptop's clock was set."""
        words = self._words
        hours, minutes = divmod(abs(whole_minutes(by)), 60)
        if hours and not minutes:
            length = words.ntr("{count} hour", "{count} hours", hours)
        elif hours or minutes:
            length = words.ntr("{count} minute", "{count} minutes", hours * 60 + minutes)
        else:
            length = words.ntr("{count} second", "{count} seconds", abs(by) // 1_000)
        if by > 0:
            said = words.tr(
                "The laptop's clock was set {length} forward. The session's time did not change.",
                length=length,
            )
        else:
            said = words.tr(
                "The laptop's clock was set {length} back. The session's time did not change.", length=length
            )
        self._toast.say(said)
