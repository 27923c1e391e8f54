"""``program``: what an organizer hands on of a program, and keeps of its key."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import wraps
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.cli.commands import CANNOT_BE, DONE, SOME_REFUSED
from dialogue_desk.cli.key_options import CannotUse, passphrase_in
from dialogue_desk.cli.output import complain, progress, say
from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.keyring import holds, key_is_saved, save_key, secret_of
from dialogue_desk.desk.leaving.packages import remember_papers
from dialogue_desk.desk.leaving.program_archive import (
    archive_not_saved,
    archive_text,
    ready_archive,
    unchecked_text,
)
from dialogue_desk.desk.program.handover import (
    expect_file,
    forget_file,
    ready_handover,
    remember_heir,
    take_over,
)
from dialogue_desk.desk.program.handover_text import (
    contents_text,
    keys_text,
    not_handed_over,
    not_taken_over,
)
from dialogue_desk.desk.program.organizers_work import write_work
from dialogue_desk.desk.trust.trust_text import waits_sentence
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.exchange.handover_file import read_handover
from dialogue_desk.exchange.package import HANDOVER_SUFFIX
from dialogue_desk.exchange.refusals import PackageRefused
from dialogue_desk.exchange.sealing import KEY_SUFFIX, Strength, strength_of
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.recovery_sheet import PrintedKey, recovery_sheet
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words

Run: TypeAlias = Callable[[argparse.Namespace, Words], int]
"""A command: it returns the exit code."""


class CannotBe(Exception):
    """It cannot be done as asked; the sentence says why."""


def telling(run: Run) -> Run:
    """Return ``run``, saying on the error stream why something cannot be done."""

    @wraps(run)
    def told(options: argparse.Namespace, words: Words) -> int:
        try:
            return run(options, words)
        except CannotBe as trouble:
            complain(str(trouble))
        except CannotUse as trouble:
            complain(trouble.sentence(words))
        return CANNOT_BE

    return told


@telling
def hand_over(options: argparse.Namespace, words: Words) -> int:
    """Write a program with its keys into one file behind a passphrase, opened again before it is there."""
    with asked_program(options, words) as (desk, program):
        to = _new_file(options, (HANDOVER_SUFFIX,), words)
        passphrase = _new_passphrase(options, words)
        folders = Folders(desk, GuideShelf(resource("guides"), words))
        ready = ready_handover(desk, folders, program.id, RandomIds())
        expect_file(desk, ready, to)
        shown = progress(words.tr("Steps done: {done} of {total}"))
        try:
            ready.write(to, passphrase, words, shown)
        except (OSError, PackageRefused) as error:
            forget_file(desk, ready, to)
            raise CannotBe(not_handed_over(error, to, words)) from error
        remember_heir(desk, ready)
        say(str(to))
        say(f"{contents_text(ready.records, words)}. {keys_text(len(ready.secrets.keys), words)}")
        return DONE


@telling
def take_program_over(options: argparse.Namespace, words: Words) -> int:
    """Take a program over from the file of another organizer, into a desk that may be new."""
    passphrase = _passphrase(options, words)
    shown = progress(words.tr("Packages read: {done} of {total}"))
    try:
        handed = read_handover(options.file, passphrase, words, shown)
    except PackageRefused as refused:
        raise CannotBe(not_taken_over(refused, words)) from refused
    with closing(DeskFile(options.desk)) as file:
        desk = Desk(file, SystemClock(), RandomIds())
        result = take_over(desk, handed, options.file, words)
    for one in result.waiting:
        complain(waits_sentence(one, words))
    contents = contents_text(handed.records.values(), words)
    say(words.tr("“{program}” is here: {contents}.", program=handed.program, contents=contents))
    if result.conflicts:
        say(
            words.ntr(
                "{count} item with two versions to choose from",
                "{count} items with two versions to choose from",
                result.conflicts,
            )
        )
    return SOME_REFUSED if result.waiting else DONE


@telling
def share_work(options: argparse.Namespace, words: Words) -> int:
    """Write what organizers made of a program, for another organizer."""
    if options.to.exists() and not options.to.is_dir():
        raise CannotBe(words.tr("“{file}” is a file. Name a folder to write to.", file=options.to))
    with asked_program(options, words) as (desk, program):
        try:
            say(str(write_work(desk, program.id, options.to)))
        except PackageRefused as refused:
            raise CannotBe(not_handed_over(refused, options.to, words)) from refused
        except OSError as error:
            unsaved = words.tr("The organizers' work could not be saved in {folder}.", folder=options.to)
            raise CannotBe(f"{unsaved} {unwritten_because(error, words)}") from error
        return DONE


@telling
def save_program_key(options: argparse.Namespace, words: Words) -> int:
    """Write the key of a program: behind a passphrase or, when the name ends in .pdf, as a sheet to print."""
    with asked_program(options, words) as (desk, program):
        keys = (program.body.seal_to, program.body.seal_to_also)
        public = next((key for key in keys if key and holds(desk, key)), "")
        if not public:
            raise CannotBe(words.tr("This desk has no key of “{program}”.", program=program.body.name))
        to = _new_file(options, (KEY_SUFFIX, ".pdf"), words)
        try:
            if to.suffix.lower() == ".pdf":
                now = desk.clock.now()
                name, languages = program.body.name, program.body.languages
                key = PrintedKey(secret_of(desk, public), public, name, languages)
                sheet = recovery_sheet(key, now, desk.clock.zone(now), words)
                write_atomically(to, rendered(sheet, ".pdf", words), private=True)
                key_is_saved(desk, public)
            else:
                save_key(desk, public, to, _new_passphrase(options, words))
        except OSError as error:
            sentence = words.tr(
                "The key could not be saved there. It is still on this laptop. Choose another folder."
            )
            raise CannotBe(sentence) from error
        say(str(to))
        return DONE


@telling
def archive_program(options: argparse.Namespace, words: Words) -> int:
    """Write a program into one zip that opens without this app, read back and compared."""
    to = _new_file(options, (".zip",), words)
    with asked_program(options, words) as (desk, program):
        folders = Folders(desk, GuideShelf(resource("guides"), words))
        try:
            read = progress(words.tr("Sessions read: {done} of {total}"))
            ready = ready_archive(desk, folders, program.id, words, Profile(options.profile), read)
            ready.write(to, progress(words.tr("Files made: {done} of {total}")))
        except OSError as error:
            raise CannotBe(archive_not_saved(to, error, words)) from error
        remember_papers(desk, program.id, [to])
        if ready.unchecked:
            complain(unchecked_text(ready.unchecked, words))
        say(str(to))
        say(archive_text(len(ready.files), words))
        return DONE


@contextmanager
def asked_program(options: argparse.Namespace, words: Words) -> Iterator[tuple[Desk, Stored[Program]]]:
    """Open the desk and find the program that is asked for."""
    if not options.desk.is_file():
        raise CannotBe(words.tr("There is no desk file “{file}”. Check its name.", file=options.desk))
    with closing(DeskFile(options.desk)) as file:
        desk = Desk(file, SystemClock(), RandomIds())
        yield desk, _program(desk, options.program, words)


def _program(desk: Desk, wanted: str, words: Words) -> Stored[Program]:
    programs = list(stored(desk.file.records.of_kind(Kind.PROGRAM), Program))
    named = [one for one in programs if not wanted or is_called(wanted, one.id, one.body)]
    if len(named) == 1:
        return named[0]
    listed = "; ".join(_told_apart(one, programs) for one in programs) or words.tr("none")
    raise CannotBe(
        words.tr("Name one program of this desk with --program. There are: {programs}", programs=listed)
    )


def is_called(wanted: str, program_id: str, program: Program) -> bool:
    """Whether a program has this id, name or code, in small letters or capitals."""
    return wanted.casefold() in {one.casefold() for one in (program_id, program.name, program.code) if one}


def _told_apart(program: Stored[Program], programs: Sequence[Stored[Program]]) -> str:
    """Return the name of a program, with its id where another one has the same name."""
    name = program.body.name
    alike = [one for one in programs if one.body.name.casefold() == name.casefold()]
    return f"{name} ({program.id})" if len(alike) > 1 else name


def _new_file(options: argparse.Namespace, endings: Sequence[str], words: Words) -> Path:
    """Return the file to write, with the first ending where its name has none; it replaces none unasked."""
    to: Path = options.to
    to = to if to.suffix else to.with_name(to.name + endings[0])
    if not to.name.lower().endswith(tuple(endings)):
        listed = "/".join(endings)
        raise CannotBe(words.tr("“{file}” does not end in {endings}.", file=to, endings=listed))
    if to.exists() and not options.force:
        sentence = words.tr("“{file}” is there already. Choose another name, or add --force.", file=to)
        raise CannotBe(sentence)
    return to


def _new_passphrase(options: argparse.Namespace, words: Words) -> str:
    """Return the passphrase that a file will open with, and say so when it is weak."""
    passphrase = _passphrase(options, words)
    if strength_of(passphrase) is Strength.WEAK:
        complain(words.tr("Weak: someone who tries could guess it within days."))
    return passphrase


def _passphrase(options: argparse.Namespace, words: Words) -> str:
    """Return the passphrase in the file that was named, or the one that is typed now."""
    if options.passphrase_file is not None:
        return passphrase_in(options.passphrase_file)
    typed = getpass.getpass(words.tr("Passphrase: ")) if sys.stdin.isatty() else ""
    if not typed:
        raise CannotBe(words.tr("A passphrase is needed: give one with --passphrase-file."))
    return typed
