"""What the records of a session say about its wrap-up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from dialogue_desk.domain.model.bodies import Kind
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
from dialogue_desk.domain.records.marks import Sight, Thing
from dialogue_desk.domain.records.records import Record, Records
from dialogue_desk.domain.records.wording import SAID

CLOSING_FACTS = (ClosingStep, TopThemes, ReadBack, Tally, DotVote, Overrule, PrivacyDecision)
"""The bodies of the records of a wrap-up."""


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """What is known of a session's wrap-up.

    ``read`` are the lines that were read to the circle as they are now.  ``sights`` is what was in sight
    when a step was called done, and ``top_themes_sight`` when the top themes were chosen.
    ``all_answered``: every match had an answer when the privacy check was called done.
    ``unsettled`` are the facts of which two laptops say different things.
    """

    steps: Mapping[CloseStep, StepState] = field(default_factory=lambda: MappingProxyType({}))
    top_themes: tuple[RecordId, ...] = ()
    read: frozenset[RecordId] = frozenset()
    tallies: Mapping[RecordId, Tally] = field(default_factory=lambda: MappingProxyType({}))
    vote: DotVote | None = None
    overruled: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    decisions: Mapping[str, PrivacyDecision] = field(default_factory=lambda: MappingProxyType({}))
    sights: Mapping[CloseStep, Sight] = field(default_factory=lambda: MappingProxyType({}))
    top_themes_sight: Sight | None = None
    all_answered: bool = False
    unsettled: frozenset[Kind] = frozenset()
    conflicts: int = 0


NOTHING_CLOSED = ClosingFacts()
"""The wrap-up of a session that nobody has begun to wrap up."""


def closing_of(records: Iterable[Record]) -> ClosingFacts:
    """Return what ``records``, all that there are of a session, say about its wrap-up."""
    known = {record.id: record for record in records}
    facts = [record for record in known.values() if isinstance(record.body, CLOSING_FACTS)]
    said = [record.body for record in facts]
    steps = {record.body.step: record for record in facts if isinstance(record.body, ClosingStep)}
    top = next((record for record in facts if isinstance(record.body, TopThemes)), None)
    return ClosingFacts(
        steps={step: _state(record) for step, record in steps.items()},
        top_themes=top.body.themes if top is not None and isinstance(top.body, TopThemes) else (),
        read=frozenset(
            record.body.said
            for record in facts
            if isinstance(record.body, ReadBack) and _is_read(record, known)
        ),
        tallies={one.category: one for one in said if isinstance(one, Tally)},
        vote=next((one for one in said if isinstance(one, DotVote)), None),
        overruled={one.part: one.reason for one in said if isinstance(one, Overrule)},
        decisions={one.mark: one for one in said if isinstance(one, PrivacyDecision)},
        sights={step: Sight.of(record.editions) for step, record in steps.items()},
        top_themes_sight=None if top is None else Sight.of(top.editions),
        all_answered=CloseStep.PRIVACY in steps and _all_answered(steps[CloseStep.PRIVACY]),
        unsettled=frozenset(record.kind for record in facts if record.in_conflict),
        conflicts=sum(record.in_conflict for record in facts),
    )


def read_after(closing: ClosingFacts, ids: Collection[RecordId], records: Records) -> ClosingFacts:
    """Return the facts once lines are as ``records`` have them: what was typed over is unread.

    It looks at the lines of these ids only, because a new note is to appear at once.
    """
    facts = [one for one in records.values() if isinstance(one.body, ReadBack) and one.body.said in ids]
    read = (one.body.said for one in facts if isinstance(one.body, ReadBack) and _is_read(one, records))
    return replace(closing, read=frozenset((*closing.read.difference(ids), *read)))


def _is_read(fact: Record, records: Records) -> bool:
    return isinstance(fact.body, ReadBack) and _was_read(fact, records.get(fact.body.said))


def _state(record: Record) -> StepState:
    """Return what all versions of a step say; where they differ, it is not done."""
    states = [one.body.state for one in record.editions if isinstance(one.body, ClosingStep)]
    return next((state for state in states if state is not StepState.DONE), StepState.DONE)


def _all_answered(check: Record) -> bool:
    """Return whether every match had an answer, as all versions of the privacy check say."""
    return all(isinstance(one.body, ClosingStep) and one.body.answered for one in check.editions)


def _was_read(fact: Record, line: Record | None) -> bool:
    """Whether a line was read to the circle in the words it has; without the line, the fact is believed."""
    if not all(isinstance(one.body, ReadBack) and one.body.read for one in fact.editions):
        return False
    return line is None or Sight.of(fact.editions).had(Thing(line, SAID))
