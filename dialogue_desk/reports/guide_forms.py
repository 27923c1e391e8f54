"""Paper for when the laptop stays closed: a form for notes, and a sheet to count on."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL
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
    WritingLines,
)
from dialogue_desk.domain.model.guide import NotesPolicy, Part
from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.reports.guide_session import GuideSession
from dialogue_desk.reports.phrases import join_with_dots
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import numbered, title_of
from dialogue_desk.words.times import minutes

_FEWEST_ROWS, _MOST_ROWS, _MINUTES_A_ROW = 3, 8, 3
_PRIVATE = (NoteKind.DEBRIEF, NoteKind.PARKING_LOT)
"""What is no kind of note on the form: one is for the facilitators alone, the other has its own place."""


def notes_document(session: GuideSession, words: Words) -> Document:
    """Return the form for the note-taker of a session: each part with its questions and room to write."""
    title = words.tr("Notes: {session}", session=session.title(words))
    subtitle = join_with_dots((session.guide.title, session.when(words)))
    return session.document(title, _form(session, words), words, subtitle=subtitle)


def _form(session: GuideSession, words: Words) -> Iterator[Block]:
    tr = words.tr
    yield Paragraph(tr("Write no names, and nothing that shows who said it."), Role.LEAD)
    yield _row_to_fill((tr("Circle"), tr("Day"), tr("How many people came")))
    kinds = ", ".join(name_of(kind, words) for kind in NoteKind if kind not in _PRIVATE)
    spreads = ", ".join(name_of(spread, words) for spread in Spread)
    yield Paragraph(tr("Kinds of notes: {kinds}.", kinds=kinds))
    yield Paragraph(tr("How many of you see it this way: {answers}.", answers=spreads))
    for number, part, _ in session.numbered:
        yield Heading(
            f"{numbered(number, part, words)} ({minutes(part.minutes * MINUTE, words)})", whole=True
        )
        yield from _part(part, words)
    yield Heading(tr("Parking lot"), whole=True)
    yield WritingLines(3)
    yield Heading(tr("Action ideas"), whole=True)
    heads = (tr("What"), tr("Who"), tr("First step, and by when"))
    yield Table(tuple(map(TableColumn, heads)), (("",) * len(heads),) * 4, lines=3)


def _part(part: Part, words: Words) -> Iterator[Block]:
    if part.notes is not NotesPolicy.ON:
        yield Paragraph(name_of(part.notes, words), Role.MUTED)
    if part.notes is NotesPolicy.OFF:
        return
    if part.ask:
        yield Bullets(tuple(map(Bullet, part.ask)))
    if part.wanted:
        kinds = ", ".join(name_of(kind, words) for kind in part.wanted)
        yield Paragraph(words.tr("Listen for: {kinds}.", kinds=kinds), Role.MUTED)
    yield from (Paragraph(line, Role.MUTED) for line in part.note_taker)
    yield from _room(part, words)


def _room(part: Part, words: Words) -> Iterator[Block]:
    """Yield room for notes; each option of a part has its own, and as much as the others."""
    options = part.cards_of(CardKind.OPTION)
    rows = part.minutes // max(1, len(options)) // _MINUTES_A_ROW
    for option in options:
        yield Heading(option.title, 2, whole=True)
        yield _lines(part, rows, words)
    if not options:
        yield _lines(part, rows, words)


def _lines(part: Part, rows: int, words: Words) -> Block:
    if part.notes is NotesPolicy.THEMES_ONLY:
        return WritingLines(_FEWEST_ROWS)
    return _rows(min(max(rows, _FEWEST_ROWS), _MOST_ROWS), words)


def _rows(count: int, words: Words) -> Table:
    columns = (
        TableColumn(words.tr("What was said"), 2.6),
        TableColumn(words.tr("Kind"), 1.0),
        TableColumn(words.tr("How many of you"), 1.0),
    )
    return Table(columns, (("", "", ""),) * count, lines=2)


def tallies_document(session: GuideSession, words: Words) -> Document:
    """Return the sheet to count on: who came, groups of people, and the dots of each ballot."""
    title = words.tr("To count: {session}", session=session.title(words))
    return session.document(title, _tallies(session, words), words, subtitle=session.guide.title)


def _tallies(session: GuideSession, words: Words) -> Iterator[Block]:
    tr = words.tr
    yield Paragraph(tr("Numbers only, never names."), Role.LEAD)
    yield _row_to_fill((tr("Circle"), tr("Day"), tr("Session")))
    yield Heading(tr("Attendance"), whole=True)
    counted = (
        tr("At the start"),
        tr("In the middle"),
        tr("At the end"),
        tr("Police officers among them"),
    )
    when = (TableColumn(tr("When"), 2.0), TableColumn(tr("How many people"), 1.4))
    yield Table(when, tuple((line, "") for line in counted), lines=2)
    for part in session.plan.parts:
        if part.dots:
            yield from _ballot(part, session, words)
    yield Heading(tr("Groups of people"), whole=True)
    yield Paragraph(
        words.ntr(
            "Count groups only if at least {count} person is here, and only if people say so themselves: a "
            "small number may point to one of them.",
            "Count groups only if at least {count} people are here, and only if people say so themselves: a "
            "small number may point to one of them.",
            USUAL_SMALLEST_TOTAL,
        )
    )
    columns = (TableColumn(tr("Group"), 2.0), TableColumn(tr("Marks"), 2.0), TableColumn(tr("Total"), 1.2))
    yield Table(columns, (("", "", ""),) * 8, lines=2)


def _ballot(part: Part, session: GuideSession, words: Words) -> Iterator[Block]:
    dots = part.dots or 0
    yield Heading(title_of(part, words), whole=True)
    each = words.ntr("{count} dot each", "{count} dots each", dots)
    total = words.ntr(
        "{count} dot with {people} people",
        "{count} dots with {people} people",
        dots * session.people,
        people=session.people,
    )
    yield Paragraph(join_with_dots((each, total)))
    columns = (
        TableColumn(words.tr("Idea"), 2.4),
        TableColumn(words.tr("Dots"), 2.0),
        TableColumn(words.tr("Total"), 1.2),
    )
    known = [option.title for option in part.cards_of(CardKind.OPTION)]
    named = [*known, *("" for _ in range(max(0, 8 - len(known))))]
    yield Table(columns, tuple((idea, "", "") for idea in named), lines=2)


def _row_to_fill(heads: tuple[str, ...]) -> Table:
    return Table(tuple(map(TableColumn, heads)), (("",) * len(heads),), lines=2)
