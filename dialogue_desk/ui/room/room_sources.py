"""Everything a session has for the room display, and which of it is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.ui.room.room_content import NO_TIME, RoomContent, RoomMode, with_direction_mark
from dialogue_desk.ui.widgets.ring import TimeLeft

ALL_LANGUAGES = "all"


class RoomChoice(StrEnum):
    """What a person can choose for the room."""

    QUESTION = "question"
    RULES = "rules"
    TIME = "time"
    SILENCE = "silence"
    MESSAGE = "message"
    GROUPS = "groups"
    """Who sits with whom: offered while there are small groups."""
    NOTES = "notes"
    """What is read back: offered while a person shows it in the room."""


@dataclass(frozen=True, slots=True)
class RoomSources:
    """What the room can be shown, and what is chosen.

    Attributes:
        chosen: what the room is shown.
        question: the language and the text of the question, for each edition of the guide.
        language: the one language of the question; ``ALL_LANGUAGES`` for each beside the other.
        rules: the ground rules in their order.
        groups: the small groups, a line for each; empty while there are none.
        lines: what is read back; None while nothing is.
        time: the time that is left.
        message: what was typed for the room.
        dark: light words on a dark ground, rather than dark words on a light one.
    """

    chosen: RoomChoice = RoomChoice.QUESTION
    question: tuple[tuple[str, str], ...] = ()
    language: str = ALL_LANGUAGES
    rules: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    lines: tuple[str, ...] | None = None
    time: TimeLeft = NO_TIME
    message: str = ""
    dark: bool = True

    @property
    def offered(self) -> tuple[RoomChoice, ...]:
        """What can be chosen now."""
        missing = {
            RoomChoice.GROUPS: not self.groups,
            RoomChoice.NOTES: self.lines is None,
        }
        return tuple(choice for choice in RoomChoice if not missing.get(choice, False))

    def settled(self) -> RoomSources:
        """Return the same with the question chosen, where what was chosen is not offered any more."""
        return self if self.chosen in self.offered else replace(self, chosen=RoomChoice.QUESTION)

    def content(self) -> RoomContent:
        """Return what the room display shows."""
        mode, texts, time = RoomMode.QUESTION, self._question_texts(), NO_TIME
        match self.chosen:
            case RoomChoice.RULES:
                mode, texts = RoomMode.RULES, self.rules
            case RoomChoice.GROUPS:
                mode, texts = RoomMode.RULES, self.groups
            case RoomChoice.NOTES:
                mode, texts = RoomMode.LINES, self.lines or ()
            case RoomChoice.TIME:
                mode, texts, time = RoomMode.TIME, (), self.time
            case RoomChoice.SILENCE:
                mode, texts = RoomMode.SILENCE, ()
            case RoomChoice.MESSAGE:
                mode, texts = RoomMode.MESSAGE, (self.message,)
        return RoomContent(mode, texts, time, dark=self.dark)

    def _question_texts(self) -> tuple[str, ...]:
        return tuple(
            with_direction_mark(language, text)
            for language, text in self.question
            if self.language in {language, ALL_LANGUAGES}
        )


def question_text(plan: SessionPlan, part_id: str, prompt: int) -> str:
    """Return what the room is asked in a part: its questions, or its title where it has none.

    Args:
        plan: the parts of the session.
        part_id: the part; "" is returned where the plan has no such part.
        prompt: the number, from 1, of the one question that is asked; 0 for all of them.
    """
    part: Part | None = next((part for part in plan.parts if part.id == part_id), None)
    if part is None:
        return ""
    if 0 < prompt <= len(part.ask):
        return part.ask[prompt - 1]
    return "\n".join(part.ask[: part.choose or len(part.ask)]) or part.title
