"""What came of asks, typed in under their codes: read from what people type, and kept as a step of Undo.

Whatever cannot be kept as it was typed is refused with a sentence, and nothing of it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.code_text import no_code_sentence
from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import LONGEST_CODE, line_code, typed_code
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.model.text import plain_letters, safe_in_sentence
from dialogue_desk.domain.overview.follow_up import Followed, FollowUp
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import local_datetime, written_day
from dialogue_desk.words.typed_days import OtherWeekday, read_day

_LONGEST_SHOWN = 60


class CannotFollow(Exception):
    """What was typed cannot be kept so; the sentence says why, and what to do."""


def with_typed_code(known: FollowUp, typed: str, words: Words) -> Followed:
    """Return what is followed under a code that somebody typed.

    Raises:
        CannotFollow: when it is no code, nobody has it, or several do.
    """
    code = typed_code(typed)
    if not code:
        raise CannotFollow(no_code_sentence(safe_in_sentence(typed[:LONGEST_CODE]), words))
    found = known.with_code(code)
    if len(found) > 1:
        raise CannotFollow(
            words.tr(
                "Two lines have the code {code}: {lines}. Nothing was written. Choose the line in the list.",
                code=code,
                lines="; ".join(_shown(one.words) for one in found),
            )
        )
    if found:
        return found[0]
    near = [f"{one} ({_shown(known.with_code(one)[0].words)})" for one in known.near(code)]
    if near:
        raise CannotFollow(
            words.tr(
                "No proposal or question here has the code {code}. Near it: {codes}. Nothing was written.",
                code=code,
                codes="; ".join(near),
            )
        )
    raise CannotFollow(
        words.tr(
            "No proposal or question here has the code {code}, and none is near it. Nothing was written.",
            code=code,
        )
    )


def next_day_typed(typed: str, words: Words, today: date) -> str:
    """Return a next date that somebody typed, as 2027-06-30; "" for none.

    Raises:
        CannotFollow: when it is no day, another day of the week, or one that is past.
    """
    if not typed.strip():
        return ""
    try:
        day = read_day(typed, words, today)
    except OtherWeekday as other:
        raise CannotFollow(
            words.tr("{day} is another day of the week. Check it.", day=written_day(other.day, words))
        ) from other
    if day is None:
        shown = _shown(typed)
        raise CannotFollow(words.tr("“{typed}” is no date. Write it as 2027-06-30.", typed=shown))
    if day < today:
        raise CannotFollow(
            words.tr(
                "{day} is already past. A next date is today or later; leave it empty if there is none.",
                day=written_day(day, words),
            )
        )
    return day.isoformat()


def reply_typed(typed: str, words: Words) -> Reply:
    """Return the answer that somebody typed, in any language of the app.

    Raises:
        CannotFollow: when it is none of the words on the answer sheet.
    """
    found = _replies().get(" ".join(plain_letters(typed).split()).strip(". "))
    if found is None:
        several = ", ".join(name_of(one, words) for one in Reply)
        raise CannotFollow(
            words.tr(
                "“{typed}” is no answer. An answer is one of: {replies}.",
                typed=_shown(typed),
                replies=several,
            )
        )
    return found


def answer_to(one: Followed, reply: Reply, why: str = "", by: str = "", next_day: str = "") -> Answer:
    """Return an answer to something followed: under the code it was answered by before, or else its own."""
    about = one.answer.about if one.answer is not None else one.about
    return Answer(about, reply, " ".join(why.split()), " ".join(by.split()), next_day)


def progress_of(one: Followed, status: Status) -> Progress:
    """Return what became of something followed: under the code it was told by before, or else its own."""
    return Progress(one.progress.about if one.progress is not None else one.about, status)


def asleep(desk: Desk, known: FollowUp) -> tuple[Followed, ...]:
    """Return what nobody heard of for long, seen from today in the room of the laptop."""
    now = desk.clock.now()
    zone = desk.clock.zone(now)
    day = local_datetime(now, zone).date()

    def heard_on(one: Followed) -> date | None:
        return None if one.heard is None else local_datetime(one.heard, zone).date()

    return tuple(one for one in known.followed if one.sleeps(day, heard_on(one)))


def write_follow_up(desk: Desk, program: RecordId, *said: Answer | Progress) -> Outcome | None:
    """Keep answers and what became of asks, in one step; None where the desk says all that already.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    facts = {program_fact_id(program, one): one for one in said}
    known = desk.file.records.known(facts)
    writes = [
        Write.of(key, program, fact)
        for key, fact in facts.items()
        if key not in known or known[key].in_conflict or known[key].body != fact
    ]
    return desk.perform(Edit(Act.WRITE, tuple(writes))) if writes else None


def take_back(desk: Desk, program: RecordId, *said: Answer | Progress) -> Outcome | None:
    """Take back answers, or what became of asks, in one step; None where there is nothing to take back.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return desk.remove(*(program_fact_id(program, one) for one in said)) if said else None


def keep_one_answer(desk: Desk, program: RecordId, one: Followed) -> Outcome | None:
    """Keep the answer that is shown, where proposals that were joined had two; None where there is one.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return take_back(desk, program, *one.answers[1:])


def told_twice(one: Followed, words: Words) -> Iterator[str]:
    """Yield in words where two organizers, or two codes, say different things of one ask."""
    if one.two_answers:
        told = "; ".join(
            words.tr("under {code}: {reply}", code=code, reply=name_of(reply, words))
            for code, reply in _by_code(one)
        )
        yield words.tr("It has two answers: {answers}. The first one is shown.", answers=told)
    if one.differing:
        yield words.tr("Two organizers wrote different things of it. Choose which one holds.")


def _by_code(one: Followed) -> Iterator[tuple[str, Reply]]:
    return ((line_code(answer.about), answer.reply) for answer in one.answers)


@cache
def _replies() -> Mapping[str, Reply]:
    """Return each answer by its words, in every language of the app."""
    found = {reply.value: reply for reply in Reply}
    for language in LANGUAGES:
        words = Words(language)
        found |= {plain_letters(name_of(reply, words)): reply for reply in Reply}
    return found


def _shown(text: str) -> str:
    text = safe_in_sentence(text)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rstrip()}…"
