"""Circles that an organizer keeps as a list: which there are, where they meet and in which language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.desk.program.program_draft import DraftCircle
from dialogue_desk.domain.model.circles import Circle, Round
from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.exchange.named_columns import columns_named
from dialogue_desk.exchange.rows_of_files import Rows, said_yes
from dialogue_desk.words import Words
from dialogue_desk.words.languages import languages_by_name

_HEADS = {
    "code": ("code", "circle", "circle code", "no", "number", "id", "codigo", "circulo", "numero"),
    "place": (
        *("place", "where", "location", "site", "venue", "meets at", "lugar", "sede", "donde", "sitio"),
        *("building", "address", "edificio", "direccion", "neighborhood", "area", "barrio", "vecindario"),
        *("circle name", "name", "nombre del circulo", "nombre"),
    ),
    "language": ("language", "lang", "spoken language", "idioma", "lengua"),
    "about": ("sort", "kind", "type", "about", "what sort", "description", "tipo", "clase", "descripcion"),
    "youth": ("youth", "young", "young people", "jovenes", "juventud", "juvenil"),
    "affinity": ("affinity", "for whom", "group", "only for", "afinidad", "para quien", "grupo"),
    "round": ("round", "season", "wave", "cohort", "etapa", "ronda", "temporada"),
}
"""What people write over a column, without capitals and accents; what says it best comes first."""

_CODE = re.compile(r"[A-Za-z]{0,4}[ -]?[0-9]{1,4}[A-Za-z]?")
_YOUTH = {"youth", "young", "jovenes"}
_ADULTS = {"adults", "adultos"}
_NUMBER = re.compile(r"\D*([0-9]{1,3})\D*")


class ListFault(StrEnum):
    """Why a line of a list is no circle of its own, or not all of it was taken."""

    TWIN = "twin"
    EMPTY = "empty"
    LANGUAGE = "language"
    ROUND = "round"
    YOUTH = "youth"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class ListRemark:
    """One thing to know of a list: what it is about (a line, a language, the head of a column)."""

    fault: ListFault
    about: str


@dataclass(frozen=True, slots=True)
class CircleList:
    """The circles of a list, and what could not be taken as it stands."""

    circles: tuple[DraftCircle, ...] = ()
    remarks: tuple[ListRemark, ...] = ()


def circles_in(
    rows: Rows, taken: Collection[str], language: str, words: Words, rounds: Sequence[Round] = ()
) -> CircleList:
    """Return the circles that rows of a list name, beside those whose codes are ``taken``.

    A first row of known heads says what stands where; otherwise it is the code, the place and the language.
    A line with a code that is taken, or that says nothing under the heads, is left out.
    A circle without a code gets the next free one; one whose language is not known is given ``language``.
    ``rounds`` are those of the program, which a list names or numbers.
    """
    columns = columns_named(rows[0], _HEADS) if rows else {}
    body = rows[1:] if columns else rows
    remarks: list[ListRemark] = []
    if columns:
        used = set(columns.values())
        others = (head for place, head in enumerate(rows[0]) if head and place not in used)
        remarks += (ListRemark(ListFault.COLUMN, head) for head in others)
    languages = languages_by_name(words)
    codes = {plain_letters(code) for code in taken}
    found: list[DraftCircle] = []
    for row in body:
        cells = _cells(row, columns, languages)
        code = cells.get("code", "")
        if out := _left_out(row, cells, codes):
            remarks.append(out)
            continue
        code = code or _free_code(codes)
        codes.add(plain_letters(code))
        circle, faults = _circle(code, cells, languages, rounds)
        remarks += faults
        found.append(DraftCircle(None, circle if circle.language else replace(circle, language=language)))
    return CircleList(tuple(found), tuple(dict.fromkeys(remarks)))


def _left_out(row: Sequence[str], cells: Mapping[str, str], codes: Collection[str]) -> ListRemark | None:
    """Return why a line is no circle of its own, with its words, by which a person finds it."""
    line, code = ", ".join(filter(None, row)), cells.get("code", "")
    if not any(cells.values()):
        return ListRemark(ListFault.EMPTY, line)
    return ListRemark(ListFault.TWIN, line) if code and plain_letters(code) in codes else None


def _circle(
    code: str, cells: Mapping[str, str], languages: Mapping[str, str], rounds: Sequence[Round]
) -> tuple[Circle, list[ListRemark]]:
    """Return the circle of one line, without a language where it says none, and what it does not say well."""
    said = {what: cells.get(what, "") for what in _HEADS}
    language = languages.get(plain_letters(said["language"]), "")
    number, youth = _round(said["round"], rounds), _is_youth(said["youth"])
    faults = (
        (ListFault.LANGUAGE, said["language"], language),
        (ListFault.ROUND, said["round"], number),
        (ListFault.YOUTH, said["youth"], youth is not None),
    )
    circle = Circle(
        code,
        said["place"],
        language=language,
        about=said["about"],
        youth=bool(youth),
        affinity=said["affinity"],
        round=number,
    )
    return circle, [ListRemark(fault, about) for fault, about, known in faults if about and not known]


def _is_youth(said: str) -> bool | None:
    """Return whether a circle is one of young people; None when that is not said."""
    plain = plain_letters(said)
    return plain in _YOUTH if plain in _YOUTH | _ADULTS else said_yes(said)


def _round(said: str, rounds: Sequence[Round]) -> int:
    """Return which round is meant, from 1: by its name, or by its number; 0 for none."""
    key = plain_letters(said)
    named = next((n for n, one in enumerate(rounds, 1) if key and plain_letters(one.name) == key), 0)
    number = _NUMBER.fullmatch(said)
    return named or (int(number[1]) if number and 1 <= int(number[1]) <= len(rounds) else 0)


def _cells(row: Sequence[str], columns: Mapping[str, int], languages: Mapping[str, str]) -> Mapping[str, str]:
    """Return what a line says under each head."""
    if columns:
        return {what: row[place] if place < len(row) else "" for what, place in columns.items()}
    cells = [cell for cell in row if cell]
    code = cells.pop(0) if _CODE.fullmatch(cells[0]) else ""
    spoken = cells.pop() if len(cells) > (0 if code else 1) and plain_letters(cells[-1]) in languages else ""
    return {"code": code, "place": ", ".join(cells), "language": spoken}


def _free_code(codes: Collection[str]) -> str:
    free = (f"C{number:02}" for number in range(1, len(codes) + 2))
    return next(code for code in free if plain_letters(code) not in codes)
