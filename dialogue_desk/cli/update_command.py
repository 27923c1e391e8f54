"""``update``: updates the app from a signed file, without internet."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from dialogue_desk.cli.commands import CANNOT_BE, DONE
from dialogue_desk.cli.output import complain, progress_in_megabytes, say
from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.paths import Paths
from dialogue_desk.desk.updating.update_text import (
    checked_sentence,
    offer_sentence,
    ready_sentence,
    update_refusal_sentence,
)
from dialogue_desk.desk.updating.updating import check, copy_desk, offered, put_beside
from dialogue_desk.exchange.update_manifest import UpdateRefused
from dialogue_desk.installation import Installation
from dialogue_desk.words import Words


def update_app(options: argparse.Namespace, words: Words) -> int:
    """Update the app that is running; with ``--check``, only say what the update would do."""
    desk = Paths.of_person(options.desk).desk
    return update(options.file, Installation.here(), desk, words, only_check=options.check)


def update(path: Path, here: Installation, desk: Path, words: Words, *, only_check: bool) -> int:
    """Update the app ``here`` from the file at ``path``, after a copy of the ``desk``."""
    checking = words.tr("Checking the update: {done} of {total} MB")
    writing = words.tr("Writing the new version: {done} of {total} MB")
    try:
        offer = offered(path, here)
        say(offer_sentence(offer, words))
        if only_check:
            check(offer, progress_in_megabytes(checking))
            say(checked_sentence(words))
        else:
            put_beside(offer, partial(copy_desk, desk, SystemClock()), progress_in_megabytes(writing))
            say(ready_sentence(offer.version, words))
    except UpdateRefused as refused:
        complain(update_refusal_sentence(refused, path.name, here, words))
        return CANNOT_BE
    return DONE
