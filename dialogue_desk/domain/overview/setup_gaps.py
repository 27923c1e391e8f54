"""What a program's set-up still lacks that people will miss later."""

from __future__ import annotations

from enum import StrEnum

from dialogue_desk.domain.model.circles import Program


class SetupGap(StrEnum):
    """One thing that is better settled before the first circle meets."""

    ANSWER = "answer"
    ANSWER_DAY = "answer day"


def setup_gaps(program: Program | None) -> tuple[SetupGap, ...]:
    """Return what is not settled.  The made-up community to try things on lacks nothing."""
    if program is None or program.sample:
        return ()
    if not program.answers:
        return (SetupGap.ANSWER,)
    return () if program.answer_by else (SetupGap.ANSWER_DAY,)
