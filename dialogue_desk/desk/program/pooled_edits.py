"""Slips of several circles, counted together: sums that fit are kept as a step of Undo, others are refused.

A refusal says what is wrong and what to do; nothing is written then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.closing.tallies import total
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL, Session
from dialogue_desk.domain.model.closing import Tally
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.questionnaire import SCALE, Questionnaire
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.model.voices import MOST_SLIPS, PooledCounts, SlipKind
from dialogue_desk.domain.overview.counted_pools import heads_of
from dialogue_desk.domain.overview.program_overview import CircleRow, ProgramPicture
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_MOST_NAMED = 8


class CannotCount(Exception):
    """What was typed cannot be counted so; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class SlipQuestion:
    """A question on slips, the ``answers`` to it, and the ``key`` under which its counts are kept."""

    key: str
    text: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedPile:
    """A pile of slips as it was typed: it may not add up."""

    kind: SlipKind
    circles: tuple[RecordId, ...] = ()
    slips: int = 0
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    said: tuple[str, ...] = ()


def questions_on(picture: ProgramPicture, kind: SlipKind, language: str) -> tuple[SlipQuestion, ...]:
    """Return what slips ask: the questions of the tally sheet, or the statements of the questionnaire."""
    if kind is SlipKind.TALLY:
        return tuple(SlipQuestion(one.id, one.body.name, one.body.answers) for one in picture.categories)
    asked = picture.work.questionnaire
    return statements_on(asked, language) if asked is not None else ()


def statements_on(questionnaire: Questionnaire, language: str) -> tuple[SlipQuestion, ...]:
    """Return the statements of a questionnaire, in a language or else in the one they are written in."""
    return tuple(
        SlipQuestion(one.key, one.text(language) or next((text for _, text in one.texts if text), ""), SCALE)
        for one in questionnaire.statements
    )


def pool_of(pile: TypedPile, asked: Sequence[SlipQuestion], words: Words) -> PooledCounts:
    """Return a pile that adds up, as it is kept.

    Raises:
        CannotCount: when no circle is chosen, when there is no slip, or when sums exceed the slips.
    """
    _check_pile(pile, words)
    texts = {one.key: one.text for one in asked}
    sums: dict[str, int] = {}
    for (question, _), count in pile.counts.items():
        sums[question] = sums.get(question, 0) + count
    for question, answered in sums.items():
        if answered > pile.slips:
            raise CannotCount(
                words.ntr(
                    "“{question}” has {answers} answers, but there is {count} slip. Count that line again.",
                    "“{question}” has {answers} answers, but there are {count} slips. Count that line again.",
                    pile.slips,
                    question=_shown(texts.get(question, question)),
                    answers=answered,
                )
            )
    counts = tuple((*about, count) for about, count in pile.counts.items() if count)
    return PooledCounts(pile.kind, tuple(dict.fromkeys(pile.circles)), pile.slips, counts, pile.said)


def _check_pile(pile: TypedPile, words: Words) -> None:
    if not pile.circles:
        raise CannotCount(words.tr("Choose the circles whose slips are on this pile."))
    if pile.slips < 1:
        raise CannotCount(words.tr("Type how many slips are on this pile."))
    if pile.slips > MOST_SLIPS:
        raise CannotCount(words.tr("One pile has {most} slips at most.", most=MOST_SLIPS))
    if len(pile.said) > pile.slips:
        raise CannotCount(
            words.tr(
                "There are {lines} open lines, but {slips} slips. Each slip has one open line.",
                lines=len(pile.said),
                slips=pile.slips,
            )
        )
    if any(count < 0 for count in pile.counts.values()):
        raise CannotCount(words.tr("A count is a whole number, or 0."))


def write_pool(
    desk: Desk, picture: ProgramPicture, pool: PooledCounts, words: Words, pool_id: RecordId | None = None
) -> Outcome | None:
    """Keep a pile of slips of the picture's program: a new one, or ``pool_id`` as it is now.

    None where the desk says all that already.

    Raises:
        CannotCount: when something of it would count twice, could point to a person, or is asked nowhere.
        DeskTrouble: when it could not be written; then nothing was.
    """
    program = picture.program_id
    if program is None:
        raise CannotCount(words.tr("These circles belong to no program. Make a program first."))
    before = desk.get(pool_id) if pool_id is not None else None
    old = before.body if before is not None and isinstance(before.body, PooledCounts) else None
    if old == pool and before is not None and not before.in_conflict:
        return None
    check_circles(picture, pool, words, pool_id)
    _check_own_tallies(desk, picture, pool, words)
    _check_answers(picture, pool, old, words)
    write = Write.of(pool_id or desk.new_id(), program, pool)
    return desk.perform(Edit(Act.WRITE, (write,)))


def delete_pool(desk: Desk, pool_id: RecordId) -> Outcome | None:
    """Delete a pile of slips; None where it is deleted already.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    record = desk.get(pool_id)
    return None if record is None or record.body is None else desk.remove(pool_id)


def check_circles(
    picture: ProgramPicture, pool: PooledCounts, words: Words, pool_id: RecordId | None = None
) -> None:
    """Check that a pile is of circles of this program, each on one pile, with people enough.

    Raises:
        CannotCount: when it is not.
    """
    rows = {row.circle_id: row for row in picture.rows}
    if not rows.keys() >= set(pool.circles):
        raise CannotCount(
            words.tr(
                "A circle on this pile is not in the program: it was erased, or it belongs to another one. "
                "Choose the circles again. Nothing was written."
            )
        )
    chosen = [rows[one] for one in pool.circles]
    for refusal in (
        *_merged(chosen, pool.kind, words),
        *_on_another_pile(picture, pool, words, pool_id),
        *_too_few(picture, chosen, pool, words),
    ):
        raise CannotCount(refusal)


def _merged(chosen: Iterable[CircleRow], kind: SlipKind, words: Words) -> Iterator[str]:
    """Yield that people of a circle are counted in another one; what they said before that is their own."""
    for row in chosen:
        if row.into and kind is not SlipKind.BEFORE:
            yield words.tr(
                "Circle {code} goes on together with {other}: its slips count there. Leave {code} out.",
                code=row.code,
                other=row.into,
            )


def _on_another_pile(
    picture: ProgramPicture, pool: PooledCounts, words: Words, pool_id: RecordId | None
) -> Iterator[str]:
    others = (one for one in picture.work.pools if one.body.kind is pool.kind and one.id != pool_id)
    for other in others:
        if twice := [one for one in pool.circles if one in other.body.circles]:
            yield words.tr(
                "On another pile already: {circles}. Nothing is counted twice, so leave them out here, or "
                "change that pile. It has {slips} slips from: {others}.",
                circles=codes_text(picture, twice, words),
                slips=other.body.slips,
                others=codes_text(picture, other.body.circles, words),
            )


def _too_few(
    picture: ProgramPicture, chosen: Sequence[CircleRow], pool: PooledCounts, words: Words
) -> Iterator[str]:
    uncounted = [row.circle_id for row in chosen if heads_of(picture, (row.circle_id,)) is None]
    people, least = heads_of(picture, pool.circles), least_people(picture)
    if uncounted or people is None:
        yield words.tr(
            "Nobody counted the people in: {circles}. Enter how many came, or leave these circles out.",
            circles=codes_text(picture, uncounted, words),
        )
    elif people < least:
        yield too_few_people(len(chosen), people, least, words)
    elif pool.slips > people:
        yield too_many_slips(pool.slips, people, words)
    elif pool.slips < least:
        yield words.ntr(
            "{count} slip is too few: its answers could point to a person. Put slips of more circles on "
            "this pile, until there are {least}.",
            "{count} slips are too few: answers could point to a person. Put slips of more circles on this "
            "pile, until there are {least}.",
            pool.slips,
            least=least,
        )


def too_few_people(circles: int, people: int, least: int, words: Words) -> str:
    """Say that so many circles with so many people are too few for a pile."""
    return words.ntr(
        "{count} circle with {people} people is too few: a count could point to a person. Put slips of more "
        "circles on this pile, until they have {least} people.",
        "{count} circles with {people} people are too few: a count could point to a person. Put slips of "
        "more circles on this pile, until they have {least} people.",
        circles,
        people=people,
        least=least,
    )


def too_many_slips(slips: int, people: int, words: Words) -> str:
    """Say that a pile has more slips than its circles have people."""
    return words.tr(
        "{slips} slips are more than the {people} people counted in these circles. Count the slips again, "
        "choose the circle that is missing, or correct how many people came.",
        slips=slips,
        people=people,
    )


def _check_own_tallies(desk: Desk, picture: ProgramPicture, pool: PooledCounts, words: Words) -> None:
    """Check that no circle on a pile of tally slips is counted by tallies that its sessions keep."""
    if pool.kind is not SlipKind.TALLY:
        return
    if own := [one for one in pool.circles if keeps_tallies(desk, one, least_people(picture))]:
        raise CannotCount(
            words.tr(
                "These circles keep tallies of their own: {circles}. Nothing is counted twice, so leave them "
                "out here.",
                circles=codes_text(picture, own, words),
            )
        )


def keeps_tallies(desk: Desk, circle: RecordId, least: int) -> bool:
    """Whether a session of a circle, of so many people at least, counted by the program's categories."""
    records = desk.file.records
    return any(
        total(tally.body)
        for session in stored(records.under(circle, Kind.SESSION), Session)
        if (session.body.present or 0) >= least
        for tally in stored(records.under(session.id, Kind.TALLY), Tally)
    )


def _check_answers(
    picture: ProgramPicture, pool: PooledCounts, old: PooledCounts | None, words: Words
) -> None:
    """Check that slips ask what is counted; what a pile had before stays, though it is asked no more."""
    if pool.said and pool.kind is SlipKind.TALLY:
        raise CannotCount(words.tr("A tally slip has no open line."))
    asked = questions_on(picture, pool.kind, words.language)
    texts = {one.key: one.text for one in asked}
    known = {(one.key, answer) for one in asked for answer in one.answers}
    known |= {(question, answer) for question, answer, _ in (old.counts if old is not None else ())}
    for question, answer, _ in pool.counts:
        if (question, answer) not in known and question in texts:
            raise CannotCount(
                words.tr(
                    "“{answer}” is no answer to “{question}”. Nothing was written.",
                    answer=_shown(answer),
                    question=_shown(texts[question]),
                )
            )
        if (question, answer) not in known:
            raise CannotCount(
                words.tr("These slips ask a question that the program does not have. Nothing was written.")
            )


def least_people(picture: ProgramPicture) -> int:
    """Return how many people, and slips, a pile needs."""
    return picture.program.smallest_total if picture.program is not None else USUAL_SMALLEST_TOTAL


def codes_text(picture: ProgramPicture, circles: Iterable[RecordId], words: Words) -> str:
    """Return the codes of circles in their order, "C01, C02 and 3 more"."""
    chosen = set(circles)
    codes = [row.code for row in picture.rows if row.circle_id in chosen]
    if len(codes) <= _MOST_NAMED:
        return join_names(codes, words)
    named = codes[: _MOST_NAMED - 1]
    more = words.ntr("{count} more", "{count} more", len(codes) - len(named))
    return join_names([*named, more], words)


def _shown(text: str) -> str:
    return safe_in_sentence(text if len(text) <= 60 else f"{text[:59].rstrip()}…")
