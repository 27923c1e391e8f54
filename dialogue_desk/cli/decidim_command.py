"""``program decidim`` and ``program polis``: proposals to a town's site and back, statements for a vote."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from dialogue_desk.cli.commands import DONE, SOME_REFUSED
from dialogue_desk.cli.output import complain, say
from dialogue_desk.cli.program_command import CannotBe, asked_program, telling
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.packages import remember_papers
from dialogue_desk.desk.leaving.program_archive import unchecked_text
from dialogue_desk.desk.program.decidim_answers import DecidimAnswer, DecidimReading, read_sentences
from dialogue_desk.desk.program.decidim_sending import (
    DecidimSending,
    can_be_sent,
    decidim_bytes,
    decidim_refused,
)
from dialogue_desk.desk.program.follow_edits import (
    CannotFollow,
    reply_typed,
    with_typed_code,
    write_follow_up,
)
from dialogue_desk.desk.program.polis_statements import Statement, seed_of, statements_of, with_codes
from dialogue_desk.domain.model.answers import Reply
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import typed_code
from dialogue_desk.domain.overview.follow_up import Followed, FollowUp, follow_up
from dialogue_desk.domain.overview.named_picture import named_in
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.exchange.decidim_export import decidim_rows
from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.exchange.polis_seed import polis_csv
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

ALL = "all"


@telling
def exchange_with_decidim(options: argparse.Namespace, words: Words) -> int:
    """Write proposals for a Decidim site, read its export, or list what could go there."""
    if options.file is not None and options.to is not None:
        raise CannotBe(words.tr("Name either the export to read, or with --to the file to write."))
    with asked_program(options, words) as (desk, program):
        plan = _plan(desk, program.id, words)
        sending = DecidimSending(plan, words, _titles(options.title, plan, words))
        if options.file is not None:
            return _read(desk, program.id, sending, options, words)
        chosen = _chosen(sending, options.code, words)
        if options.to is None:
            return _list(sending, chosen)
        return _send(desk, program, sending, chosen, options.to)


@telling
def write_polis_seed(options: argparse.Namespace, words: Words) -> int:
    """Write chosen statements for Polis, or list which there are."""
    with asked_program(options, words) as (desk, program):
        plan = _plan(desk, program.id, words)
        statements = statements_of(plan, words)
        if options.to is None:
            for one in statements:
                say(f"{one.code}  {one.kind}  {' '.join(one.text.split())}")
            return DONE
        chosen, wrong = _statements(statements, options.code, words)
        seed = seed_of(chosen, words)
        if not seed.texts:
            raise CannotBe(words.tr("Choose statements with --code. Without --to, they are listed."))
        _write(options.to, polis_csv(seed.texts), words)
        remember_papers(desk, program.id, [options.to])
        _complain_all((*wrong, *seed.left_out, *seed.remarks, *_unchecked(plan, words)))
        say(
            words.ntr(
                "{count} statement is in {file}.",
                "{count} statements are in {file}.",
                len(seed.texts),
                file=options.to,
            )
        )
        return SOME_REFUSED if wrong or seed.left_out else DONE


def _plan(desk: Desk, program: RecordId, words: Words) -> ReportPlan:
    folders = Folders(desk, GuideShelf(resource("guides"), words))
    return report_plan(named_in(folders.picture(program), words.language))


def _titles(typed: Sequence[str], plan: ReportPlan, words: Words) -> dict[tuple[str, str], str]:
    """Return the titles of ``--title``, each as KTR42=Title or KTR42/es=Title."""
    found = {}
    languages = DecidimSending(plan, words).languages
    for one in typed:
        place, mark, title = one.partition("=")
        code, _, language = place.partition("/")
        language = language.strip().lower() or languages[0]
        if not (mark and title.strip() and typed_code(code) and language in languages):
            raise CannotBe(
                words.tr("“{typed}” is no title. Write it as KTR42=Title or KTR42/es=Title.", typed=one)
            )
        found[typed_code(code), language] = title
    return found


def _chosen(sending: DecidimSending, codes: Sequence[str], words: Words) -> tuple[Followed, ...]:
    """Return the proposals with these codes, or else those that the report asks for."""
    known = follow_up(sending.plan)
    if not codes:
        return tuple(one for one in can_be_sent(known) if one.ask is not None)
    found = [_with_code(known, code, words) for code in codes]
    sendable = can_be_sent(known)
    if questions := [one.code for one in found if one not in sendable]:
        codes_of = ", ".join(questions)
        raise CannotBe(words.tr("Only proposals can be sent. These are questions: {codes}", codes=codes_of))
    return tuple({one.about: one for one in found}.values())


def _with_code(known: FollowUp, code: str, words: Words) -> Followed:
    try:
        return with_typed_code(known, code, words)
    except CannotFollow as trouble:
        raise CannotBe(str(trouble)) from trouble


def _list(sending: DecidimSending, chosen: Iterable[Followed]) -> int:
    for one in chosen:
        ready = sending.ready(one)
        for text in ready.texts:
            say(f"{one.code}/{text.language}  {text.title}")
        _complain_all(f"{one.code}  {said}" for said in (ready.hindrance, *ready.remarks) if said)
    return DONE


def _send(
    desk: Desk, program: Stored[Program], sending: DecidimSending, chosen: Iterable[Followed], to: Path
) -> int:
    words = sending.words
    ready = [sending.ready(one) for one in chosen]
    going = [one for one in ready if not one.hindrance]
    for one in ready:
        _complain_all(f"{one.one.code}  {said}" for said in (one.hindrance, *one.remarks) if said)
    if not going:
        raise CannotBe(words.tr("There is no proposal that can go, so nothing was written."))
    _write(to, decidim_bytes(going, sending.languages, to.name), words)
    remember_papers(desk, program.id, [to])
    _complain_all(_unchecked(sending.plan, words))
    say(words.ntr("{count} proposal is in {file}.", "{count} proposals are in {file}.", len(going), file=to))
    return DONE if len(going) == len(ready) else SOME_REFUSED


def _read(
    desk: Desk, program: RecordId, sending: DecidimSending, options: argparse.Namespace, words: Words
) -> int:
    known = follow_up(sending.plan)
    reading = DecidimReading(sending, known, words, _states(options.status, words))
    try:
        read = reading.of(decidim_rows(options.file))
    except (OSError, DocumentRefused) as error:
        raise CannotBe(decidim_refused(options.file.name, error, words)) from error
    taken = {typed_code(code) or code for code in options.take}
    kept = [one for one in read.found if not one.question or ALL in taken or one.one.codes & taken]
    waiting = [one for one in read.found if one not in kept]
    if not options.dry_run:
        write_follow_up(desk, program, *(one.answer for one in kept))
    for one in read.found:
        say(_line(one, words))
        _complain_all(f"{one.one.code}  {remark}" for remark in one.remarks)
    for one in waiting:
        asked = words.tr("To keep it, add: --take {code}", code=one.one.code)
        complain(f"{one.one.code}  {one.question} {asked}")
    _complain_all(read.told)
    for sentence in read_sentences(read, words):
        say(sentence)
    _say_kept(len(kept), words, dry_run=options.dry_run)
    return SOME_REFUSED if waiting or read.told else DONE


def _say_kept(count: int, words: Words, *, dry_run: bool) -> None:
    if dry_run:
        say(words.ntr("{count} answer would be kept.", "{count} answers would be kept.", count))
    else:
        say(words.ntr("{count} answer is kept.", "{count} answers are kept.", count))


def _line(one: DecidimAnswer, words: Words) -> str:
    said = (name_of(one.answer.reply, words), one.answer.why)
    return f"{one.one.code}  {' · '.join(part for part in said if part)}"


def _states(typed: Sequence[str], words: Words) -> dict[str, Reply]:
    """Return what ``--status`` says that states of the site mean."""
    found = {}
    for one in typed:
        state, mark, reply = one.partition("=")
        if not mark:
            raise CannotBe(
                words.tr("“{typed}” says no status. Write it as implemented=already so.", typed=one)
            )
        try:
            found[state.strip().lower()] = reply_typed(reply, words)
        except CannotFollow as trouble:
            raise CannotBe(str(trouble)) from trouble
    return found


def _statements(
    statements: Sequence[Statement], codes: Sequence[str], words: Words
) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    """Return the statements with these codes, and a sentence for each code that none has."""
    read = [typed_code(code) or code for code in codes]
    chosen = with_codes(statements, read)
    here = {one.code for one in chosen}
    lacking = (code for code in read if code not in here)
    return chosen, tuple(words.tr("No statement has the code {code}.", code=code) for code in lacking)


def _unchecked(plan: ReportPlan, words: Words) -> Sequence[str]:
    return [unchecked_text(plan.picture.unchecked, words)] if plan.picture.unchecked else []


def _write(to: Path, data: bytes, words: Words) -> None:
    try:
        write_atomically(to, data)
    except OSError as error:
        unsaved = words.tr("“{file}” could not be saved.", file=to)
        raise CannotBe(f"{unsaved} {unwritten_because(error, words)}") from error


def _complain_all(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        complain(sentence)
