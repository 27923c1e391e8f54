"""What is done to a theme wherever it is: each function is one edit, undone in one step, and no note changes.

A theme that was joined keeps its record and says which theme stands for it.  So a note that another laptop
puts under it later is under that theme too, and undoing takes one step.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.joined_themes import stand_ins
from dialogue_desk.domain.records.changes import Act, Edit, Write

Owners = Mapping[RecordId, RecordId]
"""The circle or program of each theme."""


def renamed(theme_id: RecordId, name: str, themes: Mapping[RecordId, Theme], owners: Owners) -> Edit:
    """Return the edit that gives a theme another name, and its twins of the same name with it."""
    twins = _those_for(theme_id, themes)
    return Edit(
        Act.SORT,
        tuple(
            Write.of(one, owners[one], replace(themes[one], name=name))
            for one in twins
            if one in owners and themes[one].into is None
        ),
    )


def joined_with(
    theme_id: RecordId, other: RecordId, themes: Mapping[RecordId, Theme], owners: Owners
) -> Edit:
    """Return the edit that lets ``other`` stand for a theme from now on."""
    return Edit(
        Act.SORT,
        tuple(
            Write.of(one, owners[one], replace(themes[one], into=other))
            for one in _those_for(theme_id, themes)
            if one in owners and one != other and themes[one].into is None
        ),
    )


def removed_everywhere(theme_id: RecordId, themes: Mapping[RecordId, Theme], owners: Owners) -> Edit:
    """Return the edit that takes a theme, and all it stands for, off every note."""
    return Edit(
        Act.REMOVE,
        tuple(
            Write(one, Kind.THEME, owners[one], None) for one in _those_for(theme_id, themes) if one in owners
        ),
    )


def _those_for(theme_id: RecordId, themes: Mapping[RecordId, Theme]) -> list[RecordId]:
    """Return a theme and all that it stands for."""
    return [theme_id, *(one for one, instead in stand_ins(themes).items() if instead == theme_id)]
