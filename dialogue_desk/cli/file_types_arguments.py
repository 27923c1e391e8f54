"""The arguments of ``file-types``: files that open with a double click."""

from __future__ import annotations

import argparse

from dialogue_desk.cli.argument_parts import Added, explained
from dialogue_desk.cli.file_types_command import change_file_types
from dialogue_desk.words import Words


def add_file_types(added: Added, _: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``file-types``."""
    command = added(
        "file-types",
        help=words.tr("have packages and guides open in the app with a double click, or no more"),
        description=explained(
            words.tr(
                "Tells the system, for you alone and without an administrator, that packages, guides and "
                "programs that were handed over open in Dialogue Desk. Files of other apps stay with these. "
                "After the app was moved to another folder, the next start of its window tells the system."
            ),
            "dialogue-desk file-types add",
            "dialogue-desk file-types remove",
        ),
    )
    act = words.tr("whether they open in the app")
    command.add_argument("act", choices=("add", "remove"), help=act)
    command.set_defaults(run=change_file_types)
