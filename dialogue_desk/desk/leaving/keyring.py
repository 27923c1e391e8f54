"""The keys on a laptop: those that open sealed packages, and those that packages were signed with."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.exchange.sealing import (
    Keyring,
    SealingKey,
    is_public_key,
    key_file,
    key_of,
    new_key,
)
from dialogue_desk.exchange.signing import PackageOrigin, public_key
from dialogue_desk.storage.desk_errors import DeskTrouble
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
    with desk.file.writing():
        desk.file.keys.keep_opening(key.public, key.secret)
    return key.public


def take_keys(desk: Desk, keys: Iterable[SealingKey]) -> tuple[str, ...]:
    """Save keys that came from elsewhere, where they still are, and return their public halves.

    Raises:
        DeskTrouble: when they could not be saved.
    """
    keys = tuple(keys)
    with desk.file.writing():
        for key in keys:
            desk.file.keys.keep_opening(key.public, key.secret)
            desk.file.keys.keep_saved(key.public, desk.clock.now())
    return tuple(key.public for key in keys)


def secret_of(desk: Desk, public: str) -> str:
    """Return the secret half of a key on this laptop.

    Raises:
        KeyError: when this laptop does not have it.
    """
    return desk.file.keys.opening()[public]


def locked_key(desk: Desk, public: str, passphrase: str) -> bytes:
    """Return the file of a key behind a passphrase; "" leaves it open.

    Raises:
        KeyError: when this laptop does not have it.
        OSError: when there is no memory for the passphrase.
    """
    return key_file(key_of(secret_of(desk, public)), passphrase)


def save_key(desk: Desk, public: str, path: Path, passphrase: str = "") -> None:
    """Write a key to a file that only its owner can read, for another laptop of the organizer.

    Raises:
        KeyError: when this laptop does not have it.
        OSError: when it could not be written whole.
    """
    write_atomically(path, locked_key(desk, public, passphrase), private=True)
    key_is_saved(desk, public)


def save_all_keys(desk: Desk, path: Path) -> None:
    """Write all keys to one file that only its owner can read: what is sealed to them needs them for ever.

    Raises:
        OSError: when it could not be written whole.
    """
    keys = [key_of(secret) for secret in desk.file.keys.opening().values()]
    write_atomically(path, b"".join(map(key_file, keys)), private=True)
    for key in keys:
        key_is_saved(desk, key.public)


def key_is_saved(desk: Desk, public: str) -> None:
    """Remember that a key is somewhere else too; where it cannot be written, it is asked for once more."""
    with contextlib.suppress(DeskTrouble), desk.file.writing():
        desk.file.keys.keep_saved(public, desk.clock.now())


def own_public_key(desk: Desk, program_keys: Iterable[str]) -> str:
    """Return the public key to give to another organizer: one of a program's that is here, or else any.

    A laptop without a key makes one.

    Raises:
        DeskTrouble: when a new one could not be saved.
    """
    here = desk.file.keys.opening()
    return next((key for key in (*program_keys, *here) if key in here), "") or make_key(desk)


def unsaved_key(desk: Desk, program: Program) -> str:
    """Return the key of a program that is on this laptop and nowhere else, as far as it knows; else ""."""
    here = desk.file.keys.opening().keys() - desk.file.keys.saved()
    return next((key for key in seal_keys(program) if key in here), "")


def seal_keys(program: Program) -> tuple[str, ...]:
    """Return the public keys that facilitators' packages are sealed to, of those that can seal."""
    named = dict.fromkeys((program.seal_to, program.seal_to_also))
    return tuple(key for key in named if key and is_public_key(key))


def first_key(desk: Desk, origin: PackageOrigin) -> str | None:
    """Return the first known key with which the laptop that wrote a package signed, or None."""
    own = desk.file.keys.signing(origin.device)
    return desk.file.keys.seen(origin.device) if own is None else public_key(own)
