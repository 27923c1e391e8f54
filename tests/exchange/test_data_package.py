"""A folder of tables is described so that other programs know the type of each column."""

from __future__ import annotations

import json

from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.exchange.data_package import data_package, table_schema

NOTES = DataTable("notes", ("note_id", "sensitive", "said_at", "prompt", "consent"), ())


def test_each_column_has_its_type_and_what_it_can_be() -> None:
    ident, sensitive, said_at, prompt, consent = table_schema(NOTES)["fields"]
    assert (ident["type"], prompt["type"]) == ("string", "integer")
    assert (sensitive["type"], sensitive["trueValues"]) == ("boolean", ["yes"])
    assert (said_at["type"], said_at["format"]) == ("datetime", "%Y-%m-%d %H:%M:%S")
    assert consent["constraints"] == {"enum": ["not asked", "yes", "withdrawn"]}


def test_terms_that_organizers_wrote_stand_beside_the_program_they_are_for() -> None:
    described = json.loads(data_package([NOTES], {"OURS": "Ask first."}, "c01-"))
    assert described["licenses"] == [{"name": "notspecified", "title": "OURS: Ask first."}]
    assert described["resources"][0]["path"] == "c01-notes.csv"


def test_a_description_of_tables_alone_has_no_terms() -> None:
    assert "licenses" not in json.loads(data_package([NOTES]))
