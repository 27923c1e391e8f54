"""Who took part and who is missing: whom a program wants, how many were counted, and in how many circles.

People are counted by the questions of the tally sheet, for the program as a whole: in the tallies that large
circles kept, and in slips of several circles that were counted together.  A circle is counted once, in the
session with the most answers.  Few people are never told (``hidden_cells``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.closing.tallies import total
from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL, Officers
from dialogue_desk.domain.model.closing import Tally, TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice, VoiceKind
from dialogue_desk.domain.overview.counted_pools import counted_pools
from dialogue_desk.domain.overview.hidden_cells import shown, shown_total
from dialogue_desk.domain.overview.program_overview import CircleRow, ProgramPicture
from dialogue_desk.domain.overview.session_folder import Stored

ENOUGH_COUNTED = 80
"""In so many of a hundred circles people are counted before anybody is said to be missing."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """In how many ``circles``, ``of`` all circles of the program that met, people were counted."""

    circles: int
    of: int

    @property
    def enough(self) -> bool:
        """Whether so many circles were counted that somebody can be said to be missing."""
        return self.of > 0 and self.circles >= self.needed

    @property
    def needed(self) -> int:
        """How many circles are counted before anybody is said to be missing."""
        return -(-self.of * ENOUGH_COUNTED // 100)


class VoiceStanding(StrEnum):
    """How it is with those a program wants."""

    NOT_COUNTED = "not counted"
    TOO_LITTLE_COVERAGE = "too little coverage"
    HIDDEN = "hidden"
    NO_NUMBER_HOPED = "no number hoped for"
    ENOUGH = "enough"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """How many people gave one answer; None where the number is hidden."""

    answer: str
    people: int | None


@dataclass(frozen=True, slots=True)
class CategoryCounts:
    """How many people of the whole program gave each answer to one question of the tally sheet.

    ``answered`` is how many answered it at all; None where that is hidden.
    """

    category: RecordId
    name: str
    answers: tuple[AnswerCount, ...]
    answered: int | None
    coverage: Coverage

    @property
    def hides(self) -> bool:
        """Whether a number of it is hidden."""
        return any(one.people is None for one in self.answers)

    def count_of(self, answer: str) -> AnswerCount | None:
        """Return how many gave an answer, or None where the question has no such answer."""
        return next((one for one in self.answers if one.answer == answer), None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Those a program wants, and how it is with them.

    ``counted`` is how many people were counted, None where nobody was or the number is ``hidden``.
    ``missing`` is how many fewer that is than hoped for, told only where enough circles were counted.
    ``circles`` is in how many of ``coverage`` they took part, of police and young people that no question of
    the tally sheet asks for: officers were in the room, or it is a circle of young people.
    ``asked`` are the invitations that name them.
    """

    id: RecordId
    voice: Voice
    standing: VoiceStanding
    coverage: Coverage
    counted: int | None = None
    hidden: bool = False
    missing: int | None = None
    circles: int | None = None
    asked: tuple[Stored[Invitation], ...] = ()
    in_conflict: bool = False

    @property
    def to_act_on(self) -> bool:
        """Whether they are missing, or may be."""
        return self.standing in (VoiceStanding.MISSING, VoiceStanding.HIDDEN)


@dataclass(frozen=True, slots=True)
class InvitationSums:
    """How many organizations and roles were asked, how many people they invited, and how many signed up."""

    asked: int
    invited: int
    signed_up: int


@dataclass(frozen=True, slots=True)
class CircleSums:
    """How many circles met, by what may be said of a circle: its language, its officers, whether of youth.

    ``with_officers`` is in how many officers were there at any session, of ``officers_told`` that say so.
    """

    met: int
    by_language: tuple[tuple[str, int], ...]
    with_officers: int
    officers_told: int
    of_young_people: int


@dataclass(frozen=True, slots=True)
class Uncounted:
    """What was typed in and is left out, so that nobody counts twice.

    ``pools`` share a circle with another one that counts; ``circles`` kept tallies of their own, and
    are counted in a pool.  ``elsewhere`` are pools of which no circle is in the program.
    """

    pools: tuple[Stored[PooledCounts], ...] = ()
    circles: tuple[RecordId, ...] = ()
    elsewhere: tuple[Stored[PooledCounts], ...] = ()


@dataclass(frozen=True, slots=True)
class VoicesPicture:
    """Who took part in a program, and who is wanted."""

    wanted: tuple[Wanted, ...]
    categories: tuple[CategoryCounts, ...]
    invitations: InvitationSums
    circles: CircleSums
    uncounted: Uncounted
    least: int = USUAL_SMALLEST_TOTAL

    @property
    def missing(self) -> tuple[Wanted, ...]:
        """Those who are missing or may be: most missing first, then those whose number is hidden."""
        found = (one for one in self.wanted if one.to_act_on)
        return tuple(sorted(found, key=lambda one: (one.missing is None, -(one.missing or 0))))

    @property
    def says_something(self) -> bool:
        """Whether anybody is wanted, or anything was counted."""
        return bool(self.wanted) or any(one.coverage.circles for one in self.categories)


def voices_of(picture: ProgramPicture) -> VoicesPicture:
    """Return who took part in a program, and who is wanted."""
    least = picture.program.smallest_total if picture.program else USUAL_SMALLEST_TOTAL
    here = {row.circle_id for row in picture.rows}
    elsewhere = tuple(one for one in picture.work.pools if here.isdisjoint(one.body.circles))
    piles = counted_pools((one for one in picture.work.pools if one not in elsewhere), SlipKind.TALLY)
    met = [row for row in picture.rows if any(row.sessions)]
    kept = {row.circle_id: _fullest(row) for row in met}
    goes_on = _goes_on(picture.rows)
    both: set[RecordId] = set()
    categories = []
    for category in picture.categories:
        counted = _Counted.of(category.id, kept, piles.pools, goes_on)
        both |= counted.twice
        categories.append(_counts(category, counted, len(met), least))
    circles = _circle_sums(met)
    return VoicesPicture(
        wanted=tuple(_wanted(one, categories, circles, picture) for one in picture.work.voices),
        categories=tuple(categories),
        invitations=invitation_sums(one.body for one in picture.work.invitations),
        circles=circles,
        uncounted=Uncounted(
            piles.left_out,
            tuple(row.circle_id for row in met if row.circle_id in both),
            tuple(one for one in elsewhere if one.body.kind is SlipKind.TALLY),
        ),
        least=least,
    )


def invitation_sums(invitations: Iterable[Invitation]) -> InvitationSums:
    """Return how many were asked, invited and signed up by these invitations."""
    several = list(invitations)
    return InvitationSums(
        len(several), sum(one.invited for one in several), sum(one.signed_up for one in several)
    )


def _fullest(row: CircleRow) -> dict[RecordId, Tally]:
    """Return the tallies of a circle, of each question that of the session with the most answers."""
    found: dict[RecordId, Tally] = {}
    for held in row.sessions:
        for tally in held.tallies if held is not None else ():
            if tally.category not in found or total(tally) > total(found[tally.category]):
                found[tally.category] = tally
    return found


def _goes_on(rows: Iterable[CircleRow]) -> dict[RecordId, RecordId]:
    """Return the circle with which each merged one goes on in the end; its people are counted there."""
    several = list(rows)
    ids = {row.code: row.circle_id for row in several}
    next_one = {row.circle_id: ids[row.into] for row in several if row.into in ids}
    found: dict[RecordId, RecordId] = {}
    for circle in next_one:
        last, passed = circle, {circle}
        while (other := next_one.get(last)) is not None and other not in passed:
            last = other
            passed.add(other)
        found[circle] = last
    return found


@dataclass(frozen=True, slots=True)
class _Counted:
    """What was counted of a question: ``answers``, in which ``circles``, which of them ``twice``."""

    answers: Mapping[str, int]
    circles: frozenset[RecordId]
    twice: frozenset[RecordId]

    @classmethod
    def of(
        cls,
        category: RecordId,
        kept: Mapping[RecordId, Mapping[RecordId, Tally]],
        pools: Sequence[Stored[PooledCounts]],
        goes_on: Mapping[RecordId, RecordId],
    ) -> _Counted:
        answers: Counter[str] = Counter()
        pooled: set[RecordId] = set()
        for pool in pools:
            if pool.body.answered(category):
                pooled.update(pool.body.circles)
            for question, answer, count in pool.body.counts:
                if question == category:
                    answers[answer] += count
        own = {circle: tallies[category] for circle, tallies in kept.items() if category in tallies}
        for circle, tally in own.items():
            if circle not in pooled and goes_on.get(circle) not in own:
                answers.update(dict(tally.counts))
        counted = kept.keys() & pooled | own.keys()
        counted |= {circle for circle, other in goes_on.items() if circle in kept and other in counted}
        return cls(answers, frozenset(counted), frozenset(own.keys() & pooled))


def _counts(category: Stored[TallyCategory], counted: _Counted, met: int, least: int) -> CategoryCounts:
    """Return the counts of a question; answers that it has no more stand last, where somebody gave them."""
    given = sorted(answer for answer, count in counted.answers.items() if count)
    names = tuple(dict.fromkeys((*category.body.answers, *given)))
    numbers = [counted.answers.get(name, 0) for name in names]
    told = shown(numbers, least)
    return CategoryCounts(
        category.id,
        category.body.name,
        tuple(AnswerCount(name, count) for name, count in zip(names, told, strict=True)),
        shown_total(numbers, least),
        Coverage(len(counted.circles), met),
    )


def _circle_sums(met: Sequence[CircleRow]) -> CircleSums:
    told = [{held.officers for held in row.sessions if held is not None} - {None} for row in met]
    return CircleSums(
        met=len(met),
        by_language=tuple(Counter(row.language for row in met).most_common()),
        with_officers=sum(not said <= {Officers.NOT_PRESENT} for said in told),
        officers_told=sum(bool(said) for said in told),
        of_young_people=sum(row.youth for row in met),
    )


def _wanted(
    voice: Stored[Voice],
    categories: Sequence[CategoryCounts],
    circles: CircleSums,
    picture: ProgramPicture,
) -> Wanted:
    asked = tuple(one for one in picture.work.invitations if voice.id in one.body.voices)
    counts = next((one for one in categories if one.category == voice.body.category), None)
    count = counts.count_of(voice.body.answer) if counts is not None else None
    if counts is None or count is None:
        return _by_circles(voice, circles, asked)
    standing = _standing(voice.body, counts.coverage, count.people)
    hidden = bool(counts.coverage.circles) and count.people is None
    missing = max(voice.body.hoped - count.people, 0) if count.people is not None else None
    return Wanted(
        voice.id,
        voice.body,
        standing,
        counts.coverage,
        counted=count.people,
        hidden=hidden,
        missing=missing if standing is VoiceStanding.MISSING else None,
        asked=asked,
        in_conflict=voice.in_conflict,
    )


def _standing(voice: Voice, coverage: Coverage, people: int | None) -> VoiceStanding:
    if not coverage.circles:
        return VoiceStanding.NOT_COUNTED
    if not voice.hoped:
        return VoiceStanding.NO_NUMBER_HOPED
    if people is not None and people >= voice.hoped:
        return VoiceStanding.ENOUGH
    if not coverage.enough:
        return VoiceStanding.TOO_LITTLE_COVERAGE
    return VoiceStanding.HIDDEN if people is None else VoiceStanding.MISSING


def _by_circles(voice: Stored[Voice], circles: CircleSums, asked: tuple[Stored[Invitation], ...]) -> Wanted:
    """Return how it is with those whom no question asks for: of police and young people, by circles."""
    coverage, found = Coverage(0, circles.met), None
    if voice.body.kind is VoiceKind.POLICE and circles.officers_told:
        coverage, found = Coverage(circles.officers_told, circles.met), circles.with_officers
    if voice.body.kind is VoiceKind.YOUNG and circles.met:
        coverage, found = Coverage(circles.met, circles.met), circles.of_young_people
    nobody = found == 0 and voice.body.kind is VoiceKind.POLICE and coverage.enough and voice.body.hoped
    return Wanted(
        voice.id,
        voice.body,
        VoiceStanding.MISSING if nobody else VoiceStanding.NOT_COUNTED,
        coverage,
        missing=voice.body.hoped if nobody else None,
        circles=found,
        asked=asked,
        in_conflict=voice.in_conflict,
    )
