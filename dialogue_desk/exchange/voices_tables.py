"""The tables of who took part in a program, whom it wants and whom it asked: of the whole program alone."""

from __future__ import annotations

from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, Voice
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.exchange.table_cells import Rows, RowsOf, TableSource, several, yes


def _voices(source: TableSource) -> Rows:
    found = {one.id: one for voices in source.voices.values() for one in voices.wanted}
    asked = {one.id: one.body.name for one in stored(source.records, TallyCategory)}
    for voice in stored(source.records, Voice):
        body, wanted = voice.body, found.get(voice.id)
        yield (
            voice.id,
            *_whose(source, voice.owner),
            *(body.name, body.kind.value, body.hoped or None),
            *(body.category or "", asked.get(body.category, "") if body.category else "", body.answer),
            wanted.counted if wanted else None,
            yes(wanted and wanted.hidden),
            *((wanted.coverage.circles, wanted.coverage.of) if wanted else (None, None)),
            yes(voice.in_conflict),
        )


def _invitations(source: TableSource) -> Rows:
    names = {voice.id: voice.body.name for voice in stored(source.records, Voice)}
    for invitation in stored(source.records, Invitation):
        body = invitation.body
        yield (
            invitation.id,
            *_whose(source, invitation.owner),
            *(body.to, body.asked),
            several(names[one] for one in body.voices if one in names),
            *(body.invited, body.signed_up, body.day),
            yes(invitation.in_conflict),
        )


def _people_counts(source: TableSource) -> Rows:
    for program, voices in source.voices.items():
        for counts in (one for one in voices.categories if one.coverage.circles):
            for one in counts.answers:
                yield (
                    *_whose(source, program),
                    *(counts.category, counts.name, one.answer),
                    one.people,
                    yes(one.people is None),
                    *(counts.coverage.circles, counts.coverage.of),
                )


def _whose(source: TableSource, program_id: RecordId) -> tuple[str, str]:
    return program_id, source.program_name(program_id)


OF_VOICES: tuple[RowsOf, ...] = (
    (
        "voices",
        "voice_id program_id program voice voice_kind people_hoped category_id question answer people hidden"
        " people_in_circles people_of_circles clash",
        _voices,
    ),
    (
        "invitations",
        "invitation_id program_id program invited_by invited_for voices people_invited people_signed_up"
        " invited_on clash",
        _invitations,
    ),
    (
        "people_counts",
        "program_id program category_id question answer people hidden people_in_circles people_of_circles",
        _people_counts,
    ),
)
