"""What the room is shown, as a value: one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from dialogue_desk.words.times import clock_text

_LEFTWARD_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
NO_TIME = TimeLeft(0, 0)
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"


class RoomMode(StrEnum):
    """What people in the room see."""

    QUESTION = "question"
    RULES = "rules"
    TIME = "time"
    SILENCE = "silence"
    MESSAGE = "message"
    LINES = "lines"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class RoomContent:
    """One thing to show.

    ``texts`` are the question in one or two languages, side by side, the ground rules in their order, a
    message, or lines that are read back, of which as many are seen as are large enough.  ``figures`` adds
    the minutes to the shape of the time.  A silence has no words; where it has a ``time``, its shape shrinks
    with it.
    """

    mode: RoomMode = RoomMode.QUESTION
    texts: tuple[str, ...] = ()
    time: TimeLeft = NO_TIME
    dark: bool = True
    figures: bool = False

    @property
    def accessible_text(self) -> str:
        """What is seen, for readers."""
        match self.mode:
            case RoomMode.BLANK | RoomMode.SILENCE:
                return ""
            case RoomMode.TIME:
                return clock_text(self.time.left) if self.time.total else ""
            case _:
                return "\n".join(text.strip(_LEFT_TO_RIGHT + _RIGHT_TO_LEFT) for text in self.texts)

    @property
    def late(self) -> bool:
        """Whether the time wants attention."""
        return self.time.pace in {Pace.WARNING, Pace.OVER}


def with_direction_mark(language: str, text: str) -> str:
    """Return ``text`` so that it reads in the direction of its language, whatever word it begins with."""
    leftward = language.partition("-")[0].lower() in _LEFTWARD_LANGUAGES
    return f"{_RIGHT_TO_LEFT if leftward else _LEFT_TO_RIGHT}{text}" if language else text
