"""What Prepare says of how a session will go."""

from __future__ import annotations

from datetime import time

from dialogue_desk.domain.model.circles import AS_SPOKEN
from dialogue_desk.domain.model.guide_concerns import ConcernKind
from dialogue_desk.domain.run.outlook import Outlook, PartOutlook
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of, who_leads
from dialogue_desk.words.times import (
    capitalize_first,
    clock_time,
    hours_and_minutes,
    short_time,
    time_of_day,
    turn_length,
)


def why_too_long(one: PartOutlook, people: int, factor: int, words: Words) -> str:
    """Return why a part needs more minutes than it has; "" where only the interpretation takes longer."""
    concern, tr = one.concern, words.tr
    if concern is None:
        return ""
    if concern.kind is ConcernKind.FLOOR_ABOVE_MINUTES:
        return tr("It needs at least {needed} minutes.", needed=concern.needed)
    if concern.kind is ConcernKind.STEPS_TOO_LONG:
        return tr("Its steps take {needed} minutes.", needed=concern.needed)
    said = {
        "people": people,
        "each": turn_length(one.part.seconds_each or 0, words),
        "needed": concern.needed,
    }
    if factor > AS_SPOKEN:
        return tr("{people} people at {each} each, with interpretation, need {needed} minutes.", **said)
    if one.part.pause or one.part.silence:
        return tr("{people} people at {each} each, with pauses and silence, need {needed} minutes.", **said)
    return tr("{people} people at {each} each need {needed} minutes.", **said)


def why_not_at_its_time(one: PartOutlook, zone: int, words: Words) -> str:
    """Return why a part does not begin at its time of day; "" where it does, or has none."""
    if one.misses_its_time:
        at = clock_time(time(*divmod(one.part.at or 0, 60)), words)
        return words.tr(
            "The guide begins it at {time}, which is outside this session. "
            "Here it follows the part before it.",
            time=at,
        )
    if one.due is None or one.late <= 0:
        return ""
    return words.ntr(
        "It begins at {time}, but the parts before it take {count} minute too long.",
        "It begins at {time}, but the parts before it take {count} minutes too long.",
        one.late,
        time=time_of_day(one.due, zone, words),
    )


def beside(one: PartOutlook, zone: int, words: Words) -> str:
    """Return who leads a part, and its time of day with what is to spare before it."""
    said = [who_leads(one.part.lead, words)] if one.part.lead else []
    if one.due is not None and one.late <= 0:
        at = short_time(one.due, zone, words)
        if one.late:
            spare = hours_and_minutes(-one.late, words)
            said.append(words.tr("always at {time}, {spare} to spare before it", time=at, spare=spare))
        else:
            said.append(words.tr("always at {time}", time=at))
    return capitalize_first(" · ".join(said))


def verdict(found: Outlook, zone: int, words: Words) -> str:
    """Return "ends 9:04, 14 min too long" or "ends 8:50, on time", or which part is late for its time."""
    end, late = short_time(found.ends, zone, words), found.late
    if found.delayed and late <= 0:
        one = found.delayed[0]
        return words.tr(
            "{part} at {time}, {over} late",
            part=title_of(one.part, words),
            time=short_time(one.reached, zone, words),
            over=hours_and_minutes(one.late, words),
        )
    if late > 0:
        return words.tr("ends {time}, {over} too long", time=end, over=hours_and_minutes(late, words))
    if late < 0:
        return words.tr("ends {time}, {spare} to spare", time=end, spare=hours_and_minutes(-late, words))
    return words.tr("ends {time}, on time", time=end)


def outcome(found: Outlook, zone: int, factor: int, words: Words) -> str:
    """Return what becomes of the hard end, as a sentence."""
    tr, turns = words.tr, sum(bool(one.shorter_turn) for one in found.parts)
    if found.late <= 0:
        return _at_their_time(found, words)
    end = short_time(found.ends_with_shorter_turns, zone, words)
    if turns and found.ends_with_shorter_turns <= found.hard_end:
        if turns == 2:  # both
            return tr("With both changes it ends {time}, on time.", time=end)
        return words.ntr(
            "With this change it ends {time}, on time.",
            "With the {count} changes it ends {time}, on time.",
            turns,
            time=end,
        )
    return _takes_too_long(found, factor, words)


def _at_their_time(found: Outlook, words: Words) -> str:
    if not found.delayed:
        return words.tr("All parts fit.")
    return words.ntr(
        "{count} part cannot begin at its time.",
        "{count} parts cannot begin at their time.",
        len(found.delayed),
    )


def _takes_too_long(found: Outlook, factor: int, words: Words) -> str:
    tr = words.tr
    if found.waiting:
        return tr(
            "With the time to spare before parts at a fixed hour, it takes {needed} minutes. "
            "You have {minutes}.",
            needed=found.needed + found.waiting,
            minutes=found.minutes,
        )
    if factor > AS_SPOKEN:
        return tr(
            "With interpretation, the parts take about {needed} minutes. You have {minutes}.",
            needed=found.needed,
            minutes=found.minutes,
        )
    return tr(
        "The parts take {needed} minutes. You have {minutes}.", needed=found.needed, minutes=found.minutes
    )
