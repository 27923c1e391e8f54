"""The arguments of ``code``: finding a line by its code."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.code_command import find_code
from dialogue_desk.words import Words


def add_code(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``code``."""
    command = added(
        "code",
        help=words.tr("find the line that has a code on paper, or take a quote back by its code"),
        description=explained(
            words.tr(
                "Every line that leaves a circle has a short code at its end, such as KTR42. This prints "
                "the line or lines with a code, however it is typed, and those with a code near it if none "
                "has it. With --take-back, the words of the quote are erased for good from the desk and its "
                "copies."
            ),
            "dialogue-desk code KTR42 --desk all.desk",
            "dialogue-desk code ktr-42 --desk all.desk --take-back --notice stick",
        ),
        epilog=explained(
            words.tr(
                "Exit code: 0 when a line has the code, or the quote was erased; 1 when no line has it; 2 "
                "when it cannot be done as asked."
            )
        ),
    )
    command.add_argument("code", metavar="CODE", help=words.tr("the code"))
    on = words.tr("the desk file in which to look")
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
    as_json = words.tr("print each line as a JSON object")
    command.add_argument("--json", action="store_true", help=as_json)
    take = words.tr("erase the quote with this code for good; you are asked once")
    command.add_argument("--take-back", action="store_true", help=take)
    command.add_argument("--yes", action="store_true", help=words.tr("do not ask"))
    line = words.tr("which of two quotes with one code; --json shows their ids")
    command.add_argument("--line", default="", metavar="ID", help=line)
    notice = words.tr("write a file without words that makes other laptops erase it too")
    command.add_argument("--notice", type=Path, metavar="FOLDER", help=notice)
    command.set_defaults(run=find_code)
