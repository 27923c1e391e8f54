"""What people read about what a desk holds: how much, by which rule, on hold or not, and what was erased."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.hold import (
    ErasureRule,
    LoggedErasure,
    NothingToHold,
    OpenHold,
    mark_of_record,
)
from dialogue_desk.domain.overview.holdings import CircleHolding, DeskHolding, HeldCounts, KeepRule
from dialogue_desk.words import Words
from dialogue_desk.words.times import day, written_day


def counts_text(counts: HeldCounts, words: Words) -> str:
    """Return how much of each kind is held, such as "2 sessions · 31 notes", and no zeros."""
    ntr = words.ntr
    found = (
        (counts.sessions, ntr("{count} session", "{count} sessions", counts.sessions)),
        (counts.notes, ntr("{count} note", "{count} notes", counts.notes)),
        (counts.quotes, ntr("{count} quote", "{count} quotes", counts.quotes)),
        (counts.sensitive, ntr("{count} sensitive", "{count} sensitive", counts.sensitive)),
        (counts.actions, ntr("{count} action idea", "{count} action ideas", counts.actions)),
        (counts.debriefs, ntr("{count} private debrief", "{count} private debriefs", counts.debriefs)),
        (counts.tallies, ntr("{count} tally", "{count} tallies", counts.tallies)),
    )
    return " · ".join(text for count, text in found if count) or words.tr("Nothing yet")


def rule_text(circle: CircleHolding, words: Words) -> str:
    """Return until when a circle is kept, and whose rule that is."""
    if circle.rule is KeepRule.NONE:
        return words.tr("No day is set")
    until = written_day(date.fromisoformat(circle.until), words)
    if circle.rule is KeepRule.CIRCLE:
        return words.tr("Until {day}, the circle’s own day", day=until)
    return words.tr("Until {day}, the program’s day", day=until)


def hold_text(hold: OpenHold, zone: int, words: Words) -> str:
    """Return what is on hold, since when, and for which request."""
    since = day(hold.hold.since, zone, words)
    name = hold.name if hold.program else words.tr("Circle {code}", code=hold.name)
    if not hold.hold.reference:
        return words.tr(
            "{name} is on hold since {day}: a public-records request is open.", name=name, day=since
        )
    return words.tr(
        "{name} is on hold since {day}: public-records request {number} is open.",
        name=name,
        day=since,
        number=hold.hold.reference,
    )


def cannot_hold_text(why: NothingToHold, words: Words) -> str:
    """Say why something cannot be put on hold, and what that means for whoever asked for it."""
    match why:
        case NothingToHold.UNKNOWN:
            return words.tr("This is not on this laptop, so there is nothing to put on hold.")
        case NothingToHold.ERASED:
            return words.tr(
                "This was erased from this laptop, so there is nothing left to put on hold. The list of what "
                "was erased, under “What we hold”, says when and why."
            )
        case NothingToHold.STILL_IN_COPIES:
            return words.tr(
                "This was erased from this laptop. Copies that are not plugged in still have it, and lose it "
                "as soon as they are. Talk to whoever answers the request before you plug them in."
            )


def desk_texts(holding: DeskHolding, words: Words) -> tuple[str, ...]:
    """Return what is held beside the circles: slips, ballots, copies, files set aside, and what waits."""
    ntr = words.ntr
    found = [
        *_of_programs(holding, words),
        ntr(
            "{count} copy of everything is next to the desk file.",
            "{count} copies of everything are next to the desk file.",
            holding.copies,
        ),
    ]
    if holding.away:
        found.append(
            ntr(
                "More copies are in {count} place that is not plugged in now.",
                "More copies are in {count} places that are not plugged in now.",
                holding.away,
            )
        )
    if holding.set_aside:
        found.append(
            ntr(
                "{count} older desk file was set aside and still has notes.",
                "{count} older desk files were set aside and still have notes.",
                holding.set_aside,
            )
        )
    if holding.waiting:
        found.append(
            ntr(
                "{count} change from another laptop waits for an answer.",
                "{count} changes from other laptops wait for an answer.",
                holding.waiting,
            )
        )
    return tuple(found)


def _of_programs(holding: DeskHolding, words: Words) -> Iterator[str]:
    """Yield what is kept of whole programs, and of no circle alone."""
    if holding.piles:
        yield words.ntr(
            "{count} pile of slips from several circles is kept as sums.",
            "{count} piles of slips from several circles are kept as sums.",
            holding.piles,
        )
    if holding.begun:
        yield words.ntr(
            "{count} pile of slips is typed in part and not saved yet.",
            "{count} piles of slips are typed in part and not saved yet.",
            holding.begun,
        )
    if holding.ballots:
        yield words.ntr(
            "{count} entry of ballots from an action forum is kept, without names.",
            "{count} entries of ballots from action forums are kept, without names.",
            holding.ballots,
        )


def erased_what(line: LoggedErasure, words: Words) -> str:
    """Return what was erased, by its kind and mark: it has no name anymore."""
    mark = mark_of_record(line.id)
    match line.kind:
        case Kind.PROGRAM:
            return words.tr("Program {mark}", mark=mark)
        case Kind.CIRCLE:
            return words.tr("Circle {mark}", mark=mark)
        case Kind.SESSION:
            return words.tr("Session {mark}", mark=mark)
        case Kind.ACTION:
            return words.tr("Action idea {mark}", mark=mark)
        case Kind.NOTE:
            return words.tr("Note {mark}", mark=mark)
        case _:
            return words.tr("Everything")


def erased_counts(line: LoggedErasure, words: Words) -> str:
    """Return what was in it; "" for a single note."""
    ntr = words.ntr
    if line.kind in (Kind.NOTE, Kind.ACTION):
        return ""
    found = (
        (line.circles if line.kind is None else 0, ntr("{count} circle", "{count} circles", line.circles)),
        (
            0 if line.kind is Kind.SESSION else line.sessions,
            ntr("{count} session", "{count} sessions", line.sessions),
        ),
        (line.notes, ntr("{count} note", "{count} notes", line.notes)),
        (line.actions, ntr("{count} action idea", "{count} action ideas", line.actions)),
    )
    return " · ".join(text for count, text in found if count)


def erased_why(line: LoggedErasure, words: Words) -> str:
    """Return under which rule it was erased."""
    match line.rule:
        case ErasureRule.RETENTION:
            said = words.tr(
                "It was to be kept until {day}.", day=written_day(date.fromisoformat(line.until), words)
            )
        case ErasureRule.WITHDRAWN:
            said = words.tr("The quote was withdrawn.")
        case ErasureRule.OTHER_LAPTOP:
            said = words.tr("It was erased on another laptop.")
        case ErasureRule.ASKED | ErasureRule.EVERYTHING:
            said = words.tr("A person erased it here.")
    held = words.tr("It was on hold.")
    return f"{said} {held}" if line.on_hold else said
