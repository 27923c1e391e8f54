"""The file with the checksums of what was made, by which people see that a download is whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

NAME = "SHA256SUMS"


def write_checksums(files: Iterable[Path]) -> None:
    """Write the checksums of files beside them, in the form that ``sha256sum --check`` reads.

    What is known of other files in that folder stays, as long as they are there.
    """
    for folder, found in _by_folder(files).items():
        sums = _read(folder / NAME)
        sums.update({file.name: _sha256(file) for file in found})
        lines = [f"{sums[name]}  {name}\n" for name in sorted(sums) if (folder / name).is_file()]
        (folder / NAME).write_text("".join(lines), encoding="utf-8", newline="\n")


def _by_folder(files: Iterable[Path]) -> dict[Path, list[Path]]:
    folders: dict[Path, list[Path]] = {}
    for file in files:
        folders.setdefault(file.parent, []).append(file)
    return folders


def _read(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    lines = [line.split("  ", 1) for line in file.read_text(encoding="utf-8").splitlines()]
    return {name: checksum for checksum, name in lines}


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
