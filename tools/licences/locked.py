"""What a lock file names: libraries with their versions and the checksums of their files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINE = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Locked:
    """One library in one version.  ``hashes`` are the SHA-256 sums of all files in which it is published."""

    name: str
    version: str
    hashes: tuple[str, ...] = field(default=())


def locked(text: str) -> tuple[Locked, ...]:
    """Return what the text of a lock file names, in its order."""
    found: list[Locked] = []
    for line in text.splitlines():
        if match := _LINE.match(line):
            found.append(Locked(match[1], match[2]))
        elif found and (hashes := _HASH.findall(line)):
            last = found[-1]
            found[-1] = Locked(last.name, last.version, (*last.hashes, *hashes))
    return tuple(found)
