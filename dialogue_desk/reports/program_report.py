"""The report on a whole program, short enough to be read to its end; all that was said is in its annex."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullet,
    Bullets,
    ChartBar,
    Columns,
    Contents,
    Document,
    Figures,
    Findings,
    Heading,
    PageBreak,
    Paragraph,
    Rings,
    Role,
    Side,
    Table,
    TableColumn,
    Tone,
)
from dialogue_desk.domain.overview.chosen_lines import Choice
from dialogue_desk.domain.overview.report_findings import LONGEST_SENTENCE, MOST_IN_FRONT
from dialogue_desk.domain.overview.report_outline import ReportSection
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.forum_section import forum_section
from dialogue_desk.reports.moved_section import answers_pages
from dialogue_desk.reports.phrases import join_with_dots, of_circles, shortened
from dialogue_desk.reports.report_front import (
    cover_facts,
    dates,
    findings,
    front_page,
    front_title,
    program_name,
    signature,
)
from dialogue_desk.reports.report_method import method_pages, officers_text
from dialogue_desk.reports.report_proposals import proposals_by_actor
from dialogue_desk.reports.report_questions import questions_under_offices
from dialogue_desk.reports.report_sentences import tied_names
from dialogue_desk.reports.report_theme import in_two, line_aside, lines, more, more_text, theme_page
from dialogue_desk.reports.voices_section import took_part
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name
from dialogue_desk.words.times import written_day

_MOST_NAMES, _MOST_PLACES = 60, 12


def program_document(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return the report on the sessions of a program that have arrived, made on that ``day``."""
    name = program_name(plan, words)
    question = plan.question.text(words.language) if plan.question else ""
    return Document(
        title=shortened(question, LONGEST_SENTENCE) or name,
        subtitle="\n".join(part for part in (name if question else "", _subtitle(plan, words)) if part),
        footer=join_with_dots((name, words.tr("Report"), written_day(day, words) if day else "")),
        language=words.language,
        blocks=tuple(_blocks(plan, words)),
        author=signature(plan, words),
        day=day,
    )


def _subtitle(plan: ReportPlan, words: Words) -> str:
    room = plan.room
    if not room.met:
        return words.tr("No session has arrived yet.")
    circles = _circles(room.met, words)
    if room.people:
        people = words.ntr("at least {count} person", "at least {count} people", room.people)
        said = words.tr(
            "What {people} said in {circles}, and what they ask for", people=people, circles=circles
        )
    else:
        said = words.tr("What was said in {circles}, and what they ask for", circles=circles)
    counted = ""
    if room.people and room.counted < room.met:
        counted = words.tr(
            "People were counted in {circles}.", circles=of_circles(room.counted, room.met, words)
        )
    return "\n".join(part for part in (said, counted, dates(plan, words)) if part)


def _blocks(plan: ReportPlan, words: Words) -> Iterator[Block]:
    if not plan.room.met:
        yield from method_pages(plan, words)
        return
    yield from _cover(plan, words)
    for entry in plan.outline:
        if not entry.kept:
            continue
        own = shortened(entry.heading(words.language), LONGEST_SENTENCE)
        made = tuple(_SECTIONS[entry.section](plan, words, own))
        if made and entry.section in _ON_A_NEW_PAGE:
            yield from _new_page(plan)
        yield from made
        if entry.section is ReportSection.FRONT and not plan.small:
            yield Heading(words.tr("In this report"))
            yield Contents(1)


def _new_page(plan: ReportPlan) -> tuple[Block, ...]:
    """Return what begins a new page, which the parts of a small report do not fill."""
    return () if plan.small else (PageBreak(),)


def _cover(plan: ReportPlan, words: Words) -> Iterator[Block]:
    yield Rings(plan.room.met, _outlined(plan), _rings_text(plan, words))
    facts = (*cover_facts(plan, words), (words.tr("Where"), _places(plan, words)))
    sides = tuple(Side(title, (Paragraph(said),)) for title, said in facts if said)
    if sides:
        yield Columns(sides)


def _front(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(own or front_title(plan, words), topic=words.tr("The whole report on one page"))
    yield from front_page(plan, words)
    yield PageBreak()


def _outlined(plan: ReportPlan) -> int:
    """Return how many rings are in outline: the circles of other languages than most speak."""
    return sum(count for _, count in plan.room.by_language[1:])


def _rings_text(plan: ReportPlan, words: Words) -> str:
    room = plan.room
    if len(room.by_language) < 2:
        return words.tr("Each ring is a circle that met.")
    first, count = room.by_language[0]
    others = join_names([language_name(code, words) for code, _ in room.by_language[1:]], words)
    return words.tr(
        "Each ring is a circle that met. {count} spoke {language}; the {outlined} in outline spoke {others}.",
        count=count,
        language=language_name(first, words),
        outlined=_outlined(plan),
        others=others,
    )


def _places(plan: ReportPlan, words: Words) -> str:
    """Return where circles met: kinds of places, none of them beside a circle."""
    held = [shortened(row.place, 40) for row in plan.picture.rows if row.place and any(row.sessions)]
    places = sorted(set(held))
    more = len(places) - _MOST_PLACES
    if more > 0:
        named = ", ".join(places[:_MOST_PLACES])
        return words.tr("{names} and {count} more", names=named, count=more)
    return ", ".join(places)


def _in_the_room(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    room, tr = plan.room, words.tr
    title = words.ntr("{count} circle met", "{count} circles met", room.met)
    if room.people:
        title = tr(
            "{people} met in {circles}",
            people=words.ntr("At least {count} person", "At least {count} people", room.people),
            circles=words.ntr("{count} circle", "{count} circles", room.met),
        )
    yield Heading(own or title, topic=tr("Who was in the room"))
    yield Figures(tuple(_room_figures(plan, words)))
    said = []
    if room.people:
        said.append(
            tr(
                "We counted the most people who came to one session of each circle, so nobody who came "
                "again is counted twice. Someone who came only to another session may be missing."
            )
        )
        uncounted = room.met - room.counted
        if uncounted:
            said.append(
                words.ntr(
                    "In {count} circle, nobody counted the people, or too few came to print a number.",
                    "In {count} circles, nobody counted the people, or too few came to print a number.",
                    uncounted,
                )
            )
    said.append(officers_text(plan, words))
    if planned := room.circles - room.met:
        said.append(
            words.ntr(
                "Of {count} more circle, nothing has arrived.",
                "Of {count} more circles, nothing has arrived.",
                planned,
            )
        )
    yield Paragraph(" ".join(sentence for sentence in said if sentence))


def _room_figures(plan: ReportPlan, words: Words) -> Iterator[tuple[str, str]]:
    for code, count in plan.room.by_language[:3]:
        name = language_name(code, words)
        yield (
            str(count),
            words.ntr("circle in {language}", "circles in {language}", count, language=name),
        )
    arrived = len(plan.picture.arrived)
    whole = arrived + len(plan.picture.missing)
    yield words.tr("{count} of {total}", count=arrived, total=whole), words.tr("sessions have arrived")


def _circles(count: int, words: Words) -> str:
    return words.ntr("{count} circle", "{count} circles", count)


def _raised(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    if not plan.themes:
        return
    most = max(len(theme.circles) for theme in plan.picture.themes)
    first = [theme for theme in plan.picture.themes if len(theme.circles) == most]
    title = words.tr("{themes} came up in the most circles", themes=tied_names(first, words))
    yield Heading(own or title, topic=words.tr("What the circles raised"))
    yield BarChart(
        words.tr("Circles that raised each theme"),
        tuple(
            ChartBar(
                join_with_dots((str(one.number), shortened(one.theme.name, 70))),
                len(one.theme.circles),
                str(len(one.theme.circles)),
            )
            for one in plan.themes
        ),
        words.tr("Circles"),
        of_circles(most, plan.room.met, words) + ".",
        words.tr("Theme"),
    )
    yield from _more_themes(plan, words)
    if beyond := findings(plan, words)[MOST_IN_FRONT:]:
        yield Heading(words.tr("What else the circles found"), 2)
        yield Findings(beyond)


def _more_themes(plan: ReportPlan, words: Words) -> Iterator[Block]:
    if not plan.more_themes:
        return
    names = [shortened(theme.name, 40) for theme in plan.more_themes]
    said = words.ntr(
        "And {count} more, with all their lines in the annex: {names}",
        "And {count} more, with all their lines in the annex: {names}",
        len(names),
        names=", ".join(names[:_MOST_NAMES]),
    )
    yield Paragraph(said + (" …" if len(names) > _MOST_NAMES else "."), Role.MUTED)
    if told := _level_text(plan, words):
        yield Paragraph(told, Role.MUTED)


def _level_text(plan: ReportPlan, words: Words) -> str:
    """Return how many themes that are level with each other, or with one in the chart, have no page."""
    last, left = plan.themes[-1].theme, plan.more_themes[0]
    if plan.tied and len(left.circles) == len(last.circles):
        return words.ntr(
            "{count} of these came up in as many circles as the last theme of the chart.",
            "{count} of these came up in as many circles as the last theme of the chart.",
            plan.tied,
        )
    if plan.tied > 1:
        return words.ntr(
            "{count} of these came up in equally many circles, and there was no room for a page each.",
            "{count} of these came up in equally many circles, and there was no room for a page each.",
            plan.tied,
        )
    return ""


def _moved(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    moved = plan.moved
    if moved is None:
        return
    up = max(one.change for one in moved.themes)
    title = words.tr("The themes came up about as often at the end as at the start")
    if up > 0:
        risen = [one.theme.theme for one in moved.themes if one.change == up]
        title = words.tr("{themes} came up in more circles at the end", themes=tied_names(risen, words))
    yield Heading(own or title, topic=words.tr("From the first session to the last"))
    yield Table(
        (
            TableColumn(words.tr("Theme"), 4),
            TableColumn(words.tr("Session {number}", number=moved.first), 1, numeric=True),
            TableColumn(words.tr("Session {number}", number=moved.last), 1, numeric=True),
            TableColumn(words.tr("Change"), 1, numeric=True),
        ),
        tuple(
            (
                shortened(one.theme.theme.name, 70),
                str(one.first),
                str(one.last),
                f"{one.change:+d}" if one.change else "0",
            )
            for one in moved.themes
        ),
        words.ntr(
            "Circles that raised each theme, of the {count} whose first and last sessions have arrived",
            "Circles that raised each theme, of the {count} whose first and last sessions have arrived",
            moved.circles,
        ),
    )
    yield Paragraph(
        words.tr(
            "Each session asks other questions. So this says what people talked about, and not how they "
            "changed their minds."
        ),
        Role.MUTED,
    )


def _listed(choice: Choice, topic: str, title: str, words: Words) -> Iterator[Block]:
    if choice.lines:
        yield Heading(title, topic=topic, whole=True)
        yield from in_two(lines(choice, words))
        yield from more(choice, words)


def _proposals(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    if not plan.chosen_proposals:
        return
    yield Heading(own or _proposals_title(plan, words), topic=words.tr("Proposals, by who must act"))
    yield from proposals_by_actor(plan, words)


def _proposals_title(plan: ReportPlan, words: Words) -> str:
    """Return how many proposals there are, and how many of them stand here if not all."""
    every, here = len(plan.proposals), len(plan.chosen_proposals)
    if here == every:
        return words.ntr(
            "What circles propose: {count} proposal", "What circles propose: {count} proposals", every
        )
    return words.ntr(
        "{count} proposal; {here} of most circles is here",
        "{count} proposals; the {here} of most circles are here",
        every,
        here=here,
    )


def _themes(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    for place, theme in enumerate(plan.themes):
        if place:
            yield from _new_page(plan)
        yield from theme_page(theme, plan, words, own)


def _strengths(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    return _listed(plan.strengths, words.tr("Strengths"), own or words.tr("What already works"), words)


def _questions(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    if plan.questions.lines:
        title = own or words.tr("What circles still ask")
        yield Heading(title, topic=words.tr("Open questions, by who can answer"), whole=True)
        yield from questions_under_offices(plan, words)


def _alone(plan: ReportPlan, words: Words, own: str) -> Iterator[Block]:
    """Yield what could be one person's and stands under no theme: in lists of the whole program."""
    quotes = tuple(
        Bullet(
            words.tr("“{quote}”", quote=shortened(line.text, 130)),
            line_aside(line, words, counted=False),
            line.language,
        )
        for line in plan.quotes.lines
    )
    sides = []
    if quotes:
        sides.append(Side(words.tr("Repeated with consent"), (Bullets(quotes),)))
    if plan.voices.lines:
        voices = Bullets(lines(plan.voices, words, counted=False))
        sides.append(Side(words.tr("Said by one voice, and kept"), (voices,), tone=Tone.PANEL))
    if sides:
        title = own or words.tr("Single voices")
        yield Heading(title, topic=words.tr("What could be one person’s"), whole=True)
        yield Columns(tuple(sides))
        if left := plan.quotes.more + plan.voices.more:
            yield Paragraph(more_text(left, words), Role.MUTED)


_SECTIONS: Mapping[ReportSection, Callable[[ReportPlan, Words, str], Iterator[Block]]] = {
    ReportSection.FRONT: _front,
    ReportSection.ROOM: _in_the_room,
    ReportSection.TOOK_PART: took_part,
    ReportSection.RAISED: _raised,
    ReportSection.THEMES: _themes,
    ReportSection.MOVED: _moved,
    ReportSection.ANSWERS: answers_pages,
    ReportSection.STRENGTHS: _strengths,
    ReportSection.PROPOSALS: _proposals,
    ReportSection.FORUM: forum_section,
    ReportSection.QUESTIONS: _questions,
    ReportSection.VOICES: _alone,
    ReportSection.METHOD: method_pages,
}
"""How each section is made; it gets the heading that a person gave it, or ""."""

_ON_A_NEW_PAGE = (
    ReportSection.RAISED,
    ReportSection.THEMES,
    ReportSection.MOVED,
    ReportSection.ANSWERS,
    ReportSection.PROPOSALS,
    ReportSection.FORUM,
)
"""The sections that begin a page."""
