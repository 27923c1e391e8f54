"""The arguments of ``program voices``."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.voices_command import keep_voices
from dialogue_desk.words import Words


def add_voices(to_program: Added, words: Words) -> None:
    """Add ``program voices``: who is wanted, who took part and who is missing."""
    said = words.tr(
        "list whom a program wants, who took part and who is missing; with lists, type in voices and "
        "invitations"
    )
    command = to_program(
        "voices",
        help=said,
        description=explained(
            said,
            "dialogue-desk program voices --desk all.desk",
            "dialogue-desk program voices wanted.csv --invitations asked.xlsx --desk all.desk",
            "dialogue-desk report --desk all.desk --document missing-voices,tally-slips --to .",
        ),
    )
    wanted = words.tr("a CSV or XLSX file of voices wanted: name, how many, kind, question, answer")
    command.add_argument("file", type=Path, nargs="?", metavar="LIST", help=wanted)
    asked = words.tr("a CSV or XLSX file of invitations: to whom, what for, voices, invited, signed up, day")
    command.add_argument("--invitations", type=Path, metavar="LIST", help=asked)
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=words.tr("the desk file"))
    which = words.tr("the program's name, code or id; a desk with one program needs none")
    command.add_argument("--program", default="", metavar="PROGRAM", help=which)
    lines = words.tr("print each line as a JSON object")
    command.add_argument("--json", action="store_true", help=lines)
    command.set_defaults(run=keep_voices)
