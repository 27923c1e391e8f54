"""The arguments of ``program questionnaire`` and ``program slips``."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.slips_command import keep_questionnaire, type_slips
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.words import Words


def add_questionnaire(to_program: Added, words: Words) -> None:
    """Add the command ``program questionnaire``."""
    said = words.tr(
        "show what people are asked before the circles and after; write it from a file, and print it"
    )
    command = to_program(
        "questionnaire",
        help=said,
        description=explained(
            said,
            "dialogue-desk program questionnaire --ready --desk all.desk",
            "dialogue-desk program questionnaire ours.toml --desk all.desk",
            "dialogue-desk program questionnaire --to slips.pdf --desk all.desk",
        ),
    )
    file = words.tr("a TOML file with [[statement]] tables, or a CSV or XLSX file with key, en and es")
    command.add_argument("file", type=Path, nargs="?", metavar="FILE", help=file)
    ready = words.tr("use the ready-made statements")
    command.add_argument("--ready", action="store_true", help=ready)
    to = words.tr("print it: the file to write, such as slips.pdf")
    command.add_argument("--to", type=Path, metavar="FILE", help=to)
    command.add_argument("--large", action="store_true", help=words.tr("in large print"))
    sheets = words.tr("the sheet size for printed documents")
    command.add_argument("--paper", choices=tuple(PaperSize), default=PaperSize.LETTER, help=sheets)
    command.add_argument("--json", action="store_true", help=words.tr("print each line as a JSON object"))
    _add_program(command, words)
    command.set_defaults(run=keep_questionnaire)


def add_slips(to_program: Added, words: Words) -> None:
    """Add the command ``program slips``."""
    said = words.tr("type in the sums of slips that were counted together, from a list")
    command = to_program(
        "slips",
        help=said,
        description=explained(said, "dialogue-desk program slips sums.csv --desk all.desk"),
    )
    sums = words.tr("a CSV or XLSX file of kind, circles, slips, question, answer and count")
    command.add_argument("list", type=Path, metavar="LIST", help=sums)
    _add_program(command, words)
    command.set_defaults(run=type_slips)


def _add_program(command: argparse.ArgumentParser, words: Words) -> None:
    which = words.tr("the program's name, code or id; a desk with one program needs none")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=words.tr("the desk file"))
    command.add_argument("--program", default="", metavar="PROGRAM", help=which)
