"""An invented conversation of two parts for the tests of the window, in a session of a guide that ships."""

from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.practice.script import (
    Mark,
    MarkKind,
    PracticeLine,
    PracticePart,
    PracticeScript,
    Written,
)

LAMP = PracticeScript(
    "lamp",
    "1.0.0",
    "en",
    "The lamp",
    "Two neighbors about a lamp.",
    "safety-together",
    "s1",
    (
        PracticePart(
            "noticing",
            "What we are noticing",
            (
                PracticeLine(0, "F", "What did you notice?"),
                PracticeLine(
                    10,
                    "A",
                    "The lamp by the bus stop went dark, and Rosa fell.",
                    Written(NoteKind.CONCERN, "somebody fell where the lamp is dark"),
                    (Mark(MarkKind.NAME, "Rosa"),),
                ),
                PracticeLine(20, "B", "I did not know that."),
            ),
        ),
        PracticePart(
            "hopes",
            "Hopes",
            (
                PracticeLine(
                    0,
                    "B",
                    "I hope the city asks us before it plants trees.",
                    Written(NoteKind.HOPE, "that the city asks before it plants"),
                ),
            ),
        ),
    ),
)
FIRST, FALL, UNKNOWN, TREES = LAMP.spoken
