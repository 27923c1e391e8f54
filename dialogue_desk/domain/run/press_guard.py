"""Two presses of one button that follow at once are one press: a trembling hand skips no part."""

from __future__ import annotations

from dialogue_desk.domain.model.ids import Milliseconds

DOUBLE_PRESS_GUARD: Milliseconds = 600
"""Presses that follow one another within this time are one."""


class PressGuard:
    """Remembers the last press, by a clock that cannot be set."""

    def __init__(self) -> None:
        self._last: Milliseconds | None = None

    def accepts(self, at: Milliseconds) -> bool:
        """Return whether a press at ``at`` is a new one; also a press that is not counts as the last."""
        before, self._last = self._last, at
        return before is None or at - before >= DOUBLE_PRESS_GUARD

    def reset(self) -> None:
        """Forget the last press, so that the next one is accepted."""
        self._last = None
