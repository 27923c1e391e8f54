"""Who is missing, and whom to ask: a list for organizers to act on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dialogue_desk.domain.model.document import Block, Document, Heading, Paragraph, Role, Table, TableColumn
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation
from dialogue_desk.domain.overview.hidden_cells import shown
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.overview.voices_picture import VoicesPicture, VoiceStanding, Wanted, voices_of
from dialogue_desk.reports.phrases import join_with_dots, shortened
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.reports.voices_phrases import how_hidden, people_text, standing_sentence
from dialogue_desk.words import Words
from dialogue_desk.words.times import written_day

_MOST_MISSING, _MOST_ASKED, _MOST_OTHERS = 24, 12, 40
_LONGEST, _LONGEST_ASKED = 80, 160
_EMPTY_LINES = 2


def missing_voices(plan: ReportPlan, words: Words, day: date | None = None) -> Document:
    """Return whom a program wants and who did not come, each with whom it asked, and room to write."""
    name = program_name(plan, words)
    return Document(
        title=words.tr("Who is missing, and whom to ask"),
        subtitle=join_with_dots((name, written_day(day, words) if day else "")),
        footer=join_with_dots((name, words.tr("For organizers"))),
        language=words.language,
        blocks=tuple(_blocks(plan, voices_of(plan.picture), words)),
        author=name,
        day=day,
    )


def _blocks(plan: ReportPlan, voices: VoicesPicture, words: Words) -> Iterator[Block]:
    tr = words.tr
    if not voices.wanted:
        yield Paragraph(tr("Nobody has said yet whom the program wants. Do so in Voices."))
        return
    asked = plan.picture.work.invitations
    numbers = shown([one.body.signed_up for one in asked], voices.least)
    signed = {one.id: number for one, number in zip(asked, numbers, strict=True)}
    yield Paragraph(tr("Write organizations and offices here, never a person’s name or number."), Role.LEAD)
    missing = voices.missing
    if not missing:
        yield Paragraph(tr("Nobody is known to be missing."))
    for one in missing[:_MOST_MISSING]:
        yield from _one(one, signed, words)
    yield from _others(missing[_MOST_MISSING:], tr("Missing too"), words)
    unknown = [one for one in voices.wanted if not one.to_act_on and one.standing is not VoiceStanding.ENOUGH]
    yield from _others(unknown, tr("Not known"), words)
    enough = [one for one in voices.wanted if one.standing is VoiceStanding.ENOUGH]
    yield from _others(enough, tr("Enough came"), words)
    yield Paragraph(how_hidden(voices.least, words), Role.MUTED)


def _one(one: Wanted, signed: dict[RecordId, int | None], words: Words) -> Iterator[Block]:
    yield Heading(shortened(one.voice.name, _LONGEST), whole=True)
    yield Paragraph(standing_sentence(one, words))
    rows = [_row(it, signed, words) for it in one.asked[:_MOST_ASKED]]
    rows += [("", "", "", "", "")] * _EMPTY_LINES
    tr = words.tr
    yield Table(
        (
            TableColumn(tr("Whom to ask"), 3),
            TableColumn(tr("What for"), 3),
            TableColumn(tr("Asked on"), 1.3),
            TableColumn(tr("Invited"), 1, numeric=True),
            TableColumn(tr("Signed up"), 1, numeric=True),
        ),
        tuple(rows),
    )
    if more := max(0, len(one.asked) - _MOST_ASKED):
        yield Paragraph(words.ntr("And {count} more.", "And {count} more.", more), Role.MUTED)


def _row(
    invitation: Stored[Invitation], signed: dict[RecordId, int | None], words: Words
) -> tuple[str, str, str, str, str]:
    body = invitation.body
    return (
        shortened(body.to, _LONGEST),
        shortened(body.asked, _LONGEST_ASKED),
        written_day(date.fromisoformat(body.day), words) if body.day else "",
        words.number(body.invited),
        people_text(signed[invitation.id], words),
    )


def _others(wanted: Sequence[Wanted], title: str, words: Words) -> Iterator[Block]:
    if not wanted:
        return
    yield Heading(title, whole=True)
    yield Table(
        (TableColumn(words.tr("Wanted"), 2), TableColumn(words.tr("How it is"), 4)),
        tuple(
            (shortened(one.voice.name, _LONGEST), standing_sentence(one, words))
            for one in wanted[:_MOST_OTHERS]
        ),
    )
    if more := max(0, len(wanted) - _MOST_OTHERS):
        yield Paragraph(words.ntr("And {count} more.", "And {count} more.", more), Role.MUTED)
