"""``circles``: forms circles from numbers on sign-up slips, and deletes the slips when all is settled."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.cli.commands import CANNOT_BE, DONE, SOME_REFUSED
from dialogue_desk.cli.key_options import CannotUse, passphrase_in
from dialogue_desk.cli.output import complain, say
from dialogue_desk.domain.forming.forming import Forming
from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.sums import sums_of
from dialogue_desk.domain.forming.wish import Wish
from dialogue_desk.domain.model.document import Document, PaperSize
from dialogue_desk.domain.model.text import decoded, plain_letters, safe_in_sentence
from dialogue_desk.exchange.csv_table import csv_bytes
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.exchange.forming_file import (
    FORMING_SUFFIX,
    KeptSlips,
    is_slip_file,
    read_slips,
    write_slips,
)
from dialogue_desk.exchange.limits import MIB
from dialogue_desk.exchange.refusals import PackageRefused, refusal_sentence
from dialogue_desk.exchange.rows_of_files import MOST_ROWS, Rows, rows_in_text, rows_of_file
from dialogue_desk.exchange.slip_rows import SlipList, SlipsRefused, remark_sentences, slips_in
from dialogue_desk.exchange.sums_table import sums_table
from dialogue_desk.exchange.wish_file import WishFile, WishUnreadable, read_wish_file
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.forming_papers import circle_lists, place_sheets
from dialogue_desk.reports.signup_slip import SlipPaper, signup_slip
from dialogue_desk.whole_file import PATIENT, FileToSave, write_atomically, write_files
from dialogue_desk.words import Words
from dialogue_desk.words.forming_text import circle_place, unmet_sentences
from dialogue_desk.words.languages import join_names, language_name

_MOST_TYPED = 8 * MIB

Run: TypeAlias = Callable[[argparse.Namespace, Words], int]
"""A command: it returns the exit code."""

STDIN = Path("-")
"""Instead of a list of slips: it is read from the input, as a spreadsheet program pastes it, or as CSV."""

ALL = "all"
"""Settles everybody where they are."""


class _CannotBe(Exception):
    """It cannot be done as asked; the sentence says why."""


def _telling(run: Run) -> Run:
    """Return ``run``, saying on the error stream why something cannot be done."""

    @wraps(run)
    def told(options: argparse.Namespace, words: Words) -> int:
        try:
            return run(options, words)
        except (_CannotBe, WishUnreadable) as trouble:
            complain(str(trouble))
        except (CannotUse, SlipsRefused) as trouble:
            complain(trouble.sentence(words))
        except PackageRefused as refused:
            complain(refusal_sentence(refused, words))
        return CANNOT_BE

    return told


@_telling
def print_slip(options: argparse.Namespace, words: Words) -> int:
    """Write the sign-up slip to print, in both languages."""
    wish = read_wish_file(options.wish, words)
    paper = SlipPaper(wish.wish, wish.program, wish.kept_by)
    _write(options, {"sign-up-slip": signup_slip(paper, words)}, words)
    return DONE


@_telling
def form_circles(options: argparse.Namespace, words: Words) -> int:
    """Form circles, say what was not met, and write the papers and the sealed file that were asked for."""
    kept = _kept(options, words)
    forming = kept.forming
    for asked in options.settle:
        forming = _settled(forming, asked, words)
    kept = replace(kept, forming=forming)
    for circle in forming.circles:
        say(
            words.tr(
                "{circle}  {place}  {language}  {people} people  {numbers}",
                circle=circle.code,
                place=circle_place(circle.meeting.place.name, circle.meeting.time, words),
                language=language_name(circle.language, words),
                people=len(circle.numbers),
                numbers=_numbers(circle.numbers, circle.facilitators),
            )
        )
    unmet = unmet_sentences(forming, words)
    for sentence in unmet:
        complain(sentence)
    if options.out is not None:
        papers = {
            "circles": circle_lists(forming, kept.program, words),
            "places": place_sheets(forming, kept.program, words),
        }
        _write(options, papers, words)
    if options.seal is not None:
        write_slips(options.seal, kept, _passphrase(options, words))
        say(words.tr("Sealed: {file}", file=options.seal))
    return SOME_REFUSED if unmet else DONE


@_telling
def finish_circles(options: argparse.Namespace, words: Words) -> int:
    """Write the sums of settled circles, then delete the file with the slips for good."""
    if options.slips.suffix.lower() != FORMING_SUFFIX:
        raise _CannotBe(
            words.tr(
                "Only a sealed file of slips is deleted here: its name ends in {ending}. Nothing was done.",
                ending=FORMING_SUFFIX,
            )
        )
    forming = read_slips(options.slips, _passphrase(options, words)).forming
    open_numbers = len(forming.places.keys() - forming.settled)
    if open_numbers and not options.yes:
        raise _CannotBe(
            words.ntr(
                "{count} number is not settled yet, so the slips were not deleted. Settle all of them with "
                "circles form --settle all, or add --yes.",
                "{count} numbers are not settled yet, so the slips were not deleted. Settle all of them with "
                "circles form --settle all, or add --yes.",
                open_numbers,
            )
        )
    table = sums_table(sums_of(forming), words)
    write_atomically(options.sums, csv_bytes(table))
    PATIENT.do(options.slips.unlink)
    say(words.tr("Sums: {file}", file=options.sums))
    say(words.tr("The slips were deleted. Shred those on paper, and delete the list they were typed in."))
    return DONE


def _kept(options: argparse.Namespace, words: Words) -> KeptSlips:
    """Return the circles: formed of a list, or as they are in a sealed file."""
    try:
        if options.slips != STDIN and is_slip_file(options.slips):
            kept = read_slips(options.slips, _passphrase(options, words))
            kept = _with_late(kept, options.add, words) if options.add else kept
            return _again(kept, options, words) if options.again or options.wish else kept
        if options.wish is None:
            raise _CannotBe(words.tr("Name the wish for the circles with --wish."))
        wish = read_wish_file(options.wish, words)
        read = _rows(options.slips, wish.wish, words)
    except OSError as error:
        raise _unread(options.slips, unread_because(error, words), words) from error
    return KeptSlips(formed(read.slips, wish.wish, read.settled), wish.program, wish.kept_by)


def _with_late(kept: KeptSlips, path: Path, words: Words) -> KeptSlips:
    """Return the circles with slips that came late; everybody else stays where they are."""
    forming = kept.forming
    read = _rows(path, forming.wish, words)
    twice = [slip.number for slip in read.slips if slip.number in forming.by_number]
    if twice:
        raise _CannotBe(
            words.tr(
                "These numbers are in the sealed file already, so nothing was added: {numbers}.",
                numbers=join_names([str(number) for number in twice[:12]], words),
            )
        )
    placed = formed((*forming.slips, *read.slips), forming.wish, {**forming.places, **read.settled})
    return replace(kept, forming=replace(placed, settled=forming.settled | read.settled.keys()))


def _again(kept: KeptSlips, options: argparse.Namespace, words: Words) -> KeptSlips:
    """Return the circles formed again, of another wish if one is named; whoever is settled stays."""
    forming, wish = kept.forming, WishFile(kept.forming.wish, kept.program, kept.kept_by)
    if options.wish is not None:
        wish = read_wish_file(options.wish, words)
    settled = {number: forming.places[number] for number in sorted(forming.settled)}
    codes = {meeting.code for meeting in wish.wish.meetings}
    if missing := sorted(set(settled.values()) - codes):
        raise _CannotBe(
            words.tr(
                "Numbers are settled in circles that this wish does not have: {circles}.",
                circles=", ".join(missing),
            )
        )
    return KeptSlips(formed(forming.slips, wish.wish, settled), wish.program, wish.kept_by)


def _rows(path: Path, wish: Wish, words: Words) -> SlipList:
    """Return the slips of a list, and say what was not taken as it stands in it."""
    try:
        read = slips_in(_rows_typed() if path == STDIN else rows_of_file(path).rows, wish, words)
    except DocumentRefused as refused:
        why = words.tr(
            "It is not a list of at most {most} lines in CSV or Excel (.xlsx).", most=words.number(MOST_ROWS)
        )
        raise _unread(path, why, words) from refused
    except OSError as error:
        raise _unread(path, unread_because(error, words), words) from error
    for sentence in remark_sentences(read.remarks, words):
        complain(sentence)
    return read


def _rows_typed() -> Rows:
    """Return the rows that come in at the input."""
    data = sys.stdin.buffer.read(_MOST_TYPED + 1)
    if len(data) > _MOST_TYPED:
        raise DocumentRefused(Trouble.TOO_LARGE)
    try:
        return rows_in_text(decoded(data))
    except UnicodeDecodeError as error:
        raise DocumentRefused(Trouble.NOT_TEXT, str(error)) from error


def _unread(path: Path, why: str, words: Words) -> _CannotBe:
    name = safe_in_sentence(path.name)
    return _CannotBe(words.tr("“{file}” was not read. {why}", file=name, why=why))


def _settled(forming: Forming, asked: str, words: Words) -> Forming:
    """Return the circles with a number moved and settled, or with all of them settled where they are."""
    if asked == ALL:
        return forming.all_settled()
    number, _, said = asked.partition("=")
    codes = {plain_letters(circle.code): circle.code for circle in forming.circles}
    try:
        return forming.moved(int(number[:9]), codes[plain_letters(said)])
    except (ValueError, KeyError):
        raise _CannotBe(
            words.tr(
                "“{given}” settles nobody. Write a number and a circle that are there, such as 12=C03, or "
                "write all.",
                given=safe_in_sentence(asked[:60]),
            )
        ) from None


def _numbers(numbers: tuple[int, ...], facilitators: tuple[int, ...]) -> str:
    """Return the numbers in a circle; those who lead it behind a plus."""
    seated = ", ".join(map(str, numbers))
    return f"{seated} + {', '.join(map(str, facilitators))}" if facilitators else seated


def _write(options: argparse.Namespace, papers: Mapping[str, Document], words: Words) -> None:
    size = PaperSize.A4 if options.a4 else PaperSize.LETTER

    def made(document: Document) -> Callable[[], bytes]:
        return lambda: rendered(document, ".pdf", words, paper=size, large=options.large)

    files = [FileToSave(f"{name}.pdf", made(document)) for name, document in papers.items()]
    for path in write_files(files, options.out):
        say(words.tr("Written: {file}", file=path))


def _passphrase(options: argparse.Namespace, words: Words) -> str:
    """Return the passphrase in the file that was named, or the one that is typed now."""
    if options.passphrase_file is not None:
        return passphrase_in(options.passphrase_file)
    typed = getpass.getpass(words.tr("Passphrase: ")) if sys.stdin.isatty() else ""
    if not typed:
        raise _CannotBe(words.tr("A passphrase is needed: give one with --passphrase-file."))
    return typed
