"""The rows of a list that a person keeps elsewhere: pasted, or saved as CSV or by a spreadsheet program."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dialogue_desk.domain.model.text import decoded, normalized, plain_letters
from dialogue_desk.exchange.document_archive import Archive, child
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.limits import MIB

MOST_ROWS = 2_000
MOST_CELLS = 50
MOST_EXPORTED_ROWS = 20_000
MOST_EXPORTED_CELLS = 1_000
MOST_SHEETS = 20
_MOST_BYTES = 8 * MIB

_MAIN = (("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"),)
_STRICT = (("http://purl.oclc.org/ooxml/spreadsheetml/main", "x"),)
_PLACE = re.compile(r"([A-Z]{1,3})[0-9]+")

_YES = {"yes", "y", "x", "1", "true", "si", "s", "\N{CHECK MARK}", "verdadero"}
_NO = {"", "no", "n", "0", "-", "false", "\N{EN DASH}", "falso"}

Rows = tuple[tuple[str, ...], ...]


class FileRows(NamedTuple):
    """The rows of a file; of a workbook those of its longest sheet, and how many ``sheets`` have rows."""

    rows: Rows
    sheets: int = 1


def said_yes(cell: str) -> bool | None:
    """Return whether a cell says yes (a cross does) or no (an empty one does); None when it says neither."""
    plain = plain_letters(cell)
    return plain in _YES if plain in _YES | _NO else None


def rows_in_text(text: str) -> Rows:
    """Return the rows of a text, each as its cells without the spaces around them; empty rows are left out.

    Cells are told apart by tabs, as a spreadsheet pastes them, or else by semicolons or commas.
    """
    lines = normalized(text).splitlines()[: MOST_ROWS + 1]
    mark = next((sign for sign in "\t;" if any(sign in line for line in lines)), ",")
    return _tidy(csv.reader(io.StringIO("\n".join(lines)), delimiter=mark))


def rows_of_file(path: Path) -> FileRows:
    """Return the rows of a CSV file, or of the longest sheet of an XLSX file: others are covers and notes.

    Raises:
        DocumentRefused: when it is neither, or too large.
        OSError: when it cannot be read.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise DocumentRefused(Trouble.TOO_LARGE)
    data = path.read_bytes()
    if data.startswith(b"PK"):
        sheets = [rows for rows in map(_tidy, _sheets(Archive(data))) if rows]
        return FileRows(max(sheets, key=len, default=()), len(sheets))
    return FileRows(rows_in_text(_as_text(data)))


def exported_rows(data: bytes) -> Rows:
    """Return the rows of a table that another program exported as CSV or XLSX, of many columns.

    What tells cells apart in CSV is read off the line of heads: a text below may have any sign.

    Raises:
        DocumentRefused: when it is neither, or too large.
    """
    if data.startswith(b"PK"):
        sheets = _sheets(Archive(data), MOST_EXPORTED_CELLS)
        return max((_tidy(rows, MOST_EXPORTED_CELLS, MOST_EXPORTED_ROWS) for rows in sheets), key=len)
    text = normalized(_as_text(data))
    heads, _, _ = text.lstrip().partition("\n")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=heads.count))
    return _tidy(lines, MOST_EXPORTED_CELLS, MOST_EXPORTED_ROWS)


def _as_text(data: bytes) -> str:
    try:
        return decoded(data)
    except UnicodeDecodeError:
        pass
    text = data.decode("cp1252", "replace")  # what spreadsheet programs of Windows call CSV
    if any(ord(sign) < 32 and sign not in "\t\r\n" for sign in text):
        raise DocumentRefused(Trouble.NOT_TEXT)
    return text


def _tidy(
    rows: Iterator[list[str]] | Sequence[list[str]], most_cells: int = MOST_CELLS, most_rows: int = MOST_ROWS
) -> Rows:
    found: list[tuple[str, ...]] = []
    try:
        for row in rows:
            cells = tuple(" ".join(normalized(cell).split()) for cell in row[:most_cells])
            if any(cells):
                found.append(cells)
            if len(found) > most_rows:
                raise DocumentRefused(Trouble.TOO_LARGE)
    except csv.Error as error:
        raise DocumentRefused(Trouble.NOT_TEXT, str(error)) from error
    return tuple(found)


def _sheets(archive: Archive, most_cells: int = MOST_CELLS) -> Iterator[list[list[str]]]:
    names = [name for name in archive.names if re.fullmatch(r"xl/worksheets/sheet[0-9]+\.xml", name)]
    if not names:
        raise DocumentRefused(Trouble.NOT_WHAT_IT_SAYS)
    prefixes = (*_MAIN, *_STRICT)
    strings = archive.xml("xl/sharedStrings.xml", prefixes)
    shared = [_text(one) for one in strings or () if one.tag == "x:si"]
    for name in sorted(names, key=lambda name: (len(name), name))[:MOST_SHEETS]:
        sheet = archive.xml(name, prefixes)
        rows = child(sheet, "x:sheetData")
        yield [_cells(row, shared, most_cells) for row in rows or () if row.tag == "x:row"]


def _cells(row: Element, shared: Sequence[str], most: int) -> list[str]:
    found: list[str] = []
    for cell in row:
        place = _column(cell.get("r", ""))
        if cell.tag == "x:c" and (place or len(found)) < most:
            found += [""] * ((len(found) if place is None else place) - len(found))
            found.append(_value(cell, shared))
    return found


def _value(cell: Element, shared: Sequence[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _text(cell)
    value = child(cell, "x:v")
    said = (value.text or "") if value is not None else ""
    if cell.get("t") == "s":
        return shared[int(said)] if said.isdecimal() and int(said) < len(shared) else ""
    return said


def _column(place: str) -> int | None:
    """Return the column of a cell such as C7, from 0; None when it does not say."""
    letters = _PLACE.fullmatch(place)
    if letters is None:
        return None
    column = 0
    for letter in letters[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter() if one.tag == "x:t")
