"""The moves that help when it gets hot.

Slowing down helps first: the session's clock is paused while one of these runs.  Only the pause is recorded,
like any other pause; which move was chosen, and why, never is.
"""

from __future__ import annotations

from enum import StrEnum

from dialogue_desk.domain.model.ids import MINUTE, Milliseconds


class CoolDownTool(StrEnum):
    """What a move starts.  ``NOTHING``: people do it themselves, and the clock waits until they are ready."""

    TIMER = "timer"
    GO_ROUND = "go-round"
    GROUND_RULES = "ground rules"
    PARKING_LOT = "parking lot"
    NOTHING = "nothing"


class CoolDown(StrEnum):
    """A move that helps, in the order they are offered: the quiet ones first."""

    SILENCE = "silence"
    QUICK_WRITING = "quick writing"
    GO_ROUND = "go-round"
    GROUND_RULES = "ground rules"
    BREAK = "break"
    SWAP_FACILITATORS = "swap facilitators"
    PARK_IT = "park it"

    @property
    def tool(self) -> CoolDownTool:
        """What it starts."""
        match self:
            case CoolDown.SILENCE | CoolDown.QUICK_WRITING | CoolDown.BREAK:
                return CoolDownTool.TIMER
            case CoolDown.GO_ROUND:
                return CoolDownTool.GO_ROUND
            case CoolDown.GROUND_RULES:
                return CoolDownTool.GROUND_RULES
            case CoolDown.PARK_IT:
                return CoolDownTool.PARKING_LOT
            case CoolDown.SWAP_FACILITATORS:
                return CoolDownTool.NOTHING

    @property
    def length_ms(self) -> Milliseconds:
        """How long its timer runs; 0 when it has none."""
        return _LENGTHS.get(self, 0)


_LENGTHS = {CoolDown.SILENCE: MINUTE, CoolDown.QUICK_WRITING: 2 * MINUTE, CoolDown.BREAK: 5 * MINUTE}
