"""Rows of agenda tables: which cell is the time, which the title of a part, and what the others hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.domain.guides.guide_lines import GuideLine, is_question, line_of
from dialogue_desk.domain.guides.labels import Meaning, label_alone
from dialogue_desk.domain.guides.source import SourceLine
from dialogue_desk.domain.guides.time_phrases import Timed, bare_minutes, timed
from dialogue_desk.domain.model.text import plain_letters

MOST_TITLE = 90
"""A longer first line of a cell is no title: its first words become one, and it stays whole below."""

_ACTIVITY = re.compile(
    r"activit(y|ies)|what|topics?|items?|section|segment|step|part|title|agenda( item)?|theme|session"
    r"|actividad(es)?|que|temas?|punto|momento|bloque|paso|parte|titulo|seccion"
)
_LENGTH = re.compile(r"mins?|minutes|minutos|length|duration|duracion")


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A row with a time in it: a part of the agenda."""

    line: SourceLine
    title: str
    time: Timed
    others: tuple[tuple[str, str], ...]
    """Each further text with the head of its column."""


@dataclass(frozen=True, slots=True)
class AgendaTable:
    """A table that is an agenda: its row of heads, or None, and those of its rows that have a time."""

    head: SourceLine | None
    rows: dict[int, AgendaRow]
    """By the place of the row in the table."""


def agenda_of(table: Sequence[SourceLine]) -> AgendaTable | None:
    """Read a table as an agenda; None when fewer than two of its rows have a time."""
    head = table[0] if len(table) > 2 and not _has_time(table[0], ()) else None
    heads = tuple(plain_letters(cell).strip(" :.") for cell in head.cells) if head else ()
    rows = {
        place: _row(line, heads, head)
        for place, line in enumerate(table)
        if line is not head and _has_time(line, heads)
    }
    return AgendaTable(head, rows) if len(rows) > 1 else None


def row_text(cells: Sequence[str]) -> str:
    """Return a row as one line."""
    filled = [" ".join(cell.split()) for cell in cells if cell.strip()]
    if len(filled) == 2 and label_alone(filled[0]):
        return f"{filled[0].rstrip(':')}: {filled[1]}"
    return " – ".join(filled)


def head_lines(table: AgendaTable) -> Iterator[GuideLine]:
    """Yield the row of heads: as a label, since its words say what the cells are or stand before them."""
    if table.head is None:
        return
    yield line_of(table.head.number, row_text(table.head.cells), Meaning.LABEL)
    used = {head for row in table.rows.values() for head, _ in row.others}
    for cell in table.head.cells:
        head = plain_letters(cell).strip(" :.")
        known = (
            _ACTIVITY.fullmatch(head) or _LENGTH.fullmatch(head) or label_alone(cell) or _is_time_head(head)
        )
        if cell.strip() and not known and cell.strip() not in used:
            yield line_of(table.head.number, cell.strip(), Meaning.UNKNOWN)


def part_line(row: AgendaRow) -> GuideLine:
    """Return the heading of the part that a row is."""
    short = row.title if len(row.title) <= MOST_TITLE else first_words(row.title)
    made = line_of(row.line.number, short, Meaning.PART)
    return replace(made, source=row_text(row.line.cells), minutes=row.time.minutes, starts=row.time.starts)


def first_words(text: str) -> str:
    """Return the first words of a long text, to stand as a title."""
    words = text.split()
    return " ".join(words[:8]).rstrip(".,;:–—-") + ("…" if len(words) > 8 else "")


def _row(line: SourceLine, heads: tuple[str, ...], head: SourceLine | None) -> AgendaRow:
    times = [_time_in(cell, _head(heads, place)) for place, cell in enumerate(line.cells)]
    texts = [
        (place, time.text if time.has_time and place == _first_time(times) else cell.strip())
        for place, (cell, time) in enumerate(zip(line.cells, times, strict=True))
        if not time.is_only_time
    ]
    texts = [(place, text) for place, text in texts if text]
    chosen = next((p for p, _ in texts if _ACTIVITY.fullmatch(_head(heads, p))), texts[0][0] if texts else -1)
    whole = dict(texts).get(chosen, "")
    title, _, below = whole.partition("\n")
    time = _together(times)
    inside = timed(title)
    if time.minutes is None and inside.minutes is not None:
        title, time = inside.text, replace(time, minutes=inside.minutes)
    others = [("", text) for text in below.split("\n") if text.strip()]
    name, colon, question = title.partition(": ")
    if colon and is_question(question):
        title, others = name, [("", question), *others]
    if len(title) > MOST_TITLE:
        others.insert(0, ("", title))
    for place, text in texts:
        if place != chosen:
            label = head.cells[place].strip() if head and place < len(head.cells) else ""
            others += [(label, one) for one in text.split("\n") if one.strip()]
    return AgendaRow(line, title.strip() or row_text(line.cells), time, tuple(others))


def _time_in(cell: str, head: str) -> Timed:
    if _LENGTH.fullmatch(head) or _is_time_head(head):
        minutes = bare_minutes(cell)
        if minutes is not None and cell.strip().isdecimal():
            return Timed("", cell, minutes)
    first = cell.strip().split("\n", 1)
    time = timed(first[0])
    if time.is_only_time and len(first) > 1:
        return replace(time, text=first[1])
    return time if time.is_only_time or time.starts is not None else Timed(cell.strip())


def _together(times: Sequence[Timed]) -> Timed:
    found = [time for time in times if time.has_time]
    return Timed(
        "",
        " ".join(time.phrase for time in found),
        # A column of lengths says it plainly; the times of day are the second choice.
        next((time.minutes for time in found if time.minutes is not None and time.starts is None), None)
        or next((time.minutes for time in found if time.minutes is not None), None),
        next((time.starts for time in found if time.starts is not None), None),
    )


def _first_time(times: Sequence[Timed]) -> int:
    return next((place for place, time in enumerate(times) if time.has_time), -1)


def _has_time(line: SourceLine, heads: tuple[str, ...]) -> bool:
    times = [_time_in(cell, _head(heads, place)) for place, cell in enumerate(line.cells)]
    return any(time.has_time for time in times) or any(
        timed(cell.split("\n", 1)[0]).minutes is not None and len(cell.split("\n", 1)[0]) <= MOST_TITLE
        for cell in line.cells
        if cell
    )


def _head(heads: tuple[str, ...], place: int) -> str:
    return heads[place] if place < len(heads) else ""


def _is_time_head(head: str) -> bool:
    return label_alone(head) is Meaning.MINUTES or head in (
        "when",
        "hour",
        "start",
        "hora",
        "horario",
        "cuando",
    )
