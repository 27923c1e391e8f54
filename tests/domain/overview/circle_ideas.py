"""Pictures of programs made of little more than action ideas and open questions."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.model.organizing import Card
from dialogue_desk.domain.overview.program_overview import (
    CircleProposal,
    CircleRow,
    ProgramPicture,
    picture_of,
)
from dialogue_desk.domain.overview.program_work import ProgramWork

PROGRAM = RecordId("p")


def proposed(
    circle: str, what: str, *, number: int = 1, vote: DotVote | None = None, **more
) -> CircleProposal:
    """Return an idea of a circle; its id is the circle and the words."""
    idea = ActionIdea(what, **more)
    return CircleProposal(circle, number, idea, (), RecordId(f"{circle} {what}"), RecordId(circle), vote)


def ideas_picture(*ideas, cards=(), likenesses=(), actors=()) -> ProgramPicture:
    """Return the picture of a program in which circles propose ``ideas``."""
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in dict.fromkeys(i.circle for i in ideas)]
    work = ProgramWork(cards={card.about: card for card in cards}, likenesses=tuple(likenesses))
    picture = picture_of(PROGRAM, Program("Bridges", actors=tuple(actors)), rows, (), (), work)
    return replace(picture, proposals=tuple(ideas))


def card(idea: CircleProposal, **said) -> Card:
    """Return what organizers add to an idea."""
    return Card(idea.action_id, **said)
