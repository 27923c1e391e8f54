"""The keys on a laptop: those that open sealed packages, and those that packages were signed with."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.exchange.sealing import Keyring, SealingKey, key_file, key_of, new_key, read_key_file
from dialogue_desk.exchange.signing import PackageOrigin, public_key
from dialogue_desk.whole_file import write_atomically


def keyring(desk: Desk) -> Keyring:
    """Return the keys with which this laptop opens sealed packages."""
    return Keyring(tuple(desk.file.keys.opening().values()))


def holds(desk: Desk, public: str) -> bool:
    """Whether this laptop can open what is sealed to ``public``."""
    return public in desk.file.keys.opening()


def make_key(desk: Desk) -> str:
    """Make a key that opens sealed packages, save it on this laptop, and return its public half.

    Raises:
        DeskTrouble: when it could not be saved; then there is no key.
    """
    key = new_key()
    _keep(desk, (key,))
    return key.public


def _keep(desk: Desk, keys: tuple[SealingKey, ...]) -> None:
    with desk.file.writing():
        for key in keys:
            desk.file.keys.keep_opening(key.public, key.secret)


def open_key(desk: Desk, path: Path) -> tuple[str, ...]:
    """Save the keys in a file on this laptop, and return their public halves.

    Raises:
        NotAKey: when there is no key in it.
        OSError: when it cannot be read.
        DeskTrouble: when they could not be saved.
    """
    keys = read_key_file(path)
    _keep(desk, keys)
    return tuple(key.public for key in keys)


def save_key(desk: Desk, public: str, path: Path) -> None:
    """Write a key to a file that only its owner can read, for another laptop of the organizer.

    Raises:
        KeyError: when this laptop does not have it.
        OSError: when it could not be written whole.
    """
    write_atomically(path, key_file(key_of(desk.file.keys.opening()[public])), private=True)


def save_all_keys(desk: Desk, path: Path) -> None:
    """Write all keys to one file that only its owner can read: what is sealed to them needs them for ever.

    Raises:
        OSError: when it could not be written whole.
    """
    secrets = desk.file.keys.opening().values()
    write_atomically(path, b"".join(key_file(key_of(secret)) for secret in secrets), private=True)


def first_key(desk: Desk, origin: PackageOrigin) -> str | None:
    """Return the first known key with which the laptop that wrote a package signed, or None."""
    own = desk.file.keys.signing(origin.device)
    return desk.file.keys.seen(origin.device) if own is None else public_key(own)
