"""The arguments of ``circles``: forming circles."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, adding_to, explained
from dialogue_desk.cli.circles_command import finish_circles, form_circles, print_slip
from dialogue_desk.exchange.forming_file import FORMING_SUFFIX
from dialogue_desk.words import Words


def add_circles(added: Added, language: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``circles``."""
    circles = added(
        "circles",
        help=words.tr("form circles from numbers on sign-up slips"),
        description=explained(
            words.tr(
                "Forms circles from sign-up slips, which carry numbers and never names. A wish in TOML says "
                "where and when circles can meet, how large they are and how mixed. Slips are kept in a "
                "sealed file of their own and never on the desk, and are deleted when all is settled."
            ),
            "dialogue-desk circles slip --wish wish.toml --out papers",
            "dialogue-desk circles form slips.csv --wish wish.toml --out papers --seal fall.dialogue-slips",
            "dialogue-desk circles form fall.dialogue-slips --settle 12=C03 --seal fall.dialogue-slips",
            "dialogue-desk circles finish fall.dialogue-slips --sums sums.csv",
        ),
    )
    to_circles = adding_to(circles, language, words)
    wish = words.tr("the wish for the circles, in TOML")
    phrase = words.tr("the passphrase, in the first line of FILE; if you leave it out, you are asked")
    to = words.tr("the folder to write to")
    slip = to_circles("slip", help=words.tr("write the sign-up slip to print, in both languages"))
    slip.add_argument("--wish", type=Path, required=True, metavar="WISH", help=wish)
    slip.add_argument("--out", type=Path, required=True, metavar="FOLDER", help=to)
    slip.set_defaults(run=print_slip)
    form = to_circles(
        "form",
        help=words.tr("form circles, and say what was not met"),
        description=explained(
            words.tr(
                "Prints each circle with its place, time, language and numbers; those behind a plus lead it. "
                "The error stream says what was not met and why, and then the exit code is 1. The same slips "
                "and the same wish form the same circles every time."
            )
        ),
    )
    slips = words.tr(
        "the slips: a list as CSV or Excel (.xlsx), a sealed file (.dialogue-slips), or - to read a list "
        "from the input"
    )
    form.add_argument("slips", type=Path, metavar="SLIPS", help=slips)
    form.add_argument("--wish", type=Path, metavar="WISH", help=wish)
    papers = words.tr("write the list of each circle and a sheet for each place into this folder")
    form.add_argument("--out", type=Path, metavar="FOLDER", help=papers)
    settle = words.tr(
        "move a number to a circle and settle it there, such as 12=C03; “all” settles everybody"
    )
    form.add_argument("--settle", action="append", default=[], metavar="NUMBER=CIRCLE", help=settle)
    add = words.tr("slips that came late, for a sealed file; everybody else stays where they are")
    form.add_argument("--add", type=Path, metavar="LIST", help=add)
    again = words.tr("form the circles of a sealed file again; whoever is settled stays")
    form.add_argument("--again", action="store_true", help=again)
    seal = words.tr("keep the slips in this file behind a passphrase; its name ends in .dialogue-slips")
    form.add_argument("--seal", type=_slip_file, metavar="FILE", help=seal)
    form.set_defaults(run=form_circles)
    for command in (slip, form):
        command.add_argument("--a4", action="store_true", help=words.tr("on A4 instead of Letter"))
        command.add_argument("--large", action="store_true", help=words.tr("in large print (18 points)"))
    finish = to_circles("finish", help=words.tr("write the sums, then delete the slips for good"))
    sealed = words.tr("the sealed file of slips")
    finish.add_argument("slips", type=Path, metavar="SLIPS", help=sealed)
    sums = words.tr("the sums to write, as CSV; numbers of few people are hidden")
    finish.add_argument("--sums", type=Path, required=True, metavar="FILE", help=sums)
    finish.add_argument("--yes", action="store_true", help=words.tr("although some numbers are not settled"))
    finish.set_defaults(run=finish_circles)
    for command in (form, finish):
        command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=phrase)


def _slip_file(text: str) -> Path:
    if not text.endswith(FORMING_SUFFIX):
        raise argparse.ArgumentTypeError(FORMING_SUFFIX)
    return Path(text)
