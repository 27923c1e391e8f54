"""Circles that an organizer keeps as a list: which there are, where they meet and in which language."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.desk.program.program_edits import DraftCircle
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.exchange.rows_of_files import Rows
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.languages import language_names

_HEADS = {
    "code": ("code", "circle", "circle code", "no", "number", "id", "codigo", "circulo", "numero"),
    "place": ("place", "where", "location", "site", "venue", "meets at", "lugar", "sede", "donde", "sitio"),
    "language": ("language", "lang", "spoken language", "idioma", "lengua"),
}
"""What people write over a column, without capitals and accents."""

_CODE = re.compile(r"[A-Za-z]{0,4}[ -]?[0-9]{1,4}[A-Za-z]?")


class ListFault(StrEnum):
    """Why a line of a list is no circle of its own, or not all of it was taken."""

    TWIN = "twin"
    LANGUAGE = "language"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class ListRemark:
    """One thing to know of a list: what it is about (a code, a language, the head of a column)."""

    fault: ListFault
    about: str


@dataclass(frozen=True, slots=True)
class CircleList:
    """The circles of a list, and what could not be taken as it stands."""

    circles: tuple[DraftCircle, ...] = ()
    remarks: tuple[ListRemark, ...] = ()


def circles_in(rows: Rows, taken: Collection[str], language: str, words: Words) -> CircleList:
    """Return the circles that rows of a list name, beside those whose codes are ``taken``.

    A first row of known heads says what stands where; otherwise it is the code, the place and the language.
    A circle without a code gets the next free one; one whose language is not known is given ``language``.
    """
    columns = _columns(rows[0]) if rows else {}
    body = rows[1:] if columns else rows
    remarks: list[ListRemark] = []
    if columns:
        used = set(columns.values())
        others = (head for place, head in enumerate(rows[0]) if head and place not in used)
        remarks += (ListRemark(ListFault.COLUMN, head) for head in others)
    languages = _languages(words)
    codes = {plain_letters(code) for code in taken}
    found: list[DraftCircle] = []
    for row in body:
        code, place, spoken = _cells(row, columns, languages)
        if code and plain_letters(code) in codes:
            remarks.append(ListRemark(ListFault.TWIN, code))
            continue
        code = code or _free_code(codes)
        codes.add(plain_letters(code))
        known = languages.get(plain_letters(spoken), "")
        if spoken and not known:
            remarks.append(ListRemark(ListFault.LANGUAGE, spoken))
        found.append(DraftCircle(None, code, place, known or language))
    return CircleList(tuple(found), tuple(dict.fromkeys(remarks)))


def _columns(heads: Sequence[str]) -> dict[str, int]:
    """Return where the code, the place and the language stand, or nothing when these are no heads."""
    named = [plain_letters(head).strip(" :.#") for head in heads]
    found = {
        what: next((place for place, head in enumerate(named) if head in known), None)
        for what, known in _HEADS.items()
    }
    columns = {what: place for what, place in found.items() if place is not None}
    # A lone circle may meet "at the site"; a head stands beside others, or over codes.
    return columns if len(columns) > 1 or (len(columns) == 1 and len(named) == 1) else {}


def _cells(row: Sequence[str], columns: dict[str, int], languages: dict[str, str]) -> tuple[str, str, str]:
    if columns:
        at = {what: row[place] if place < len(row) else "" for what, place in columns.items()}
        return at.get("code", ""), at.get("place", ""), at.get("language", "")
    cells = [cell for cell in row if cell]
    code = cells.pop(0) if _CODE.fullmatch(cells[0]) else ""
    spoken = cells.pop() if len(cells) > (0 if code else 1) and plain_letters(cells[-1]) in languages else ""
    return code, ", ".join(cells), spoken


def _languages(words: Words) -> dict[str, str]:
    """Return the codes of languages by what people call them: in English, in Spanish, and themselves."""
    named: dict[str, str] = {}
    for code in LANGUAGES:
        named |= {plain_letters(name): key for key, name in language_names(Words(code)).items()}
    named |= {plain_letters(name): key for key, name in language_names(words).items()}
    named |= {plain_letters(name): key for key, name in LANGUAGES.items()}
    return named | {key: key for key in language_names(words)}


def _free_code(codes: Collection[str]) -> str:
    free = (f"C{number:02}" for number in range(1, len(codes) + 2))
    return next(code for code in free if plain_letters(code) not in codes)
