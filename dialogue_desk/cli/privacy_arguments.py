"""The arguments of ``privacy``: finding what may point to a person."""

from __future__ import annotations

import argparse

from dialogue_desk.cli.argument_parts import Added, Files, explained
from dialogue_desk.cli.privacy_command import look_through
from dialogue_desk.words import Words


def add_privacy(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``privacy``."""
    command = added(
        "privacy",
        help=words.tr("find what may point to a person in text files"),
        description=explained(
            words.tr(
                "Looks in text files for names, phone numbers, addresses, license plates, badge "
                "numbers, ages of minors and more, in English, Spanish and other languages. Prints "
                "FILE:LINE:START-END KIND TEXT for each thing found. Columns are counted in "
                "characters from 1, and both ends are included. Nothing is changed. It can miss "
                "things that point to a person, so read the lines yourself."
            ),
            "dialogue-desk privacy minutes.txt",
            "dialogue-desk privacy --json *.txt",
            "cat minutes.txt | dialogue-desk privacy -",
        ),
        epilog=explained(
            words.tr(
                "Exit code: 0 when nothing was found; 1 when something was; 2 when a file could not be read."
            )
        ),
    )
    one = words.tr("a text file in UTF-8 or UTF-16; - reads what is piped in")
    command.add_argument("files", action=Files, nargs="+", metavar="FILE", help=one)
    as_json = words.tr("print each thing found as a JSON object on its own line")
    command.add_argument("--json", action="store_true", help=as_json)
    command.set_defaults(run=look_through)
