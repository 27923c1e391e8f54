"""The arguments of ``demo``: the sample community."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.commands import demo
from dialogue_desk.words import Words


def add_demo(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``demo``."""
    command = added(
        "demo",
        help=words.tr("write the packages, summaries and report of the sample community"),
        description=explained(
            words.tr(
                "Writes what the sample community left behind: five circles in a made-up town, two "
                "sessions each, their action forum and what came of it. It writes DIR/packages, "
                "DIR/summaries, DIR/forum and DIR/report. The packages are the same every time. Nothing that "
                "people entered on this laptop is changed."
            ),
            "dialogue-desk demo --out demo",
        ),
    )
    to = words.tr("the folder to write to")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help=to)
    command.set_defaults(run=demo)
