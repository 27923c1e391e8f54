"""Says what stood in the way when the system did not let a file be read or written.

Windows gives a dozen different reasons as "permission denied": that another app has the file open, that a
stick was pulled out, that it is locked.  People need each told as what it is.
"""

from __future__ import annotations

import errno
import sys
from enum import StrEnum


class Fault(StrEnum):
    """What stood in the way of reading or writing a file."""

    MISSING = "missing"
    NOT_ALLOWED = "not allowed"
    PRIVACY = "privacy"
    """macOS asks people which apps may use the Desktop, Documents, Downloads, sticks and network places."""
    READ_ONLY = "read-only"
    """The whole disk or stick is: it is locked, or was mounted so."""
    FULL = "full"
    IN_USE = "in use"
    """Another app has the file open; often a virus scanner, and for a moment."""
    IN_THE_WAY = "in the way"
    """There is a file where a folder is needed, or the other way around."""
    NAME = "name"
    """The disk takes no such name: it is too long, or has a character in it that is not allowed."""
    AWAY = "away"
    """The stick, the disk or the network place is not there anymore."""
    BROKEN = "broken"
    """The disk or stick is damaged, or keeps something else than what was written."""
    NO_MEMORY = "no memory"
    TOO_MANY_OPEN = "too many open"
    """The app, or the whole laptop, has as many files open as the system lets it."""
    OTHER = "other"


def fault_of(error: OSError) -> Fault:
    """Return what stood in the way; the codes of Windows are more exact than those of ``errno``."""
    code = windows_code(error)
    if code == _NO_SUCH_PATH and len(str(error.filename or "")) >= _LONGEST_PATH:
        return Fault.NAME  # Windows says that there is no such path when it is too long
    if code in _WINDOWS_FAULTS:
        return _WINDOWS_FAULTS[code]
    if error.errno == errno.EPERM and sys.platform == "darwin":
        return Fault.PRIVACY  # who may not because of a file's own rights is told EACCES there
    return _FAULTS.get(error.errno or 0, Fault.OTHER)


def windows_code(error: OSError) -> int:
    """Return the code that Windows gave for an error, or 0 on other systems."""
    code: int | None = getattr(error, "winerror", None)
    return code or 0


_NO_SUCH_PATH = 3
_LONGEST_PATH = 260
"""So many signs a path of Windows has at most, unless somebody who administers the laptop allowed more."""

# Some of these names are not known on each system.
_FAULTS = {
    number: fault
    for fault, names in {
        Fault.MISSING: ("ENOENT",),
        Fault.NOT_ALLOWED: ("EACCES", "EPERM"),
        Fault.READ_ONLY: ("EROFS",),
        Fault.FULL: ("ENOSPC", "EDQUOT", "EFBIG"),
        Fault.IN_USE: ("EBUSY", "ETXTBSY", "EDEADLK", "EAGAIN"),
        Fault.IN_THE_WAY: ("ENOTDIR", "EEXIST", "EISDIR"),
        Fault.NAME: ("ENAMETOOLONG", "EILSEQ"),
        Fault.AWAY: (
            *("ENXIO", "ENODEV", "ENOMEDIUM", "ESTALE", "ENOTCONN", "ETIMEDOUT"),
            *("EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ECONNRESET", "ECONNABORTED"),
        ),
        Fault.BROKEN: ("EIO", "EUCLEAN", "EDEVERR"),
        Fault.NO_MEMORY: ("ENOMEM",),
        Fault.TOO_MANY_OPEN: ("EMFILE", "ENFILE"),
    }.items()
    for name in names
    if (number := getattr(errno, name, None)) is not None
}

_WINDOWS_FAULTS = {
    code: fault
    for fault, codes in {
        # No such file, no such folder.
        Fault.MISSING: (2, 3),
        Fault.NOT_ALLOWED: (5, 65),
        # Write protected.
        Fault.READ_ONLY: (19,),
        # The disk is full (39, 112), the quota used up (1295), the file too large for a FAT stick (223).
        Fault.FULL: (39, 112, 223, 1295),
        # Opened (32), locked (33), mapped (1224) or about to be deleted (303) by another app, or busy (170).
        Fault.IN_USE: (32, 33, 170, 303, 1224),
        Fault.IN_THE_WAY: (80, 183, 267),
        # Not a name (123), too long (111, 206).
        Fault.NAME: (111, 123, 206),
        # No such drive (15, 20), not ready (21), no medium (1112), taken out (433, 1167), another (34, 1110),
        # and the network place that does not answer (51 to 71, 121, 1222 to 1236).
        Fault.AWAY: (
            *(15, 20, 21, 34, 433, 1110, 1112, 1167),
            *(51, 53, 54, 55, 59, 64, 67, 71, 121, 1222, 1225, 1231, 1232, 1236),
        ),
        # Bytes that do not agree with their sum (23), seek, sector, read, write and device errors, a damaged
        # file or folder (1392, 1393).
        Fault.BROKEN: (23, 25, 27, 29, 30, 31, 1106, 1117, 1392, 1393),
        Fault.NO_MEMORY: (8, 14, 1450, 1455),
        Fault.TOO_MANY_OPEN: (4, 36),
    }.items()
    for code in codes
}
