"""The codes of a REFI-QDA codebook: themes, kinds of note, and how widely one was held.

Each has a name of its own, because some programs drop a second code of one name.  Themes that are one to a
reader are one code; a theme under a wider one is nested in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import NoteKind, Spread, Theme
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.theme_tables import ThemesOfLines

ACTION_IDEA = "action idea"

_DEEPEST = 20
"""How deep codes are nested at most: programs walk them by calling themselves."""
_KINDS, _SPREADS = "Kind of note", "Held by"
_OURS = UUID("0f1de0d0-6e0f-5b0a-9d0e-7f3c1a5d2b64")


def themes_in(records: Sequence[Record]) -> ThemesOfLines:
    """Return what these records say of themes."""
    return ThemesOfLines.of(records, {circle.id: circle.body for circle in stored(records, Circle)})


def add_codes(above: Element, records: Sequence[Record], themes: ThemesOfLines) -> None:
    """Add the codes of these themes, and those that every codebook has."""
    codes = SubElement(above, "Codes")
    known = {one[0].id: one[0] for one in themes.together}
    names = _unlike_names(known.values(), records)
    made: dict[RecordId | None, Element] = {None: codes}
    for theme, wider in _in_order(known, themes.tree.under):
        made[theme] = _add_code(made[wider], guid(theme), names[theme])
    kinds = _add_code(codes, drawn("codes", "kind"), _KINDS, codable=False)
    for kind in NoteKind:
        _add_code(kinds, coded(kind), kind.value)
    _add_code(kinds, drawn("kind", ACTION_IDEA), ACTION_IDEA)
    spreads = _add_code(codes, drawn("codes", "spread"), _SPREADS, codable=False)
    for spread in Spread:
        _add_code(spreads, coded(spread), spread.value)


def coded(member: StrEnum) -> str:
    """Return the id of the code of a kind of note, or of how widely one was held."""
    return drawn("kind" if isinstance(member, NoteKind) else "spread", member.value)


def guid(record: RecordId) -> str:
    """Return the id of a record as the standard wants it: a UUID, the record's own when it is one."""
    try:
        return record if str(UUID(record)) == record else drawn("record", record)
    except ValueError:
        return drawn("record", record)


def drawn(*parts: str) -> str:
    """Return an id made of these parts, the same each time."""
    return str(uuid5(_OURS, "/".join(parts)))


def unlike(names: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> Iterator[str]:
    """Yield each name as nobody else has it: with what is told beside it, or else with a number."""
    used = {name.casefold() for name in taken}
    for name, beside in names:
        plain = candidate = one_line(name) or "?"
        if candidate.casefold() in used and beside:
            plain = candidate = one_line(f"{plain} ({beside})")
        number = 1
        while candidate.casefold() in used:
            number += 1
            candidate = f"{plain} ({number})"
        used.add(candidate.casefold())
        yield candidate


def _unlike_names(themes: Iterable[Stored[Theme]], records: Sequence[Record]) -> dict[RecordId, str]:
    circles = {circle.id: circle.body for circle in stored(records, Circle)}
    programs = {program.id: program.body.called for program in stored(records, Program)}
    given = list(themes)
    owners = [circles[one.owner].program if one.owner in circles else one.owner for one in given]
    whose = [programs.get(owner, "") if owner else "" for owner in owners]
    fixed = (_KINDS, _SPREADS, ACTION_IDEA, *NoteKind, *Spread)
    names = unlike(((one.body.name, of) for one, of in zip(given, whose, strict=True)), fixed)
    return {one.id: name for one, name in zip(given, names, strict=True)}


def _in_order(
    themes: Iterable[RecordId], under: Mapping[RecordId, RecordId]
) -> Iterator[tuple[RecordId, RecordId | None]]:
    """Yield each theme after the wider one in which it lies; one that lies too deep lies beside that."""
    inside: dict[RecordId | None, list[RecordId]] = {}
    for theme in themes:
        inside.setdefault(under.get(theme), []).append(theme)
    waiting: list[tuple[RecordId, tuple[RecordId, ...]]]
    waiting = [(theme, ()) for theme in reversed(inside.get(None, ()))]
    while waiting:
        theme, path = waiting.pop()
        yield theme, path[-1] if path else None
        within = (*path, theme)[:_DEEPEST]
        waiting += [(one, within) for one in reversed(inside.get(theme, ()))]


def _add_code(above: Element, code: str, name: str, *, codable: bool = True) -> Element:
    about = {"guid": code, "name": one_line(name), "isCodable": "true" if codable else "false"}
    return SubElement(above, "Code", about)
