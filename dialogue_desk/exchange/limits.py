"""How much a file from outside may hold before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits far above any real session, and low enough that the worst file is refused within 2 s and 200 MB.

    Sizes are in bytes.  How well a member is packed does not matter: ``total`` bounds what comes out.
    ``depth`` counts the objects and lists around a value, and ``values`` what all lines of a member have
    between commas and brackets, because an empty list takes twenty times the room it has in the file.
    ``guides`` is what all guides together may be, because reading them takes longest.  ``line`` has room for
    a text of a million characters of any sort.
    """

    file: int = 32 * MIB
    members: int = 200
    member: int = 12 * MIB
    total: int = 32 * MIB
    name: int = 120
    manifest: int = MIB
    depth: int = 12
    line: int = 7 * MIB
    guides: int = 2 * MIB
    lines: int = 25_000
    values: int = 1_000_000


LIMITS = Limits()
