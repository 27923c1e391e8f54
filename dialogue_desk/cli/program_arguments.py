"""The arguments of ``program``: what organizers hand on and keep."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, adding_to, explained
from dialogue_desk.cli.decidim_arguments import add_decidim, add_polis
from dialogue_desk.cli.follow_arguments import add_answers
from dialogue_desk.cli.forum_arguments import add_forum
from dialogue_desk.cli.program_command import (
    archive_program,
    hand_over,
    save_program_key,
    share_work,
    take_program_over,
)
from dialogue_desk.cli.slips_arguments import add_questionnaire, add_slips
from dialogue_desk.cli.voices_arguments import add_voices
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.words import Words


def add_program(added: Added, language: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``program``."""
    program = added(
        "program",
        help=words.tr("hand a program over, share organizers' work, save its key, keep answers"),
        description=explained(
            words.tr("What an organizer hands on to another organizer, and keeps in case a laptop is lost."),
            "dialogue-desk program hand-over --desk all.desk --to bridges.dialogue-handover",
            "dialogue-desk program take-over bridges.dialogue-handover --desk new.desk",
            "dialogue-desk program work --desk all.desk --to stick",
            "dialogue-desk program archive --desk all.desk --to bridges.zip",
            "dialogue-desk program key --desk all.desk --to sheet.pdf",
            "dialogue-desk program answers answers.csv --desk all.desk",
            "dialogue-desk program voices wanted.csv --desk all.desk",
            "dialogue-desk program forum --desk all.desk",
            "dialogue-desk program decidim --desk all.desk --to proposals.csv",
        ),
    )
    to_program = adding_to(program, language, words)
    for add in (
        _add_written,
        _add_take_over,
        add_answers,
        add_voices,
        add_forum,
        add_questionnaire,
        add_slips,
        add_decidim,
        add_polis,
    ):
        add(to_program, words)


def _add_written(to_program: Added, words: Words) -> None:
    """Add the commands that write something of a program into a file."""
    on = words.tr("the desk file")
    which = words.tr("the program's name, code or id; a desk with one program needs none")
    phrase = words.tr("the passphrase, in the first line of FILE; if you leave it out, you are asked")
    commands = (
        (
            "hand-over",
            hand_over,
            words.tr("write everything of a program, with its keys, into one file behind a passphrase"),
            words.tr("the file to write; its name ends in .dialogue-handover"),
        ),
        (
            "work",
            share_work,
            words.tr("write what organizers made of a program: codings, cards, stars, sentences, themes"),
            words.tr("the folder to write to"),
        ),
        (
            "archive",
            archive_program,
            words.tr("write report, summaries and tables into one zip that opens without this app"),
            words.tr("the file to write; its name ends in .zip"),
        ),
        (
            "key",
            save_program_key,
            words.tr("save the program's key behind a passphrase, or as a recovery sheet to print (.pdf)"),
            words.tr("the file to write: it ends in .age-key, or in .pdf for the recovery sheet"),
        ),
    )
    for name, run, said, to in commands:
        command = to_program(name, help=said, description=explained(said))
        command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
        command.add_argument("--program", default="", metavar="PROGRAM", help=which)
        command.add_argument("--to", type=Path, required=True, metavar="PATH", help=to)
        if run is archive_program:
            whom = words.tr(
                "who it is for: the organizer, with tables (the default), or everyone, without them"
            )
            profiles = [Profile.ORGANIZER.value, Profile.EVERYONE.value]
            command.add_argument("--profile", choices=profiles, default=profiles[0], help=whom)
        if run not in (share_work, archive_program):
            command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)
        if run is not share_work:
            replaced = words.tr("replace the file if it is there already")
            command.add_argument("--force", action="store_true", help=replaced)
        command.set_defaults(run=run)


def _add_take_over(to_program: Added, words: Words) -> None:
    phrase = words.tr("the passphrase, in the first line of FILE; if you leave it out, you are asked")
    said = words.tr(
        "take a program over from such a file; what its laptop changes is then changed here without asking"
    )
    command = to_program("take-over", help=said, description=explained(said))
    command.add_argument("file", type=Path, metavar="FILE", help=words.tr("the file of the other organizer"))
    into = words.tr("the desk file to add it to; it is created if it does not exist")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=into)
    command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)
    command.set_defaults(run=take_program_over)
