"""Tables as Parquet, for tools that read millions of rows.

DuckDB writes it, which comes with ``dialogue-desk[parquet]``.  It is told to load nothing, to ask nothing of
the net, and to touch no file but the one it writes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from dialogue_desk.exchange.csv_table import Cell, DataTable
from dialogue_desk.exchange.table_columns import ColumnType, column

EXTRA = "dialogue-desk[parquet]"

_TYPES: Mapping[ColumnType, str] = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.WHOLE: "BIGINT",
    ColumnType.DECIMAL: "DOUBLE",
    ColumnType.YES_NO: "VARCHAR",
    ColumnType.DAY: "DATE",
    ColumnType.TIME: "TIMESTAMP",
}


def parquet_is_possible() -> bool:
    """Whether DuckDB is here."""
    return find_spec("duckdb") is not None


def parquet_bytes(table: DataTable, about: Mapping[str, str]) -> bytes:
    """Return a table as Parquet; ``about`` goes along as the file's metadata.

    The same table gives the same bytes with one version of DuckDB.

    Raises:
        ImportError: when DuckDB is not here.
    """
    import duckdb  # noqa: PLC0415  # an extra, and costly

    columns = [column(table.name, name) for name in table.columns]
    head = ", ".join(f"{_quoted(one.name)} {_TYPES[one.type]}" for one in columns)
    values = ", ".join(f"unnest($c{place}::VARCHAR[])" for place in range(len(columns)))
    cells = {f"c{place}": [_text(row[place]) for row in table.rows] for place in range(len(columns))}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.parquet"
        with duckdb.connect(config=_ALONE) as connection:
            connection.execute(f"SET allowed_directories = [{_literal(folder)}]")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            connection.execute(f"CREATE TABLE written ({head})")
            if table.rows:
                connection.execute(f"INSERT INTO written SELECT {values}", cells)
            kept = ", ".join(f"{_quoted(key)}: {_literal(value)}" for key, value in about.items())
            metadata = f", KV_METADATA {{{kept}}}" if kept else ""
            connection.execute(f"COPY written TO {_literal(str(path))} (FORMAT parquet{metadata})")
        return path.read_bytes()


_ALONE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "temp_directory": "",
    "threads": "1",
}
"""What keeps DuckDB from loading anything, and the rows in their order."""


def _text(cell: Cell) -> str | None:
    return None if cell is None or cell == "" else str(cell)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
