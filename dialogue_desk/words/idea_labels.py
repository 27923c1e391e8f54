"""The labels of an action idea's fields in the text of a note."""

from __future__ import annotations

from dialogue_desk.domain.model.notes import Horizon, Level
from dialogue_desk.domain.notes.note_and_idea import FieldLabels
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


def labels_in(words: Words) -> FieldLabels:
    """Return the labels in the language of ``words``."""
    tr = words.tr
    return FieldLabels(
        {
            "why": tr("Why:"),
            "who": tr("Who:"),
            "strengths": tr("What we can build on:"),
            "first_step": tr("First step:"),
            "obstacles": tr("Obstacles:"),
            "level": tr("Where:"),
            "horizon": tr("When:"),
            "dots": tr("Dots:"),
        },
        {level: name_of(level, words) for level in Level},
        {horizon: name_of(horizon, words) for horizon in Horizon},
    )
