"""What to say when the desk file cannot be opened or written."""

from __future__ import annotations

from dialogue_desk.storage.database import DeskTrouble, Trouble
from dialogue_desk.words import Words


def trouble_sentence(trouble: DeskTrouble, words: Words) -> str:
    """Say what happened to the desk file, what was kept, and what to do."""
    file = trouble.path.name
    said = {
        Trouble.NEWER: words.tr(
            "“{file}” was last used by a newer Dialogue Desk, so it was not opened, and nothing in it was "
            "changed. Update Dialogue Desk on this laptop, then open it again.",
            file=file,
        ),
        Trouble.FOREIGN: words.tr(
            "“{file}” belongs to another program, so it was not opened, and nothing in it was changed. "
            "Choose a desk file of Dialogue Desk, or a new name to begin one.",
            file=file,
        ),
        Trouble.DAMAGED: words.tr(
            "“{file}” is damaged. It was left as it is, so that nothing more is lost. "
            "Make a copy of it first, then begin a new desk and open the packages you exported.",
            file=file,
        ),
        Trouble.LOCKED: words.tr(
            "Another program is writing to “{file}”, so this change was not kept. Everything before it was. "
            "Close the other window or program, then try again.",
            file=file,
        ),
        Trouble.READ_ONLY: words.tr(
            "“{file}” may only be read, so this change was not kept. Everything before it was. "
            "Move it to a folder where you may write, or allow writing to it, then try again.",
            file=file,
        ),
        Trouble.FULL: words.tr(
            "The disk that holds “{file}” is full, so this change was not kept. Everything before it was. "
            "Make room on the disk, then try again.",
            file=file,
        ),
        Trouble.UNREADABLE: words.tr(
            "“{file}” could not be read or written where it is kept. What was kept before is still in it. "
            "Check that the disk or stick is there and the folder is yours to use, then try again.",
            file=file,
        ),
    }
    return said[trouble.trouble]
