"""``program voices``: types in whom a program wants and whom it asked, and lists who is missing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from dialogue_desk.cli.commands import DONE, SOME_REFUSED
from dialogue_desk.cli.output import complain, say, say_json
from dialogue_desk.cli.program_command import CannotBe, asked_program, telling
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.desk.program.program_edits import categories_of
from dialogue_desk.desk.program.voice_lists import KnownVoices, VoiceList, invitations_listed, voices_listed
from dialogue_desk.desk.program.voices_edits import (
    invitations_in,
    odd_in_invitation,
    odd_in_voice,
    voices_in,
    write_both,
)
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.voices_picture import VoicesPicture, voices_of
from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.rows_of_files import Rows, rows_of_file
from dialogue_desk.reports.voices_phrases import (
    coverage_text,
    how_hidden,
    left_out_sentences,
    people_text,
    standing_sentence,
)
from dialogue_desk.resources import resource
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name
from dialogue_desk.words.names import name_of


@telling
def keep_voices(options: argparse.Namespace, words: Words) -> int:
    """Type in lists of voices and invitations, if there are any; then list who took part, and who did not."""
    wanted, asked = _rows(options.file, words), _rows(options.invitations, words)
    with asked_program(options, words) as (desk, program):
        refused = _type_in(desk, program.id, wanted, asked, words)
        picture = Folders(desk, GuideShelf(resource("guides"), words)).picture(program.id)
        voices = voices_of(picture)
        if options.json:
            for row in _as_json(voices, picture):
                say_json(row)
        else:
            _tell(voices, words)
        codes = {row.circle_id: row.code for row in picture.rows}
        for sentence in left_out_sentences(voices, codes, words):
            complain(sentence)
    for sentence in refused:
        complain(sentence)
    return SOME_REFUSED if refused else DONE


def _rows(path: Path | None, words: Words) -> Rows | None:
    if path is None:
        return None
    try:
        return rows_of_file(path).rows
    except (OSError, DocumentRefused) as error:
        sentence = words.tr(
            "The list “{file}” cannot be read. Save it as CSV or XLSX, with a line for each entry.",
            file=path,
        )
        raise CannotBe(sentence) from error


def _type_in(
    desk: Desk, program: RecordId, wanted: Rows | None, asked: Rows | None, words: Words
) -> tuple[str, ...]:
    refused: list[str] = []
    if wanted is not None:
        found = voices_listed(wanted, _known(desk, program), words)
        _keep(desk, program, found, words)
        refused += found.refused
    if asked is not None:
        found = invitations_listed(asked, _known(desk, program), words)
        _keep(desk, program, found, words)
        refused += found.refused
    return tuple(refused)


def _known(desk: Desk, program: RecordId) -> KnownVoices:
    return KnownVoices(
        voices_in(desk, program), invitations_in(desk, program), categories_of(desk, program), today(desk)
    )


def _keep(desk: Desk, program: RecordId, found: VoiceList, words: Words) -> None:
    """Keep a list as one step of Undo, and say what to look at again."""
    kept_voices = {known or desk.new_id(): voice for known, voice in found.voices}
    kept_invitations = {known or desk.new_id(): one for known, one in found.invitations}
    write_both(desk, program, {**kept_voices, **kept_invitations})
    for voice in kept_voices.values():
        for sentence in odd_in_voice(voice, words):
            complain(sentence)
    for invitation in kept_invitations.values():
        for sentence in odd_in_invitation(invitation, words, today(desk)):
            complain(sentence)
    if found.voices:
        say(words.ntr("{count} voice is kept.", "{count} voices are kept.", len(found.voices)))
    if found.invitations:
        count = len(found.invitations)
        say(words.ntr("{count} invitation is kept.", "{count} invitations are kept.", count))


def _tell(voices: VoicesPicture, words: Words) -> None:
    for one in voices.wanted:
        say(f"{shown_title(one.voice.name)}  ({name_of(one.voice.kind, words)})")
        say(f"  {standing_sentence(one, words)}")
        for invitation in one.asked:
            said = [shown_title(part) for part in (invitation.body.to, invitation.body.asked) if part]
            asked = words.tr("Asked: {whom}", whom=" · ".join(said))
            say(f"  {asked}")
    if not voices.wanted:
        say(words.tr("Nobody has said yet whom the program wants."))
    _tell_counts(voices, words)
    for code, count in voices.circles.by_language:
        language = language_name(code, words)
        in_language = words.ntr("circle in {language}", "circles in {language}", count, language=language)
        say(f"{words.number(count)} {in_language}")


def _tell_counts(voices: VoicesPicture, words: Words) -> None:
    counted = [one for one in voices.categories if one.coverage.circles]
    for counts in counted:
        say(f"{shown_title(counts.name)}  ({coverage_text(counts.coverage, words)})")
        for answer in counts.answers:
            say(f"  {shown_title(answer.answer)}: {people_text(answer.people, words)}")
    if any(counts.hides for counts in counted):
        say(how_hidden(voices.least, words))


def _as_json(voices: VoicesPicture, picture: ProgramPicture) -> Iterator[dict[str, object]]:
    names = {one.id: one.body.name for one in picture.work.voices}
    for one in voices.wanted:
        yield {
            "voice": one.voice.name,
            "kind": one.voice.kind.value,
            "hoped": one.voice.hoped,
            "counted": one.counted,
            "hidden": one.hidden,
            "missing": one.missing,
            "standing": one.standing.value,
            "circles_counted": one.coverage.circles,
            "circles_met": one.coverage.of,
            "circles_with_them": one.circles,
            "asked": [it.body.to for it in one.asked],
            "two_versions": one.in_conflict,
        }
    for it in picture.work.invitations:
        yield {
            "invitation": it.body.to,
            "asked": it.body.asked,
            "voices": [names[one] for one in it.body.voices if one in names],
            "invited": it.body.invited,
            "signed_up": it.body.signed_up,
            "day": it.body.day,
        }
    for counts in (one for one in voices.categories if one.coverage.circles):
        for answer in counts.answers:
            yield {
                "question": counts.name,
                "answer": answer.answer,
                "people": answer.people,
                "circles_counted": counts.coverage.circles,
                "circles_met": counts.coverage.of,
            }
