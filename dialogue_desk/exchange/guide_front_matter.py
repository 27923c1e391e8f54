"""The lines between ``---`` that open a guide file and say which guide it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_desk.exchange.guide_attributes import ID, MOST_ID, SHOWN
from dialogue_desk.exchange.guide_faults import Faults

MOST_PEOPLE = 500

_KEYS = ("id", "version", "language", "title", "summary", "people")
_OPTIONAL = ("summary",)
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PEOPLE = re.compile(r"([0-9]{1,3})(?:\s*[-–]\s*([0-9]{1,3}))?")


@dataclass(frozen=True, slots=True)
class Front:
    """What the top of the file says of the guide."""

    id: str = ""
    version: str = ""
    language: str = ""
    title: str = ""
    summary: str = ""
    people: tuple[int, int] = (1, 1)


def read_front(lines: list[str], faults: Faults) -> Front:
    """Read the lines that open the file."""
    tr = faults.words.tr
    values: dict[str, str] = {}
    places: dict[str, int] = {}
    for number, key, value in _entries(lines, faults):
        if key in places:
            faults.add(number, tr("“{key}” is here a second time. Keep only one.", key=key))
        elif value:
            places[key], values[key] = number, value
    for key in _KEYS:
        if key not in values and key not in _OPTIONAL:
            faults.add(1, tr("The lines at the top are missing {key}. Add a line “{key}: ...”.", key=key))
    _check(values, places, faults)
    return Front(
        id=values.get("id", ""),
        version=values.get("version", ""),
        language=values.get("language", ""),
        title=values.get("title", ""),
        summary=values.get("summary", ""),
        people=_people(values.get("people", "1")) or (1, 1),
    )


def _entries(lines: list[str], faults: Faults) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(lines, 2):
        key, _, value = (side.strip() for side in line.partition(":"))
        if key in _KEYS:
            yield number, key, value
        elif line.strip():
            faults.add(
                number,
                faults.words.tr(
                    "“{line}” is not understood. At the top you can write: {known}.",
                    line=line.strip()[:SHOWN],
                    known=", ".join(f"{known}: ..." for known in _KEYS),
                ),
            )


def _check(values: dict[str, str], places: dict[str, int], faults: Faults) -> None:
    tr = faults.words.tr
    name = values.get("id")
    if name and (not ID.fullmatch(name) or len(name) > MOST_ID):
        faults.add(
            places["id"],
            tr("This cannot be a name. Use lowercase letters, numbers and hyphens: id: my-guide"),
        )
    if "version" in values and not _VERSION.fullmatch(values["version"]):
        faults.add(places["version"], tr("This is not a version. Write numbers: version: 1.0.0"))
    if "language" in values and not _LANGUAGE.fullmatch(values["language"]):
        faults.add(
            places["language"],
            tr("This is not a language. Write its short name: language: en, or language: es"),
        )
    if "people" in values and not _people(values["people"]):
        faults.add(
            places["people"],
            tr(
                "This is not the size of a circle. Write the smallest and the largest, at most {most}: "
                "people: 8-12",
                most=MOST_PEOPLE,
            ),
        )


def _people(value: str) -> tuple[int, int] | None:
    match = _PEOPLE.fullmatch(value)
    if not match:
        return None
    low, high = int(match[1]), int(match[2] or match[1])
    return (low, high) if 1 <= low <= high <= MOST_PEOPLE else None
