"""The sheet for small groups: who sits with whom, by seat, and the steps.

It is printed for the room and thrown away after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from dialogue_desk.domain.model.document import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.run.breakouts import CuedStep, Group, Groups, OneTwoFour
from dialogue_desk.domain.run.rotation import Rotation
from dialogue_desk.reports.phrases import join_with_dots
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import minutes

Breakout: TypeAlias = Groups | OneTwoFour | Rotation


def breakout_document(
    breakout: Breakout,
    words: Words,
    *,
    question: str = "",
    steps: Sequence[CuedStep] = (),
    footer: str = "",
) -> Document:
    """Return the sheet for ``breakout``, with the question the groups talk about and the steps they take."""
    match breakout:
        case Groups():
            title, people = words.tr("In small groups"), breakout.people
            size = words.ntr("{count} group", "{count} groups", len(breakout.groups))
            groups = _groups(breakout, words)
        case OneTwoFour():
            title, people = words.tr("Alone, in pairs, in fours, all together"), breakout.pairs.people
            size = words.ntr("{count} pair", "{count} pairs", len(breakout.pairs.groups))
            groups = _pairs_and_fours(breakout, words)
        case Rotation():
            title, people = words.tr("Rounds at tables"), breakout.people
            size = join_with_dots(
                (
                    words.ntr("{count} table", "{count} tables", breakout.tables),
                    words.ntr("{count} round", "{count} rounds", len(breakout.rounds)),
                )
            )
            groups = _rounds(breakout, words)
    return Document(
        title=title,
        subtitle=join_with_dots((words.ntr("{count} person", "{count} people", people), size)),
        footer=footer,
        language=words.language,
        blocks=(*_beginning(question, words), *_steps(steps, words), *groups),
    )


def _beginning(question: str, words: Words) -> Iterator[Block]:
    if question:
        yield Paragraph(question, Role.LEAD)
    yield Paragraph(
        words.tr("Count off around the circle: the number you say is your seat. Names are not needed.")
    )


def _steps(steps: Sequence[CuedStep], words: Words) -> Iterator[Block]:
    if steps:
        yield Heading(words.tr("How it goes"))
        yield Table(
            (TableColumn(words.tr("Step"), 4.0), TableColumn(words.tr("Time"), 1.0, numeric=True)),
            tuple((name_of(step.cue, words), minutes(step.length_ms, words)) for step in steps),
        )


def _groups(groups: Groups, words: Words) -> Iterator[Block]:
    yield Heading(words.tr("Who sits together"))
    yield _seating(words.tr("Group"), groups.groups, words)
    yield Paragraph(words.tr("Write the group number and the page number on every sheet."))


def _pairs_and_fours(found: OneTwoFour, words: Words) -> Iterator[Block]:
    yield Heading(words.tr("In pairs"))
    yield _seating(words.tr("Pair"), found.pairs.groups, words)
    yield Heading(words.tr("Two pairs together"))
    yield _seating(words.tr("Group"), found.fours.groups, words)


def _rounds(found: Rotation, words: Words) -> Iterator[Block]:
    yield Paragraph(_promise(found, words))
    for number, tables in enumerate(found.rounds, 1):
        yield Heading(words.tr("Round {number}", number=number))
        columns = (
            TableColumn(words.tr("Table")),
            TableColumn(words.tr("Host")),
            TableColumn(words.tr("Guests"), 5.0),
        )
        rows = ((str(table), str(host), _seats(guests)) for table, (host, *guests) in enumerate(tables, 1))
        yield Table(columns, tuple(rows))
    yield Paragraph(words.tr("Write the table number and the page number on every sheet."))
    yield PageBreak()
    yield Heading(words.tr("Where each seat goes"))
    rounds = range(1, len(found.rounds) + 1)
    yield Table(
        (
            TableColumn(words.tr("Seat")),
            *(TableColumn(words.tr("Round {number}", number=number), numeric=True) for number in rounds),
        ),
        tuple((str(seat), *map(str, found.path(seat))) for seat in range(1, found.people + 1)),
        words.tr("The number of the table in each round."),
    )


def _promise(found: Rotation, words: Words) -> str:
    if found.tables_come_again:
        return words.tr(
            "Hosts stay, everyone else moves on. There are more rounds than tables, so people "
            "come back to a table after they have been to all of them."
        )
    return words.tr("Hosts stay, everyone else moves on. Nobody comes to a table twice.")


def _seating(head: str, groups: Sequence[Group], words: Words) -> Table:
    rows = tuple((str(number), _seats(group)) for number, group in enumerate(groups, 1))
    return Table((TableColumn(head), TableColumn(words.tr("Seats"), 5.0)), rows)


def _seats(group: Sequence[int]) -> str:
    return ", ".join(map(str, group))
