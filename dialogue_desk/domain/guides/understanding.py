"""Understands a document as a guide: each line gets a meaning, and none is lost.

What no rule knows is `Meaning.UNKNOWN` and stays where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from dialogue_desk.domain.guides.agenda_tables import (
    AgendaRow,
    AgendaTable,
    agenda_of,
    first_words,
    head_lines,
    part_line,
    row_text,
)
from dialogue_desk.domain.guides.guide_lines import GuideLine, is_question, is_quoted, line_of, things_in
from dialogue_desk.domain.guides.labelled_block import LabelledBlock
from dialogue_desk.domain.guides.labels import (
    Meaning,
    card_title,
    is_around,
    label_alone,
    labelled,
    loose_label,
    names_a_session,
)
from dialogue_desk.domain.guides.outline import (
    ROW,
    Heading,
    Outline,
    is_minutes_line,
    outline_of,
    same_title,
)
from dialogue_desk.domain.guides.part_kinds import kind_of
from dialogue_desk.domain.guides.source import SourceDocument, SourceLine
from dialogue_desk.domain.guides.time_phrases import timed, without_ordinal
from dialogue_desk.domain.model.guide import PartKind

_MOST_WORDS_OF_A_QUESTION = 40
_COLONS = (":", "：")
_SENTENCE = re.compile(r"(?<=[.!])\s+(?=\S)")


def understood(document: SourceDocument) -> tuple[GuideLine, ...]:
    """Return the lines of a document with what they are understood as."""
    tables = _agendas(document.lines)
    rows = {place: row for _, table in tables for place, row in table.rows.items()}
    outline = outline_of(document.lines, {place: (row.title, row.time) for place, row in rows.items()})
    heads = {
        place: table for first, table in tables if table.head and outline.parts == ROW for place in [first]
    }
    reading = _Reading(document.lines, outline, rows, heads)
    if not outline.parts:
        return tuple(_blocks_with_time(reading.read()))
    return tuple(reading.read())


def _agendas(lines: Sequence[SourceLine]) -> list[tuple[int, AgendaTable]]:
    """Return the agenda tables with the place of their first row, their rows by place in the document."""
    found = []
    for table, group in groupby(enumerate(lines), key=lambda pair: pair[1].table):
        places, rows = zip(*group, strict=True)
        agenda = agenda_of(rows) if table else None
        if agenda is not None:
            moved = {places[place]: row for place, row in agenda.rows.items()}
            found.append((places[0], AgendaTable(agenda.head, moved)))
    return found


def _blocks_with_time(lines: Iterator[GuideLine]) -> Iterator[GuideLine]:
    """Make a part of each paragraph that tells its time, in a document that has no headings."""
    for line in lines:
        time = timed(line.source, sentence=True)
        if line.meaning in (Meaning.UNKNOWN, Meaning.ASK) and time.minutes is not None:
            title = line_of(line.number, first_words(line.source), Meaning.PART)
            yield replace(title, text=first_words(line.source), minutes=time.minutes)
        yield line


class _Reading:
    """Goes through the lines once, knowing under which heading and label it is."""

    def __init__(
        self,
        lines: Sequence[SourceLine],
        outline: Outline,
        rows: Mapping[int, AgendaRow],
        heads: Mapping[int, AgendaTable],
    ) -> None:
        self._lines = lines
        self._outline = outline
        self._rows = rows
        self._heads = heads
        # What has no headings at all will be one part.
        self._in_part = not outline.parts
        self._steps_belong = False
        self._around = 0
        self._card = 0
        self._block: LabelledBlock | None = None
        self._list_follows = False

    def read(self) -> Iterator[GuideLine]:
        """Yield what each line is, in order."""
        for place, line in enumerate(self._lines):
            self._list_follows = _list_follows(self._lines, place)
            if line.cells:
                yield from self._row(place, line)
            elif place == self._outline.title:
                yield line_of(line.number, line.text, Meaning.TITLE)
            elif place in self._outline.headings:
                yield self._heading(self._outline.headings[place], line)
            else:
                yield from self._text(line.number, line.text, listed=line.listed, apart=line.apart)

    # Tables

    def _row(self, place: int, line: SourceLine) -> Iterator[GuideLine]:
        row = self._rows.get(place)
        if place in self._heads:
            yield from head_lines(self._heads[place])
        elif row is not None and self._outline.parts == ROW:
            self._open_part()
            yield part_line(row)
            for head, text in row.others:
                yield from self._cell(line.number, head, text)
        else:
            yield from self._other_row(line, agenda=row is not None)

    def _cell(self, number: int, head: str, text: str) -> Iterator[GuideLine]:
        meaning = label_alone(head)
        if meaning is Meaning.MATERIAL:
            yield from things_in(number, text, text)
        elif meaning is Meaning.TIP and is_question(text):
            yield from _told_and_asked(number, text)
        elif meaning and meaning not in (Meaning.MINUTES, Meaning.CARD) and not labelled(text):
            yield line_of(number, text, meaning)
        elif head and not meaning:
            yield line_of(number, f"{head}: {text}", Meaning.UNKNOWN)
        else:
            yield from self._text(number, text)

    def _other_row(self, line: SourceLine, *, agenda: bool) -> Iterator[GuideLine]:
        filled = [cell for cell in line.cells if cell.strip()]
        text = row_text(line.cells)
        if len(filled) == 1 and names_a_session(text):
            self._open_session()
            yield line_of(line.number, text, Meaning.SESSION)
        elif (
            self._outline.parts == ROW and not agenda and len(filled) == 1 and kind_of(text) is PartKind.BREAK
        ):
            self._open_part()
            yield line_of(line.number, text, Meaning.PART)
        elif label := labelled(text):
            yield from self._labelled(line.number, text, label.meaning, label.text)
        else:
            yield line_of(line.number, text, Meaning.UNKNOWN)

    # Headings

    def _heading(self, heading: Heading, line: SourceLine) -> GuideLine:
        meaning = self._heading_meaning(heading, line)
        made = line_of(line.number, line.text, meaning, listed=line.listed)
        if meaning is not Meaning.PART or made.minutes is not None:
            return made
        return replace(made, minutes=heading.told_below or _minutes_in(self._rows.values(), line.text))

    def _heading_meaning(self, heading: Heading, line: SourceLine) -> Meaning:
        outline, rank, text = self._outline, heading.rank, line.text
        alone = None if heading.has_time else label_alone(text)
        if rank == outline.sessions and outline.begins_a_session(heading):
            self._open_session()
            return Meaning.SESSION
        if not heading.has_time and card_title(text) is not None:
            self._block = None
            self._card = rank
            return Meaning.CARD
        may_be_part = rank == outline.parts and not outline.has_times
        if alone and not (alone in (Meaning.GROUND_RULE, Meaning.ASK) and may_be_part):
            return self._section(alone, rank)
        if not heading.has_time and is_around(text):
            self._block = None
            self._card, self._around = 0, rank
            return Meaning.UNKNOWN
        if not heading.has_time and (loose := loose_label(text)):
            self._section(loose, rank)
            return Meaning.UNKNOWN
        return self._plain_heading(heading, line)

    def _section(self, alone: Meaning, rank: int) -> Meaning:
        if self._card and rank <= self._card:
            self._card = 0
        self._around = 0 if rank <= self._around else self._around
        self._steps_belong = self._steps_belong and rank > self._outline.parts
        self._open_block(LabelledBlock(alone, section=True))
        return Meaning.LABEL

    def _plain_heading(self, heading: Heading, line: SourceLine) -> Meaning:
        outline, rank = self._outline, heading.rank
        if self._card and rank > self._card:
            return Meaning.CARD_TEXT
        if line.listed and rank > outline.parts and self._block is not None and self._block.section:
            return self._block.meaning
        if rank == outline.parts and outline.is_part(heading, listed=line.listed):
            self._open_part()
            if kind_of(timed(line.text).text) is PartKind.GROUND_RULES:
                self._open_block(LabelledBlock(Meaning.GROUND_RULE))
            return Meaning.PART
        self._block = None
        self._card = 0
        self._around = 0 if rank <= self._around else self._around
        self._steps_belong = self._steps_belong and rank > outline.parts
        if rank < outline.parts and heading.time.has_time and not outline.is_sum(heading):
            self._open_part()
            return Meaning.PART
        if rank > outline.parts and heading.time.minutes is not None and self._steps_belong:
            return Meaning.STEP
        return Meaning.ASK if is_question(line.text) and self._in_part else Meaning.UNKNOWN

    # Text

    def _text(
        self, number: int, text: str, *, listed: bool = False, apart: bool = False
    ) -> Iterator[GuideLine]:
        label = labelled(text)
        plain = without_ordinal(text)
        announces = plain.endswith(_COLONS) or plain != text.strip() or self._list_follows
        alone = label_alone(plain) if announces else None
        if self._card:
            yield line_of(number, text, Meaning.CARD_TEXT, listed=listed)
        elif is_minutes_line(text):
            yield line_of(number, text, Meaning.MINUTES)
        elif label is not None:
            yield from self._labelled(number, text, label.meaning, label.text, listed=listed)
        elif alone is not None and not listed and not self._is_for_somebody(alone):
            self._open_block(LabelledBlock(alone, apart=apart))
            yield line_of(number, text, Meaning.LABEL)
        elif self._block is not None and self._block.holds(text, listed=listed, apart=apart):
            yield from _in_block(self._block.meaning, number, text, listed=listed)
        else:
            self._block = None
            yield from self._free_text(number, text, listed=listed, apart=apart)

    def _is_for_somebody(self, alone: Meaning) -> bool:
        """Whether a label only says who brings the things: "Materials", and below it "For facilitators:"."""
        block = self._block
        return alone is Meaning.TIP and bool(block and block.section and block.meaning is Meaning.MATERIAL)

    def _labelled(
        self, number: int, text: str, meaning: Meaning, rest: str, *, listed: bool = False
    ) -> Iterator[GuideLine]:
        self._block = None
        if meaning is Meaning.MATERIAL:
            yield from things_in(number, text, rest)
        elif meaning in (Meaning.MINUTES, Meaning.CARD):
            yield line_of(number, text, Meaning.UNKNOWN, listed=listed)
        else:
            if meaning in (Meaning.ASK, Meaning.TIP):
                self._open_block(LabelledBlock(meaning, is_list=True, whole=not rest.endswith(_COLONS)))
            yield line_of(number, text, meaning, listed=listed)

    def _free_text(self, number: int, text: str, *, listed: bool, apart: bool) -> Iterator[GuideLine]:
        if not self._around and (apart or is_quoted(text)):
            yield line_of(number, text, Meaning.SAY, listed=listed)
        elif not self._around and is_question(text) and self._in_part:
            yield from _question(number, text, listed=listed)
        else:
            yield line_of(number, text, Meaning.UNKNOWN, listed=listed)

    def _open_block(self, block: LabelledBlock) -> None:
        self._block = block if block.meaning not in (Meaning.MINUTES, Meaning.CARD) else None

    def _open_part(self) -> None:
        self._in_part = self._steps_belong = True
        self._around, self._card, self._block = 0, 0, None

    def _open_session(self) -> None:
        self._in_part, self._around, self._card, self._block = False, 0, 0, None


def _list_follows(lines: Sequence[SourceLine], place: int) -> bool:
    """Whether a line of running text stands right before a list."""
    here, following = lines[place], lines[place + 1 : place + 2]
    return not here.listed and not here.cells and any(line.listed for line in following)


def _told_and_asked(number: int, text: str) -> Iterator[GuideLine]:
    """Yield what a cell of notes tells the facilitator, and the question at its end."""
    *told, asked = _SENTENCE.split(text)
    if told:
        yield line_of(number, " ".join(told), Meaning.TIP)
    yield line_of(number, asked, Meaning.ASK)


def _question(number: int, text: str, *, listed: bool) -> Iterator[GuideLine]:
    """Yield a question; what stands before it in a long paragraph is no question."""
    sentences = _SENTENCE.split(text)
    if len(text.split()) <= _MOST_WORDS_OF_A_QUESTION or len(sentences) == 1:
        yield line_of(number, text, Meaning.ASK, listed=listed)
        return
    yield line_of(number, " ".join(sentences[:-1]), Meaning.UNKNOWN, listed=listed)
    yield line_of(number, sentences[-1], Meaning.ASK, listed=listed)


def _in_block(meaning: Meaning, number: int, text: str, *, listed: bool) -> Iterator[GuideLine]:
    if meaning is Meaning.MATERIAL and not listed:
        yield from things_in(number, text, text)
    else:
        yield line_of(number, text, meaning, listed=listed)


def _minutes_in(rows: Iterable[AgendaRow], text: str) -> int | None:
    """Return the minutes that an agenda gives to the part with this title."""
    title = same_title(text)
    return next((row.time.minutes for row in rows if same_title(row.title) == title), None)
