"""What a forum chose: the dots on each option, which ballots they come from, and which ones don't count.

Whatever order ballots are typed or packages arrive in, the result is the same, and each ballot is in one of
the figures once: counted, spoiled, or left out because its entries differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.domain.model.forum import BallotEntry, Forum, ForumOption, ForumStage
from dialogue_desk.domain.model.organizing import FORUM
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.session_folder import Stored

_NO_FORUM = Forum()


@dataclass(frozen=True, slots=True)
class TypedBallot:
    """A ballot, or a tally sheet, under its ``number`` in the pile, with the entries of those who typed it.

    ``counted`` is what it says where all of them agree; None where they ``differ``.
    """

    number: int
    entries: tuple[Stored[BallotEntry], ...]
    counted: BallotEntry | None
    ballots: int

    @property
    def differs(self) -> bool:
        """Whether somebody has to take the ballot and look."""
        return self.counted is None

    @property
    def once(self) -> bool:
        """Whether one person alone typed it."""
        return len({one.body.entry for one in self.entries}) == 1

    @property
    def versions(self) -> tuple[BallotEntry, ...]:
        """All that was typed of it, also where two laptops typed one entry differently."""
        return tuple(body for one in self.entries for body in _versions(one))

    def by(self, entry: int) -> Stored[BallotEntry] | None:
        """Return what the first or the second person typed; None where that person did not."""
        return next((one for one in self.entries if one.body.entry == entry), None)


@dataclass(frozen=True, slots=True)
class OptionResult:
    """How an option did.  ``place`` is 1 for the most dots; options with as many dots have the same place.

    ``option`` is None where its line was erased after people voted: the dots stay under its number.
    ``ballots`` is on how many ballots it has a dot; None where a tally sheet does not say.
    """

    number: int
    option: ForumOption | None
    dots: int
    ballots: int | None
    place: int
    tied: bool

    def text(self, language: str) -> str:
        """Return what the ballot said in a language, or else in the first it has words in."""
        return self.option.said_in(language) if self.option is not None else ""


@dataclass(frozen=True, slots=True)
class ForumResult:
    """What a forum chose; its ``options`` are empty until the count is closed, the most dots first.

    ``ballots`` count; ``spoiled`` ones and those ``left_out``, because two entries differ, do not.  ``once``
    is how many were typed by one person alone, and count all the same.  ``differing`` are the numbers of
    those left out.  ``budget`` is how many dots the counted ballots had in all, ``dots`` how many they gave.
    ``doubled`` are numbers that two organizers gave to two options, ``unsettled`` whether two organizers
    said different things of the forum or an option.
    """

    stage: ForumStage = ForumStage.CHOOSING
    options: tuple[OptionResult, ...] = ()
    ballots: int = 0
    spoiled: int = 0
    left_out: int = 0
    once: int = 0
    given_out: int = 0
    budget: int = 0
    dots: int = 0
    differing: tuple[int, ...] = ()
    doubled: tuple[int, ...] = ()
    unsettled: bool = False

    @property
    def out(self) -> bool:
        """Whether the count is closed and the result can be shown."""
        return self.stage is ForumStage.COUNTED

    @property
    def typed(self) -> int:
        """How many ballots were typed in all."""
        return self.ballots + self.spoiled + self.left_out

    @property
    def too_many(self) -> int:
        """How many more ballots were typed than were given out, where somebody counted these."""
        return max(0, self.typed - self.given_out) if self.given_out else 0

    @property
    def not_back(self) -> int:
        """How many of the ballots that were given out were not typed."""
        return max(0, self.given_out - self.typed)


def tidy(entry: BallotEntry) -> BallotEntry:
    """Return the same entry with its options in order, and without those that got no dot."""
    return replace(entry, dots=tuple(sorted((number, dots) for number, dots in entry.dots if dots)))


def over_budget(entry: BallotEntry, forum: Forum) -> bool:
    """Whether an entry gives more dots than its ballots have."""
    return entry.given > forum.dots_each * entry.ballots


def overfull(entry: BallotEntry, forum: Forum) -> tuple[tuple[int, int], ...]:
    """Return the options to which an entry gives more dots than one may get, each with its dots."""
    most = (forum.most_on_one or forum.dots_each) * entry.ballots
    return tuple((number, dots) for number, dots in entry.dots if dots > most)


def typed_ballots(work: ProgramWork) -> tuple[TypedBallot, ...]:
    """Return the ballots in the order of the pile, with what each person typed."""
    forum = work.forum or _NO_FORUM
    piles: dict[int, list[Stored[BallotEntry]]] = defaultdict(list)
    for one in work.ballots:
        piles[one.body.number].append(one)
    return tuple(_ballot(number, piles[number], forum) for number in sorted(piles))


def forum_result(work: ProgramWork) -> ForumResult:
    """Return what the forum chose; which options got how many dots only once the count is closed."""
    forum = work.forum or _NO_FORUM
    typed = typed_ballots(work)
    said = [one.counted for one in typed if one.counted is not None]
    counted = [one for one in said if not one.spoiled]
    ballots = _sum(counted)
    return ForumResult(
        stage=forum.stage,
        options=_options(work, counted) if forum.stage is ForumStage.COUNTED else (),
        ballots=ballots,
        spoiled=_sum(one for one in said if one.spoiled),
        left_out=sum(one.ballots for one in typed if one.differs),
        once=sum(one.ballots for one in typed if one.once and not one.differs),
        given_out=forum.ballots,
        budget=ballots * forum.dots_each,
        dots=sum(one.given for one in counted),
        differing=tuple(one.number for one in typed if one.differs),
        doubled=doubled_numbers(work.options),
        unsettled=_unsettled(work),
    )


def doubled_numbers(options: Iterable[Stored[ForumOption]]) -> tuple[int, ...]:
    """Return the numbers that stand for two options, because two organizers gave them out."""
    used = Counter(one.body.number for one in options)
    return tuple(sorted(number for number, count in used.items() if count > 1))


def _unsettled(work: ProgramWork) -> bool:
    forum_differs = any(one.endswith(f":{FORUM}") for one in work.differing)
    return forum_differs or any(one.in_conflict for one in work.options)


def _ballot(number: int, entries: Sequence[Stored[BallotEntry]], forum: Forum) -> TypedBallot:
    said = [_as_counted(body, forum) for one in entries for body in _versions(one)]
    agreed = len(set(said)) == 1 and not any(one.in_conflict and not one.others for one in entries)
    ordered = tuple(sorted(entries, key=lambda one: (one.body.entry, one.id)))
    return TypedBallot(number, ordered, said[0] if agreed else None, max(one.ballots for one in said))


def _versions(one: Stored[BallotEntry]) -> tuple[BallotEntry, ...]:
    return (one.body, *(body for body in one.others if isinstance(body, BallotEntry)))


def _as_counted(entry: BallotEntry, forum: Forum) -> BallotEntry:
    """Return what an entry says, whoever typed it; too many dots spoil a ballot that came from elsewhere."""
    entry = tidy(entry)
    spoiled = entry.spoiled or over_budget(entry, forum) or bool(overfull(entry, forum))
    return replace(entry, entry=1, spoiled=spoiled, dots=() if spoiled else entry.dots)


def _options(work: ProgramWork, counted: Sequence[BallotEntry]) -> tuple[OptionResult, ...]:
    dots: Counter[int] = Counter()
    for one in counted:
        dots.update(dict(one.dots))
    known: Mapping[int, ForumOption] = {one.body.number: one.body for one in reversed(work.options)}
    last = max((*known, *dots), default=0)
    numbers = sorted(range(1, last + 1), key=lambda number: (-dots[number], number))
    as_many = Counter(dots[number] for number in numbers)
    return tuple(
        OptionResult(
            number=number,
            option=known.get(number),
            dots=dots[number],
            ballots=_with_a_dot(number, counted),
            place=1 + sum(dots[other] > dots[number] for other in numbers),
            tied=as_many[dots[number]] > 1,
        )
        for number in numbers
    )


def _with_a_dot(number: int, counted: Sequence[BallotEntry]) -> int | None:
    having = [one for one in counted if dict(one.dots).get(number)]
    return None if any(one.ballots > 1 for one in having) else len(having)


def _sum(entries: Iterable[BallotEntry]) -> int:
    return sum(one.ballots for one in entries)
