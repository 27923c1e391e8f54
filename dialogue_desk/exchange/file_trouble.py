"""Says in whole sentences why the system did not let a file be read or written."""

from __future__ import annotations

import errno

from dialogue_desk.words import Words

_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_IN_THE_WAY = frozenset({errno.ENOTDIR, errno.EEXIST, errno.EISDIR})


def unread_because(error: OSError, words: Words) -> str:
    """Say why a file could not be read, and what to do."""
    number = error.errno
    if number == errno.ENOENT:
        return words.tr("There is no such file. Check its name.")
    if number in _NOT_ALLOWED:
        return words.tr("You are not allowed to read it. Copy it to a folder of your own, then try again.")
    if number in _IN_THE_WAY:
        return words.tr("It is a folder. Name a file in it.")
    return words.tr("It could not be read. Check that the disk or USB stick is still plugged in.")


def unwritten_because(error: OSError, words: Words) -> str:
    """Say why a file could not be written, and what to do."""
    number = error.errno
    if number in _FULL:
        return words.tr("The disk is full. Free up space, then try again.")
    if number in _NOT_ALLOWED:
        return words.tr("You are not allowed to save files there. Choose another folder.")
    if number == errno.EROFS:
        return words.tr("The disk is read-only. Choose another one.")
    if number in _IN_THE_WAY:
        return words.tr(
            "There is a file where a folder is needed, or the other way around. Choose another name."
        )
    if number == errno.ENAMETOOLONG:
        return words.tr("The name is too long for this disk. Choose a shorter one.")
    return words.tr("Check that the disk or USB stick is still plugged in, then try again.")
