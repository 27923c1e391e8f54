"""What can be told of a desk file without a word of what is in it: its size, how much, and whether whole."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.storage.database import copy_is_sound, open_for_reading, refuse_what_is_not_ours
from dialogue_desk.storage.desk_errors import as_desk_trouble
from dialogue_desk.storage.typed_rows import first_row, number, rows, text


@dataclass(frozen=True, slots=True)
class DeskSummary:
    """Numbers about a desk file.

    Attributes:
        size: its bytes, with those of the log that SQLite keeps beside it.
        schema: the version of its tables.
        counts: how many records there are of each kind, without those that were removed or erased.
        gone: how many records were removed or erased.
        sound: whether its pages, and its records as they were written, are whole.
    """

    size: int
    schema: int
    counts: tuple[tuple[Kind, int], ...]
    gone: int
    sound: bool


def summary_of(path: Path) -> DeskSummary:
    """Return the numbers of the desk file at ``path``, which may be open; nothing in it is changed.

    Raises:
        DeskTrouble: when it cannot be read, or is no desk file of this version.
    """
    with as_desk_trouble(path):
        refuse_what_is_not_ours(path)
        log = path.with_name(f"{path.name}-wal")
        size = path.stat().st_size + (log.stat().st_size if log.exists() else 0)
        with closing(open_for_reading(path)) as connection:
            schema = first_row(connection, "PRAGMA user_version")
            sql = "SELECT kind, count(*) FROM record WHERE body IS NOT NULL GROUP BY kind"
            found = {text(kind): number(count) for kind, count in rows(connection, sql)}
            gone = first_row(connection, "SELECT count(*) FROM record WHERE body IS NULL")
            return DeskSummary(
                size,
                number(schema[0]) if schema else 0,
                # What else stands there may be anything that somebody wrote.
                tuple((kind, found[kind.value]) for kind in Kind if kind.value in found),
                number(gone[0]) if gone else 0,
                copy_is_sound(connection),
            )
