"""The lines at the top of a guide file: which guide it is, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.model.guide import Audience
from dialogue_desk.exchange.guide_attributes import is_id
from dialogue_desk.exchange.guide_faults import SHOWN, Faults
from dialogue_desk.exchange.guide_signs import nearest
from dialogue_desk.exchange.guide_source import TopLine
from dialogue_desk.exchange.guide_writing import TOP_KEYS

MOST_PEOPLE = 500

_NEEDED = ("id", "version", "language", "title", "people")
VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,2}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PEOPLE = re.compile(r"([0-9]{1,3})(?:\s*[-–]\s*([0-9]{1,3}))?(?:\s*[-–]\s*([0-9]{1,3}))?")
_YAML = re.compile(r"[&*][\w-]+(\s|$)|!{1,2}[\w:/.-]*(\s|$)|[|>][+-]?[0-9]?$|[\[{]")
_QUOTED = re.compile(r"(\"[^\"]*\"|'[^']*')$")
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Top:
    """What the top of a guide file says."""

    id: str = ""
    version: str = ""
    language: str = ""
    title: str = ""
    summary: str = ""
    people: tuple[int, int] = (1, 1)
    best: int | None = None
    audience: Audience | None = None
    license: str = ""
    credit: str = ""


def top_of(lines: Iterable[TopLine], faults: Faults, *, strict: bool = True) -> Top:
    """Return what the top says; what cannot be is added to ``faults``.

    ``strict`` refuses what looks like a value in YAML, which these lines are not.
    """
    tr = faults.words.tr
    values: dict[str, str] = {}
    for line in lines:
        if line.key not in TOP_KEYS:
            _refuse_key(line, faults)
        elif line.key in values:
            faults.add(line.line, tr("“{key}” is here a second time. Keep only one.", key=line.key))
        elif strict and (sentence := _yaml(line, faults)):
            faults.add(line.line, sentence)
            values[line.key] = ""
        elif line.value:
            values[line.key] = read_value(line.value)
            _check(line.key, values[line.key], line.line, faults)
    for key in _NEEDED:
        if key not in values:
            faults.add(1, tr("The lines at the top are missing {key}. Add a line “{key}: ...”.", key=key))
    people = _people(values.get("people", "")) or (1, None, 1)
    audience = values.get("audience", "")
    return Top(
        id=values.get("id", ""),
        version=values.get("version", ""),
        language=values.get("language", ""),
        title=values.get("title", ""),
        summary=values.get("summary", ""),
        people=(people[0], people[2]),
        best=people[1],
        audience=Audience(audience) if audience in set(Audience) else None,
        license=values.get("license", ""),
        credit=values.get("credit", ""),
    )


def written_value(value: str) -> str:
    """Return a value as it is written at the top, where some signs need a backslash before them."""
    misread = value.startswith("\\") or _YAML.match(value) or _QUOTED.match(value)
    return f"\\{value}" if misread else value


def read_value(written: str) -> str:
    """Return a value at the top without the backslash that keeps a sign from meaning something."""
    return _BACKSLASH.sub("", written, count=1) if written.startswith("\\") else written


def _refuse_key(line: TopLine, faults: Faults) -> None:
    tr, typed = faults.words.tr, f"{line.key}: {line.value}"[:SHOWN]
    if near := nearest(line.key, TOP_KEYS):
        faults.add(
            line.line, tr("There is no “{typed}”. Did you mean {known}?", typed=typed, known=f"{near}:")
        )
        return
    known = ", ".join(f"{known}: ..." for known in TOP_KEYS)
    faults.add(
        line.line,
        tr("“{line}” is not understood. At the top you can write: {known}.", line=typed, known=known),
    )


def _yaml(line: TopLine, faults: Faults) -> str:
    tr = faults.words.tr
    if _QUOTED.match(line.value):
        return tr(
            "Values at the top are written without quotation marks: {key}: {value}",
            key=line.key,
            value=line.value[1:-1][:SHOWN],
        )
    if _YAML.match(line.value):
        return tr(
            "“{value}” is not understood. A value is plain words in one line, without anchors, tags, lists "
            "or brackets. If the sign belongs to the words, put a backslash before it.",
            value=line.value[:SHOWN],
        )
    return ""


def _check(key: str, value: str, line: int, faults: Faults) -> None:
    tr = faults.words.tr
    if key == "id" and not is_id(value):
        faults.add(
            line, tr("This cannot be a name. Use lowercase letters, numbers and hyphens: id: my-guide")
        )
    elif key == "version" and not VERSION.fullmatch(value):
        faults.add(line, tr("This is not a version. Write numbers: version: 1.0.0"))
    elif key == "language" and not LANGUAGE.fullmatch(value):
        faults.add(line, tr("This is not a language. Write its short name: language: en, or language: es"))
    elif key == "people" and not _people(value):
        faults.add(
            line,
            tr(
                "This is not the size of a circle. Write the smallest and the largest, at most {most}: "
                "people: 8-12, or the best size between them: people: 6-9-12",
                most=MOST_PEOPLE,
            ),
        )
    elif key == "audience" and value not in set(Audience):
        faults.add(
            line,
            tr(
                "There is no {key} “{value}”. Write one of these: {known}.",
                key=key,
                value=value[:SHOWN],
                known=", ".join(Audience),
            ),
        )
    elif key == "requires":
        faults.add(
            line,
            tr(
                "This guide was written for a newer version of Dialogue Desk, which understands “{value}”. "
                "Update Dialogue Desk, or delete this line if you know that it is not needed.",
                value=value[:SHOWN],
            ),
        )


def _people(value: str) -> tuple[int, int | None, int] | None:
    """Return the smallest, the best if it is said, and the largest circle."""
    match = _PEOPLE.fullmatch(value)
    if not match:
        return None
    sizes = [int(size) for size in match.groups() if size]
    possible = sizes == sorted(sizes) and sizes[0] >= 1 and sizes[-1] <= MOST_PEOPLE
    return (sizes[0], sizes[1] if len(sizes) == 3 else None, sizes[-1]) if possible else None
