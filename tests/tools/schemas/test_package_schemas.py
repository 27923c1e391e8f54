"""The published schemas are those of today's classes, and what leaves is as they say."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from dialogue_desk.exchange.csv_table import BOM, csv_bytes
from dialogue_desk.exchange.tables import record_lines, tables
from tests.exchange.small_desk import folder_of
from tests.exchange.work_desk import everything
from tools.schemas.__main__ import SCHEMAS, main, schema_files

READERS = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
}
PACKAGES = sorted(Path(__file__).parents[2].rglob("*.dialogue"))


def published(name):
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def checks(name):
    """What checks values by a published schema."""
    jsonschema = pytest.importorskip("jsonschema", reason="it is not installed yet: run dev.py once")
    jsonschema.Draft202012Validator.check_schema(published(name))
    return jsonschema.Draft202012Validator(published(name))


def members(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def lines(data: bytes):
    return [json.loads(line) for line in data.splitlines()]


def test_the_published_schemas_are_those_of_todays_classes(tmp_path) -> None:
    main(tmp_path)
    there = {path.name: path.read_bytes() for path in SCHEMAS.glob("*.json")}
    assert there == dict(schema_files()), "run python -m tools.schemas"
    assert there == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_packages_that_were_handed_out_are_as_the_schemas_say(path) -> None:
    found = members(path)
    checks("manifest.schema.json").validate(json.loads(found["manifest.json"]))
    if slip := found.get("signature.json"):
        checks("slip.schema.json").validate(json.loads(slip))
    check = checks("record.schema.json")
    for line in lines(found["records.jsonl"]):
        check.validate(line)


def test_every_record_of_a_desk_is_as_the_schema_says() -> None:
    check = checks("record.schema.json")
    found = lines(record_lines(everything()))
    assert len({one["kind"] for one in found}) > 15
    assert [one for one in found if not check.is_valid(one)] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "speaker"},
        {"version": {}},
        {"id": ""},
        {"at": "today"},
        {"body": {"kind": "hope"}},
        {"body": {"kind": "gossip", "text": "x"}},
        {"body": {"kind": "hope", "text": "x", "sensitive": "yes"}},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_record_that_is_none_is_refused(wrong) -> None:
    check = checks("record.schema.json")
    note = next(one for one in lines(record_lines(everything())) if one["kind"] == "note")
    assert check.is_valid(note) and not check.is_valid(note | wrong)


def test_a_field_of_a_newer_app_is_no_fault() -> None:
    note = next(one for one in lines(record_lines(everything())) if one["kind"] == "note")
    assert checks("record.schema.json").is_valid(note | {"body": {**note["body"], "newer": 1}})


def test_tables_are_as_their_published_schemas_say() -> None:
    records = everything()
    found = {table.name: table for table in tables(records, [folder_of(records)])}
    resources = published("tables.datapackage.json")["resources"]
    assert [Path(one["path"]).stem for one in resources] == list(found)
    for one in resources:
        text = csv_bytes(found[Path(one["path"]).stem]).decode().removeprefix(BOM)
        rows = csv.DictReader(io.StringIO(text, newline=""))
        assert rows.fieldnames == [field["name"] for field in one["schema"]["fields"]]
        for row in rows:
            for field in one["schema"]["fields"]:
                cell = row[field["name"]]
                allowed = field.get("constraints", {}).get("enum", [cell])
                assert cell in ("", *allowed) and reads(field, cell), (one["name"], field["name"])


def reads(field, cell) -> bool:
    """Whether a cell is empty or of the type that its field says."""
    if cell and field["type"] == "boolean":
        return cell in field["trueValues"] + field["falseValues"]
    try:
        return cell == "" or READERS[field["type"]](cell) is not None
    except ValueError:
        return False
