"""The action forum typed in: options, ballots, the count, and action teams, each as a step of Undo.

What cannot be kept as it was typed is refused with a sentence, and nothing of it is written.  Options stay as
they are once people vote, ballots once the count is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.forum import (
    MOST_FORUM_DOTS,
    MOST_OPTIONS,
    MOST_VOTERS,
    ActionTeam,
    BallotEntry,
    Forum,
    ForumOption,
    ForumStage,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import ProgramFact, program_fact_id
from dialogue_desk.domain.overview.forum_result import doubled_numbers, over_budget, overfull, tidy
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.words import Words
from dialogue_desk.words.times import local_datetime, written_day

_FEWEST_OPTIONS = 2
_LONGEST_SHOWN = 40
_BETWEEN = re.compile(r"[ \t\xa0,;+./]+")
"""What may stand between options: a number pad has no space, and no line goes on into another ballot's."""
_TIMES = re.compile(r"\s*[x×*]\s*", re.IGNORECASE)
_DOTS_ON = re.compile(r"([0-9]{1,3})(?:x([0-9]{1,7}))?")


class CannotVote(Exception):
    """This cannot be kept so; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class TypedPile:
    """What became of several ballots: how many are kept, and a sentence for each that was refused."""

    kept: int = 0
    refused: tuple[str, ...] = ()


def forum_of(desk: Desk, program: RecordId) -> Forum:
    """Return how a program votes, as usual where nobody said anything."""
    record = desk.get(program_fact_id(program, Forum()))
    return record.body if record is not None and isinstance(record.body, Forum) else Forum()


def options_of(desk: Desk, program: RecordId) -> tuple[Stored[ForumOption], ...]:
    """Return the options of a program by their numbers."""
    found = stored(desk.file.records.under(program, Kind.FORUM_OPTION), ForumOption)
    return tuple(sorted(found, key=lambda one: (one.body.number, one.id)))


def set_up_forum(desk: Desk, program: RecordId, forum: Forum, words: Words) -> Outcome | None:
    """Keep how many dots a ballot has and how many ballots were given out; how far the vote is stays.

    Raises:
        CannotVote: when dots would change while people vote, or anything after the count.
        DeskTrouble: when it could not be written; then nothing was.
    """
    known = forum_of(desk, program)
    new = replace(forum, stage=known.stage)
    if known.stage is ForumStage.COUNTED and new != known:
        raise CannotVote(_counted_text(words))
    dots = (known.dots_each, known.most_on_one) != (new.dots_each, new.most_on_one)
    if known.stage is ForumStage.VOTING and dots:
        raise CannotVote(
            words.tr(
                "People already vote, with {count} dots each. Nothing was changed. "
                "The dots on a ballot stay the same until the vote is over.",
                count=known.dots_each,
            )
        )
    return _write(desk, program, new)


def choose_options(
    desk: Desk, program: RecordId, options: Sequence[ForumOption], words: Words
) -> Outcome | None:
    """Make these the options, numbered from 1 in their order; None where they are that already.

    Raises:
        CannotVote: when they are locked, too many, or one is there twice.
        DeskTrouble: when it could not be written; then nothing was.
    """
    if forum_of(desk, program).stage is not ForumStage.CHOOSING:
        raise CannotVote(
            words.tr("The options are locked, because people vote on them. Nothing was changed.")
        )
    if len(options) > MOST_OPTIONS:
        raise CannotVote(
            words.tr(
                "A ballot has room for {most} options, and these are {count}. Choose fewer.",
                most=MOST_OPTIONS,
                count=len(options),
            )
        )
    if len({one.about for one in options}) < len(options):
        raise CannotVote(words.tr("One proposal is chosen twice. Keep it once."))
    wanted = [replace(one, number=number) for number, one in enumerate(options, 1)]
    writes = [*_removals(desk, program, wanted), *_writes(desk, program, wanted)]
    return desk.perform(Edit(Act.SORT, tuple(writes))) if writes else None


def lock(desk: Desk, program: RecordId, words: Words) -> Outcome | None:
    """Lock the options, so that people can vote on them; None where they are locked already.

    Raises:
        CannotVote: when there are too few, or two organizers still say different things of one.
        DeskTrouble: when it could not be written; then nothing was.
    """
    forum, options = forum_of(desk, program), options_of(desk, program)
    if forum.stage is not ForumStage.CHOOSING:
        return None
    if len(options) < _FEWEST_OPTIONS:
        raise CannotVote(words.tr("People choose between at least two options. Choose more first."))
    if doubled := doubled_numbers(options):
        raise CannotVote(
            words.tr(
                "Two options have the number {number}: two organizers chose options. "
                "Put the options in order again, then lock them.",
                number=doubled[0],
            )
        )
    for one in options:
        if one.in_conflict:
            raise CannotVote(
                words.tr(
                    "Two organizers wrote option {number} in different ways. Choose one of them first.",
                    number=one.body.number,
                )
            )
        if not any(text for _, text in one.body.texts):
            raise CannotVote(words.tr("Option {number} has no words yet.", number=one.body.number))
    return _write(desk, program, replace(forum, stage=ForumStage.VOTING))


def unlock(desk: Desk, program: RecordId, words: Words) -> Outcome | None:
    """Open the options again before the first ballot is typed; None where they are open.

    Raises:
        CannotVote: when ballots are typed already.
        DeskTrouble: when it could not be written; then nothing was.
    """
    forum = forum_of(desk, program)
    if forum.stage is ForumStage.CHOOSING:
        return None
    if _any_ballot(desk, program):
        raise CannotVote(
            words.tr(
                "Ballots are typed already, so the options stay as people saw them. Nothing was changed."
            )
        )
    return _write(desk, program, replace(forum, stage=ForumStage.CHOOSING))


def read_ballot(typed: str, words: Words) -> tuple[tuple[int, int], ...]:
    """Return the dots of a ballot typed as option numbers: "3 3 7", or "3x2 7"; "0" for a ballot without.

    Raises:
        CannotVote: when it is something else, or names an option that no ballot has.
    """
    pieces = [piece for piece in _BETWEEN.split(_TIMES.sub("x", typed.strip())) if piece]
    if pieces == ["0"]:
        return ()
    if not pieces:
        raise CannotVote(words.tr("Nothing is typed. For a ballot without dots, type 0."))
    dots: dict[int, int] = {}
    for piece in pieces:
        found = _DOTS_ON.fullmatch(piece)
        if found is None:
            raise CannotVote(
                words.tr(
                    "“{typed}” is no option. Type their numbers, as 3 3 7, or 3x2 for two dots on 3.",
                    typed=piece[:_LONGEST_SHOWN],
                )
            )
        number = int(found[1])
        if not 1 <= number <= MOST_OPTIONS:
            raise CannotVote(_no_option_text(number, words))
        dots[number] = dots.get(number, 0) + int(found[2] or 1)
    if sum(dots.values()) > MOST_VOTERS * MOST_FORUM_DOTS:
        raise CannotVote(words.tr("That is more dots than a forum can have. Check the number."))
    return tuple(sorted((number, given) for number, given in dots.items() if given))


def type_ballot(
    desk: Desk, program: RecordId, entry: BallotEntry, words: Words, *, again: bool = False
) -> Outcome | None:
    """Keep a ballot; None where it is kept so already.  ``again`` writes over what the same person typed.

    Raises:
        CannotVote: when nobody can vote now, it has too many dots, or it was typed with other dots before.
        DeskTrouble: when it could not be written; then nothing was.
    """
    entry = _checked(_Booth.of(desk, program, words), entry, again=again)
    return _write(desk, program, entry)


def type_ballots(
    desk: Desk, program: RecordId, entries: Iterable[BallotEntry], words: Words, *, again: bool = False
) -> TypedPile:
    """Keep several ballots in one step; those that cannot be kept are left out, each with a sentence.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    booth = _Booth.of(desk, program, words)
    kept: dict[RecordId, BallotEntry] = {}
    refused: list[str] = []
    for one in entries:
        try:
            entry = _checked(booth, one, again=again)
            _check_same(kept.setdefault(program_fact_id(program, entry), entry), entry, words)
        except CannotVote as trouble:
            refused.append(str(trouble))
    writes = tuple(_writes(desk, program, tuple(kept.values())))
    if writes:
        desk.perform(Edit(Act.WRITE, writes))
    return TypedPile(len(kept), tuple(refused))


def clear_ballot(desk: Desk, program: RecordId, entry: BallotEntry, words: Words) -> Outcome | None:
    """Delete what one person typed of a ballot; None where there is nothing.

    Raises:
        CannotVote: when the count is closed.
        DeskTrouble: when it could not be written; then nothing was.
    """
    if forum_of(desk, program).stage is ForumStage.COUNTED:
        raise CannotVote(_counted_text(words))
    key = program_fact_id(program, entry)
    record = desk.get(key)
    return desk.remove(key) if record is not None and record.body is not None else None


def close_vote(desk: Desk, program: RecordId, words: Words) -> Outcome | None:
    """Close the count, so that the result can be shown; None where it is closed.

    Ballots whose entries still differ are left out, and the result says so.

    Raises:
        CannotVote: when people don't vote yet, or no ballot is typed.
        DeskTrouble: when it could not be written; then nothing was.
    """
    forum = forum_of(desk, program)
    if forum.stage is ForumStage.COUNTED:
        return None
    if forum.stage is ForumStage.CHOOSING:
        raise CannotVote(_not_locked_text(words))
    if not _any_ballot(desk, program):
        raise CannotVote(words.tr("No ballot is typed yet, so there is nothing to count."))
    return _write(desk, program, replace(forum, stage=ForumStage.COUNTED))


def open_vote_again(desk: Desk, program: RecordId) -> Outcome | None:
    """Open the count again, so that ballots can be typed; None where it is not closed.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    forum = forum_of(desk, program)
    if forum.stage is not ForumStage.COUNTED:
        return None
    return _write(desk, program, replace(forum, stage=ForumStage.VOTING))


def write_team(desk: Desk, program: RecordId, team: ActionTeam, words: Words) -> Outcome | None:
    """Keep an action team; None where it is kept so already.

    Raises:
        CannotVote: when its first day is new and past.
        DeskTrouble: when it could not be written; then nothing was.
    """
    record = desk.get(program_fact_id(program, team))
    known = record.body if record is not None and isinstance(record.body, ActionTeam) else None
    if team.first_day and (known is None or known.first_day != team.first_day):
        now = desk.clock.now()
        day = date.fromisoformat(team.first_day)
        if day < local_datetime(now, desk.clock.zone(now)).date():
            raise CannotVote(
                words.tr(
                    "{day} is already past. A first date is today or later; leave it empty if there is none.",
                    day=written_day(day, words),
                )
            )
    return _write(desk, program, team)


def remove_team(desk: Desk, program: RecordId, team: ActionTeam) -> Outcome | None:
    """Delete an action team; None where there is none.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    key = program_fact_id(program, team)
    record = desk.get(key)
    return desk.remove(key) if record is not None and record.body is not None else None


@dataclass(frozen=True, slots=True)
class _Booth:
    """What a ballot is held against: the forum, the last number on its ballot, and what is typed already."""

    desk: Desk
    program: RecordId
    forum: Forum
    last: int
    words: Words

    @classmethod
    def of(cls, desk: Desk, program: RecordId, words: Words) -> _Booth:
        records = list(desk.file.records.under(program, Kind.FORUM_OPTION))
        known = [one.body.number for one in records if isinstance(one.body, ForumOption)]
        erased = sum(one.erased for one in records)  # people voted on these too
        last = min(MOST_OPTIONS, max(len(known) + erased, *known, 0))
        return cls(desk, program, forum_of(desk, program), last, words)


def _checked(booth: _Booth, entry: BallotEntry, *, again: bool) -> BallotEntry:
    """Return a ballot as it is kept.

    Raises:
        CannotVote: when it cannot be.
    """
    words, forum = booth.words, booth.forum
    if forum.stage is ForumStage.CHOOSING:
        raise CannotVote(_not_locked_text(words))
    if forum.stage is ForumStage.COUNTED:
        raise CannotVote(_counted_text(words))
    entry = tidy(entry)
    if not entry.spoiled:
        _check_dots(booth, entry)
    before = booth.desk.get(program_fact_id(booth.program, entry))
    body = before.body if before is not None else None
    if not again and body is not None and body != entry:
        raise CannotVote(_typed_before_text(entry, words))
    return entry


def _check_dots(booth: _Booth, entry: BallotEntry) -> None:
    words, forum = booth.words, booth.forum
    for number, _ in entry.dots:
        if number > booth.last:
            raise CannotVote(_no_option_text(number, words))
    if over_budget(entry, forum):
        raise CannotVote(
            words.tr(
                "Ballot {number} has {dots} dots and may have {most}. "
                "Look at it again, or keep it as spoiled.",
                number=entry.number,
                dots=entry.given,
                most=forum.dots_each * entry.ballots,
            )
        )
    for option, dots in overfull(entry, forum):
        raise CannotVote(
            words.tr(
                "Ballot {number} has {dots} dots on option {option} and may have {most}. "
                "Look at it again, or keep it as spoiled.",
                number=entry.number,
                dots=dots,
                option=option,
                most=(forum.most_on_one or forum.dots_each) * entry.ballots,
            )
        )


def _check_same(before: BallotEntry, entry: BallotEntry, words: Words) -> None:
    if before != entry:
        raise CannotVote(_typed_before_text(entry, words))


def _no_option_text(number: int, words: Words) -> str:
    return words.tr("There is no option {number} on the ballot. Check the numbers.", number=number)


def _typed_before_text(entry: BallotEntry, words: Words) -> str:
    if entry.entry == 1:
        return words.tr(
            "Ballot {number} is typed already by the first person, with other dots. "
            "Nothing was changed. Check the number on the ballot.",
            number=entry.number,
        )
    return words.tr(
        "Ballot {number} is typed already by the second person, with other dots. "
        "Nothing was changed. Check the number on the ballot.",
        number=entry.number,
    )


def _counted_text(words: Words) -> str:
    return words.tr("The count is closed. Nothing was changed. Open the count again first.")


def _not_locked_text(words: Words) -> str:
    return words.tr("Nobody can vote yet. Lock the options first.")


def _any_ballot(desk: Desk, program: RecordId) -> bool:
    return any(one.body is not None for one in desk.file.records.under(program, Kind.BALLOT_ENTRY))


def _removals(desk: Desk, program: RecordId, wanted: Sequence[ForumOption]) -> Iterator[Write]:
    keys = {program_fact_id(program, one) for one in wanted}
    for record in desk.file.records.under(program, Kind.FORUM_OPTION):
        if record.id not in keys and record.body is not None:
            yield Write.again(record, None)


def _writes(desk: Desk, program: RecordId, facts: Sequence[ProgramFact]) -> Iterator[Write]:
    """Yield the writing of each fact that the desk does not say already."""
    by_id = {program_fact_id(program, fact): fact for fact in facts}
    known = desk.file.records.known(by_id)
    for key, fact in by_id.items():
        if key not in known or known[key].in_conflict or known[key].body != fact:
            yield Write.of(key, program, fact)


def _write(desk: Desk, program: RecordId, fact: ProgramFact) -> Outcome | None:
    writes = tuple(_writes(desk, program, (fact,)))
    return desk.perform(Edit(Act.WRITE, writes)) if writes else None
