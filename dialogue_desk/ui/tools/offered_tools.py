"""Which tools a part asks for: only those are offered on its card."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import Part, PartKind

_ROUNDS = {PartKind.GO_ROUND, PartKind.INTRODUCTIONS, PartKind.CHECK_IN, PartKind.CLOSING}
_GROUPS = {PartKind.PAIRS, PartKind.TRIOS, PartKind.FOURS, PartKind.BRAINSTORM, PartKind.ACTION_PLANNING}
_TALKS = {PartKind.OPEN_TALK, PartKind.VIEWS, PartKind.CASES, PartKind.FACTS, PartKind.CURIOUS_QUESTIONS}


def asks_for_speakers_list(part: Part) -> bool:
    """Return whether people ask to speak in this part, so that there is a list of them."""
    return part.kind in _TALKS


def asks_for_round(part: Part) -> bool:
    """Return whether people speak in turn in this part."""
    return part.seconds_each is not None or part.kind in _ROUNDS


def asks_for_groups(part: Part) -> bool:
    """Return whether people talk in small groups in this part."""
    return part.kind in _GROUPS


def asks_for_read_back(part: Part) -> bool:
    """Return whether the notes are read to the circle in this part."""
    return part.kind in {PartKind.READ_BACK, PartKind.CLOSING}
