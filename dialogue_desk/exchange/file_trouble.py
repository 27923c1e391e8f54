"""Says in whole sentences why the system did not let a file be read or written."""

from __future__ import annotations

import os
from pathlib import Path

from dialogue_desk.file_faults import Fault, fault_of
from dialogue_desk.resources import comes_with_app
from dialogue_desk.whole_file import is_unfinished
from dialogue_desk.words import Words

_OF_WRITING = (Fault.FULL, Fault.READ_ONLY)


def file_sentence(error: OSError, words: Words) -> str:
    """Say what happened to which file, what was kept and what to do, where nothing nearer to the file did."""
    if part := missing_part(error, words):
        return part
    path = _path_of(error)
    written = _was_written(error, path)
    if written is None:
        return f"{_happened(path, words)} {_either_because(error, words)}"
    if written:
        return f"{_unwritten(path, words)} {unwritten_because(error, words)}"
    unread = words.tr("“{file}” could not be read.", file=path)
    return f"{unread} {unread_because(error, words)}"


def missing_part(error: OSError, words: Words) -> str:
    """Say which file of the app itself is not there, whatever was to be done; "" for all other errors."""
    path = _path_of(error)
    if path is None or not comes_with_app(path):
        return ""
    return words.tr(
        "“{file}”, which is a part of Dialogue Desk, is missing or cannot be read. Nothing of yours was "
        "changed. Install Dialogue Desk again, or copy its whole folder again.",
        file=path.name,
    )


def unread_because(error: OSError, words: Words) -> str:
    """Say why a file could not be read, and what to do."""
    if part := missing_part(error, words):
        return part
    said = {
        Fault.MISSING: words.tr("There is no such file. Check its name."),
        Fault.NOT_ALLOWED: words.tr(
            "You are not allowed to read it. Copy it to a folder of your own, then try again."
        ),
        Fault.IN_THE_WAY: words.tr("It is a folder. Name a file in it."),
    }
    return said.get(fault_of(error)) or _either_because(error, words)


def unwritten_because(error: OSError, words: Words) -> str:
    """Say why a file could not be written, and what to do."""
    if part := missing_part(error, words):
        return part
    said = {
        Fault.MISSING: words.tr("The folder is not there. Check its name, or choose another one."),
        Fault.FULL: words.tr("The disk is full. Free up space, then try again."),
        Fault.NOT_ALLOWED: words.tr("You are not allowed to save files there. Choose another folder."),
        Fault.READ_ONLY: words.tr("The disk is read-only. Choose another one."),
        Fault.IN_THE_WAY: words.tr(
            "There is a file where a folder is needed, or the other way around. Choose another name."
        ),
    }
    return said.get(fault_of(error)) or _either_because(error, words)


def _either_because(error: OSError, words: Words) -> str:
    """Say what stood in the way of reading and writing alike."""
    said = {
        Fault.PRIVACY: words.tr(
            "macOS does not let Dialogue Desk use that folder. Allow it in System Settings, under Privacy & "
            "Security, Files & Folders, or choose another folder."
        ),
        Fault.IN_USE: words.tr("Another app is using it. Close it there, then try again."),
        Fault.NAME: words.tr(
            "The disk does not take this name: it is too long, or has a character in it that is not allowed. "
            "Choose another one."
        ),
        Fault.AWAY: words.tr(
            "The disk, USB stick or network folder is not there anymore. Plug it back in, then try again."
        ),
        Fault.BROKEN: words.tr(
            "The disk or USB stick may be damaged. Try another one, and copy what is on this one soon."
        ),
        Fault.NO_MEMORY: words.tr("There is not enough free memory. Close other apps, then try again."),
        Fault.TOO_MANY_OPEN: words.tr(
            "Too many files are open on this laptop. Close other apps, then try again."
        ),
    }
    return said.get(fault_of(error)) or words.tr(
        "Check that the disk or USB stick is still plugged in, then try again."
    )


def _path_of(error: OSError) -> Path | None:
    """Return the file that an error is about, or None; one that is renamed is about to be the second name."""
    named = error.filename2 or error.filename
    return Path(os.fsdecode(named)) if isinstance(named, str | bytes | os.PathLike) else None


def _was_written(error: OSError, path: Path | None) -> bool | None:
    """Whether a file was to be written and not to be read; None when that cannot be told.

    The system says only what stood in the way.
    """
    fault = fault_of(error)
    if path is None:
        return True if fault in _OF_WRITING else None
    if fault in _OF_WRITING or error.filename2 is not None or is_unfinished(path):
        return True
    # Unlike a path's own methods, these raise nothing where nobody may look.
    there, folder = os.path.exists(path), os.path.isdir(path)  # noqa: PTH110, PTH112
    told_by_what_is_there = {
        Fault.MISSING: False,
        Fault.IN_THE_WAY: not folder,
        Fault.NOT_ALLOWED: not there or os.access(path, os.R_OK),
    }
    return told_by_what_is_there.get(fault)


def _happened(path: Path | None, words: Words) -> str:
    if path is None:
        return words.tr("A file could not be read or written.")
    return words.tr("“{file}” could not be read or written.", file=path)


def _unwritten(path: Path | None, words: Words) -> str:
    if path is None:
        return words.tr("A file could not be written. What was there before is still there.")
    shown = path.parent if is_unfinished(path) else path
    return words.tr("“{file}” could not be written. What was there before is still there.", file=shown)
