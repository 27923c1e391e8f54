"""The plan of a session on a page: when each part begins, who leads it, what to do before and to bring."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.reports.guide_session import GuideSession, clock
from dialogue_desk.reports.phrases import join_with_dots
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import capitalize_first, minutes


def guide_plan_document(session: GuideSession, words: Words) -> Document:
    """Return the plan; where a session has tracks, they stand side by side."""
    subtitle = join_with_dots((session.guide.title, session.when(words), session.came(words)))
    title = words.tr("Plan: {session}", session=session.title(words))
    return session.document(title, _blocks(session, words), words, subtitle=subtitle)


def _blocks(session: GuideSession, words: Words) -> Iterator[Block]:
    if session.plan.goal:
        yield Paragraph(session.plan.goal)
    yield _tracks(session, words) if session.plan.tracks else _parts(session, words)
    materials = dict.fromkeys(thing for part in session.plan.parts for thing in part.materials)
    yield from _to_tick(words.tr("To bring"), tuple(map(capitalize_first, materials)))
    yield from _to_tick(words.tr("Before the session"), session.plan.before)


def _parts(session: GuideSession, words: Words) -> Table:
    rows = [
        (_at(begins, session, words), title_of(part, words), str(part.minutes), _leader(part, words))
        for _, part, begins in session.numbered
    ]
    return Table(
        (
            TableColumn(_time_head(session, words), 1.7, numeric=True),
            TableColumn(words.tr("Part"), 3.4),
            TableColumn(words.tr("Min."), 1.0, numeric=True),
            TableColumn(words.tr("Who leads"), 2.7),
        ),
        tuple(rows),
    )


def _tracks(session: GuideSession, words: Words) -> Table:
    """Return the parts with a column for everybody and one for each track; what begins together is a row."""
    tracks = ("", *session.plan.tracks)
    cells: dict[int, dict[str, list[str]]] = {}
    for _, part, begins in session.numbered:
        how = join_with_dots((minutes(part.minutes * MINUTE, words), _leader(part, words)))
        cells.setdefault(begins, {}).setdefault(part.track, []).append(f"{title_of(part, words)}\n{how}")
    rows = [
        (_at(begins, session, words), *("\n".join(row.get(track, ())) for track in tracks))
        for begins, row in sorted(cells.items())
    ]
    heads = (words.tr("Everyone"), *map(capitalize_first, tracks[1:]))
    return Table(
        (
            TableColumn(_time_head(session, words), 1.4, numeric=True),
            *(TableColumn(head, 2.2) for head in heads),
        ),
        tuple(rows),
    )


def _time_head(session: GuideSession, words: Words) -> str:
    return words.tr("Minute") if session.start is None else words.tr("Time")


def _at(minute: int, session: GuideSession, words: Words) -> str:
    return str(minute) if session.start is None else clock(minute, words)


def _leader(part: Part, words: Words) -> str:
    return name_of(part.lead, words) if part.lead else ""


def _to_tick(heading: str, lines: tuple[str, ...]) -> Iterator[Block]:
    if lines:
        yield Heading(heading)
        yield Bullets(tuple(map(Bullet, lines)), boxes=True)
