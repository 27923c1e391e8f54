"""Says what has become of the room display, to those who do not see it."""

from __future__ import annotations

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.room.room_screen import RoomScreen


class RoomReport:
    """Announces each change once; a display that was never opened is not spoken of."""

    def __init__(self, context: Context) -> None:
        self._words, self._announcer, self._said = context.words, context.announcer, ""

    def say(self, room: RoomScreen, shown: str) -> None:
        """Say whether the display is open, and what is ``shown`` on it."""
        tr = self._words.tr
        if not room.is_open():
            said = tr("The room display is closed.") if self._said else ""
        elif room.is_blank():
            said = tr("The room display is black.")
        else:
            said = tr("The room display shows: {what}", what=shown)
        if said != self._said:
            self._said = said
            self._announcer.announce(said)
