"""The arguments of ``update``: a newer version of the app from a signed file."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.update_command import update_app
from dialogue_desk.words import Words


def add_update(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``update``."""
    command = added(
        "update",
        help=words.tr("update Dialogue Desk from a signed file, without internet"),
        description=explained(
            words.tr(
                "An update is a file whose name ends in .update. Its signature is checked, your desk is "
                "copied, and the new version is written into the folder of Dialogue Desk. It starts the next "
                "time you open Dialogue Desk. If it does not start, the version you have now starts instead."
            ),
            "dialogue-desk update dialogue-desk-0.2.0-linux-x86_64.update --check",
            "dialogue-desk update dialogue-desk-0.2.0-linux-x86_64.update",
        ),
        epilog=explained(
            words.tr(
                "Exit code: 0 when the update was done or checked; 2 when it cannot be done, with the reason."
            )
        ),
    )
    command.add_argument("file", type=Path, metavar="FILE", help=words.tr("the update"))
    only = words.tr("check the whole file and say what it would do; nothing is changed")
    command.add_argument("--check", action="store_true", help=only)
    on = words.tr("the desk file to copy first, instead of your own")
    command.add_argument("--desk", type=Path, metavar="DESK", help=on)
    command.set_defaults(run=update_app)
