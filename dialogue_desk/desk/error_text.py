"""What to say when the desk file cannot be opened or written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.storage.repair import RepairReport


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
            "“{file}” is damaged and could not be mended here. It was left as it is, so that nothing more is "
            "lost. Choose another desk file, or a new name to begin one, and open the packages you exported.",
            file=file,
        ),
        Trouble.LOCKED: words.tr(
            "Another program has “{file}” open, so nothing was changed in it here. What was kept before is "
            "safe. Close the other window or program, then try again.",
            file=file,
        ),
        Trouble.READ_ONLY: words.tr(
            "“{file}” may only be read here, so nothing was changed in it. What was kept before is safe. "
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


def repaired_sentence(mended: RepairReport, words: Words) -> str:
    """Say that the desk file was damaged and mended: what was saved, and where the damaged one lies."""
    here = mended.saved + mended.from_copy
    happened = words.ntr(
        "The desk file was damaged and has been mended: {count} record is here.",
        "The desk file was damaged and has been mended: {count} records are here.",
        here,
    )
    lies = words.tr("The damaged file lies beside it as “{aside}”.", aside=mended.aside.name)
    if mended.known is not None and here >= mended.known:
        return f"{happened} {lies}"
    bring_back = words.tr("Open the packages you exported to bring back what may be missing.")
    return f"{happened} {lies} {bring_back}"


def restored_sentence(aside: Path | None, words: Words) -> str:
    """Say that a copy took the desk's place, and where that one lies."""
    if aside is None:
        return words.tr("The desk is as it was when the copy was made.")
    return words.tr(
        "The desk is as it was when the copy was made. The one before lies beside it, whole, as “{aside}”.",
        aside=aside.name,
    )


def restore_failed_sentence(trouble: DeskTrouble, words: Words) -> str:
    """Say that going back did not work, and that nothing was changed by it."""
    if trouble.trouble is Trouble.FULL:
        return words.tr(
            "There is no room to put the copy in place, so the desk is as it was before. Make room on the "
            "disk, then try again."
        )
    return words.tr(
        "The copy could not be put in place, so the desk is as it was before. Choose another copy, or close "
        "other programs that have the desk open and try again."
    )
