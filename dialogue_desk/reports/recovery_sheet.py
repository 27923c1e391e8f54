"""The recovery sheet: an organizer's key on paper, to be typed or scanned when laptop and file are lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Columns,
    Document,
    Heading,
    Paragraph,
    QrCode,
    Role,
    Side,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.domain.model.key_grid import PREFIX, key_grid
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.times import day


@dataclass(frozen=True, slots=True)
class PrintedKey:
    """A key as it is printed: both its halves, and the name and languages of its program."""

    secret: str = field(repr=False)
    public: str
    program: str
    languages: Sequence[str] = ()


def recovery_sheet(key: PrintedKey, at: Instant, zone: int, words: Words) -> Document:
    """Return the sheet for a key, made at that time.

    It follows in each other of the program's languages that the app speaks: who finds the envelope may read
    only that.
    """
    others = (code for code in key.languages if code in LANGUAGES and code != words.language)
    first, *following = (_sheet(key, day(at, zone, one), one) for one in (words, *map(Words, others)))
    return replace(first, following=tuple(following))


def _sheet(key: PrintedKey, made: str, words: Words) -> Document:
    tr = words.tr
    name = key.program or tr("program")
    return Document(
        title=tr("Recovery sheet: the key of “{program}”", program=name),
        subtitle=tr("Made on {day}. Keep it as you would keep a house key.", day=made),
        blocks=tuple(_blocks(key.secret, key.public, words)),
        footer=tr("Key of {program}", program=name),
        language=words.language,
    )


def _blocks(secret: str, public: str, words: Words) -> Iterator[Block]:
    tr = words.tr
    yield Paragraph(
        tr(
            "This key opens the packages that facilitators seal for this program. Whoever has this sheet can "
            "read them. If the laptop is lost and there is no other copy of the key, this sheet is the only "
            "way to open them."
        ),
        Role.LEAD,
    )
    steps = (
        Bullet(tr("Start Dialogue Desk on any laptop, and open the program file.")),
        Bullet(tr("On the Program page, press “Change the program”, then “Privacy and key”.")),
        Bullet(tr("Press “Type a key”, and type it, or scan the code. Then open the packages.")),
    )
    code = QrCode(secret, tr("For a scanner on the laptop that types what it reads."))
    yield Columns((Side("", (code,), share=1), Side(tr("How to use it"), (Bullets(steps),), share=1.6)))
    yield Heading(tr("The key"))
    yield Paragraph(PREFIX, Role.STRONG)
    yield _grid(secret)
    yield Paragraph(
        tr(
            "Type the groups row by row; spaces and small letters are fine. The letters B, I and O and the "
            "number 1 are never in it."
        ),
        Role.MUTED,
    )
    yield Heading(tr("How to keep it"))
    yield Bullets(
        (
            Bullet(tr("In a closed envelope, locked away, and not in the bag of the laptop.")),
            Bullet(tr("Never photograph it, never scan it to a file, and never send it.")),
            Bullet(tr("Tell one person you trust where it is.")),
            Bullet(tr("Delete the file it was printed from, and empty the trash.")),
            Bullet(tr("Shred it when the notes of the program are erased.")),
        ),
        boxes=True,
    )
    yield Paragraph(tr("To tell which key this is: {public}", public=public), Role.MUTED)


def _grid(secret: str) -> Table:
    grid = key_grid(secret)
    numbers = (str(number + 1) for number in range(grid.columns))
    heads = (TableColumn("", narrow=True), *(TableColumn(number, narrow=True) for number in numbers))
    rows = ((name, *groups, *[""] * (grid.columns - len(groups))) for name, groups in grid.rows)
    return Table(heads, tuple(rows))
