"""What the records of a session say about its wrap-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from dialogue_desk.domain.model.closing import (
    CloseStep,
    ClosingStep,
    DotVote,
    Overrule,
    PrivacyDecision,
    ReadBack,
    StepState,
    Tally,
    TopThemes,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.records import Record

CLOSING_FACTS = (ClosingStep, TopThemes, ReadBack, Tally, DotVote, Overrule, PrivacyDecision)
"""The bodies of the records of a wrap-up."""


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """What is known of a session's wrap-up."""

    steps: Mapping[CloseStep, StepState] = field(default_factory=lambda: MappingProxyType({}))
    top_themes: tuple[RecordId, ...] = ()
    read: frozenset[RecordId] = frozenset()
    tallies: Mapping[RecordId, Tally] = field(default_factory=lambda: MappingProxyType({}))
    vote: DotVote | None = None
    overruled: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    decisions: Mapping[str, PrivacyDecision] = field(default_factory=lambda: MappingProxyType({}))
    conflicts: int = 0


NOTHING_CLOSED = ClosingFacts()
"""The wrap-up of a session that nobody has begun to wrap up."""


def closing_of(records: Iterable[Record]) -> ClosingFacts:
    """Return what ``records`` say about the wrap-up of their session."""
    facts = [record for record in records if isinstance(record.body, CLOSING_FACTS)]
    said = [record.body for record in facts]
    return ClosingFacts(
        steps={one.step: one.state for one in said if isinstance(one, ClosingStep)},
        top_themes=next((one.themes for one in said if isinstance(one, TopThemes)), ()),
        read=frozenset(one.said for one in said if isinstance(one, ReadBack) and one.read),
        tallies={one.category: one for one in said if isinstance(one, Tally)},
        vote=next((one for one in said if isinstance(one, DotVote)), None),
        overruled={one.part: one.reason for one in said if isinstance(one, Overrule)},
        decisions={one.mark: one for one in said if isinstance(one, PrivacyDecision)},
        conflicts=sum(record.in_conflict for record in facts),
    )
