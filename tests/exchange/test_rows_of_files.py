"""Rows of lists that people keep elsewhere: pasted, saved as CSV, or kept in Excel."""

import zipfile

import pytest
import xlsxwriter

from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.rows_of_files import MOST_ROWS, rows_in_text, rows_of_file, said_yes

ROWS = (("C01", "Library", "English"), ("C02", "Church, lower hall", "Español"))


@pytest.mark.parametrize(
    "text",
    [
        "C01\tLibrary\tEnglish\nC02\tChurch, lower hall\tEspañol",
        'C01,Library,English\r\nC02,"Church, lower hall",Español\r\n',
        "\n C01 ; Library ;English\n\n;;\nC02;Church, lower hall;Español",
    ],
)
def test_tabs_semicolons_and_commas_part_the_cells(text):
    assert rows_in_text(text) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_file_is_read_however_it_was_saved(tmp_path, encoding):
    text = 'C01,Library,English\nC02,"Church, lower hall",Español\n'
    (tmp_path / "circles.csv").write_bytes(text.encode(encoding))
    assert rows_of_file(tmp_path / "circles.csv").rows == ROWS


def test_the_longest_sheet_of_a_workbook_is_read_with_its_gaps(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "circles.xlsx")
    book.add_worksheet("Read me").write(0, 0, "See the next sheet")
    sheet = book.add_worksheet("Circles")
    sheet.write_row(0, 0, ["Code", "", "Place"])
    sheet.write(2, 0, "C01")
    sheet.write(2, 2, "Library")
    sheet.write(3, 0, 7)
    book.add_worksheet("Empty")
    book.close()
    found = rows_of_file(tmp_path / "circles.xlsx")
    assert found == ((("Code", "", "Place"), ("C01", "", "Library"), ("7",)), 2)


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        ("photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00\xff", Trouble.NOT_TEXT),
        ("cut.xlsx", b"PK\x03\x04 and then nothing", Trouble.DAMAGED),
        ("large.csv", b"a" * 9_000_000, Trouble.TOO_LARGE),
        ("long.csv", b"C01\n" * (MOST_ROWS + 5), Trouble.TOO_LARGE),
        ("field.csv", b'"' + b"a" * 200_000, Trouble.NOT_TEXT),
    ],
)
def test_what_is_no_list_is_refused(tmp_path, name, data, trouble):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DocumentRefused) as refused:
        rows_of_file(tmp_path / name)
    assert refused.value.trouble is trouble


def test_a_zip_that_is_no_workbook_and_one_with_a_document_type_are_refused(tmp_path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    for name, text, trouble in (
        ("word/document.xml", "<a/>", Trouble.NOT_WHAT_IT_SAYS),
        ("xl/worksheets/sheet1.xml", bomb, Trouble.UNSAFE),
    ):
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as file:
            file.writestr(name, text)
        with pytest.raises(DocumentRefused) as refused:
            rows_of_file(tmp_path / "a.xlsx")
        assert refused.value.trouble is trouble


def test_a_cell_that_points_nowhere_is_empty(tmp_path):
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    row = '<row><c r="A1" t="s"><v>99</v></c><c r="ZZZ1"><v>1</v></c><c><v>x</v></c></row>'
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as file:
        sheet = f"<worksheet {main}><sheetData>{row}</sheetData></worksheet>"
        file.writestr("xl/worksheets/sheet1.xml", sheet)
    assert rows_of_file(tmp_path / "a.xlsx").rows == (("", "x"),)


@pytest.mark.parametrize(
    ("cell", "said"),
    [("x", True), ("Sí", True), ("YES", True), ("", False), ("no", False), ("–", False), ("maybe", None)],
)
def test_a_mark_says_yes_and_an_empty_cell_no(cell, said):
    assert said_yes(cell) is said
