"""What the tables say of themselves: on what terms they may be used, how to count, what each column holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogue_desk.domain.model.circles import USUAL_LICENSE, Program
from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.exchange.table_cells import TableSource, several
from dialogue_desk.exchange.table_columns import TABLE_MEANINGS, column

_ABOUT, _COLUMNS = "about", "columns"

_SAYS = (
    ("made with", "Dialogue Desk"),
    ("never in it", "who said it; debriefs; quotes without permission; tallies of single circles"),
    ("how to count", "count circles, not notes: the number of notes shows how fast somebody types"),
    ("for whom", "organizers: a line with its circle may tell whose it is, so do not publish it"),
    ("empty cells", "not known, or none"),
)


def licenses(programs: Iterable[Program]) -> dict[str, str]:
    """Return on what terms the data of each program may be used; "" names circles that are in none."""
    found = {program.called: program.data_license or USUAL_LICENSE for program in programs}
    return found or {"": USUAL_LICENSE}


def with_about(tables: Sequence[DataTable], source: TableSource) -> tuple[DataTable, ...]:
    """Return tables after one that tells what they are, and before one that tells what each column holds."""
    about = [
        ("license", f"{name}: {terms}" if name else terms)
        for name, terms in licenses(source.programs.values()).items()
    ]
    for program in source.programs.values():
        names = [name for name in (program.name, program.organizer, program.contact) if name]
        about.append(("program", several(dict.fromkeys(names))))
    about += _SAYS
    about += [(f"table {table.name}", TABLE_MEANINGS[table.name]) for table in tables]
    held = [
        (table.name, one.name, one.type.value, one.meaning, several(one.choices))
        for table in tables
        for one in (column(table.name, name) for name in table.columns)
    ]
    return (
        DataTable(_ABOUT, ("subject", "statement"), tuple(about)),
        *tables,
        DataTable(_COLUMNS, ("of_table", "column_name", "holds", "meaning", "choices"), tuple(held)),
    )
