"""Where a list has what: found by what people write over its columns, in any order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dialogue_desk.domain.model.text import plain_letters


def columns_named(heads: Sequence[str], known: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return where each thing stands, by its ``known`` heads; none where this first row is no row of heads.

    Known heads have no capitals and no accents; of several, what says it best comes first.
    """
    named = [" ".join(re.findall(r"\w+", plain_letters(head))) for head in heads]
    columns: dict[str, int] = {}
    # What is called just so goes before what only has the word in it ("Meeting place").
    for is_head in (str.__eq__, _has_head):
        for what, several in known.items():
            free = [at for at in range(len(named)) if at not in columns.values()]
            found = (at for one in several for at in free if is_head(named[at], one))
            if what not in columns and (place := next(found, None)) is not None:
                columns[what] = place
        if not columns:
            return {}
    # A lone entry may have such a word in it; a head stands beside others, or over a list of one column.
    return columns if len(columns) > 1 or (len(columns) == 1 and len(named) == 1) else {}


def _has_head(head: str, known: str) -> bool:
    return f" {known} " in f" {head} "
