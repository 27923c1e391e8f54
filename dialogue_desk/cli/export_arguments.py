"""The arguments of ``export``: the files of one session."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import PAPERS, Added, explained
from dialogue_desk.cli.commands import export
from dialogue_desk.desk.leaving.data_files import DataFormat
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.words import LANGUAGES, Words


def add_export(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``export``."""
    command = added(
        "export",
        help=words.tr("write the package and the summary of one session"),
        description=explained(
            words.tr(
                "Writes the same as Export in the window: the package of a session, and its summary "
                "as PDF, DOCX and HTML, or in the formats you name. For the organizer, the debrief "
                "and quotes without permission stay on the desk, and the package is sealed to the "
                "program's key, if it has one. To find a session's id, use inspect; with a wrong id, "
                "you get a list of the sessions on the desk. While the privacy check or the read-back "
                "is open, it says so and writes nothing, unless you add --anyway."
            ),
            "dialogue-desk export --desk my.desk --session 019cd9d1-52a0-7007-9f39-0b2018072e8c --to stick",
            "dialogue-desk export --desk my.desk --session 019cd9d1-52a0-7007-9f39-0b2018072e8c --to out \\",
            "  --format pdf,txt,xlsx --summary-language both --large-print --paper a4",
        ),
    )
    on = words.tr("the desk file with the session")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
    command.add_argument("--session", required=True, metavar="ID", help=words.tr("the session's id"))
    to = words.tr("the folder to write to")
    command.add_argument("--to", type=Path, required=True, metavar="FOLDER", help=to)
    whom = words.tr("who it is for: the organizer (the default), everyone, or the circle's other laptop")
    profiles = [profile.value.replace(" ", "-") for profile in Profile]
    command.add_argument("--profile", choices=profiles, default=Profile.ORGANIZER.value, help=whom)
    debrief = words.tr("include the debrief for the organizer")
    command.add_argument("--debrief", action="store_true", help=debrief)
    anyway = words.tr("export it although something that leaves was not looked at")
    command.add_argument("--anyway", action="store_true", help=anyway)
    seal = command.add_mutually_exclusive_group()
    key = words.tr("seal it to this public key (age1…); can be used more than once")
    seal.add_argument("--seal-to", action="append", default=[], metavar="KEY", help=key)
    phrase = words.tr("seal it with the passphrase in the first line of FILE")
    seal.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)
    _add_papers(command, words)
    command.set_defaults(run=export)


def _add_papers(command: argparse.ArgumentParser, words: Words) -> None:
    formats = words.tr(
        "the summary as {papers}, and what was said as {data}; for more than one, put commas "
        "between them or use the option again. If left out: pdf, docx and html",
        papers=", ".join(PAPERS),
        data=", ".join(DataFormat),
    )
    command.add_argument(
        "--format", dest="formats", action="extend", type=_formats, metavar="FORMAT", help=formats
    )
    sheets = words.tr("the sheet size for the printed summary")
    command.add_argument("--paper", choices=tuple(PaperSize), default=PaperSize.LETTER, help=sheets)
    large = words.tr("the summary in large print (18 points)")
    command.add_argument("--large-print", action="store_true", help=large)
    accessible = words.tr("a PDF that screen readers can follow")
    command.add_argument("--accessible", action="store_true", help=accessible)
    times = words.tr("with a table of how long each part took")
    command.add_argument("--times", action="store_true", help=times)
    page = words.tr("with the circle’s own page: what it said, each line with its code")
    command.add_argument("--circle-page", action="store_true", help=page)
    language = words.tr(
        "the language of the summary; “both” puts the two in one document. If left out: the "
        "circle's own language"
    )
    command.add_argument("--summary-language", choices=(*LANGUAGES, "both"), help=language)


def _formats(text: str) -> list[str]:
    names = [name.strip().lower() for name in text.split(",")]
    if not set(names) <= {*PAPERS, *DataFormat}:
        raise argparse.ArgumentTypeError(", ".join((*PAPERS, *DataFormat)))
    return names
