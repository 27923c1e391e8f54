"""Sentences about the time and the numbers of a session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.model.circles import AS_SPOKEN
from dialogue_desk.domain.model.guide import (
    Concern,
    ConcernKind,
    Cut,
    Guide,
    Part,
    SessionPlan,
    concerns,
    minutes_needed,
)
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds
from dialogue_desk.domain.model.live_session import Reading
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.pacing import Lateness, drift
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import clock_text, whole_minutes


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
            return words.tr("{minutes} min late", minutes=delay.minutes)
        case Lateness.EARLY:
            return words.tr("{minutes} min early", minutes=delay.minutes)
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
    if whole_minutes(given) != part.minutes:
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


def warnings(
    guide: Guide, plan: SessionPlan, people: int, minutes: int, words: Words, *, factor: int = AS_SPOKEN
) -> tuple[str, ...]:
    """Return what will not work out with so many people in so many minutes.

    ``factor`` is how long speech takes with its interpretation, in percent.
    """
    check = _PlanCheck(guide, plan, people, minutes, factor, words)
    return tuple(filter(None, (check.crowd(), check.whole(), *check.parts())))


@dataclass(frozen=True, slots=True)
class _PlanCheck:
    """Compares the numbers of a session with those of its guide."""

    guide: Guide
    plan: SessionPlan
    people: int
    minutes: int
    factor: int
    words: Words

    @property
    def interpreted(self) -> bool:
        return self.factor > AS_SPOKEN

    def crowd(self) -> str:
        least, most = self.guide.people
        if least <= self.people <= most:
            return ""
        return self.words.tr(
            "This guide is made for {least} to {most} people. You have {people}.",
            least=least,
            most=most,
            people=self.people,
        )

    def whole(self) -> str:
        needed = minutes_needed(self.plan, self.factor)
        if self.minutes >= needed:
            return ""
        if self.interpreted:
            return self.words.tr(
                "With interpretation, the parts take about {needed} minutes and you have {minutes}. "
                "Choose now what can be cut, or end later.",
                needed=needed,
                minutes=self.minutes,
            )
        return self.words.tr(
            "The parts take {needed} minutes and you have {minutes}. Choose now what can be cut, "
            "or end later.",
            needed=needed,
            minutes=self.minutes,
        )

    def parts(self) -> Iterator[str]:
        tr = self.words.tr
        for concern in concerns(self.plan, self.people, self.factor):
            if not concern.part:
                continue
            part = self.plan.part(concern.part)
            numbers = {
                "part": title_of(part, self.words),
                "needed": concern.needed,
                "planned": concern.planned,
            }
            if concern.kind is ConcernKind.GO_ROUND_TOO_LONG:
                yield self.go_round(concern, part, numbers)
            elif concern.kind is ConcernKind.FLOOR_ABOVE_MINUTES:
                yield tr("“{part}” has {planned} minutes, but needs at least {needed}.", **numbers)
            elif concern.kind is ConcernKind.STEPS_TOO_LONG:
                yield tr(
                    "The steps of “{part}” take {needed} minutes, but the part has {planned}.", **numbers
                )

    def go_round(self, concern: Concern, part: Part, numbers: dict[str, object]) -> str:
        tr = self.words.tr
        numbers |= {"people": self.people, "each": part.seconds_each}
        if self.interpreted:
            needs = tr(
                "“{part}”: {people} people with {each} seconds each, with interpretation, need "
                "{needed} minutes; the part has {planned}.",
                **numbers,
            )
        elif part.pause or part.silence:
            needs = tr(
                "“{part}”: {people} people with {each} seconds each, plus pauses and silence, need "
                "{needed} minutes; the part has {planned}.",
                **numbers,
            )
        else:
            needs = tr(
                "“{part}”: {people} people with {each} seconds each need {needed} minutes; "
                "the part has {planned}.",
                **numbers,
            )
        if concern.seconds_each:
            return needs + " " + tr("{seconds} seconds each would fit.", seconds=concern.seconds_each)
        return needs + " " + tr("That is too short for a turn. Add time to the part, or leave it out.")
