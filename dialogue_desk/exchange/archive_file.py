"""An archive: one plain zip that any computer opens, with a list of checksums, read back once written."""

from __future__ import annotations

import errno
import hashlib
import secrets
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from dialogue_desk.whole_file import PATIENT, sync_folder, write_atomically

CHECKSUMS = "SHA256SUMS.txt"
"""The list of checksums, as ``sha256sum --check`` reads it."""
_NEVER = (1980, 1, 1, 0, 0, 0)
"""No time: the same files make the same archive."""


def write_archive(path: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` and their checksums into a zip, put at ``path`` once it reads back the same.

    Raises:
        OSError: when it could not be written, or reads back differently; then what was there before is there.
    """
    beside = path.with_name(f".dialogue-desk-{secrets.token_hex(8)}.part")
    try:
        write_atomically(beside, _zipped(files))
        if trouble := difference(beside, files):
            raise OSError(errno.EIO, trouble, str(path))
        PATIENT.do(beside.replace, path)
    finally:
        PATIENT.do(beside.unlink, missing_ok=True)
    sync_folder(path.parent)


def difference(path: Path, files: Mapping[str, bytes]) -> str:
    """Return the first file of an archive that is not as it should be; "" when all are."""
    try:
        with zipfile.ZipFile(path) as archive:
            expected = {**files, CHECKSUMS: checksum_list(files)}
            names = archive.namelist()
            odd = set(names) ^ set(expected)
            if odd or len(names) != len(expected):
                return min(odd, default=CHECKSUMS)
            return next((name for name in names if archive.read(name) != expected[name]), "")
    except (zipfile.BadZipFile, EOFError, OSError):
        return path.name


def checksum_list(files: Mapping[str, bytes]) -> bytes:
    """Return a line with the checksum and the name of each file."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return "".join(lines).encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in (*files.items(), (CHECKSUMS, checksum_list(files))):
            entry = zipfile.ZipInfo(name, _NEVER)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
