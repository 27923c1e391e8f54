"""The arguments of ``program answers``: what came of what a program asked for."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.follow_command import keep_answers
from dialogue_desk.words import Words


def add_answers(to_program: Added, words: Words) -> None:
    """Add the command ``program answers``."""
    on = words.tr("the desk file")
    which = words.tr("the program's name, code or id; a desk with one program needs none")
    said = words.tr(
        "list what a program asks for, with the answers; with a list, type in the answers under their codes"
    )
    command = to_program("answers", help=said, description=explained(said))
    sheet = words.tr(
        "a CSV or XLSX file of code, answer, why, by whom, next date, status, what changed, evidence and "
        "the next date of the status; with these heads, in any order and as many of them as you need"
    )
    command.add_argument("file", type=Path, nargs="?", metavar="LIST", help=sheet)
    command.add_argument("--desk", type=Path, required=True, metavar="DESK", help=on)
    command.add_argument("--program", default="", metavar="PROGRAM", help=which)
    lines = words.tr("print each line as a JSON object")
    command.add_argument("--json", action="store_true", help=lines)
    dates = words.tr("also write the next dates into this calendar file (.ics)")
    command.add_argument("--dates", type=Path, metavar="FILE", help=dates)
    command.set_defaults(run=keep_answers)
