"""Who is wanted, who was counted and how a program votes: versions in words, to compare with each other."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption
from dialogue_desk.domain.model.questionnaire import Questionnaire
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, Voice
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name
from dialogue_desk.words.names import name_of

ROOM_AND_FORUM = (
    *(Voice, Invitation, PooledCounts, Questionnaire),
    *(Forum, ForumOption, BallotEntry, ActionTeam),
)
"""What organizers keep of who was in the room, and of the action forum."""


def known_by(body: Body | None, words: Words) -> str:
    """Return by what a person knows such a record; "" for what is known by a line."""
    match body:
        case Voice(name=name):
            return name
        case Invitation(to=to):
            return to
        case PooledCounts(kind=kind):
            return name_of(kind, words)
        case BallotEntry(entry=entry, number=number):
            return words.tr("Ballot {number}, entry {entry}", number=number, entry=entry)
        case _:
            return ""


def room_details(body: Body | None, words: Words) -> Iterable[tuple[str, str]]:
    """Yield what a version says of who is wanted, asked or counted: names and values."""
    tr = words.tr
    match body:
        case Voice():
            yield tr("Kind"), name_of(body.kind, words)
            yield tr("Hoped for"), str(body.hoped or "")
            yield tr("Counted as"), body.answer
        case Invitation():
            yield tr("Asked for"), body.asked
            yield tr("Invited"), str(body.invited)
            yield tr("Signed up"), str(body.signed_up)
            yield tr("Day"), body.day
        case PooledCounts():
            yield tr("Circles"), str(len(body.circles))
            yield tr("Slips"), str(body.slips)
            yield tr("Answers"), str(sum(count for _, _, count in body.counts))
        case Questionnaire():
            shown = (text for one in body.statements for text in one.texts[:1])
            yield tr("Statements"), "; ".join(text for _, text in shown)
        case _:
            return


def forum_details(body: Body | None, words: Words) -> Iterable[tuple[str, str]]:
    """Yield what a version says of the action forum: names and values."""
    tr = words.tr
    match body:
        case Forum():
            yield tr("Vote"), name_of(body.stage, words)
            yield tr("Dots each"), str(body.dots_each)
            yield tr("At most on one option"), str(body.most_on_one or "")
            yield tr("Ballots given out"), str(body.ballots or "")
        case ForumOption():
            yield tr("Number on the ballot"), str(body.number)
            yield from ((language_name(code, words), text) for code, text in body.texts)
        case BallotEntry():
            dots = (f"{option}: {given}" for option, given in body.dots if given)
            yield tr("Dots"), tr("counts for nothing") if body.spoiled else ", ".join(dots)
            yield tr("Ballots"), str(body.ballots)
        case ActionTeam():
            yield tr("Team"), body.name
            yield tr("Convener"), body.convener
            yield tr("Facilitator"), body.facilitator
            yield tr("Support"), body.support
            yield tr("First date"), body.first_day
            yield tr("Place"), body.place
        case _:
            return
