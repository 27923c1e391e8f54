"""What a report says in front: who met, what they found in sentences, and what they ask for.

The report, the council summary and the poster say the same, from the same values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogue_desk.domain.model.document import (
    Bullet,
    Bullets,
    Columns,
    Figures,
    Finding,
    Findings,
    Paragraph,
    Role,
    Side,
    Tone,
)
from dialogue_desk.domain.overview.report_findings import LONGEST_SENTENCE, MOST_IN_FRONT, Ask
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_sentences import ask_text, asked_day, day_in_words, told_finding
from dialogue_desk.words import Words
from dialogue_desk.words.times import day

_BRIEF_FIGURES = 3


def program_name(plan: ReportPlan, words: Words) -> str:
    """Return the name of the program, or what stands for it."""
    program = plan.picture.program
    return shortened(program.name, 120) if program else words.tr("Circles without a program")


def front_title(plan: ReportPlan, words: Words) -> str:
    """Return the title over what was found and asked."""
    return words.ntr(
        "What {count} circle found, and what it asks for",
        "What {count} circles found, and what they ask for",
        plan.room.met,
    )


def front_page(
    plan: ReportPlan, words: Words, most: int = MOST_IN_FRONT, *, brief: bool = False
) -> tuple[Figures, Columns]:
    """Return the page that works alone: figures, at most so many findings beside asks, how to read it.

    A ``brief`` one has three figures, and findings without what else is counted on them.
    """
    told = findings(plan, words)[:most]
    if brief:
        told = tuple(replace(one, text="") for one in told)
    found = Side(words.tr("What the circles found"), (Findings(told),), share=1.3)
    shown = figures(plan, words)[: _BRIEF_FIGURES if brief else None]
    return Figures(shown), Columns((found, _asks(plan, words, brief=brief)))


def figures(plan: ReportPlan, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the numbers in front, each with what it counts."""
    room, arrived = plan.room, len(plan.picture.arrived)
    people = (words.tr("people at least, counted once"),)
    found = [
        *([(str(room.people), *people)] if room.people else []),
        (str(room.met), words.ntr("circle", "circles", room.met)),
        (str(arrived), words.ntr("session", "sessions", arrived)),
        (str(len(room.by_language)), words.ntr("language", "languages", len(room.by_language))),
    ]
    shared = sum(len(theme.circles) > 1 for theme in plan.picture.themes)
    if shared:
        found.append(
            (str(shared), words.ntr("theme in several circles", "themes in several circles", shared))
        )
    return tuple(found)


def findings(plan: ReportPlan, words: Words) -> tuple[Finding, ...]:
    """Return what was found, in sentences: those that organizers wrote, and those that the counts allow."""
    return tuple(told_finding(found, plan, words) for found in plan.findings)


def asks_in_front(plan: ReportPlan) -> tuple[Ask, ...]:
    """Return the asks that have room in front."""
    return plan.asks[:MOST_IN_FRONT]


def _asks(plan: ReportPlan, words: Words, *, brief: bool) -> Side:
    """Return the asks, and under them by when an answer is asked, and how to read the page."""
    told: list[Bullets | Paragraph] = []
    asks = asks_in_front(plan)
    if asks:
        told.append(Bullets(tuple(_ask(ask, plan, words) for ask in asks)))
        if all(ask.written is None for ask in asks) and asks[0].proposal.circles == 1:
            said = words.tr("No two circles worded a proposal alike, so each theme has a turn.")
            told.append(Paragraph(said, Role.MUTED))
        if (more := len(plan.proposals) - len(asks)) and not brief:
            said = words.ntr("{count} more proposal was made.", "{count} more proposals were made.", more)
            told.append(Paragraph(said, Role.MUTED))
    if answer := answer_text(plan, words):
        told.append(Paragraph(answer, Role.STRONG))
    told += [
        Paragraph(words.tr("How to read this"), Role.STRONG),
        Paragraph(how_to_read(plan, words), Role.MUTED),
    ]
    return Side(asked_title(plan, words) if asks else "", tuple(told), tone=Tone.PANEL)


def asked_of_one(plan: ReportPlan) -> str:
    """Return the office of which all is asked in front; "" where there are several, or none is named."""
    offices = {ask.actor for ask in asks_in_front(plan)}
    return offices.pop() if len(offices) == 1 else ""


def asked_title(plan: ReportPlan, words: Words) -> str:
    """Return the title over asks, with the office that is asked for all of them."""
    office = asked_of_one(plan)
    if office:
        return words.tr("What they ask of: {office}", office=shortened(office, 60))
    return words.tr("What they ask for")


def _ask(ask: Ask, plan: ReportPlan, words: Words) -> Bullet:
    what, language = ask_text(ask, words)
    what = shortened(what, LONGEST_SENTENCE)
    if ask.actor and ask.actor != asked_of_one(plan):
        what = words.tr("{office}: {what}", office=shortened(ask.actor, 40), what=what)
    circles = words.ntr("{count} circle", "{count} circles", ask.proposal.circles)
    program = plan.picture.program
    by = asked_day(ask, words) if program is None or ask.by != program.answer_by else ""
    return Bullet(
        what, ", ".join(part for part in (plan.code_of(ask.proposal), circles, by) if part), language
    )


def answer_text(plan: ReportPlan, words: Words) -> str:
    """Return by when an answer is asked, and when the forum is; "" where nobody said."""
    program = plan.picture.program
    said = []
    if program and program.answer_by:
        said.append(words.tr("Answer asked by {day}.", day=day_in_words(program.answer_by, words)))
    if program and program.forum:
        said.append(words.tr("Action forum: {day}.", day=day_in_words(program.forum, words)))
    return " ".join(said)


def how_to_read(plan: ReportPlan, words: Words) -> str:
    """Return in two lines what is counted, and what is missing."""
    counted = words.tr("We count circles, never votes or notes.")
    room = plan.room
    people = ""
    if room.people:
        people = words.ntr(
            "People are the most who came to one session of each circle, counted in {count} circle.",
            "People are the most who came to one session of each circle, counted in {count} circles.",
            room.counted,
        )
    missing = len(plan.picture.missing)
    lacking = words.tr("Every session has arrived.")
    if missing:
        lacking = words.ntr(
            "{missing} of {count} session has not arrived, so its words are missing here.",
            "{missing} of {count} sessions have not arrived, so their words are missing here.",
            missing + len(plan.picture.arrived),
            missing=missing,
        )
    return " ".join(part for part in (counted, people, lacking) if part)


def dates(plan: ReportPlan, words: Words) -> str:
    """Return from when to when the circles met; "" when none has."""
    first, last = plan.room.first, plan.room.last
    if first is None or last is None:
        return ""
    begun, ended = day(*first, words), day(*last, words)
    return begun if begun == ended else words.tr("{first} to {last}", first=begun, last=ended)


def cover_facts(plan: ReportPlan, words: Words) -> Iterator[tuple[str, str]]:
    """Yield who signs, who is asked, and the forum: what is filled in, and no empty label."""
    program = plan.picture.program
    if program is None:
        return
    signs = "\n".join(part for part in (program.organizer, program.contact) if part)
    if signs:
        yield words.tr("Signed by"), shortened_lines(signs)
    by = words.tr("by {day}", day=day_in_words(program.answer_by, words)) if program.answer_by else ""
    if program.answers or by:
        asked = ",\n".join(part for part in (shortened(program.answers, 120), by) if part)
        yield words.tr("Asked to answer"), asked
    if program.forum:
        yield words.tr("Action forum"), day_in_words(program.forum, words)


def shortened_lines(text: str, lines: int = 4, most: int = 60) -> str:
    """Return a text of a few short lines."""
    return "\n".join(shortened(line, most) for line in text.splitlines()[:lines] if line.strip())


def signature(plan: ReportPlan, words: Words) -> str:
    """Return who stands for a paper, in a line."""
    program = plan.picture.program
    signs = program.organizer.splitlines() if program else []
    return join_with_dots(shortened(line, 60) for line in signs if line.strip()) or program_name(plan, words)
