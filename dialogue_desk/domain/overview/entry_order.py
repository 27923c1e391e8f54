"""The order in which notes and action ideas of a session are read."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.notes import about
from dialogue_desk.domain.overview.session_folder import Entry


def in_order(plan: SessionPlan, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return ``entries`` part by part, and in a part option by option; then in the order they were said.

    What is about no single option comes first in its part; what is of no part comes last.
    """
    parts = {part.id: place for place, part in enumerate(plan.parts)}
    options = {option: place for place, option in enumerate(plan.options, start=1)}

    def place(entry: Entry) -> tuple[int, int, int, str]:
        part = parts.get(entry.body.part, len(parts))
        return part, options.get(about(entry.body), 0), entry.body.said_at or 0, entry.id

    return tuple(sorted(entries, key=place))
