"""What organizers do with proposals and open questions: join, take apart, say who must act.

Each act is one step of Undo, and changes nothing of what circles wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import Card, Likeness, ProgramFact, program_fact_id
from dialogue_desk.domain.overview.joined_ideas import taken_out
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.proposals import Proposal, wordings_of
from dialogue_desk.domain.records.changes import Act, Edit, Write


def compare(desk: Desk, program: RecordId, said: Likeness, *cards: Card) -> Outcome:
    """Say how two proposals stand to each other; ``cards`` are kept in the same step.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return _perform(desk, program, (said, *cards), Act.JOIN if said.rung.merges else Act.SORT)


def take_out(
    desk: Desk, picture: ProgramPicture, proposal: Proposal, ideas: Collection[RecordId]
) -> Outcome | None:
    """Let ideas leave a proposal, what stays being still one; None where all or none of it would leave.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    leave = proposal.ids.intersection(ideas)
    if picture.program_id is None or not leave or leave == proposal.ids:
        return None
    facts = taken_out(leave, proposal.ids, wordings_of(picture), picture.work.likenesses)
    return _perform(desk, picture.program_id, facts, Act.SPLIT)


def say_who_acts(desk: Desk, program: RecordId, actors: Mapping[Card, str]) -> Outcome | None:
    """Say for each of these cards who has to act, or can answer, in one step; None where all say so already.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    facts = [replace(card, actor=actor) for card, actor in actors.items() if card.actor != actor]
    return _perform(desk, program, facts, Act.SORT) if facts else None


def save_card(desk: Desk, program: RecordId, card: Card, known: Card) -> Outcome | None:
    """Keep what organizers say of a proposal or a question; None where nothing differs from what is known.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return _perform(desk, program, [card], Act.WRITE) if card != known else None


def _perform(desk: Desk, program: RecordId, facts: Iterable[ProgramFact], act: Act) -> Outcome:
    writes = [Write.of(program_fact_id(program, fact), program, fact) for fact in facts]
    return desk.perform(Edit(act, tuple(writes)))
