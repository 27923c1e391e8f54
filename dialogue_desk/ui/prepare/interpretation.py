"""How people are interpreted, and how much longer speech then takes."""

from __future__ import annotations

from dialogue_desk.domain.model.circles import AS_SPOKEN
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.words import Words


def ways_to_interpret(words: Words) -> list[Choice]:
    """Return how people are interpreted, by the percent of the time that speech then takes."""
    return [
        Choice(str(AS_SPOKEN), words.tr("None")),
        Choice("125", words.tr("Whispered while people speak: a quarter more time")),
        Choice("160", words.tr("After each person, shortened: 1.6 times as long")),
        Choice("200", words.tr("After each person, in full: twice as long")),
    ]
