"""What a report says in front: who met, what they found in sentences, and what they ask for.

The report, the council summary and the poster say the same, from the same values.
"""

from __future__ import annotations

from collections.abc import Sequence

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
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.domain.overview.report_plan import (
    CountedFinding,
    FindingKind,
    MainTheme,
    ReportPlan,
)
from dialogue_desk.reports.phrases import of_circles, shortened
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.times import day

_MOST_TIED, _NAME = 2, 36
"""How many themes that are tied a sentence names at most, and how long their names are in it."""


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


def front_page(plan: ReportPlan, words: Words, most: int = 5) -> tuple[Figures, Columns]:
    """Return the page that works alone: figures, at most so many findings beside asks, how to read it."""
    told = Findings(findings(plan, words)[:most])
    found = Side(words.tr("What the circles found"), (told,), share=1.3)
    return Figures(figures(plan, words)), Columns((found, _asks(plan, words)))


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
    """Return what was found, in sentences that the counts allow."""
    made = [_finding(found, plan.room.met, words) for found in plan.findings]
    half = [theme for theme in plan.themes if 2 * len(theme.theme.circles) >= plan.room.met]
    if len(half) > 1 and plan.room.met > 1:
        made.append(
            Finding(
                words.ntr(
                    "{count} theme came up in at least half of the circles",
                    "{count} themes came up in at least half of the circles",
                    len(half),
                ),
                words.ntr(
                    "{count} of {total} theme",
                    "{count} of {total} themes",
                    len(plan.picture.themes),
                    count=len(half),
                    total=len(plan.picture.themes),
                ),
                len(half),
                len(plan.picture.themes),
                _all_named(half, words),
            )
        )
    return tuple(made)


def _all_named(themes: Sequence[MainTheme], words: Words) -> str:
    names = [shortened(theme.theme.name, 30) for theme in themes[:5]]
    more = len(themes) - len(names)
    if not more:
        return join_names(names, words) + "."
    return words.tr("{names} and {count} more.", names=", ".join(names), count=more)


def _finding(found: CountedFinding, total: int, words: Words) -> Finding:
    first, names = found.themes[0], tied_names(found.themes, words)
    several = len(found.themes) > 1
    code = "" if several else words.tr("Theme {number}", number=first.number)
    match found.kind:
        case FindingKind.RAISED:
            title = words.tr("{themes} came up in the most circles", themes=names)
            text = "" if several else _agreed_and_differed(first, words)
        case FindingKind.AGREED:
            title = words.tr("The most circles found common ground on {themes}", themes=names)
            text = "" if several else _differed(first, words)
        case FindingKind.DIFFERED:
            title = words.tr("People disagreed in the most circles on {themes}", themes=names)
            text = words.tr("Both sides are in the report, beside each other.")
        case FindingKind.PROPOSED:
            title = words.tr("The most circles propose something on {themes}", themes=names)
            text = "" if several else _asked(first, words)
    if several:
        text = " ".join((words.tr("They are tied."), text)).strip()
    return Finding(title, of_circles(found.circles, total, words), found.circles, total, text, code)


def tied_names(themes: Sequence[MainTheme], words: Words) -> str:
    """Return the names of themes that are level, in quotation marks; of many the first, and how many more."""
    named = [words.tr("“{name}”", name=shortened(one.theme.name, _NAME)) for one in themes[:_MOST_TIED]]
    more = len(themes) - len(named)
    if more:
        return words.tr("{names} and {count} more", names=", ".join(named), count=more)
    return join_names(named, words)


def _agreed_and_differed(theme: MainTheme, words: Words) -> str:
    if not theme.theme.agreed:
        return _differed(theme, words)
    agreed = words.ntr(
        "In {count} of them, people found common ground.",
        "In {count} of them, people found common ground.",
        theme.theme.agreed,
    )
    return f"{agreed} {_differed(theme, words)}"


def _differed(theme: MainTheme, words: Words) -> str:
    if not theme.theme.contested:
        return words.tr("No circle wrote down that people disagreed.")
    return words.ntr(
        "In {count} circle, people disagreed.", "In {count} circles, people disagreed.", theme.theme.contested
    )


def _asked(theme: MainTheme, words: Words) -> str:
    if not theme.proposals or theme.proposals[0].circles < 2:
        return words.tr("Each has its own words for it.")
    first = theme.proposals[0]
    return words.ntr(
        "{count} circle asks in the same words: {what}",
        "{count} circles ask in the same words: {what}",
        first.circles,
        what=shortened(first.idea.what, 120),
    )


def _asks(plan: ReportPlan, words: Words) -> Side:
    """Return the asks, and under them how to read the page."""
    told: list[Bullets | Paragraph] = []
    if plan.asks:
        told.append(Bullets(tuple(_ask(ask, words) for ask in plan.asks)))
        if plan.asks[0].circles == 1:
            said = words.tr("No two circles worded a proposal alike, so each theme has a turn.")
            told.append(Paragraph(said, Role.MUTED))
        if more := len(plan.proposals) - len(plan.asks):
            said = words.ntr("{count} more proposal was made.", "{count} more proposals were made.", more)
            told.append(Paragraph(said, Role.MUTED))
    told += [
        Paragraph(words.tr("How to read this"), Role.STRONG),
        Paragraph(how_to_read(plan, words), Role.MUTED),
    ]
    title = words.tr("What they ask for") if plan.asks else ""
    return Side(title, tuple(told), tone=Tone.PANEL)


def _ask(ask: Proposal, words: Words) -> Bullet:
    circles = words.ntr("{count} circle", "{count} circles", ask.circles)
    return Bullet(shortened(ask.idea.what, 90), f"{ask_code(ask)}, {circles}", ask.idea.language)


def ask_code(proposal: Proposal) -> str:
    """Return the code by which people speak of a proposal: A7."""
    return f"A{proposal.number}" if proposal.number else ""


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
