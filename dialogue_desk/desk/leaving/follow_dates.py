"""The dates of a program's follow-up, for the calendars of those who keep track of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.domain.overview.follow_up import FollowUp
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.exchange.calendar_file import CalendarDay, calendar_bytes
from dialogue_desk.reports.answer_phrases import answer_text, progress_text
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.words import Words

_LONGEST = 90


def follow_dates(picture: ProgramPicture, known: FollowUp, words: Words) -> tuple[CalendarDay, ...]:
    """Return the next date of each ask, the first of each team, the day of the answer and of the forum."""
    return (
        *_of_program(picture, words),
        *_of_teams(picture, known, words),
        *_of_asks(picture, known, words),
    )


def calendar_of(picture: ProgramPicture, known: FollowUp, made: Instant, words: Words) -> bytes:
    """Return these dates as a calendar file."""
    name = picture.program.name if picture.program else ""
    return calendar_bytes(follow_dates(picture, known, words), name, made)


def _of_program(picture: ProgramPicture, words: Words) -> Iterator[CalendarDay]:
    program = picture.program
    if program is None:
        return
    name = shortened(program.name, _LONGEST)
    days = (
        ("answer", program.answer_by, words.tr("Answer asked: {program}", program=name)),
        ("forum", program.forum, words.tr("Action forum: {program}", program=name)),
    )
    for key, day, title in days:
        if day:
            yield CalendarDay(f"{picture.program_id}-{key}", date.fromisoformat(day), title)


def _of_teams(picture: ProgramPicture, known: FollowUp, words: Words) -> Iterator[CalendarDay]:
    said = {line: one.words for one in known.followed for line in one.lines}
    ballot = {one.body.about: one.body.said_in(words.language) for one in picture.work.options}
    for about, team in sorted(picture.work.teams.items()):
        if not team.body.first_day:
            continue
        what = ballot.get(about) or said.get(about, "")
        title = words.tr("Action team meets first: {team}", team=shortened(team.body.name or what, _LONGEST))
        told = (
            words.tr("Convener: {role}", role=team.body.convener) if team.body.convener else "",
            team.body.place,
            what if team.body.name else "",
        )
        day = date.fromisoformat(team.body.first_day)
        yield CalendarDay(f"{about}-team", day, title, "\n".join(filter(None, told)))


def _of_asks(picture: ProgramPicture, known: FollowUp, words: Words) -> Iterator[CalendarDay]:
    answer_by = picture.program.answer_by if picture.program else ""
    for one in known.due():
        if one.next_day is None or one.next_day.isoformat() == answer_by:
            continue  # what waits for the answer of all stands with that
        title = words.tr("{code}: {what}", code=one.code, what=shortened(one.words, _LONGEST))
        told = (one.actor, answer_text(one.answer, words), progress_text(one.progress, words))
        yield CalendarDay(one.about, one.next_day, title, "\n".join(filter(None, told)))
