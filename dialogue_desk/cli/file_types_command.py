"""``file-types``: which files open in the app with a double click, for the person who asks."""

from __future__ import annotations

import argparse
import sys

from dialogue_desk.cli.output import complain, say
from dialogue_desk.desk.file_types.registration import registration_on
from dialogue_desk.exchange.file_types import file_types
from dialogue_desk.installation import Installation
from dialogue_desk.words import Words

_DONE, _CANNOT_BE = 0, 2


def change_file_types(options: argparse.Namespace, words: Words) -> int:
    """Tell the system which files open in the app, or take that back.

    Raises:
        OSError: when it could not be written.
    """
    tr = words.tr
    registration = registration_on(sys.platform, Installation.here(), words.language)
    if registration is None:
        complain(
            tr(
                "Here the system itself opens the files of Dialogue Desk in the app. There is nothing to add "
                "or to remove."
            )
        )
        return _CANNOT_BE
    if options.act == "add":
        registration.add()
        endings = ", ".join(one.ending for one in file_types())
        say(tr("Files that end in {endings} now open in Dialogue Desk with a double click.", endings=endings))
        say(tr("To undo that: {command}", command="dialogue-desk file-types remove"))
    elif registration.remove():
        say(tr("Files do not open in Dialogue Desk with a double click any more. No file was deleted."))
    else:
        say(tr("There was nothing to remove."))
    return _DONE
