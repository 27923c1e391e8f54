"""What the room display shows, as a value."""

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


@dataclass(frozen=True, slots=True)
class RoomContent:
    """Everything that decides what the room display shows; its window and its preview draw nothing else.

    Attributes:
        mode: which one of the following is shown.
        texts: the question in one or two languages, side by side; the ground rules in their order; a
            message; or lines that are read back, of which as many are shown as are large enough.
        time: the time as a shape that shrinks; also the time of a silence, where it has one.
        dark: light words on a dark ground, rather than dark words on a light one.
        figures: the minutes are shown beside the shape of the time.
        blank: the display is black for now, and nothing of all this is seen.
    """

    mode: RoomMode = RoomMode.QUESTION
    texts: tuple[str, ...] = ()
    time: TimeLeft = NO_TIME
    dark: bool = True
    figures: bool = False
    blank: bool = False

    @property
    def accessible_text(self) -> str:
        """What a screen reader says of it; "" where there is nothing to read."""
        if self.blank or self.mode is RoomMode.SILENCE:
            return ""
        if self.mode is RoomMode.TIME:
            return clock_text(self.time.left) if self.time.total else ""
        return "\n".join(text.strip(_LEFT_TO_RIGHT + _RIGHT_TO_LEFT) for text in self.texts)

    @property
    def share_left(self) -> float:
        """How much of the time is left, from 0 to 1; 0 where there is no time."""
        return max(0.0, min(1.0, self.time.left / self.time.total)) if self.time.total > 0 else 0.0

    @property
    def visible_part(self) -> tuple[object, ...]:
        """What of it makes a difference to the eye."""
        if self.blank:
            return (True,)
        share = round(self.share_left * 3600)
        match self.mode:
            case RoomMode.SILENCE:
                return self.mode, self.dark, self.time.total > 0, share
            case RoomMode.TIME:
                figures = clock_text(self.time.left) if self.figures else ""
                return self.mode, self.dark, self.figures, figures, self.time.pace, share
            case _:
                return self.mode, self.texts, self.dark

    @property
    def late(self) -> bool:
        """Whether little time is left, or none."""
        return self.time.pace in {Pace.WARNING, Pace.OVER}


def with_direction_mark(language: str, text: str) -> str:
    """Return ``text`` so that it is set in the direction of its language, whichever word comes first."""
    leftward = language.partition("-")[0].lower() in _LEFTWARD_LANGUAGES
    return f"{_RIGHT_TO_LEFT if leftward else _LEFT_TO_RIGHT}{text}" if language else text
