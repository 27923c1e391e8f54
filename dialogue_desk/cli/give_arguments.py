"""The arguments of ``give``: the app on a stick, for another facilitator."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.give_command import give_app
from dialogue_desk.words import Words


def add_give(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``give``."""
    command = added(
        "give",
        help=words.tr("put the app, its guides and a practice circle on a stick for another facilitator"),
        description=explained(
            words.tr(
                "Puts the app, the guides that come with it, help, and a made-up community into a folder "
                "“Dialogue Desk” with its version in FOLDER, reads all of it back and compares it. No desk "
                "is opened: none of your notes, names and keys go along. Other files there are not touched."
            ),
            "dialogue-desk give /media/stick",
        ),
    )
    stick = words.tr("the stick, or a folder on it")
    command.add_argument("folder", type=Path, metavar="FOLDER", help=stick)
    replace = words.tr(
        "also replace files of an earlier giving that were changed since, and remove older versions"
    )
    command.add_argument("--replace", action="store_true", help=replace)
    command.set_defaults(run=give_app)
