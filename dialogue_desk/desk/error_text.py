"""Sentences about trouble with the desk file, about its repair, a twin of it, and restoring a copy."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.desk.opening import Opened
    from dialogue_desk.storage.file_watch import Rescue
    from dialogue_desk.storage.repair import RepairReport


_OF_A_FOLDER = (Trouble.READ_ONLY, Trouble.UNREADABLE)
"""The troubles that lie with the folder when there is no file in it."""


def trouble_sentence(trouble: DeskTrouble, words: Words) -> str:
    """Say what happened to the desk file, what was kept, and what to do."""
    if _is_of_the_folder(trouble):
        return words.tr(
            "Nothing can be saved in the folder “{folder}”, so “{file}” could not be opened there. "
            "Everything saved before is safe. Check that its disk or USB stick is plugged in and that you "
            "are allowed to use the folder, or choose another file, then try again.",
            folder=trouble.path.parent,
            file=trouble.path.name,
        )
    tr = partial(words.tr, file=trouble.path.name)
    said = {
        Trouble.NEWER: tr(
            "“{file}” was last used with a newer version of Dialogue Desk, so it was not opened "
            "and nothing in it was changed. Update Dialogue Desk on this laptop, then open the "
            "file again.",
        ),
        Trouble.FOREIGN: tr(
            "“{file}” belongs to another app, so it was not opened and nothing in it was "
            "changed. Choose a desk file made by Dialogue Desk, or a new name to start a new one.",
        ),
        Trouble.DAMAGED: tr(
            "“{file}” is damaged in one place, so this could not be shown or done. Close every "
            "window of Dialogue Desk and open it again: it then fixes the file, and tells you what "
            "it could save.",
        ),
        Trouble.BEYOND_REPAIR: tr(
            "“{file}” is damaged and could not be fixed here. It was not changed, so nothing "
            "more is lost. Choose another desk file, or a new name to start a new one, and open "
            "the packages you exported.",
        ),
        Trouble.LOCKED: tr(
            "“{file}” is open in another app or window, so nothing in it was changed here. "
            "Everything saved before is safe. Close the other window or app, then try again.",
        ),
        Trouble.READ_ONLY: tr(
            "“{file}” is read-only here, so nothing in it was changed. Everything saved before "
            "is safe. Move it to a folder where you can save files, or allow changes to it, then "
            "try again.",
        ),
        Trouble.FULL: tr(
            "The disk that “{file}” is on is full, so this change was not saved. Everything "
            "before it is saved. Free up space on the disk, then try again.",
        ),
        Trouble.UNREADABLE: tr(
            "“{file}” could not be read or saved where it is. Everything saved before is still "
            "in it. Check that the disk or USB stick is plugged in and that you are allowed to "
            "use the folder, then try again.",
        ),
        Trouble.GONE: tr(
            "“{file}” is not in its place anymore, and a new file could not be saved, so this change "
            "was not saved. Everything saved before is safe as long as this window is open, so do not "
            "close it. Put the file or its folder back, or free up space on the disk, then try again.",
        ),
        Trouble.PRIVACY: tr(
            "macOS does not let Dialogue Desk use the folder of “{file}”, so nothing in it was changed. "
            "Everything saved before is safe. Allow it in System Settings, under Privacy & Security, Files & "
            "Folders, or choose a desk file in another folder, then try again.",
        ),
    }
    return said[trouble.trouble]


def _is_of_the_folder(trouble: DeskTrouble) -> bool:
    """Whether the folder is in the way; a file that went while it was open leaves a folder that works."""
    if trouble.trouble not in _OF_A_FOLDER or os.path.lexists(trouble.path):
        return False
    works = trouble.path.parent.is_dir() and os.access(trouble.path.parent, os.W_OK)
    return trouble.trouble is Trouble.READ_ONLY or not works


def repaired_sentence(report: RepairReport, words: Words) -> str:
    """Say that the desk file was damaged and repaired, what was saved, and where the damaged file is."""
    count = report.saved + report.earlier
    happened = words.ntr(
        "The desk file was damaged and has been fixed: it has {count} item.",
        "The desk file was damaged and has been fixed: it has {count} items.",
        count,
    )
    aside = words.tr(
        "The damaged file is in the same folder, under the name “{aside}”.", aside=report.aside.name
    )
    if report.earlier:
        happened += " " + words.ntr(
            "Of these, {count} is as it was in the latest copy or before its last change, so look it over.",
            "Of these, {count} are as they were in the latest copy or before their last change, so look "
            "them over.",
            report.earlier,
        )
    if report.log:
        happened += " " + words.tr(
            "What you wrote last may be missing, or be as it was before, so look over your latest notes."
        )
    if report.known is not None and count >= report.known and not report.log:
        return f"{happened} {aside}"
    bring_back = words.tr("Open the packages you exported to get back anything that is missing.")
    return f"{happened} {aside} {bring_back}"


def rescued_sentence(rescue: Rescue, words: Words) -> str:
    """Say that the desk file was gone from its place, and where everything is now."""
    file = rescue.path.name
    if rescue.moved:
        return words.tr(
            "The folder of your desk file is gone, so everything was saved in a new file: “{path}”. "
            "Nothing is lost. Choose that file the next time you open Dialogue Desk.",
            path=rescue.path,
        )
    if rescue.aside is not None:
        return words.tr(
            "Another app put an older or different “{file}” in the place of yours. Yours is back, with "
            "everything you wrote. The other one is complete in the same folder, under the name “{aside}”.",
            file=file,
            aside=rescue.aside.name,
        )
    return words.tr(
        "“{file}” was deleted or moved while it was open. Everything was saved again under the same "
        "name in the same folder, so nothing is lost.",
        file=file,
    )


def twin_sentence(words: Words) -> str:
    """Say why this desk has a new name, which is one of two things, and what that means for what is in it."""
    return words.tr(
        "This desk is, or was, also in use on another laptop, or it was put back from an older copy, so this "
        "laptop now has a new name. Where an entry was changed in both, both versions are kept for you to "
        "choose from. If something is missing, open the packages you exported."
    )


def opened_sentence(opened: Opened, words: Words) -> str:
    """Return what a person is told of a desk that was just opened; "" when there is nothing to tell."""
    mended = "" if opened.mended is None else repaired_sentence(opened.mended, words)
    cut = words.tr(
        "The laptop stopped while something was being saved. The last thing you did may be missing, so look "
        "over your latest notes."
    )
    twin = twin_sentence(words) if opened.twin else ""
    return " ".join(text for text in (mended, cut if opened.cut else "", twin) if text)


def restored_sentence(aside: Path | None, words: Words) -> str:
    """Say that a copy was restored, and where the old desk file is, if there was one."""
    if aside is None:
        return words.tr("The desk is back to the way it was when the copy was made.")
    return words.tr(
        "The desk is back to the way it was when the copy was made. The desk you had before "
        "is complete in the same folder, under the name “{aside}”.",
        aside=aside.name,
    )


def restore_failed_sentence(trouble: DeskTrouble, words: Words) -> str:
    """Say that a copy could not be restored, and that nothing was changed."""
    if trouble.trouble is Trouble.FULL:
        return words.tr(
            "There is not enough space to go back to the copy, so the desk was not changed. Free "
            "up space on the disk, then try again."
        )
    return words.tr(
        "Dialogue Desk could not go back to the copy, so the desk was not changed. Choose "
        "another copy, or close other apps that have the desk open and try again."
    )
