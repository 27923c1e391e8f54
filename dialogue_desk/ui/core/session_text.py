"""Sentences about the time and the numbers of a session."""

from __future__ import annotations

from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.model.guide import Cut, Part, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE, SECOND, Milliseconds
from dialogue_desk.domain.model.live_session import Reading
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.pacing import Lateness, drift
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import clock_text, hours_and_minutes, whole_minutes


def session_title(folder: SessionFolder, words: Words) -> str:
    """Return "Session 2 of 5: What is going on here?", or the title alone where there is one session."""
    title = title_of(folder.plan, words)
    total = folder.program.sessions if folder.program else len(folder.guide.sessions)
    if max(total, folder.session.number) <= 1:
        return title
    if folder.session.number > total:
        return words.tr("Session {number}: {title}", number=folder.session.number, title=title)
    return words.tr(
        "Session {number} of {total}: {title}", number=folder.session.number, total=total, title=title
    )


def circle_and_place_text(folder: SessionFolder | SessionEntry, words: Words) -> str:
    """Return "Circle C07 · Eastside Library · 11 people"."""
    said = [
        words.tr("Circle {code}", code=folder.circle.code),
        folder.session.place or folder.circle.place,
        words.ntr("{count} person", "{count} people", folder.session.head_count),
    ]
    return " · ".join(filter(None, said))


def lateness(late: Milliseconds, words: Words) -> str:
    """Return how early or late the session would end, in words."""
    delay = drift(late)
    match delay.lateness:
        case Lateness.LATE:
            return words.tr("{time} late", time=hours_and_minutes(delay.minutes, words))
        case Lateness.EARLY:
            return words.tr("{time} early", time=hours_and_minutes(delay.minutes, words))
        case _:
            return words.tr("on time")


def time_in_words(reading: Reading, words: Words) -> str:
    """Return "2 minutes left", "40 seconds left" or "3 minutes over"."""
    left = reading.left
    if left <= -MINUTE:
        return words.ntr("{count} minute over", "{count} minutes over", -left // MINUTE)
    if left <= 0:
        return words.tr("over time")
    if left < MINUTE:
        return words.ntr("{count} second left", "{count} seconds left", -(-left // 1_000))
    return words.ntr("{count} minute left", "{count} minutes left", -(-left // MINUTE))


def prompts_heading(part: Part, words: Words) -> str:
    """Return the heading of a part's questions: "Ask", or how many of them to ask."""
    if part.choose is not None and part.choose < len(part.ask):
        return words.ntr("Ask one of these", "Ask {count} of these", part.choose)
    return words.tr("Ask")


def interruption_text(plan: SessionPlan, reading: Reading, words: Words) -> str:
    """Return a sentence like "You were in part 4, Where I stand, with 7:40 left."."""
    number, title = reading.part + 1, title_of(plan.parts[reading.part], words)
    if not reading.clock:
        return words.tr(
            "You were in part {number}, {title}, after {time}.",
            number=number,
            title=title,
            time=clock_text(reading.part_elapsed // SECOND * SECOND),
        )
    if reading.left < 0:
        return words.tr(
            "You were in part {number}, {title}, {time} over time.",
            number=number,
            title=title,
            time=clock_text(-reading.left),
        )
    return words.tr(
        "You were in part {number}, {title}, with {time} left.",
        number=number,
        title=title,
        time=clock_text(reading.left),
    )


def part_detail(part: Part, given: Milliseconds, spent: Milliseconds, words: Words) -> str:
    """Return the second line of a part in the list of parts: its minutes, and what it took or may give."""
    said = [words.tr("{minutes} min", minutes=part.minutes)]
    if not part.clock:
        said = [words.tr("about {minutes} min, without a clock", minutes=whole_minutes(given))]
    elif whole_minutes(given) != part.minutes:
        said = [
            words.tr("{minutes} min instead of {planned}", minutes=whole_minutes(given), planned=part.minutes)
        ]
    if spent:
        said.append(words.tr("took {time}", time=clock_text(spent)))
    elif part.cut is Cut.FIRST:
        said.append(words.tr("may be left out first"))
    elif part.cut is Cut.LAST and part.floor * MINUTE < given:
        said.append(words.tr("may shrink to {minutes}", minutes=part.floor))
    return " · ".join(said)
