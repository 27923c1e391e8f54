"""A note as an action idea, and an action idea as a note, with every word kept.

A field that notes lack becomes a line of the note's text, under a label; when a note becomes an action
idea, such lines become fields again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogue_desk.domain.model.notes import (
    MOST_DOTS_GIVEN,
    ActionIdea,
    Horizon,
    Level,
    Note,
    NoteKind,
)

_WRITTEN = ("why", "who", "strengths", "first_step", "obstacles")
_CHOSEN = ("level", "horizon", "dots")


@dataclass(frozen=True, slots=True)
class FieldLabels:
    """What is written before each field ("Why:"), in one language.

    ``fields`` are by the names of the fields of :class:`ActionIdea`.
    """

    fields: Mapping[str, str]
    levels: Mapping[Level, str]
    horizons: Mapping[Horizon, str]


def can_become_action(note: Note) -> bool:
    """Whether a note may become an action idea, which is passed on to everyone.

    A sensitive note, a debrief and a quote that nobody allowed to be repeated may not.
    """
    return not (note.sensitive or note.lacks_consent or note.kind is NoteKind.DEBRIEF)


def as_note(idea: ActionIdea, kind: NoteKind, labels: FieldLabels) -> Note:
    """Return a note of ``kind`` that says all that ``idea`` says."""
    lines = [idea.what]
    lines += [_line(labels, name, value) for name in _WRITTEN if (value := getattr(idea, name))]
    if idea.level is not None:
        lines.append(_line(labels, "level", labels.levels[idea.level]))
    if idea.horizon is not None:
        lines.append(_line(labels, "horizon", labels.horizons[idea.horizon]))
    if idea.dots is not None:
        lines.append(_line(labels, "dots", str(idea.dots)))
    return Note(
        kind,
        "\n".join(lines),
        idea.part,
        None,
        idea.themes,
        idea.language,
        idea.said_at,
        prompt=idea.prompt,
        option=idea.option,
    )


def as_idea(note: Note, labels: FieldLabels) -> ActionIdea:
    """Return the action idea that ``note`` says; ``can_become_action`` says whether it may become one."""
    said = _LabelledLines(labels)
    for line in note.text.split("\n"):
        said.add(line)
    if not said.what.strip():
        said = _LabelledLines(labels)
        said.lines["what"] = [note.text]
    return ActionIdea(
        said.what,
        note.part,
        note.themes,
        language=note.language,
        said_at=note.said_at,
        prompt=note.prompt,
        option=note.option,
        **said.fields(),
    )


class _LabelledLines:
    """Lines read one by one: each label begins its field, and the labels come in their order."""

    def __init__(self, labels: FieldLabels) -> None:
        self.lines: dict[str, list[str]] = {"what": []}
        self.chosen: dict[str, Level | Horizon | int] = {}
        self._labels = labels
        self._at = "what"
        self._left = [*_WRITTEN, *_CHOSEN]

    @property
    def what(self) -> str:
        return "\n".join(self.lines["what"])

    def add(self, line: str) -> None:
        for name in self._left:
            begun = self._labels.fields[name] + " "
            if line.startswith(begun) and self._takes(name, line.removeprefix(begun)):
                self._left = self._left[self._left.index(name) + 1 :]
                return
        self.lines[self._at].append(line)

    def fields(self) -> dict[str, Any]:
        written = {name: "\n".join(lines) for name, lines in self.lines.items() if name != "what"}
        return written | self.chosen

    def _takes(self, name: str, value: str) -> bool:
        if name in _WRITTEN:
            self._at = name
            self.lines[name] = [value]
            return bool(value)
        found = self._choice(name, value)
        if found is not None:
            self._at = "what"
            self.chosen[name] = found
        return found is not None

    def _choice(self, name: str, value: str) -> Level | Horizon | int | None:
        if name == "level":
            return next((one for one, said in self._labels.levels.items() if said == value), None)
        if name == "horizon":
            return next((one for one, said in self._labels.horizons.items() if said == value), None)
        plain = value.isascii() and value.isdecimal() and str(int(value[:9])) == value
        return int(value) if plain and int(value) <= MOST_DOTS_GIVEN else None


def _line(labels: FieldLabels, name: str, value: str) -> str:
    return f"{labels.fields[name]} {value}"
