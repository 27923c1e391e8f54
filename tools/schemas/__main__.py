"""``python -m tools.schemas``: writes the published schemas anew, into ``docs/schemas`` or another folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dialogue_desk.exchange.data_package import data_package
from dialogue_desk.exchange.tables import tables
from tools.schemas.package_schemas import manifest_schema, record_schema, slip_schema

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"


def schema_files() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each published schema."""
    for name, made in (("record", record_schema), ("manifest", manifest_schema), ("slip", slip_schema)):
        plain = msgspec.json.encode(made())
        yield f"{name}.schema.json", msgspec.json.format(plain, indent=1) + b"\n"
    yield "tables.datapackage.json", data_package(tables([], []))


def main(to: Path) -> int:
    """Write them into a folder."""
    to.mkdir(parents=True, exist_ok=True)
    for name, content in schema_files():
        (to / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SCHEMAS))
