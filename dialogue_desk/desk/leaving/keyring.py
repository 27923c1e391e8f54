"""The keys a laptop holds: those that open what is sealed, and whose key a package was signed with."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.exchange.sealing import Keyring, SealingKey, key_file, key_of, new_key, read_key_file
from dialogue_desk.exchange.signing import PackageOrigin, public_key
from dialogue_desk.whole_file import write_atomically


def keyring(desk: Desk) -> Keyring:
    """Return what this laptop can open sealed packages with."""
    return Keyring(tuple(desk.file.keys.opening().values()))


def holds(desk: Desk, public: str) -> bool:
    """Whether this laptop can open what is sealed to ``public``."""
    return public in desk.file.keys.opening()


def make_key(desk: Desk) -> str:
    """Make a key that opens sealed packages, keep it on this laptop, and return its public half.

    Raises:
        DeskTrouble: when it could not be kept; then there is none.
    """
    key = new_key()
    keep_keys(desk, (key,))
    return key.public


def keep_keys(desk: Desk, keys: tuple[SealingKey, ...]) -> None:
    """Keep keys on this laptop.

    Raises:
        DeskTrouble: when they could not be kept.
    """
    with desk.file.writing():
        for key in keys:
            desk.file.keys.keep_opening(key.public, key.secret)


def open_key(desk: Desk, path: Path) -> tuple[str, ...]:
    """Keep the keys in a file on this laptop, and return their public halves.

    Raises:
        NotAKey: when it holds none.
        OSError: when it cannot be read.
        DeskTrouble: when they could not be kept.
    """
    keys = read_key_file(path)
    keep_keys(desk, keys)
    return tuple(key.public for key in keys)


def save_key(desk: Desk, public: str, path: Path) -> None:
    """Write a key that is held here to a file, for another laptop of the organizer.

    Raises:
        KeyError: when it is not held here.
        OSError: when it could not be written whole.
    """
    write_atomically(path, key_file(key_of(desk.file.keys.opening()[public])))


def save_all_keys(desk: Desk, path: Path) -> None:
    """Write every key that is held here to one file: without them what is sealed to them stays shut for ever.

    Raises:
        OSError: when it could not be written whole.
    """
    secrets = desk.file.keys.opening().values()
    write_atomically(path, b"".join(key_file(key_of(secret)) for secret in secrets))


def first_key(desk: Desk, written: PackageOrigin) -> str | None:
    """Return the key with which the laptop that wrote a package signed first, as far as is known here."""
    own = desk.file.keys.signing(written.device)
    return desk.file.keys.seen(written.device) if own is None else public_key(own)


def is_own(desk: Desk, written: PackageOrigin | None) -> bool:
    """Whether this laptop wrote a package itself, under its present name or one it had before."""
    return written is not None and written.device in desk.names()
