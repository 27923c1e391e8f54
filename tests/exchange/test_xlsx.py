"""The workbook: what other programs read in it is what was said, and nothing in it runs."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.domain.model.text import printable
from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.exchange.xlsx import LONG_TEXTS, LONGEST_CELL, sheet_name, xlsx_bytes


def read(data: bytes) -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=False)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def one_cell(text: str) -> object:
    return read(xlsx_bytes([DataTable("notes", ("text", "n"), ((text, 1),))]))["notes"][1][0]


def test_each_table_has_a_sheet_with_its_heads_in_view() -> None:
    data = xlsx_bytes(
        [DataTable("notes", ("id", "n"), (("a", 2), ("b", 2.5), ("c", None))), DataTable("x", ("y",), ())]
    )

    assert read(data) == {"notes": [["id", "n"], ["a", 2], ["b", 2.5], ["c", None]], "x": [["y"]]}
    sheet = openpyxl.load_workbook(io.BytesIO(data))["notes"]
    assert sheet.freeze_panes == "A2" and sheet["A1"].font.bold
    assert sheet.auto_filter.ref == "A1:B4"


def test_a_column_is_as_wide_as_its_words_and_no_wider_than_a_page() -> None:
    table = DataTable("notes", ("id", "text", "n"), (("x" * 20, "word " * 400, 1),))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([table])))["notes"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]

    assert 20 < widths[0] < 25 and 59 < widths[1] < 62 and 8 <= widths[2] < 10
    assert sheet["B2"].alignment.wrap_text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "@x",
        "+1",
        "-1",
        '=HYPERLINK("http://x")',
        "{=1}",
        "http://no.example",
        "mailto:no@no.example",
        "12",
        "1e5",
        "TRUE",
        "2026-03-12",
        "<b>&amp;</b>",
        "<r>no & markup</r>",
        "<r><t>no</t></r>",
        " leading and trailing ",
        "two\nlines",
        "Café ñandú, مرحبا, 你好, नमस्ते, 👍🏽",
        "a\u202eb\u202c",
    ],
)
def test_text_is_text_exactly(text: str) -> None:
    data = xlsx_bytes([DataTable("notes", ("text",), ((text,),))])
    cell = openpyxl.load_workbook(io.BytesIO(data))["notes"]["A2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert cell.quotePrefix


def test_what_no_workbook_can_carry_is_made_visible() -> None:
    assert one_cell("a\x00\x07\x1b\ud800\uffff b\r\nc") == "a\u2400\u2407\u241b\ufffd\ufffd b\nc"


def test_a_cell_that_looks_like_an_escape_is_not_taken_for_one() -> None:
    data = xlsx_bytes([DataTable("notes", ("text",), (("_x0041_",),))])

    assert b"_x005F_x0041_" in zipfile.ZipFile(io.BytesIO(data)).read("xl/sharedStrings.xml")


@pytest.mark.parametrize("text", ["x" * 40_000, "word 👍 " * 20_000, "漢" * 32_768])
def test_what_no_cell_can_hold_is_whole_on_a_sheet_of_its_own(text: str) -> None:
    found = read(xlsx_bytes([DataTable("notes", ("id", "text"), (("n", "short"), ("m", text)))]))
    cut = str(found["notes"][2][1])
    pieces = found[LONG_TEXTS][1:]

    assert (
        cut.endswith("…") and text.startswith(cut[:-1]) and len(cut.encode("utf-16-le")) <= 2 * LONGEST_CELL
    )
    assert "".join(str(piece[4]) for piece in pieces) == text
    assert [piece[:4] for piece in pieces] == [
        ["notes", 3, "text", number] for number in range(1, len(pieces) + 1)
    ]


def test_a_cell_may_be_as_long_as_a_cell_may_be() -> None:
    assert read(xlsx_bytes([DataTable("notes", ("text",), (("x" * LONGEST_CELL,),))])) == {
        "notes": [["text"], ["x" * LONGEST_CELL]]
    }


@pytest.mark.parametrize(
    ("name", "taken", "sheet"),
    [
        ("notes", (), "notes"),
        ("Notes", ("notes",), "Notes_2"),
        ("a/b\\c:d?e*f[g]", (), "a b c d e f g"),
        ("x" * 40, (), "x" * 31),
        ("x" * 40, ("x" * 31,), "x" * 29 + "_2"),
        ("'quoted'", (), "quoted"),
        ("History", (), "History_"),
        ("", (), "table"),
    ],
)
def test_a_sheet_is_named_as_spreadsheets_allow_it(name: str, taken: tuple[str, ...], sheet: str) -> None:
    assert sheet_name(name, taken) == sheet


def test_the_same_tables_give_the_same_bytes() -> None:
    tables = [DataTable("notes", ("id", "n"), (("a", 2),))]

    assert xlsx_bytes(tables) == xlsx_bytes(tables)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_reads_back_as_it_is_printed(text: str) -> None:
    assert (one_cell(text) or "") == printable(text)
