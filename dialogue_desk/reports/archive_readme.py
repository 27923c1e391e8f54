"""The page at the top of an archive, in plain words: what is in it, how to open it, what is not in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desk.domain.model.circles import USUAL_LICENSE, Program
from dialogue_desk.domain.model.document import Block, Bullet, Bullets, Document, Heading, Paragraph
from dialogue_desk.words import Words
from dialogue_desk.words.times import written_day


@dataclass(frozen=True, slots=True)
class ArchiveFacts:
    """What the page tells of an archive.  ``unchecked`` sessions were never looked through for names."""

    program: Program
    circles: int
    sessions: int
    day: date
    tables: bool = False
    unchecked: int = 0


def archive_readme(facts: ArchiveFacts, languages: Sequence[str]) -> Document:
    """Return the page in each of the languages, one after the other."""
    first, *others = (_page(facts, Words(language)) for language in languages)
    return replace(first, following=tuple(others))


def _page(facts: ArchiveFacts, words: Words) -> Document:
    tr = words.tr
    return Document(
        title=tr("Read this first: the archive of {program}", program=facts.program.name),
        subtitle=tr("Made on {day}", day=written_day(facts.day, words)),
        language=words.language,
        blocks=tuple(_blocks(facts, words)),
    )


def _blocks(facts: ArchiveFacts, words: Words) -> Iterator[Block]:
    tr = words.tr
    circles = words.ntr("{count} circle", "{count} circles", facts.circles)
    sessions = words.ntr("{count} session", "{count} sessions", facts.sessions)
    yield Paragraph(
        tr(
            "People met in dialogue circles and talked about their community. This archive keeps what they "
            "found and proposed: {circles}, {sessions}. You need no special program to read it.",
            circles=circles,
            sessions=sessions,
        )
    )
    for heading, lines in (
        (tr("What is in it"), _contents(facts, words)),
        (tr("How to open it"), _opening(words)),
        (tr("What is not in it"), _left_out(facts, words)),
        (tr("How to check that it is whole"), _checking(words)),
        (tr("How you may use it"), _terms(facts, words)),
    ):
        yield Heading(heading)
        yield Bullets(tuple(map(Bullet, lines)))


def _contents(facts: ArchiveFacts, words: Words) -> Iterator[str]:
    tr = words.tr
    yield tr(
        "Folder “report”: the report of the program, a summary for officials, and every line as a web page."
    )
    yield tr("Folder “summaries”: what each session of each circle said, a page or two each.")
    if facts.tables:
        yield tr(
            "Folder “tables”: the same as tables. “columns.csv” says what each column means; “data-card” "
            "says how the data came about."
        )


def _opening(words: Words) -> Iterator[str]:
    tr = words.tr
    yield tr("Files that end in .pdf: with any program that shows PDF.")
    yield tr("Files that end in .csv: with any spreadsheet. They are plain text in UTF-8, with commas.")
    yield tr("Files that end in .html: with any web browser. Nothing is loaded from the internet.")
    yield tr("Files that end in .txt, .md or .json: with any program that shows text.")


def _left_out(facts: ArchiveFacts, words: Words) -> Iterator[str]:
    tr = words.tr
    yield tr("Private debriefs, quotes without permission, and the tallies of single circles.")
    if facts.tables:
        yield tr(
            "Sensitive notes are in the tables, and marked. Each line there has its circle and session. So "
            "this archive is for organizers only."
        )
    else:
        yield tr("Sensitive notes, and tables that name the circle beside each line.")
    if facts.unchecked:
        yield words.ntr(
            "In {count} session, nobody checked that the notes do not name anyone. Read it before you pass "
            "it on.",
            "In {count} sessions, nobody checked that the notes do not name anyone. Read them before you "
            "pass them on.",
            facts.unchecked,
        )


def _checking(words: Words) -> Iterator[str]:
    yield words.tr(
        "“SHA256SUMS.txt” has a checksum for each file. “sha256sum --check SHA256SUMS.txt” compares them all."
    )


def _terms(facts: ArchiveFacts, words: Words) -> Iterator[str]:
    program = facts.program
    terms = program.data_license
    if terms in ("", USUAL_LICENSE):
        terms = words.tr(
            "All rights stay with the circles. Use this for the purpose of their program, and do not publish "
            "it."
        )
    yield terms
    contact = " · ".join(filter(None, (program.organizer, program.contact)))
    yield contact or words.tr("Ask whoever gave you these files.")
