"""What circles propose, in the report: a table for each who must act, what can begin soonest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dialogue_desk.domain.model.document import Block, Paragraph, Role, Table
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.actors import ActorGroup, actors_of, by_actor
from dialogue_desk.domain.overview.follow_up import Followed, follow_up
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.answer_phrases import told_of
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.reports.report_theme import proposals_table
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_LONGEST_NAME = 60


def proposals_by_actor(plan: ReportPlan, words: Words) -> Iterator[Block]:
    """Yield the proposals that stand in the report, and how they are counted."""
    came_of = {one.said.id: one for one in follow_up(plan).followed if one.answer or one.progress}
    for group in by_actor(plan.chosen_proposals, actors_of(plan.picture)):
        yield _table(group, plan, came_of, words)
    yield Paragraph(_how_counted(plan, words), Role.MUTED)


def actor_heading(group: ActorGroup, words: Words) -> str:
    """Return over which words a group of proposals stands."""
    if group.actor:
        return shortened(group.actor, _LONGEST_NAME)
    return words.tr("Others that circles name") if group.named else words.tr("Nobody is named yet")


def _table(group: ActorGroup, plan: ReportPlan, came_of: Mapping[RecordId, Followed], words: Words) -> Table:
    notes = tuple(_note(one, group, came_of, words) for one in group.proposals)
    table = proposals_table(group.proposals, actor_heading(group, words), plan, words)
    return replace(table, notes=notes) if any(notes) else table


def _note(one: Proposal, group: ActorGroup, came_of: Mapping[RecordId, Followed], words: Words) -> str:
    """Return who would join, who has to act where the heading does not say it, and what was answered."""
    said = []
    if group.named and not group.actor:
        said.append(words.tr("Circles name: {who}", who=shortened(one.named, _LONGEST_NAME)))
    if one.joins:
        names = join_names([shortened(name, _LONGEST_NAME) for name in one.joins], words)
        said.append(words.tr("Would join: {names}", names=names))
    if came := came_of.get(one.id):
        said.append(told_of(came, words))
    return ". ".join(said)


def _how_counted(plan: ReportPlan, words: Words) -> str:
    said = [
        words.tr(
            "Under each name, what can begin soonest comes first. Circles are counted, never dots or votes."
        ),
        _what_is_one(plan.chosen_proposals, words),
    ]
    if left := len(plan.proposals) - len(plan.chosen_proposals):
        said.append(
            words.ntr(
                "{count} more proposal is in the annex.", "{count} more proposals are in the annex.", left
            )
        )
    return " ".join(said)


def _what_is_one(chosen: Sequence[Proposal], words: Words) -> str:
    joined = sum(len(one.wordings) > 1 for one in chosen)
    if not joined:
        return words.tr("Proposals are one only where they are worded alike.")
    return words.ntr(
        "Proposals are one where they are worded alike. The organizers joined others in {count} of them; "
        "the annex has all their words.",
        "Proposals are one where they are worded alike. The organizers joined others in {count} of them; "
        "the annex has all their words.",
        joined,
    )
