"""Whom a program wants and whom it invited: kept as a step of Undo, or refused with a sentence.

What can be kept though something about it is odd is kept, and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.named_people import people_named
from dialogue_desk.desk.program.program_edits import categories_of
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import LONGEST_NAME
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import one_line, plain_letters, safe_in_sentence, shown_title, title_text
from dialogue_desk.domain.model.voices import MOST_HOPED, Invitation, Voice
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.times import written_day
from dialogue_desk.words.typed_days import OtherWeekday, read_day

_LONGEST_ASKED = 400
_GAP = 10
"""How far apart the places of voices are, so that others fit between."""
_THOUSANDS = re.compile(r"(?<=\d)[ .,'’\u00a0\u202f](?=\d{3}(?:\D|$))")


class CannotKeepVoices(Exception):
    """What was typed cannot be kept so; the sentence says why, and what to do."""


def people_typed(typed: str, words: Words) -> int:
    """Return a number of people that somebody typed, 0 for none.

    Raises:
        CannotKeepVoices: when it is no number, or more than there can be.
    """
    said = _THOUSANDS.sub("", typed.strip())
    if not said:
        return 0
    if not (said.isascii() and said.isdigit()):
        raise CannotKeepVoices(
            words.tr(
                "“{typed}” is no number of people. Write it in digits, such as 40, or leave it empty.",
                typed=_shown(typed),
            )
        )
    if len(said) > 9 or int(said) > MOST_HOPED:
        raise CannotKeepVoices(
            words.tr(
                "{typed} people are more than fit here. Up to {most} do.", typed=_shown(said), most=MOST_HOPED
            )
        )
    return int(said)


def asked_day_typed(typed: str, words: Words, today: date) -> str:
    """Return the day on which somebody was asked, or will be, as 2027-06-30; "" for none.

    Raises:
        CannotKeepVoices: when it is no day, or has another day of the week.
    """
    if not typed.strip():
        return ""
    try:
        day = read_day(typed, words, today, past=True)
    except OtherWeekday as other:
        raise CannotKeepVoices(
            words.tr("{day} is another day of the week. Check it.", day=written_day(other.day, words))
        ) from other
    if day is None:
        raise CannotKeepVoices(words.tr("“{typed}” is no date. Write it as 2027-06-30.", typed=_shown(typed)))
    return day.isoformat()


def write_voice(
    desk: Desk, program: RecordId, voice: Voice, words: Words, voice_id: RecordId | None = None
) -> Outcome | None:
    """Keep whom a program wants: a new voice, or ``voice_id`` as it is now; None where all that is known.

    Raises:
        CannotKeepVoices: when it has no name or one that is there already, or nothing asks for its answer.
        DeskTrouble: when it could not be written; then nothing was.
    """
    others = [one for one in voices_in(desk, program) if one.id != voice_id]
    kept = checked_voice(voice, others, categories_of(desk, program), words)
    return write_both(desk, program, {voice_id or desk.new_id(): kept})


def write_invitation(
    desk: Desk, program: RecordId, invitation: Invitation, words: Words, invitation_id: RecordId | None = None
) -> Outcome | None:
    """Keep who was asked: a new invitation, or ``invitation_id`` as it is now; None where all that is known.

    Raises:
        CannotKeepVoices: when it does not say who was asked, or says too much.
        DeskTrouble: when it could not be written; then nothing was.
    """
    kept = checked_invitation(invitation, words)
    return write_both(desk, program, {invitation_id or desk.new_id(): kept})


def write_both(
    desk: Desk, program: RecordId, bodies: Mapping[RecordId, Voice | Invitation]
) -> Outcome | None:
    """Keep several voices and invitations in one step; None where the desk says all that already.

    Raises:
        DeskTrouble: when they could not be written; then none was.
    """
    known = desk.file.records.known(bodies)
    writes = [
        Write.of(key, program, body)
        for key, body in bodies.items()
        if key not in known or known[key].in_conflict or known[key].body != body
    ]
    return desk.perform(Edit(Act.WRITE, tuple(writes))) if writes else None


def delete_voices(desk: Desk, *ids: RecordId) -> Outcome | None:
    """Delete voices or invitations in one step; None where all are deleted already.

    An invitation that names a voice that is deleted stays.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    here = [one for one, record in desk.file.records.known(ids).items() if record.body is not None]
    return desk.remove(*here) if here else None


def voices_in(desk: Desk, program: RecordId) -> tuple[Stored[Voice], ...]:
    """Return whom a program wants, in their order."""
    found = stored(desk.file.records.under(program, Kind.VOICE), Voice)
    return tuple(sorted(found, key=lambda one: (one.body.place, one.id)))


def invitations_in(desk: Desk, program: RecordId) -> tuple[Stored[Invitation], ...]:
    """Return whom a program asked to tell others."""
    return stored(desk.file.records.under(program, Kind.INVITATION), Invitation)


def checked_voice(
    voice: Voice, others: Iterable[Stored[Voice]], asked: Iterable[Stored[TallyCategory]], words: Words
) -> Voice:
    """Return a voice as it is kept; a new one stands last.

    Raises:
        CannotKeepVoices: when it cannot be kept so.
    """
    others = tuple(others)
    name = _name(voice.name, words.tr("Say whom the program wants: a group, a neighborhood, a trade."), words)
    if any(plain_letters(one.body.name) == plain_letters(name) for one in others):
        raise CannotKeepVoices(
            words.tr("“{name}” is on the list already. Change that line instead.", name=_shown(name))
        )
    if voice.category is not None:
        question = next((one.body for one in asked if one.id == voice.category), None)
        if question is None:
            raise CannotKeepVoices(
                words.tr("The tally sheet does not have this question. Choose another one, or none.")
            )
        if voice.answer not in question.answers:
            raise CannotKeepVoices(
                words.tr(
                    "Choose the answer to “{question}” by which they are counted.",
                    question=_shown(question.name),
                )
            )
    last = max((one.body.place for one in others), default=0)
    answer = voice.answer if voice.category is not None else ""
    return replace(voice, name=name, answer=answer, place=voice.place or last + _GAP)


def checked_invitation(invitation: Invitation, words: Words) -> Invitation:
    """Return an invitation as it is kept.

    Raises:
        CannotKeepVoices: when it cannot be kept so.
    """
    to = _name(invitation.to, words.tr("Say who is asked: an organization, or a role."), words)
    asked = _line(invitation.asked)
    if len(asked) > _LONGEST_ASKED:
        raise CannotKeepVoices(
            words.tr("What they were asked has {most} letters at most. Shorten it.", most=_LONGEST_ASKED)
        )
    return replace(invitation, to=to, asked=asked, voices=tuple(dict.fromkeys(invitation.voices)))


def odd_in_voice(voice: Voice, words: Words) -> Iterator[str]:
    """Yield what a person should look at again in a voice that is kept as it is."""
    if named := people_named(voice.name):
        yield _person_sentence(named, words)


def odd_in_invitation(invitation: Invitation, words: Words, today: date) -> Iterator[str]:
    """Yield what a person should look at again in an invitation that is kept as it is."""
    if invitation.signed_up > invitation.invited:
        yield words.tr(
            "{name}: {signed} signed up, but {invited} were invited. Both numbers are kept. Check them.",
            name=_shown(invitation.to),
            signed=invitation.signed_up,
            invited=invitation.invited,
        )
    if invitation.day and date.fromisoformat(invitation.day) > today:
        yield words.tr(
            "{name}: {day} is still to come. It is kept as the day when you will ask.",
            name=_shown(invitation.to),
            day=written_day(date.fromisoformat(invitation.day), words),
        )
    if named := people_named(f"{invitation.to}\n{invitation.asked}"):
        yield _person_sentence(named, words)


def _person_sentence(named: Iterable[str], words: Words) -> str:
    return words.tr(
        "{names} may point to a person, and everyone reads this. Write an office or a group.",
        names=join_names([f"“{safe_in_sentence(one)}”" for one in named], words),
    )


def _name(typed: str, empty: str, words: Words) -> str:
    name = _line(typed)
    if not name:
        raise CannotKeepVoices(empty)
    if len(name) > LONGEST_NAME:
        raise CannotKeepVoices(
            words.tr("“{name}” is too long. {most} letters fit.", name=_shown(name), most=LONGEST_NAME)
        )
    return name


def _line(typed: str) -> str:
    return one_line(title_text(typed))


def _shown(typed: str) -> str:
    return safe_in_sentence(shown_title(typed, 60))
