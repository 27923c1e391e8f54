"""What the command line understands, and how it explains itself."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from dialogue_desk import __version__
from dialogue_desk.cli.commands import check_guides, demo, export, inspect, merge
from dialogue_desk.cli.privacy_command import look_through
from dialogue_desk.desk.leaving.data_files import DataFormat
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.reports.document_files import ENDINGS
from dialogue_desk.words import LANGUAGES, Words

Added: TypeAlias = Callable[..., argparse.ArgumentParser]
"""Adds a command to those there are."""

_LINE = 96
_PAPERS = tuple(ending[1:] for ending in ENDINGS)


def parser_in(words: Words) -> argparse.ArgumentParser:
    """Return what understands the arguments, and explains them in one language."""
    language = argparse.ArgumentParser(add_help=False)
    language.add_argument(
        "--language",
        choices=tuple(LANGUAGES),
        default=argparse.SUPPRESS,
        help=words.tr("the language of messages and reports; a summary is in its circle's own"),
    )
    parser = argparse.ArgumentParser(
        prog="dialogue-desk",
        parents=[language],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=_explained(
            words.tr("Dialogue Desk without a window: packages, guides and reports of dialogue circles."),
            "dialogue-desk demo --out demo",
            "dialogue-desk merge demo/packages --desk all.desk --report report.pdf --data tables",
            "dialogue-desk inspect demo/packages/*.dialogue",
            "dialogue-desk guide check my-guide.en.guide.md my-guide.es.guide.md",
        ),
        epilog=_explained(
            words.tr(
                "Exit code: 0 when all was done; 1 when all was done but for files that were refused, each "
                "named with the reason on the error stream; 2 when it cannot be done as asked. "
                "Each command says more about itself:"
            ),
            "dialogue-desk merge --help",
        ),
    )
    parser.add_argument("--version", action="version", version=f"Dialogue Desk {__version__}")
    added = _adding_to(parser, language, words)
    for add in (_add_demo, _add_guide, _add_inspect, _add_merge, _add_export, _add_privacy):
        add(added, language, words)
    return parser


def _add_demo(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "demo",
        help=words.tr("play the sample community, and write its packages, summaries and report"),
        description=_explained(
            words.tr(
                "Plays five circles of an invented town, two sessions each, through real desks, and writes "
                "DIR/packages, DIR/summaries and DIR/report: the same packages every time. "
                "Nothing that people entered on this laptop is touched."
            ),
            "dialogue-desk demo --out demo",
        ),
    )
    to = words.tr("the folder to write to")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help=to)
    command.set_defaults(run=demo)


def _add_guide(added: Added, language: argparse.ArgumentParser, words: Words) -> None:
    guide = added(
        "guide",
        help=words.tr("check guides"),
        description=_explained(
            words.tr("What can be done with guides."), "dialogue-desk guide check my-guide.en.guide.md"
        ),
    )
    command = _adding_to(guide, language, words)(
        "check",
        help=words.tr("say what is wrong with guide files, and what will go wrong on the night"),
        description=_explained(
            words.tr(
                "Names, with file and line, what cannot be read in guide files and what will go wrong on the "
                "night: parts that do not add up, a go-round that does not fit the largest circle, no "
                "closing. Name the files of one guide in two languages together, and they are compared."
            ),
            "dialogue-desk guide check my-guide.en.guide.md my-guide.es.guide.md",
        ),
    )
    one = words.tr("a guide; its name ends in .guide.md")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help=one)
    command.set_defaults(run=check_guides)


def _add_inspect(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "inspect",
        help=words.tr("say what is in packages, without taking anything in"),
        description=_explained(
            words.tr("Reads packages whole, checks them, and says what is in them. Nothing is kept."),
            "dialogue-desk inspect from-the-stick/*.dialogue",
        ),
    )
    some = words.tr("a package, or a folder of them")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help=some)
    _add_keys(command, words)
    command.set_defaults(run=inspect)


def _add_merge(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "merge",
        help=words.tr("bring packages together on a desk, and report on them"),
        description=_explained(
            words.tr(
                "Takes packages into a desk file, in any order and as often as you like: the result is the "
                "same. A package that is damaged, foreign, newer or hostile is named and left out, and the "
                "rest comes in. What two laptops changed is kept twice, for a person to choose in the window."
            ),
            "dialogue-desk merge stick more.dialogue --desk all.desk --report report.docx --data tables",
        ),
    )
    some = words.tr("a package, or a folder of them")
    command.add_argument("paths", type=Path, nargs="+", metavar="PATH", help=some)
    into = words.tr("the desk file to take them into; it is made when it is not there")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=into)
    report = words.tr("write the program's report: FILE ends in .pdf, .docx, .html, .md or .txt")
    command.add_argument("--report", type=_paper, metavar="FILE", help=report)
    data = words.tr(
        "write tables of everything (CSV and XLSX), sessions and themes in REFI-QDA, comments for Talk to "
        "the City, and records.jsonl into this folder"
    )
    command.add_argument("--data", type=Path, metavar="FOLDER", help=data)
    _add_keys(command, words)
    command.set_defaults(run=merge)


def _add_export(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "export",
        help=words.tr("write the package and the summary of one session"),
        description=_explained(
            words.tr(
                "Writes what Export in the window writes: the package of a session, and its summary as PDF, "
                "DOCX and HTML, or as the formats you name. For the organizer, debrief and quotes without "
                "consent stay on the desk, and the package is sealed to the program's key, if it has one. "
                "The id of a session is told by inspect; a wrong one gets you a list of those on the desk."
            ),
            "dialogue-desk export --desk my.desk --session 019cd9d1-52a0-7007-9f39-0b2018072e8c --to stick",
            "dialogue-desk export --desk my.desk --session 019cd9d1-52a0-7007-9f39-0b2018072e8c --to out \\",
            "  --format pdf,txt,xlsx --summary-language both --large-print --paper a4",
        ),
    )
    on = words.tr("the desk file it is on")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
    command.add_argument("--session", required=True, metavar="ID", help=words.tr("the session's id"))
    to = words.tr("the folder to write to")
    command.add_argument("--to", type=Path, required=True, metavar="FOLDER", help=to)
    whom = words.tr("for whom it is: the organizer (as a rule), everyone, or the circle's other laptop")
    profiles = [profile.value.replace(" ", "-") for profile in Profile]
    command.add_argument("--profile", choices=profiles, default=Profile.ORGANIZER.value, help=whom)
    debrief = words.tr("let the debrief go along to the organizer")
    command.add_argument("--debrief", action="store_true", help=debrief)
    seal = command.add_mutually_exclusive_group()
    key = words.tr("seal it to this public key (age1…); may be given several times")
    seal.add_argument("--seal-to", action="append", default=[], metavar="KEY", help=key)
    phrase = words.tr("seal it with the passphrase in the first line of FILE")
    seal.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)
    _add_papers(command, words)
    command.set_defaults(run=export)


def _add_privacy(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    command = added(
        "privacy",
        help=words.tr("say what in text files may point at a person"),
        description=_explained(
            words.tr(
                "Looks through text files for names, phone numbers, addresses, plates, badges, ages of "
                "minors and more, in English, Spanish and other tongues. Prints FILE:LINE:START-END KIND "
                "TEXT for each find, columns counted in characters from 1, both ends included. Nothing is "
                "changed, and what is not found may still point at somebody: read the lines yourself."
            ),
            "dialogue-desk privacy minutes.txt",
            "dialogue-desk privacy --json *.txt",
            "cat minutes.txt | dialogue-desk privacy -",
        ),
        epilog=_explained(
            words.tr(
                "Exit code: 0 when nothing was found; 1 when something was; 2 when a file could not be read."
            )
        ),
    )
    one = words.tr("a text file in UTF-8 or UTF-16; - reads what is piped in")
    command.add_argument("files", nargs="+", metavar="FILE", help=one)
    as_json = words.tr("print each find as a JSON object on a line of its own")
    command.add_argument("--json", action="store_true", help=as_json)
    command.set_defaults(run=look_through)


def _add_papers(command: argparse.ArgumentParser, words: Words) -> None:
    """Add how the summary of a session is wanted, and what else is written beside it."""
    formats = words.tr(
        "the summary as {papers}, and what was said as {data}; more than one with commas between, or named "
        "again. Without it: pdf, docx and html",
        papers=", ".join(_PAPERS),
        data=", ".join(DataFormat),
    )
    command.add_argument(
        "--format", dest="formats", action="extend", type=_formats, metavar="FORMAT", help=formats
    )
    sheets = words.tr("the sheets that the summary is printed on")
    command.add_argument("--paper", choices=tuple(PaperSize), default=PaperSize.LETTER, help=sheets)
    large = words.tr("the summary in letters of 18 points")
    command.add_argument("--large-print", action="store_true", help=large)
    language = words.tr("the language of the summary; both on one paper. Without it: the circle's own")
    command.add_argument("--summary-language", choices=(*LANGUAGES, "both"), help=language)


def _add_keys(command: argparse.ArgumentParser, words: Words) -> None:
    key = words.tr("a key that opens sealed packages; may be given several times")
    command.add_argument("--key", type=Path, action="append", default=[], metavar="FILE", help=key)
    phrase = words.tr(
        "the passphrase of sealed packages, in the first line of FILE; without it you are asked"
    )
    command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)


def _adding_to(parser: argparse.ArgumentParser, language: argparse.ArgumentParser, words: Words) -> Added:
    commands = parser.add_subparsers(title=words.tr("commands"), metavar=words.tr("COMMAND"), required=True)
    return partial(
        commands.add_parser, parents=[language], formatter_class=argparse.RawDescriptionHelpFormatter
    )


def _explained(text: str, *examples: str) -> str:
    return "\n".join((textwrap.fill(text, _LINE), "", *(f"  {example}" for example in examples)))


def _formats(text: str) -> list[str]:
    names = [name.strip().lower() for name in text.split(",")]
    if not set(names) <= {*_PAPERS, *DataFormat}:
        raise argparse.ArgumentTypeError(", ".join((*_PAPERS, *DataFormat)))
    return names


def _paper(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(", ".join(ENDINGS))
    return path
