"""A short invented conversation for tests."""

from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.practice.script import (
    Mark,
    MarkKind,
    PracticeLine,
    PracticePart,
    PracticeScript,
    Written,
)

POND = PracticeScript(
    "pond",
    "1.0.0",
    "en",
    "The pond",
    "Two neighbors.",
    "our-park",
    "s1",
    (
        PracticePart(
            "memories",
            "Memories",
            (
                PracticeLine(0, "F", "Tell us about one hour in the park."),
                PracticeLine(
                    10,
                    "A",
                    "Rosa taught all of us to swim in the pond that summer.",
                    Written(NoteKind.STRENGTH, "children learned swimming at the pond"),
                    (Mark(MarkKind.NAME, "Rosa"),),
                ),
                PracticeLine(14, "B", "I remember the lifeguard."),
                PracticeLine(
                    30,
                    "B",
                    "Now the benches are broken and nobody sits there.",
                    Written(NoteKind.CONCERN, "benches are broken"),
                    (Mark(MarkKind.ROLE, "the benches"),),
                ),
            ),
        ),
        PracticePart(
            "hopes",
            "Hopes",
            (
                PracticeLine(
                    4, "A", "I hope they plant a tree.", Written(NoteKind.HOPE, "more trees planted")
                ),
            ),
        ),
    ),
)
