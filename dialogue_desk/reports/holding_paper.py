"""The paper that says what a desk holds of each circle, and what was erased from it."""

from __future__ import annotations

from collections.abc import Iterator

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
from dialogue_desk.domain.model.hold import mark_of_record
from dialogue_desk.domain.overview.holdings import CircleHolding, DeskHolding
from dialogue_desk.words import Words
from dialogue_desk.words.holding_words import (
    counts_text,
    desk_texts,
    erased_counts,
    erased_what,
    erased_why,
    hold_text,
    rule_text,
)
from dialogue_desk.words.times import day


def holding_paper(holding: DeskHolding, words: Words) -> Document:
    """Return the paper, in the language of ``words``."""
    tr = words.tr
    return Document(
        title=tr("What we hold"),
        subtitle=tr("On this laptop, on {day}", day=day(holding.at, holding.zone, words)),
        language=words.language,
        blocks=tuple(_blocks(holding, words)),
    )


def _blocks(holding: DeskHolding, words: Words) -> Iterator[Block]:
    tr = words.tr
    yield Paragraph(
        tr(
            "What this laptop keeps of each circle, since when, and until when. Nothing is erased on its "
            "own: after its day, the app reminds a person to erase it."
        ),
        Role.LEAD,
    )
    if holding.holds:
        yield Heading(tr("On hold"))
        yield Bullets(tuple(Bullet(hold_text(one, holding.zone, words)) for one in holding.holds))
    yield Heading(tr("Circles"))
    if holding.circles:
        yield _circles(holding, words)
    else:
        yield Paragraph(tr("No circle is on this laptop."))
    yield Paragraph(
        tr(
            "Marks stay when names are gone: by them a line below is known on an earlier copy of this "
            "document."
        ),
        Role.MUTED,
    )
    yield Heading(tr("Also on this laptop"))
    yield Bullets(tuple(map(Bullet, desk_texts(holding, words))))
    yield Heading(tr("What was erased"))
    if holding.log:
        yield _log(holding, words)
    else:
        yield Paragraph(tr("Nothing was erased from this laptop so far."))


def _circles(holding: DeskHolding, words: Words) -> Table:
    tr = words.tr
    heads = (
        TableColumn(tr("Circle"), 0.8, narrow=True),
        TableColumn(tr("Mark"), 0.8, narrow=True),
        TableColumn(tr("What is kept"), 2),
        TableColumn(tr("Kept"), 2),
    )
    return Table(heads, tuple(_circle(one, holding, words) for one in holding.circles))


def _circle(circle: CircleHolding, holding: DeskHolding, words: Words) -> tuple[str, ...]:
    kept = rule_text(circle, words)
    if circle.since is not None:
        kept = words.tr("Since {day}. {rule}", day=day(circle.since, holding.zone, words), rule=kept)
    if holding.holds_on(circle):
        kept = words.tr("On hold. {rule}", rule=kept)
    return circle.code, mark_of_record(circle.id), counts_text(circle.counts, words), kept


def _log(holding: DeskHolding, words: Words) -> Table:
    tr = words.tr
    heads = (TableColumn(tr("Day"), 1.2), TableColumn(tr("What"), 2), TableColumn(tr("Why"), 2))
    rows = (
        (
            day(line.at, holding.zone, words),
            " · ".join(filter(None, (erased_what(line, words), erased_counts(line, words)))),
            erased_why(line, words),
        )
        for line in holding.log
    )
    return Table(heads, tuple(rows))
