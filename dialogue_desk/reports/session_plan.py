"""The plan of a session on paper: what begins when, who leads it, and what to bring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.outlook import Outlook
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import capitalize_first, minutes, time_of_day, turn_length


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """What is on the sheet; ``left_open`` and ``rules`` are lines of the circle."""

    title: str
    subtitle: str
    circle: str
    outlook: Outlook
    zone: int
    to_bring: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    verdict: str = ""


def plan_document(sheet: PlanSheet, words: Words) -> Document:
    """Return the plan as a document; who leads a part is left to write in where the guide does not say it."""
    return Document(
        title=sheet.title,
        subtitle=sheet.subtitle,
        footer=sheet.circle,
        language=words.language,
        blocks=(*_parts(sheet, words), *_lists(sheet, words)),
    )


def _parts(sheet: PlanSheet, words: Words) -> Iterator[Block]:
    tr, found = words.tr, sheet.outlook
    if sheet.verdict:
        yield Paragraph(capitalize_first(sheet.verdict), Role.LEAD)
    rows = [
        (
            time_of_day(one.begins, sheet.zone, words),
            _part(one.part, words),
            _length(one.part.minutes, words),
            name_of(one.part.lead, words) if one.part.lead else "",
        )
        for one in found.parts
    ]
    rows.append((time_of_day(found.hard_end, sheet.zone, words), tr("Hard end"), "", ""))
    columns = (
        TableColumn(tr("Time"), 1.4),
        TableColumn(tr("Part"), 4.0),
        TableColumn(tr("Length"), 1.2, numeric=True),
        TableColumn(tr("Who leads"), 2.4),
    )
    yield Table(columns, tuple(rows))


def _lists(sheet: PlanSheet, words: Words) -> Iterator[Block]:
    for heading, lines in (
        (words.tr("To bring"), sheet.to_bring),
        (words.tr("Left open last time"), sheet.left_open),
        (words.tr("Ground rules"), sheet.rules),
    ):
        if lines:
            yield Heading(heading)
            yield _bullets(lines)


def _bullets(lines: Sequence[str]) -> Bullets:
    return Bullets(tuple(map(Bullet, lines)))


def _part(part: Part, words: Words) -> str:
    title = title_of(part, words)
    if not part.seconds_each:
        return title
    return words.tr("{part}, {time} each", part=title, time=turn_length(part.seconds_each, words))


def _length(length: int, words: Words) -> str:
    return minutes(length * MINUTE, words)
