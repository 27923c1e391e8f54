"""Which themes of a program are one to a reader: those that were joined, and those of one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.joined_themes import stand_ins
from dialogue_desk.domain.overview.session_folder import Stored


def of_one_name(
    themes: Iterable[Stored[Theme]], program_id: RecordId | None
) -> tuple[tuple[Stored[Theme], ...], ...]:
    """Return the themes of one program, those together that are one, the one that stands for them first.

    A theme of the program stands for those that circles made under its name.
    """
    known = {one.id: one for one in sorted(themes, key=lambda one: (one.owner != program_id, one.id))}
    instead = stand_ins({key: one.body for key, one in known.items()})
    together: dict[RecordId, list[Stored[Theme]]] = defaultdict(list)
    for key in sorted(known, key=lambda key: (key in instead, key)):
        together[instead.get(key, key)].append(known[key])
    return tuple(tuple(found) for found in together.values())


def of_each_program(
    themes: Iterable[Stored[Theme]], circles: Mapping[RecordId, Circle]
) -> tuple[tuple[Stored[Theme], ...], ...]:
    """Return the themes of several programs, those of one program together that are one.

    A circle that is in no program stands for itself.
    """
    programs: dict[RecordId, list[Stored[Theme]]] = defaultdict(list)
    for theme in themes:
        circle = circles.get(theme.owner)
        programs[circle.program if circle and circle.program else theme.owner].append(theme)
    return tuple(found for program, of in programs.items() for found in of_one_name(of, program))
