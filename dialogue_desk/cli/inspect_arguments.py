"""The arguments of ``inspect``: looking into packages."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, Files, add_keys, explained
from dialogue_desk.cli.commands import inspect
from dialogue_desk.words import Words


def add_inspect(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``inspect``."""
    command = added(
        "inspect",
        help=words.tr("show what is in packages, without adding anything to a desk"),
        description=explained(
            words.tr("Reads whole packages, checks them, and says what is in them. Nothing is saved."),
            "dialogue-desk inspect from-the-stick/*.dialogue",
        ),
    )
    some = words.tr("a package, or a folder of them")
    command.add_argument("files", type=Path, action=Files, nargs="+", metavar="FILE", help=some)
    add_keys(command, words)
    command.set_defaults(run=inspect)
