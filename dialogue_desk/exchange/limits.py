"""How much a file from outside may hold before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits far above any real session.  Sizes are in bytes.

    ``ratio`` is how many times larger a member may be than its packed form; a member of at most
    ``always_fine`` bytes may have any ratio, because a page of one repeated letter packs very small and does
    no harm.  ``depth`` counts the objects and lists around a value.  ``line`` has room for two texts of a
    million characters, each written as six bytes.
    """

    file: int = 64 * MIB
    members: int = 200
    member: int = 32 * MIB
    total: int = 96 * MIB
    ratio: int = 200
    always_fine: int = 16 * MIB
    name: int = 120
    manifest: int = MIB
    depth: int = 12
    line: int = 16 * MIB
    lines: int = 200_000


LIMITS = Limits()
