"""The moves that help when it gets hot.

Slowing down helps first: the session's clock stands still while one of these runs.  What is kept of it is
the pause itself, a move of the clock like any other; which move was chosen, and why, is never recorded.
"""

from __future__ import annotations

from enum import StrEnum

from dialogue_desk.domain.model.ids import MINUTE, Milliseconds


class Runs(StrEnum):
    """What a move sets going.  ``NOTHING``: people do it, and the clock waits until they are ready."""

    TIMER = "timer"
    GO_ROUND = "go-round"
    GROUND_RULES = "ground rules"
    PARKING_LOT = "parking lot"
    NOTHING = "nothing"


class CheckIn(StrEnum):
    """A move that helps, in the order they are offered: the quiet ones first."""

    SILENCE = "silence"
    QUICK_WRITING = "quick writing"
    GO_ROUND = "go-round"
    GROUND_RULES = "ground rules"
    BREAK = "break"
    SWAP_FACILITATORS = "swap facilitators"
    PARK_IT = "park it"

    @property
    def runs(self) -> Runs:
        """What it sets going."""
        match self:
            case CheckIn.SILENCE | CheckIn.QUICK_WRITING | CheckIn.BREAK:
                return Runs.TIMER
            case CheckIn.GO_ROUND:
                return Runs.GO_ROUND
            case CheckIn.GROUND_RULES:
                return Runs.GROUND_RULES
            case CheckIn.PARK_IT:
                return Runs.PARKING_LOT
            case CheckIn.SWAP_FACILITATORS:
                return Runs.NOTHING

    @property
    def length_ms(self) -> Milliseconds:
        """How long its timer runs, as ``read_steps`` takes it; 0 where it runs none."""
        return _LENGTHS.get(self, 0)


_LENGTHS = {CheckIn.SILENCE: MINUTE, CheckIn.QUICK_WRITING: 2 * MINUTE, CheckIn.BREAK: 5 * MINUTE}
