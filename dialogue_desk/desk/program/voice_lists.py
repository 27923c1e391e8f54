"""Voices wanted and invitations that an organizer keeps as a list: each line is kept, or refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TypeAlias

from dialogue_desk.desk.program.voices_edits import (
    CannotKeepVoices,
    asked_day_typed,
    checked_invitation,
    checked_voice,
    people_typed,
)
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import plain_letters, safe_in_sentence, shown_title
from dialogue_desk.domain.model.voices import Invitation, Voice, VoiceKind
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.exchange.named_columns import columns_named
from dialogue_desk.exchange.rows_of_files import MOST_ROWS, Rows
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of

_VOICE_HEADS = {
    "name": ("voice", "name", "who", "wanted", "group", "voz", "nombre", "quien", "grupo", "se busca"),
    "kind": ("kind", "sort", "type", "tipo", "clase"),
    "hoped": (
        *("hoped for", "hoped", "how many", "number", "people", "goal"),
        *("se esperan", "cuantas", "cuantos", "numero", "personas", "meta"),
    ),
    "question": ("question", "category", "pregunta", "categoria"),
    "answer": ("answer", "respuesta"),
}
_INVITATION_HEADS = {
    "to": ("to", "organization", "whom", "who", "name", "a quien", "organizacion", "nombre"),
    "asked": ("asked for", "what for", "asked", "request", "para que", "peticion", "se le pidio"),
    "voices": ("voices", "voice", "for", "groups", "voces", "voz", "grupos"),
    "invited": ("invited", "people invited", "invitadas", "invitados", "personas invitadas"),
    "signed_up": ("signed up", "sign ups", "signups", "inscritas", "inscritos", "inscripciones"),
    "day": ("day", "date", "asked on", "dia", "fecha"),
}
"""What people write over a column, without capitals and accents; what says it best comes first."""

Cells: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VoiceList:
    """The lines of a list that can be kept, in their order, and a sentence for each that was left out.

    A line that is known already has its id, others have none.
    """

    voices: tuple[tuple[RecordId | None, Voice], ...] = ()
    invitations: tuple[tuple[RecordId | None, Invitation], ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownVoices:
    """What a program has already, beside which a list is read."""

    voices: Sequence[Stored[Voice]] = ()
    invitations: Sequence[Stored[Invitation]] = ()
    questions: Sequence[Stored[TallyCategory]] = ()
    today: date = field(default=date(1970, 1, 1))


def voices_listed(rows: Rows, known: KnownVoices, words: Words) -> VoiceList:
    """Return the voices of a list; one whose name is known already is that one, with what the list says.

    Without heads, a line is a name and how many are hoped for.
    """
    kept: list[Stored[Voice]] = list(known.voices)
    listed: dict[str, tuple[RecordId | None, Voice]] = {}

    def keep(cells: Cells) -> None:
        key = plain_letters(cells.get("name", ""))
        before = next((one for one in known.voices if plain_letters(one.body.name) == key), None)
        others = [one for one in kept if before is None or one.id != before.id]
        voice = _voice(cells, before.body if before else None, known, words)
        if key in listed:
            raise CannotKeepVoices(words.tr("“{name}” is on this list twice.", name=_shown(voice.name)))
        voice = checked_voice(voice, others, known.questions, words)
        listed[key] = (before.id if before else None, voice)
        if before is None:
            kept.append(Stored(RecordId(f"listed {len(kept)}"), RecordId(""), voice))

    refused = tuple(_each(rows, _VOICE_HEADS, ("name", "hoped"), keep, words))
    return VoiceList(voices=tuple(listed.values()), refused=refused)


def invitations_listed(rows: Rows, known: KnownVoices, words: Words) -> VoiceList:
    """Return the invitations of a list; one of the same organization, for the same, on that day is that one.

    Without heads, a line is who is asked, and what for.
    """
    listed: dict[tuple[str, str, str], tuple[RecordId | None, Invitation]] = {}
    before = {_key(one.body): one.id for one in known.invitations}

    def keep(cells: Cells) -> None:
        invitation = checked_invitation(_invitation(cells, known, words), words)
        key = _key(invitation)
        if key in listed:
            raise CannotKeepVoices(words.tr("“{name}” is on this list twice.", name=_shown(invitation.to)))
        listed[key] = (before.get(key), invitation)

    refused = tuple(_each(rows, _INVITATION_HEADS, ("to", "asked"), keep, words))
    return VoiceList(invitations=tuple(listed.values()), refused=refused)


def _each(
    rows: Rows,
    heads: Mapping[str, Sequence[str]],
    usual: Sequence[str],
    keep: Callable[[Cells], None],
    words: Words,
) -> Iterator[str]:
    """Keep each line of a list; yield why not for those that cannot be."""
    columns = columns_named(rows[0], heads) if rows else {}
    places = columns or {what: at for at, what in enumerate(usual)}
    for number, row in enumerate(rows[:MOST_ROWS], 1):
        if columns and number == 1:
            continue
        try:
            keep({what: row[at] if at < len(row) else "" for what, at in places.items()})
        except CannotKeepVoices as trouble:
            yield words.tr("Line {number}: {sentence}", number=number, sentence=str(trouble))
    if len(rows) > MOST_ROWS:
        yield words.tr("Lines after number {most} were left out. Make two lists of it.", most=MOST_ROWS)


def _voice(cells: Cells, before: Voice | None, known: KnownVoices, words: Words) -> Voice:
    """Return the voice of a line; what the line leaves empty stays as it was."""
    voice = before or Voice("")
    if name := cells.get("name", ""):
        voice = replace(voice, name=name)
    if hoped := cells.get("hoped", ""):
        voice = replace(voice, hoped=people_typed(hoped, words))
    if kind := cells.get("kind", ""):
        voice = replace(voice, kind=_kind(kind, words))
    question, answer = cells.get("question", ""), cells.get("answer", "")
    if question or answer or voice.category is None:
        category, found = _counted_by(question, answer, voice.name, known, words)
        voice = replace(voice, category=category, answer=found)
    return voice


def _counted_by(
    question: str, answer: str, name: str, known: KnownVoices, words: Words
) -> tuple[RecordId | None, str]:
    """Return by which question and answer a voice is counted, if only by an answer that has its name."""
    asked = known.questions
    if question:
        asked = [one for one in asked if plain_letters(one.body.name) == plain_letters(question)]
        if not asked:
            raise CannotKeepVoices(
                words.tr("The tally sheet has no question “{question}”.", question=_shown(question))
            )
    wanted = plain_letters(answer or name)
    found = [(one.id, said) for one in asked for said in one.body.answers if plain_letters(said) == wanted]
    if len(found) == 1:
        return found[0]
    if answer or question:
        raise CannotKeepVoices(
            words.tr(
                "“{answer}” is the answer to no question of the tally sheet, or to several. Name both.",
                answer=_shown(answer or name),
            )
        )
    return None, ""


def _kind(typed: str, words: Words) -> VoiceKind:
    found = _kinds().get(plain_letters(typed))
    if found is None:
        raise CannotKeepVoices(
            words.tr(
                "“{typed}” is no sort of voice. It is one of: {kinds}.",
                typed=_shown(typed),
                kinds=join_names([name_of(one, words) for one in VoiceKind], words),
            )
        )
    return found


@cache
def _kinds() -> Mapping[str, VoiceKind]:
    """Return each sort of voice by its words, in every language of the app."""
    found = {kind.value: kind for kind in VoiceKind}
    for language in LANGUAGES:
        words = Words(language)
        found |= {plain_letters(name_of(kind, words)): kind for kind in VoiceKind}
    return found


def _invitation(cells: Cells, known: KnownVoices, words: Words) -> Invitation:
    names = {plain_letters(one.body.name): one.id for one in known.voices}
    voices, said = [], cells.get("voices", "")
    several = [said] if plain_letters(said) in names else re.split("[;/|]", said)
    for name in filter(None, (one.strip() for one in several)):
        if plain_letters(name) not in names:
            raise CannotKeepVoices(
                words.tr("“{name}” is not among the voices wanted. Add it there first.", name=_shown(name))
            )
        voices.append(names[plain_letters(name)])
    return Invitation(
        cells.get("to", ""),
        cells.get("asked", ""),
        tuple(voices),
        people_typed(cells.get("invited", ""), words),
        people_typed(cells.get("signed_up", ""), words),
        asked_day_typed(cells.get("day", ""), words, known.today),
    )


def _key(invitation: Invitation) -> tuple[str, str, str]:
    return plain_letters(invitation.to), plain_letters(invitation.asked), invitation.day


def _shown(typed: str) -> str:
    return safe_in_sentence(shown_title(typed, 60))
