"""``program answers``: types in the answers of whoever was asked, and lists what came of each ask."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from dialogue_desk.cli.commands import DONE, SOME_REFUSED
from dialogue_desk.cli.output import complain, say, say_json
from dialogue_desk.cli.program_command import CannotBe, asked_program, telling
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.follow_dates import calendar_of
from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.desk.program.follow_edits import told_twice, write_follow_up
from dialogue_desk.desk.program.follow_lists import facts_in
from dialogue_desk.desk.program.named_people import people_named
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.overview.follow_up import FollowUp, follow_up
from dialogue_desk.domain.overview.named_picture import named_in
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.exchange.rows_of_files import Rows, rows_of_file
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import written_day


@telling
def keep_answers(options: argparse.Namespace, words: Words) -> int:
    """Type in what a list says, if there is one; then list what is followed up, with its answers."""
    with asked_program(options, words) as (desk, program):
        folders = Folders(desk, GuideShelf(resource("guides"), words))
        known = _known(folders, program.id, words)
        refused: tuple[str, ...] = ()
        if options.file is not None:
            refused = _type_in(desk, program.id, known, _rows(options, words), words)
            known = _known(folders, program.id, words)
        if options.dates is not None:
            _write_dates(desk, folders.picture(program.id), known, options.dates, words)
        if options.json:
            for row in _as_json(known):
                say_json(row)
        else:
            _tell(known, words)
        for one in known.followed:
            for sentence in told_twice(one, words):
                complain(f"{one.code}  {sentence}")
        for sentence in refused:
            complain(sentence)
        return SOME_REFUSED if refused else DONE


def _known(folders: Folders, program: RecordId, words: Words) -> FollowUp:
    return follow_up(report_plan(named_in(folders.picture(program), words.language)))


def _rows(options: argparse.Namespace, words: Words) -> Rows:
    try:
        return rows_of_file(options.file).rows
    except (OSError, DocumentRefused) as error:
        sentence = words.tr(
            "The list “{file}” cannot be read. Save it as CSV or XLSX, with a line for each answer.",
            file=options.file,
        )
        raise CannotBe(sentence) from error


def _type_in(desk: Desk, program: RecordId, known: FollowUp, rows: Rows, words: Words) -> tuple[str, ...]:
    sheet = facts_in(rows, known, words, today(desk))
    write_follow_up(desk, program, *(fact for _, fact in sheet.facts))
    _warn_of_people([answer.by for answer in sheet.answers], words)
    if sheet.answers or not sheet.reports:
        say(words.ntr("{count} answer is kept.", "{count} answers are kept.", len(sheet.answers)))
    if sheet.reports:
        say(words.ntr("{count} status is kept.", "{count} statuses are kept.", len(sheet.reports)))
    return sheet.refused


def _warn_of_people(offices: Iterable[str], words: Words) -> None:
    if named := people_named("\n".join(dict.fromkeys(offices))):
        complain(
            words.tr(
                "{names} may point to a person, and everyone reads this. Write an office or a group.",
                names=join_names([f"“{safe_in_sentence(one)}”" for one in named], words),
            )
        )


def _write_dates(desk: Desk, picture: ProgramPicture, known: FollowUp, to: Path, words: Words) -> None:
    try:
        write_atomically(to, calendar_of(picture, known, desk.clock.now(), words))
    except OSError as error:
        unsaved = words.tr("The dates could not be saved as “{file}”.", file=to)
        raise CannotBe(f"{unsaved} {unwritten_because(error, words)}") from error


def _tell(known: FollowUp, words: Words) -> None:
    asks = known.asks
    answered = sum(one.answer is not None for one in asks)
    say(words.tr("{answered} of {count} asks have an answer.", answered=answered, count=len(asks)))
    for one in known.followed:
        said = [name_of(one.standing, words)]
        if one.answer is not None:
            said += [name_of(one.answer.reply, words), one.answer.by]
        if one.next_day is not None:
            said.append(words.tr("next date {day}", day=written_day(one.next_day, words)))
        say(f"{one.code}  {' · '.join(part for part in said if part)}")
        say(f"  {one.words}")


def _as_json(known: FollowUp) -> Iterator[dict[str, object]]:
    for one in known.followed:
        yield {
            "code": one.code,
            "what": one.words,
            "asked_of": one.actor,
            "circles": one.circles,
            "standing": one.standing.value,
            "answer": one.answer.reply.value if one.answer else "",
            "why": one.answer.why if one.answer else "",
            "by": one.answer.by if one.answer else "",
            "next_day": one.next_day.isoformat() if one.next_day else "",
            "status": one.progress.status.value if one.progress else "",
            "changed": one.progress.changed if one.progress else "",
            "evidence": one.progress.evidence if one.progress else "",
            "two_answers": one.two_answers or bool(one.differing),
        }
