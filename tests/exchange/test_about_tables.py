"""Tables say of themselves on what terms they may be used, and what each column holds."""

from __future__ import annotations

from dialogue_desk.domain.model.circles import USUAL_LICENSE, Program
from dialogue_desk.exchange.about_tables import licenses
from dialogue_desk.exchange.tables import tables
from tests.exchange.small_desk import folder_of, table, the_records
from tests.exchange.work_desk import everything


def test_what_the_tables_are_stands_first_and_their_columns_last() -> None:
    found = tables(the_records(), [folder_of(the_records())])
    assert (found[0].name, found[-1].name) == ("about", "columns")


def test_terms_and_whom_to_ask_are_told() -> None:
    told = {row["subject"]: row["statement"] for row in table("about", everything())}
    assert told["license"] == "OURS: CC BY 4.0"
    assert told["program"] == "Our town; The library; library@example.org"
    assert "count circles" in told["how to count"]


def test_where_nobody_said_otherwise_all_rights_stay_with_the_circles() -> None:
    assert licenses([]) == {"": USUAL_LICENSE}
    assert licenses([Program("Town")]) == {"Town": USUAL_LICENSE}


def test_every_column_of_every_other_table_is_told() -> None:
    told = [(row["of_table"], row["column_name"]) for row in table("columns", the_records())]
    others = tables(the_records(), [folder_of(the_records())])[1:-1]
    assert told == [(one.name, name) for one in others for name in one.columns]
