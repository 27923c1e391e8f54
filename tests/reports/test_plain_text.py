"""Plain text: whatever it is pasted into, it says what was said."""

import pytest

from dialogue_desk.domain.model.document import (
    BarChart,
    Bullet,
    Bullets,
    ChartBar,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.text import printable
from dialogue_desk.reports.plain_text import text_of
from tests.reports.paper_reading import texts
from tests.reports.paper_samples import ENGLISH, SPANISH
from tests.reports.test_document_files import HOSTILE, SCRIPTS


def read(document: Document) -> str:
    return text_of(document).decode().replace("\r\n", "\n")


@pytest.mark.parametrize("document", [ENGLISH, SPANISH])
def test_it_says_every_word_but_the_head_over_what_names_itself(document: Document) -> None:
    said = " ".join(read(document).replace("\n> ", "\n").split())

    assert {text for text in texts(document) if " ".join(text.split()) not in said} <= {
        "Part",
        "Parte",
        "Theme",
        "Tema",
    }


@pytest.mark.parametrize("text", [*HOSTILE, SCRIPTS])
def test_what_was_typed_is_there_as_it_was_typed(text: str) -> None:
    assert read(Document("T", (Bullets((Bullet(text, text),)),))).count(printable(text)) == 2


def test_no_line_is_broken_but_where_its_writer_broke_it() -> None:
    long = "a word " * 400
    assert f"- {long}\n  second\n  aside" in read(
        Document("T", (Bullets((Bullet(f"{long}\nsecond", "aside"),)),))
    )


def test_it_reads_well_as_it_stands() -> None:
    blocks = (
        Paragraph("Nobody is named."),
        Heading("Where we agree"),
        Heading("Now", 2),
        Bullets((Bullet("Get home safely.", "everyone"),)),
        Paragraph("I want to be seen.", Role.QUOTE),
        Table(
            (TableColumn("Part"), TableColumn("Planned"), TableColumn("Taken")),
            (("Welcome", "5 min", "7 min"),),
            "How long",
        ),
        BarChart("Themes", (ChartBar("Stops", 3, "3 circles"),), "circles", "Stops led."),
    )
    assert (
        read(Document("Safety", blocks, "Circle C07", "C07 · 1"))
        == """Safety
Circle C07

Nobody is named.

Where we agree
==============

Now
---

- Get home safely.
  everyone

> I want to be seen.

How long
- Welcome. Planned: 5 min; Taken: 7 min

Themes (circles)
- Stops: 3 circles
Stops led.

C07 · 1
"""
    )


def test_lines_end_so_that_every_editor_knows_it() -> None:
    assert text_of(Document("T", (Paragraph("a\nb"),))) == b"T\r\n\r\na\r\nb\r\n"
