"""The summary a circle gets back from its session, as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_desk.domain.document import (
    Block,
    Bullet,
    Bullets,
    Column,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
)
from dialogue_desk.domain.ids import MINUTE
from dialogue_desk.domain.summary import Line, PartTime, Summary
from dialogue_desk.reports.phrases import held_by, joined, kind_and_spread, proposal_aside, section
from dialogue_desk.words import Words
from dialogue_desk.words.times import day, minutes, time_of_day


def session_document(summary: Summary, words: Words) -> Document:
    """Return the summary of one session for the people who were there."""
    people = summary.session.people if summary.session.present is None else summary.session.present
    zone = summary.session.zone
    code = words.tr("Circle {code}, session {number}", code=summary.circle, number=summary.session.number)
    return Document(
        title=summary.title or code,
        subtitle=joined(
            (
                summary.program,
                code,
                summary.place,
                day(summary.session.start, zone, words),
                words.ntr("{count} person", "{count} people", people),
            )
        ),
        footer=joined((summary.program, code)),
        language=words.language,
        blocks=tuple(_blocks(summary, words)),
    )


def _blocks(summary: Summary, words: Words) -> Iterator[Block]:
    yield Paragraph(
        words.tr(
            "This is what our circle said, in the note-taker’s words: what we talked about, where we agree, "
            "where we differ, and what we propose. It names nobody."
        ),
        Role.LEAD,
    )
    said = tuple(_what_was_said(summary, words))
    if not said:
        yield Paragraph(words.tr("No notes were taken in this session."))
    yield from said
    yield from section(words.tr("What we agreed on how we talk"), map(Bullet, summary.ground_rules))
    yield from _times(summary, words)


def _what_was_said(summary: Summary, words: Words) -> Iterator[Block]:
    if summary.talked_about:
        yield Heading(words.tr("What we talked about"))
        named = len(summary.talked_about) > 1 or bool(summary.talked_about[0].name)
        for theme in summary.talked_about:
            if named:
                yield Heading(theme.name or words.tr("Other things said"), 2)
            yield Bullets(
                tuple(
                    Bullet(line.text, kind_and_spread(line.kind, line.spread, words)) for line in theme.lines
                )
            )
    yield from section(words.tr("Where we agree"), _lines(summary.agree, words))
    yield from section(words.tr("Where we differ"), _lines(summary.differ, words))
    yield from section(words.tr("Questions still open"), _lines(summary.questions, words))
    yield from section(
        words.tr("In people’s own words"), (Bullet(f"“{line.text}”") for line in summary.quotes)
    )
    yield from section(
        words.tr("What we propose"),
        (
            Bullet(proposal.idea.what, proposal_aside(proposal.idea, proposal.themes, words))
            for proposal in summary.proposals
        ),
    )
    yield from section(words.tr("Kept for later"), _lines(summary.parking_lot, words))


def _lines(lines: Iterable[Line], words: Words) -> Iterator[Bullet]:
    return (Bullet(line.text, joined((held_by(line.spread, words), *line.themes))) for line in lines)


def _times(summary: Summary, words: Words) -> Iterator[Block]:
    if not summary.parts:
        return
    zone = summary.session.zone
    began = time_of_day(summary.began, zone, words)
    caption = words.tr("We began at {began}.", began=began)
    if summary.ended is not None:
        ended = time_of_day(summary.ended, zone, words)
        caption = words.tr("We began at {began} and ended at {ended}.", began=began, ended=ended)
    yield Heading(words.tr("How long each part took"))
    adapted = any(part.adapted != part.planned for part in summary.parts)
    columns = (
        Column(words.tr("Part"), 3.0),
        Column(words.tr("Planned"), 1.0, numeric=True),
        *((Column(words.tr("Adapted"), 1.0, numeric=True),) if adapted else ()),
        Column(words.tr("Time taken"), 1.0, numeric=True),
    )
    yield Table(columns, tuple(tuple(_part(part, adapted, words)) for part in summary.parts), caption)


def _part(part: PartTime, adapted: bool, words: Words) -> Iterator[str]:
    """Yield the cells of a part.  What the evening made of the plan stands there where it made anything."""
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
