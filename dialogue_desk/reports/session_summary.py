"""The summary a circle gets back from its session, as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import NoteKind, Parked
from dialogue_desk.domain.overview.summary import PartTime, Proposal, Summary, SummaryLine
from dialogue_desk.reports.code_phrases import find_again_text, take_back_text
from dialogue_desk.reports.phrases import held_by, join_with_dots, kind_and_spread, section
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import day, minutes, time_of_day

_PARKED = (Parked.NEXT_TIME, Parked.OPEN, Parked.DEALT_WITH)
_LINES_FOR_HEADINGS = 3
"""How many lines the themes of a session have on average where each gets a heading."""


def session_document(summary: Summary, words: Words, *, times: bool = False) -> Document:
    """Return the summary of one session for the people who were there.

    With ``times``, a table says how long each part took.
    """
    session = summary.session
    zone = session.zone
    code = words.tr("Circle {code}, session {number}", code=summary.circle, number=session.number)
    return Document(
        title=summary.title or code,
        subtitle=join_with_dots(
            (
                summary.program,
                code,
                summary.place,
                day(session.start, zone, words),
                _people(summary, words),
                name_of(session.officers, words) if session.officers else "",
            )
        ),
        footer=join_with_dots((summary.program, code)),
        language=words.language,
        blocks=tuple(_blocks(summary, words, times=times)),
    )


def _blocks(summary: Summary, words: Words, *, times: bool) -> Iterator[Block]:
    yield Paragraph(f"{_what_this_is(words)} {_names(summary, words)}", Role.LEAD)
    if summary.top_themes:
        first = join_with_dots(summary.top_themes)
        yield Paragraph(words.tr("What we want to share first: {themes}", themes=first))
    said = tuple(_what_was_said(summary, words))
    if not said:
        yield Paragraph(words.tr("No notes were taken during this session."))
    yield from said
    yield from _about_the_session(summary, words)
    if times and summary.parts:
        yield _times(summary, words)


def _what_this_is(words: Words) -> str:
    return words.tr(
        "This is what our circle said, in the note-taker’s words: what we propose, where we agree, "
        "where we differ, and what we talked about."
    )


def _names(summary: Summary, words: Words) -> str:
    """Return what is true of names in it: the check was done, or is still to be done by whoever has it."""
    if summary.checked:
        return words.tr("Someone checked that it does not name anyone.")
    return words.tr("Check that it does not name anyone before you pass it on.")


def _people(summary: Summary, words: Words) -> str:
    session, least = summary.session, summary.smallest_total
    if (session.people if session.present is None else session.present) < least:
        return words.ntr("fewer than {count} person", "fewer than {count} people", least)
    if session.present is None:
        return words.ntr("{count} person expected", "{count} people expected", session.people)
    return words.ntr("{count} person", "{count} people", session.present)


def _what_was_said(summary: Summary, words: Words) -> Iterator[Block]:
    yield from _proposals(summary, words)
    yield from section(words.tr("Where we agree"), _lines(summary.agree, words))
    yield from section(words.tr("Where we differ"), _lines(summary.differ, words))
    yield from _about_options(summary, words)
    yield from _talked_about(summary, words)
    yield from section(words.tr("In people’s own words"), _quotes(summary.quotes, words))
    yield from section(words.tr("Questions still open"), _lines(summary.questions, words))
    yield from section(words.tr("For later"), _parked(summary, words))


def _about_options(summary: Summary, words: Words) -> Iterator[Block]:
    """Yield what was said about each option under its own heading, with the kind of each note."""
    if summary.options:
        yield Heading(words.tr("What was said about each option"))
    for option in summary.options:
        yield Heading(option.title, 2)
        yield Bullets(tuple(_line(line, join_with_dots(line.themes), words) for line in option.lines))


def _talked_about(summary: Summary, words: Words) -> Iterator[Block]:
    """Yield the notes by their themes, which are headings where they have several notes, and else codes."""
    themes = summary.talked_about
    if not themes:
        return
    yield Heading(words.tr("What we talked about"))
    lines = sum(len(theme.lines) for theme in themes)
    if lines < _LINES_FOR_HEADINGS * len(themes):
        yield Bullets(tuple(_line(line, theme.name, words) for theme in themes for line in theme.lines))
        return
    for theme in themes:
        if len(themes) > 1 or theme.name:
            yield Heading(theme.name or words.tr("Other things said"), 2)
        yield Bullets(tuple(_line(line, "", words) for line in theme.lines))


def _line(line: SummaryLine, theme: str, words: Words) -> Bullet:
    aside = join_with_dots((theme, kind_and_spread(line.kind, line.spread, words), line.code))
    text = f"“{line.text}”" if line.kind is NoteKind.QUOTE else line.text
    return Bullet(text, aside, line.language_in(words.language))


def _lines(lines: Iterable[SummaryLine], words: Words) -> Iterator[Bullet]:
    for line in lines:
        aside = join_with_dots((*line.themes, held_by(line.spread, words), line.code))
        yield Bullet(line.text, aside, line.language_in(words.language))


def _quotes(lines: Iterable[SummaryLine], words: Words) -> Iterator[Bullet]:
    for line in lines:
        yield Bullet(f"“{line.text}”", line.code, line.language_in(words.language))


def _parked(summary: Summary, words: Words) -> Iterator[Bullet]:
    """Yield what was parked, with what became of it unless all of it is still open."""
    lines = sorted(summary.parking_lot, key=lambda line: _PARKED.index(line.parked))
    decided = any(line.parked is not Parked.OPEN for line in lines)
    for line in lines:
        became = name_of(line.parked, words) if decided else ""
        aside = join_with_dots((became, *line.themes, held_by(line.spread, words), line.code))
        yield Bullet(line.text, aside, line.language_in(words.language))


def _proposals(summary: Summary, words: Words) -> Iterator[Block]:
    found = summary.proposals
    if not found:
        return
    yield Heading(words.tr("What we propose"))
    columns = [
        (TableColumn(words.tr("What"), 3.2), [proposal.idea.what for proposal in found]),
        (TableColumn(words.tr("Who"), 2.2), [proposal.idea.who for proposal in found]),
        (TableColumn(words.tr("First step"), 2.4), [proposal.idea.first_step for proposal in found]),
        (TableColumn(words.tr("By when"), 1.6), [_by_when(proposal, words) for proposal in found]),
        (
            TableColumn(words.tr("Dots"), 0.7, numeric=True),
            ["" if proposal.idea.dots is None else str(proposal.idea.dots) for proposal in found],
        ),
        (TableColumn(words.tr("Code"), 0.9, narrow=True), [proposal.code for proposal in found]),
    ]
    filled = [(column, cells) for place, (column, cells) in enumerate(columns) if not place or any(cells)]
    yield Table(
        tuple(column for column, _ in filled),
        tuple(zip(*(cells for _, cells in filled), strict=True)),
        notes=tuple(_why_and_how(proposal, words) for proposal in found),
        languages=tuple(proposal.language_in(words.language) for proposal in found),
    )
    if summary.vote is not None or summary.dots_placed:
        yield Paragraph(_how_we_weighed(summary, words), Role.MUTED)


def _by_when(proposal: Proposal, words: Words) -> str:
    return name_of(proposal.idea.horizon, words) if proposal.idea.horizon else ""


def _why_and_how(proposal: Proposal, words: Words) -> str:
    """Return what else is known of an idea, for the line under its row."""
    idea = proposal.idea
    return join_with_dots(
        (
            words.tr("Why: {why}", why=idea.why) if idea.why else "",
            words.tr("What we can build on: {strengths}", strengths=idea.strengths) if idea.strengths else "",
            words.tr("Obstacles: {obstacles}", obstacles=idea.obstacles) if idea.obstacles else "",
            name_of(idea.level, words) if idea.level else "",
            *proposal.themes,
        )
    )


def _how_we_weighed(summary: Summary, words: Words) -> str:
    placed = words.ntr(
        "{count} dot was placed. The ideas with the most dots come first.",
        "{count} dots were placed. The ideas with the most dots come first.",
        summary.dots_placed,
    )
    if summary.vote is None or summary.vote.voters < summary.smallest_total:
        return placed
    voters = words.ntr("{count} person voted.", "{count} people voted.", summary.vote.voters)
    each = words.ntr(
        "Each person had {count} dot, {budget} in all.",
        "Each person had {count} dots, {budget} in all.",
        summary.vote.dots_each,
        budget=summary.vote.budget,
    )
    return f"{voters} {each} {placed}"


def _about_the_session(summary: Summary, words: Words) -> Iterator[Block]:
    """Yield the ground rules, how the notes were made and the times, last and small."""
    made = (_how_it_was_made(summary, words), _began(summary, words), _codes(summary, words))
    facts = " ".join(filter(None, made))
    if not summary.ground_rules and not facts:
        return
    yield Heading(words.tr("About this session"))
    if summary.ground_rules:
        title, rules = words.tr("Our ground rules:"), join_with_dots(summary.ground_rules)
        if summary.language == words.language:
            yield Paragraph(f"{title} {rules}", Role.MUTED)
        else:
            yield Paragraph(title, Role.MUTED)
            yield Paragraph(rules, Role.MUTED, summary.language)
    if facts:
        yield Paragraph(facts, Role.MUTED)


def _how_it_was_made(summary: Summary, words: Words) -> str:
    """Return how much was read to the circle.  Where nobody marked it, that is all that is known."""
    if not summary.written:
        return ""
    if summary.read_back == summary.written:
        return words.tr("Everything written here was read back to the circle.")
    if summary.read_back:
        return words.tr(
            "{count} of {total} lines written here were read back to the circle.",
            count=summary.read_back,
            total=summary.written,
        )
    if summary.read_back_in:
        return words.tr(
            "There was a part for reading back: “{part}”. Nobody marked which lines were read.",
            part=summary.read_back_in,
        )
    return words.tr("What is written here was not read back to the circle.")


def _codes(summary: Summary, words: Words) -> str:
    if not summary.written:
        return ""
    return f"{find_again_text(words)} {take_back_text(summary.contact, words)}"


def _began(summary: Summary, words: Words) -> str:
    """Return when the session began and ended; "" when its clock was not used."""
    if not summary.parts:
        return ""
    zone = summary.session.zone
    began = time_of_day(summary.began, zone, words)
    if summary.ended is None:
        return words.tr("We began at {began}.", began=began)
    ended = time_of_day(summary.ended, zone, words)
    return words.tr("We began at {began} and ended at {ended}.", began=began, ended=ended)


def _times(summary: Summary, words: Words) -> Table:
    adapted = any(part.adapted != part.planned for part in summary.parts)
    columns = (
        TableColumn(words.tr("Part"), 3.0),
        TableColumn(words.tr("Planned"), 1.0, numeric=True),
        *((TableColumn(words.tr("Adjusted"), 1.0, numeric=True),) if adapted else ()),
        TableColumn(words.tr("Time taken"), 1.0, numeric=True),
    )
    rows = tuple(tuple(_part(part, adapted, words)) for part in summary.parts)
    return Table(columns, rows, words.tr("How long each part took"))


def _part(part: PartTime, adapted: bool, words: Words) -> Iterator[str]:
    """Yield the cells of a part; the adjusted time is among them when any part's plan was changed."""
    yield part.title
    yield minutes(part.planned, words)
    if adapted:
        yield minutes(part.adapted, words) if part.adapted else words.tr("none")
    if not part.held:
        yield words.tr("left out")
    elif part.spent < MINUTE // 2:
        yield words.tr("under a minute")
    else:
        yield minutes(part.spent, words)
