"""Reads the proposals that a Decidim site exports, with their states and answers.

Its export is CSV, a workbook or JSON, alone or inside a zip.  Names of columns have slashes where its data is
nested: ``title/en``, ``answer/es``.  Texts may be HTML.  Nothing of the file is run, followed or looked up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from dialogue_desk.domain.model.text import decoded, one_line, title_text
from dialogue_desk.exchange.document_archive import Archive
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.limits import MIB
from dialogue_desk.exchange.rows_of_files import MOST_EXPORTED_ROWS, exported_rows, said_yes

_MOST_BYTES = 16 * MIB
_MOST_DEPTH = 8
_LONGEST_TEXT = 20_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_BEFORE_JSON = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""Marks of encodings and blank space."""
_INSIDE = (".csv", ".json", ".xlsx")
_LOCALE = re.compile(r"[a-z]{2,3}(?:-[a-zA-Z]{2,4})?")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Texts: TypeAlias = tuple[tuple[str, str], ...]
"""A text by language; "" for one that stands without a language."""


@dataclass(frozen=True, slots=True)
class DecidimRow:
    """A proposal of the export: ``called`` is its id there, or its place in the file.

    ``state`` is as the site writes it; "" where there is none.  ``answered`` is a day such as 2027-06-30.
    """

    called: str
    state: str = ""
    titles: Texts = ()
    bodies: Texts = ()
    answers: Texts = ()
    answered: str = ""
    withdrawn: bool = False
    amendment: bool = False

    @property
    def title(self) -> str:
        """Its first title."""
        return next((text for _, text in self.titles if text), "")

    def text_in(self, languages: tuple[str, ...]) -> str:
        """Return the answer in the first of these languages that it has, or else in any."""
        found = {language: text for language, text in self.answers if text}
        return next((found[one] for one in (*languages, *found) if one in found), "")


def decidim_rows(path: Path) -> tuple[DecidimRow, ...]:
    """Return the proposals of an export.

    Raises:
        DocumentRefused: when it is no such export, is damaged, or is too large.
        OSError: when it cannot be read.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise DocumentRefused(Trouble.TOO_LARGE)
    found = tuple(_row(number, one) for number, one in enumerate(_records(_unpacked(path.read_bytes())), 1))
    if not found:
        raise DocumentRefused(Trouble.EMPTY)
    if not any(one.titles and (one.state or one.called) for one in found):
        raise DocumentRefused(Trouble.NOT_WHAT_IT_SAYS)
    return found


def _unpacked(data: bytes) -> bytes:
    """Return what is in a zip around the export, or the data itself."""
    if data.startswith(_OLD_EXCEL):
        raise DocumentRefused(Trouble.OLD_WORD)
    if not data.startswith(b"PK"):
        return data
    archive = Archive(data)
    if "[Content_Types].xml" in archive.names:
        return data
    inside = [name for name in archive.names if PurePosixPath(name).suffix.lower() in _INSIDE]
    if len(inside) != 1:
        raise DocumentRefused(Trouble.NOT_WHAT_IT_SAYS, "a zip with none or several exports")
    return archive.member(inside[0])


def _records(data: bytes) -> Iterator[Mapping[str, str]]:
    if data.lstrip(_BEFORE_JSON)[:1] in (b"[", b"{"):
        yield from _json_records(data)
        return
    rows = exported_rows(data)
    heads = tuple(head.strip().lower() for head in rows[0]) if rows else ()
    for row in rows[1:]:
        yield dict(zip(heads, row, strict=False))


def _json_records(data: bytes) -> Iterator[Mapping[str, str]]:
    try:
        read = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise DocumentRefused(Trouble.DAMAGED, str(error)) from error
    several = read if isinstance(read, list) else [read]
    if len(several) > MOST_EXPORTED_ROWS:
        raise DocumentRefused(Trouble.TOO_LARGE)
    for one in several:
        if isinstance(one, dict):
            yield dict(_flat(one))


def _flat(value: Mapping[str, object], above: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        name = f"{above}{key}".lower()
        if isinstance(inner, dict) and depth < _MOST_DEPTH:
            yield from _flat(inner, f"{name}/", depth + 1)
        elif isinstance(inner, str | int | float):
            yield name, str(inner)


def _row(number: int, cells: Mapping[str, str]) -> DecidimRow:
    state = (cells.get("state") or cells.get("status") or "").strip().lower()
    answered = _DAY.match(cells.get("answered_at", ""))
    return DecidimRow(
        called=title_text(cells.get("id", "").strip().removesuffix(".0"))[:20] or str(number),
        state=title_text(state)[:60],
        titles=_texts("title", cells),
        bodies=_texts("body", cells),
        answers=_texts("answer", cells),
        answered=answered[0] if answered else "",
        withdrawn=bool(said_yes(cells.get("withdrawn", ""))) or state == "withdrawn",
        amendment=bool(said_yes(cells.get("is_amend", ""))),
    )


def _texts(name: str, cells: Mapping[str, str]) -> Texts:
    """Return a text by language; what the site translated by machine is not among them."""
    found = []
    for head, cell in cells.items():
        column, _, language = head.partition("/")
        if column == name and (not language or _LOCALE.fullmatch(language)) and cell.strip():
            found.append((language, _plain(cell)))
    return tuple(found)


def _plain(text: str) -> str:
    """Return a text without HTML, on one line, and without signs that could turn the text beside it."""
    bare = unescape(_TAG.sub(" ", text[:_LONGEST_TEXT]))
    return one_line(title_text(bare)).strip()
