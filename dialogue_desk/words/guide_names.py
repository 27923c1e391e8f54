"""What the pages about guides and practice call things.

They are apart from the other names because a start of the app needs none of what they name.
"""

from __future__ import annotations

from enum import StrEnum

from dialogue_desk.domain.guides.guide_search import TextKind
from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import Doubt
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.words import Words
from dialogue_desk.words.names import Names, names_made


def guide_name_of(member: StrEnum, words: Words) -> str:
    """Return the name people see of what a line means, why to look at it, where a text stands, or a pace.

    Raises:
        KeyError: for a member of any other enum.
    """
    return names_made(_NAMES[type(member)], words)[member]


_NAMES: dict[type[StrEnum], Names] = {
    Meaning: lambda words: {
        Meaning.TITLE: words.tr("Title of the guide"),
        Meaning.SESSION: words.tr("Session"),
        Meaning.PART: words.tr("Part"),
        Meaning.STEP: words.tr("Step of a part"),
        Meaning.MINUTES: words.tr("Minutes"),
        Meaning.SAY: words.tr("Read aloud"),
        Meaning.ASK: words.tr("Question"),
        Meaning.TIP: words.tr("Tip"),
        Meaning.NOTE_TAKER: words.tr("For the note-taker"),
        Meaning.MATERIAL: words.tr("Material"),
        Meaning.GOAL: words.tr("Goal"),
        Meaning.BEFORE: words.tr("Before the session"),
        Meaning.GROUND_RULE: words.tr("Ground rule"),
        Meaning.CARD: words.tr("Card or handout"),
        Meaning.CARD_TEXT: words.tr("Text of the card"),
        Meaning.LABEL: words.tr("Label of the lines below"),
        Meaning.UNKNOWN: words.tr("Becomes a tip"),
        Meaning.LEFT_OUT: words.tr("Left out"),
    },
    Doubt: lambda words: {
        Doubt.NOT_UNDERSTOOD: words.tr("What is this?"),
        Doubt.MINUTES_GUESSED: words.tr("How many minutes?"),
        Doubt.MINUTES_DIFFER: words.tr("The minutes do not add up"),
        Doubt.MINUTES_TOO_MANY: words.tr("Too many minutes"),
    },
    TextKind: lambda words: {
        TextKind.TITLE: words.tr("Title"),
        TextKind.SUMMARY: words.tr("Summary"),
        TextKind.GOAL: words.tr("Goal"),
        TextKind.BEFORE: words.tr("Before the session"),
        TextKind.PURPOSE: words.tr("Purpose"),
        TextKind.SAY: words.tr("Say"),
        TextKind.ASK: words.tr("Ask"),
        TextKind.STEP: words.tr("Steps"),
        TextKind.TIP: words.tr("Tips"),
        TextKind.NOTE_TAKER: words.tr("Note-taker"),
        TextKind.MATERIALS: words.tr("Materials"),
        TextKind.FACT: words.tr("Look up before the session"),
        TextKind.CARD: words.tr("Card"),
        TextKind.RULE: words.tr("Ground rules"),
        TextKind.TERM: words.tr("Words that not everyone knows"),
        TextKind.MOMENT: words.tr("When it gets hot"),
    },
    Pace: lambda words: {
        Pace.SLOW: words.tr("Slowly"),
        Pace.USUAL: words.tr("As people talk"),
        Pace.FAST: words.tr("Fast"),
        Pace.LINE_BY_LINE: words.tr("Line by line"),
    },
}
