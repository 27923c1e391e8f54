"""What the room display shows, as a value; and everything a session has for it, with what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.ui.room.room_chart import RoomChart
from dialogue_desk.ui.room.room_page import RoomPage
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft

ReadAloud: TypeAlias = tuple[str, ...] | RoomPage
"""What the room is shown of what is read back: some lines, or the circle's page."""
ALL_LANGUAGES = "all"
NO_TIME = TimeLeft(0, 0)
_STEPS = 1200
"""So many lengths of what shrinks with the time can be told apart."""
_LEFTWARD_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"


class RoomMode(StrEnum):
    """What people in the room see; in this order a person chooses it."""

    QUESTION = "question"
    RULES = "rules"
    TIME = "time"
    SILENCE = "silence"
    MESSAGE = "message"
    GROUPS = "groups"
    """Who sits with whom: offered while there are small groups."""
    CARD = "card"
    """A card of the part: offered once a person shows one in the room, until the next part."""
    LINES = "lines"
    """What is read back: offered while a person shows it in the room."""
    CHART = "chart"
    """The result of a vote: no session offers it, the forum shows it."""


@dataclass(frozen=True, slots=True)
class RoomContent:
    """Everything that decides what the room display shows; its window and its preview draw nothing else.

    Attributes:
        mode: which one of the following is shown.
        texts: the question in one or two languages, side by side; the ground rules in their order; the
            groups; a message; or lines that are read back, of which as many are shown as are large enough.
        time: the time as a shape that shrinks; under a question, as a line at the foot.
        figures: the time is told in figures, over that line.
        dark: light words on a dark ground, rather than dark words on a light one.
        page: the circle's page, in place of lines that are read back.
        chart: the result of a vote.
        blank: the display is black for now, and nothing of all this is seen.
    """

    mode: RoomMode = RoomMode.QUESTION
    texts: tuple[str, ...] = ()
    time: TimeLeft = NO_TIME
    figures: bool = False
    dark: bool = True
    blank: bool = False
    page: RoomPage | None = None
    chart: RoomChart | None = None

    @property
    def accessible_text(self) -> str:
        """What a screen reader says of it; "" where there is nothing to read."""
        if self.blank:
            return ""
        if self.mode is RoomMode.TIME:
            return self.time.figures if self.has_time else ""
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
        time = self.time.pace, round(self.share_left * _STEPS)
        if self.mode is RoomMode.TIME:
            return self.mode, self.dark, *time, self.time.figures if self.in_figures else ""
        return self.mode, self.dark, self.texts, self.page, self.chart, *(time if self.has_line else ())

    @property
    def has_time(self) -> bool:
        """Whether there is a time to show."""
        return self.time.total > 0 or self.time.passed is not None

    @property
    def in_figures(self) -> bool:
        """Whether the time is told in figures; what has passed has no shape that could shrink."""
        return self.figures or self.time.passed is not None

    @property
    def has_line(self) -> bool:
        """Whether a line at the foot shrinks with the time."""
        shrinks = self.mode is RoomMode.QUESTION or (self.mode is RoomMode.TIME and self.figures)
        return shrinks and self.time.total > 0

    @property
    def late(self) -> bool:
        """Whether little time is left, or none."""
        return self.time.pace in {Pace.WARNING, Pace.OVER}


@dataclass(frozen=True, slots=True)
class RoomSources:
    """What the room can be shown, and what is chosen.

    Attributes:
        chosen: what the room is shown.
        question: the language and the text of the question, for each edition of the guide.
        language: the one language of the question; ``ALL_LANGUAGES`` for each beside the other.
        rules: the ground rules in their order.
        groups: the small groups, a line for each; empty while there are none.
        card: the language and the text of a card, for each edition of the guide; empty while none is shown.
        lines: what is read back, some of its lines or the circle's whole page; None while nothing is.
        time: the time that is left.
        figures: the time is told in figures.
        message: what was typed for the room.
        dark: light words on a dark ground, rather than dark words on a light one.
    """

    chosen: RoomMode = RoomMode.QUESTION
    question: tuple[tuple[str, str], ...] = ()
    language: str = ALL_LANGUAGES
    rules: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    card: tuple[tuple[str, str], ...] = ()
    lines: ReadAloud | None = None
    time: TimeLeft = NO_TIME
    figures: bool = False
    message: str = ""
    dark: bool = True

    @property
    def offered(self) -> tuple[RoomMode, ...]:
        """What can be chosen now."""
        missing = {
            RoomMode.GROUPS: not self.groups,
            RoomMode.CARD: not self.card,
            RoomMode.LINES: self.lines is None,
            RoomMode.CHART: True,
        }
        return tuple(mode for mode in RoomMode if not missing.get(mode, False))

    @property
    def in_languages(self) -> bool:
        """Whether what is chosen can be shown in one language or another."""
        return self.chosen in {RoomMode.QUESTION, RoomMode.CARD} and len(self.question) > 1

    def settled(self) -> RoomSources:
        """Return the same with the question chosen, where what was chosen is not offered any more."""
        return self if self.chosen in self.offered else replace(self, chosen=RoomMode.QUESTION)

    def content(self) -> RoomContent:
        """Return what the room display shows."""
        texts = {
            RoomMode.QUESTION: self._in_language(self.question),
            RoomMode.CARD: self._in_language(self.card),
            RoomMode.RULES: self.rules,
            RoomMode.MESSAGE: (self.message,),
            RoomMode.GROUPS: self.groups,
            RoomMode.LINES: texts_of(self.lines or ()),
        }
        time = self.time if self.chosen in {RoomMode.TIME, RoomMode.QUESTION} else NO_TIME
        figures = self.figures and self.chosen is RoomMode.TIME
        page = self.lines if self.chosen is RoomMode.LINES and isinstance(self.lines, RoomPage) else None
        return RoomContent(self.chosen, texts.get(self.chosen, ()), time, figures, self.dark, page=page)

    def _in_language(self, texts: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        return tuple(
            with_direction_mark(language, text)
            for language, text in texts
            if self.language in {language, ALL_LANGUAGES}
        )


def texts_of(said: ReadAloud) -> tuple[str, ...]:
    """Return the words of what is read aloud; of a page, those of the line that is read."""
    return said.spoken if isinstance(said, RoomPage) else said


def question_text(plan: SessionPlan, part_id: str, prompt: int) -> str:
    """Return what the room is asked in a part: its questions, or its title where it has none.

    Args:
        plan: the parts of the session.
        part_id: the part; "" is returned where the plan has no such part.
        prompt: the number, from 1, of the one question that is asked; 0 for all of them.
    """
    part = next((part for part in plan.parts if part.id == part_id), None)
    if part is None:
        return ""
    if 0 < prompt <= len(part.ask):
        return part.ask[prompt - 1]
    return "\n".join(part.ask[: part.choose or len(part.ask)]) or part.title


def with_direction_mark(language: str, text: str) -> str:
    """Return ``text`` so that it is set in the direction of its language, whichever word comes first."""
    leftward = language.partition("-")[0].lower() in _LEFTWARD_LANGUAGES
    return f"{_RIGHT_TO_LEFT if leftward else _LEFT_TO_RIGHT}{text}" if language else text
