"""The pair of keys of a publisher: the private half signs updates, the public half goes into each build."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from dialogue_desk.exchange.signing import public_key
from dialogue_desk.whole_file import open_private, sync_file

_PROJECT = Path(__file__).resolve().parents[2]
PUBLIC_KEY = _PROJECT / "build_spec" / "update_key.txt"
"""The public half that builds carry; without it, builds take no updates."""

_FIRST_LINE = "Dialogue Desk update key: keep it secret, and a copy of it in another place."
_HEX = re.compile(r"[0-9a-f]{64}")


class NoKey(Exception):
    """A file holds no key; the text says which one, and what to do."""


def new_key(path: Path) -> str:
    """Write a new private key, for its owner alone, and return its public half.

    Raises:
        NoKey: the place is in the source folder, from which it could be published by mistake.
        FileExistsError: there is a file already, which may be a key that is in use.
        OSError: it could not be written.
    """
    if path.resolve().is_relative_to(_PROJECT):
        raise NoKey(f"{path.name} would be in the source folder and could be published. Choose another one.")
    secret = secrets.token_bytes(32)
    with open(path, "x", encoding="utf-8", opener=open_private) as file:
        file.write(f"{_FIRST_LINE}\n{secret.hex()}\n")
        file.flush()
        sync_file(file.fileno())
    return public_key(secret)


def read_key(path: Path) -> bytes:
    """Return the private key in a file.

    Raises:
        NoKey: there is none in it.
        OSError: it cannot be read.
    """
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    if lines[0] != _FIRST_LINE or len(lines) < 2 or not _HEX.fullmatch(lines[1].strip()):
        raise NoKey(f"{path.name} holds no key. Make one with: python3 dev.py build new-key FILE")
    return bytes.fromhex(lines[1].strip())


def key_of_builds(path: Path = PUBLIC_KEY) -> str:
    """Return the public key that builds carry, as 64 hexadecimal digits; "" when there is none.

    Raises:
        NoKey: there is something else in the file: better no build than one that takes no updates by mistake.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ""
    told = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if not told:
        return ""
    if len(told) > 1 or not _HEX.fullmatch(told[0]):
        raise NoKey(f"{path.name} holds something that is no public key of 64 hexadecimal digits.")
    return told[0]
