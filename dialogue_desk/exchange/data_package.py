"""Tables described for other programs: a Data Package with Table Schemas (frictionlessdata.io)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import msgspec

from dialogue_desk.domain.model.circles import USUAL_LICENSE
from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.exchange.table_columns import TABLE_MEANINGS, Column, ColumnType, column

PlainValue: TypeAlias = "str | bool | list[PlainValue] | dict[str, PlainValue]"

_TYPES: Mapping[ColumnType, dict[str, PlainValue]] = {
    ColumnType.TEXT: {"type": "string"},
    ColumnType.WHOLE: {"type": "integer"},
    ColumnType.DECIMAL: {"type": "number"},
    ColumnType.YES_NO: {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    ColumnType.DAY: {"type": "date", "format": "%Y-%m-%d"},
    ColumnType.TIME: {"type": "datetime", "format": "%Y-%m-%d %H:%M:%S"},
}


def table_schema(table: DataTable) -> dict[str, PlainValue]:
    """Return the Table Schema of a table."""
    fields: list[PlainValue] = [_field(column(table.name, name)) for name in table.columns]
    return {"fields": fields, "missingValues": [""]}


def data_package(
    tables: Iterable[DataTable], terms: Mapping[str, str] | None = None, stem: str = ""
) -> bytes:
    """Return the description of a folder of CSV files, whose names begin with ``stem``, as JSON.

    ``terms`` say of each program how its data may be used.
    """
    described: dict[str, PlainValue] = {
        "profile": "tabular-data-package",
        "name": "dialogue-circles",
        "title": "Dialogue circles",
        "resources": [_resource(table, stem) for table in tables],
    }
    if terms:
        described["licenses"] = [_license(name, said) for name, said in terms.items()]
    return msgspec.json.format(msgspec.json.encode(described), indent=1) + b"\n"


def _resource(table: DataTable, stem: str) -> dict[str, PlainValue]:
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{stem}{table.name}.csv",
        "description": TABLE_MEANINGS[table.name],
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": table_schema(table),
    }


def _field(one: Column) -> dict[str, PlainValue]:
    found: dict[str, PlainValue] = {"name": one.name, **_TYPES[one.type], "description": one.meaning}
    if one.choices:
        found["constraints"] = {"enum": list(one.choices)}
    return found


def _license(program: str, terms: str) -> PlainValue:
    # The names are those that the Open Definition gives to terms that are not among its own.
    name = "other-closed" if terms == USUAL_LICENSE else "notspecified"
    return {"name": name, "title": f"{program}: {terms}" if program else terms}
