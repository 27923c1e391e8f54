"""The arguments of ``program decidim`` and ``program polis``: a town's own site, and a vote."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.decidim_command import exchange_with_decidim, write_polis_seed
from dialogue_desk.desk.program.decidim_sending import DECIDIM_ENDINGS
from dialogue_desk.words import Words


def add_decidim(to_program: Added, words: Words) -> None:
    """Add the command ``program decidim``."""
    command = to_program(
        "decidim",
        help=words.tr("write proposals for a Decidim site, or keep the answers of its export"),
        description=explained(
            words.tr(
                "With --to, writes proposals in the form that a Decidim site takes, each with its code. With "
                "an export of the site (CSV, XLSX, JSON, or a zip with one of them), keeps the answers under "
                "these codes. What is not certain waits: it is named, and the exit code is 1. With neither, "
                "lists the titles under which proposals would go."
            ),
            "dialogue-desk program decidim --desk all.desk --to proposals.csv",
            'dialogue-desk program decidim --desk all.desk --to new.xlsx --title "KTR42=Mend street lamps"',
            "dialogue-desk program decidim export.csv --desk all.desk --dry-run",
            'dialogue-desk program decidim export.csv --desk all.desk --status "implemented=already so"',
        ),
    )
    export = words.tr("the proposals as the site exports them")
    command.add_argument("file", type=Path, nargs="?", metavar="EXPORT", help=export)
    _add_common(command, words)
    to = words.tr("the file to write: it ends in .csv, or in .xlsx for a workbook")
    command.add_argument("--to", type=_decidim_file, metavar="FILE", help=to)
    title = words.tr("another title for a proposal, in its first language or, as KTR42/es=…, in one of them")
    command.add_argument("--title", action="append", default=[], metavar="CODE=TITLE", help=title)
    take = words.tr("keep the answer with this code although something is asked about it; “all” keeps all")
    command.add_argument("--take", action="append", default=[], metavar="CODE", help=take)
    status = words.tr("which answer a status of the site means, such as implemented=already so")
    command.add_argument("--status", action="append", default=[], metavar="STATUS=ANSWER", help=status)
    dry = words.tr("only say what would be kept")
    command.add_argument("--dry-run", action="store_true", help=dry)
    command.set_defaults(run=exchange_with_decidim)


def add_polis(to_program: Added, words: Words) -> None:
    """Add the command ``program polis``."""
    said = words.tr("write chosen statements for a vote on Polis, or list which there are")
    command = to_program(
        "polis",
        help=said,
        description=explained(
            said,
            "dialogue-desk program polis --desk all.desk",
            "dialogue-desk program polis --desk all.desk --code KTR42 --code BDF07 --to seed.csv",
        ),
    )
    _add_common(command, words)
    to = words.tr("the file to write; its name ends in .csv")
    command.add_argument("--to", type=_csv, metavar="FILE", help=to)
    command.set_defaults(run=write_polis_seed)


def _add_common(command: argparse.ArgumentParser, words: Words) -> None:
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=words.tr("the desk file"))
    which = words.tr("the program's name, code or id; a desk with one program needs none")
    command.add_argument("--program", default="", metavar="PROGRAM", help=which)
    codes = words.tr("a code of what is chosen; can be used more than once")
    command.add_argument("--code", action="append", default=[], metavar="CODE", help=codes)


def _decidim_file(text: str) -> Path:
    if Path(text).suffix.lower() not in DECIDIM_ENDINGS:
        raise argparse.ArgumentTypeError(", ".join(DECIDIM_ENDINGS))
    return Path(text)


def _csv(text: str) -> Path:
    if Path(text).suffix.lower() != ".csv":
        raise argparse.ArgumentTypeError(".csv")
    return Path(text)
