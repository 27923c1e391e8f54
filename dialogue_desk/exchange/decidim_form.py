"""Proposals in the form in which a Decidim site imports them: a title and a body in each language.

Its importer takes CSV with semicolons, or a workbook, and reads ``title/en``, ``body/en`` and so on; a mark
of UTF-8 at the start would become part of the first head, so there is none.  Its own form wants titles of 15
to 150 letters that begin with a capital, and bodies that are not long.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dialogue_desk.domain.model.text import one_line
from dialogue_desk.exchange.csv_table import FORMULA_BEGINS, Cell, DataTable
from dialogue_desk.exchange.xlsx import xlsx_bytes

SHORTEST_TITLE, LONGEST_TITLE = 15, 150
LONGEST_BODY = 450

_LEFT_OFF = " …"
_MARKS_BEFORE_WORDS = "".join(dict.fromkeys((*FORMULA_BEGINS, " ", "•", "*", "–", "—")))


class FittedText(NamedTuple):
    """A text made to fit, and whether words of it were cut off."""

    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class DecidimText:
    """A proposal in one language."""

    language: str
    title: str
    body: str


def fitted_title(words: str) -> FittedText:
    """Return words as a title: on one line, with a capital first, and cut at a word where they are too long.

    Signs at their start that a spreadsheet would read as a formula are left out.
    """
    plain = one_line(words).lstrip(_MARKS_BEFORE_WORDS)
    return cut_at_word(plain[:1].upper() + plain[1:], LONGEST_TITLE)


def fitted_body(words: str, beside: Sequence[str], code: str) -> FittedText:
    """Return a body: the words, then what stands ``beside`` them, a line each, as far as there is room.

    The line of the ``code`` always stands last.  Of the lines beside, the last ones are left out first.
    """
    whole = one_line(words).lstrip(_MARKS_BEFORE_WORDS)
    kept = list(beside)
    while kept and len("\n".join(filter(None, (whole, *kept, code)))) > LONGEST_BODY:
        kept.pop()
    text, cut = cut_at_word(whole, LONGEST_BODY - len("\n".join((*kept, code))) - 1)
    return FittedText("\n".join(filter(None, (text, *kept, code))), cut)


def cut_at_word(text: str, most: int) -> FittedText:
    """Return a text of at most so many letters; a longer one ends at a word, with an ellipsis."""
    if len(text) <= most:
        return FittedText(text)
    kept = text[: most - len(_LEFT_OFF) + 1]
    shorter = kept.rsplit(" ", 1)[0] if " " in kept[most // 2 :] else kept[:-1]
    return FittedText(shorter.rstrip(" .,;:") + _LEFT_OFF, cut=True)


def decidim_table(proposals: Iterable[Sequence[DecidimText]], languages: Sequence[str]) -> DataTable:
    """Return proposals as a table with the columns that Decidim reads; what nobody wrote stays empty."""
    columns = tuple(f"{part}/{language}" for part in ("title", "body") for language in languages)
    return DataTable("proposals", columns, tuple(_row(texts, languages) for texts in proposals))


def decidim_csv(table: DataTable) -> bytes:
    """Return the table as Decidim reads CSV: UTF-8 without a mark, semicolons between cells."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return out.getvalue().encode()


def decidim_workbook(table: DataTable) -> bytes:
    """Return the table as a workbook with one sheet."""
    return xlsx_bytes((table,))


def _row(texts: Sequence[DecidimText], languages: Sequence[str]) -> tuple[Cell, ...]:
    found = {one.language: one for one in texts}
    titles = (found[one].title if one in found else "" for one in languages)
    bodies = (found[one].body if one in found else "" for one in languages)
    return (*titles, *bodies)
