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
    ``line`` has room for two texts of a million characters, each written as six bytes.
    """

    file: int = 40 * MIB
    members: int = 200
    member: int = 32 * MIB
    total: int = 64 * MIB
    name: int = 120
    manifest: int = MIB
    depth: int = 12
    line: int = 16 * MIB
    lines: int = 30_000
    values: int = 1_000_000


LIMITS = Limits()
