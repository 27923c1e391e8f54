"""Whether the days of a program follow each other as people would expect."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from dialogue_desk.domain.model.circles import Program


class OddDate(StrEnum):
    """Two days in an order that is probably a slip: worth a word, never refused."""

    ROUND_ENDS_FIRST = "round ends before it begins"
    FORUM_BEFORE_CIRCLES = "forum before circles end"
    ANSWER_BEFORE_CIRCLES = "answer before circles end"
    ANSWER_BEFORE_FORUM = "answer before forum"
    ERASED_BEFORE_ANSWER = "erased before answer"


class DateConcern(NamedTuple):
    """What is odd, and the name and place of the round that it is about; 0 for none."""

    odd: OddDate
    name: str = ""
    place: int = 0


def date_concerns(program: Program) -> Iterator[DateConcern]:
    """Yield what is odd in the days of a program.  Circles end, the forum meets, the answer comes."""
    for place, one in enumerate(program.rounds, 1):
        if one.last_day and one.first_day > one.last_day:
            yield DateConcern(OddDate.ROUND_ENDS_FIRST, one.name, place)
    last = max(enumerate(program.rounds, 1), key=lambda item: item[1].last_day, default=None)
    if last is not None:
        place, one = last
        if program.forum and program.forum < one.last_day:
            yield DateConcern(OddDate.FORUM_BEFORE_CIRCLES, one.name, place)
        if program.answer_by and program.answer_by < one.last_day:
            yield DateConcern(OddDate.ANSWER_BEFORE_CIRCLES, one.name, place)
    if program.answer_by and program.answer_by < program.forum:
        yield DateConcern(OddDate.ANSWER_BEFORE_FORUM)
    if program.keep_until and program.keep_until < max(program.answer_by, program.forum):
        yield DateConcern(OddDate.ERASED_BEFORE_ANSWER)
