"""Keys and passphrases on the command line: read from files, or typed without being shown."""

from __future__ import annotations

import getpass
import io
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dialogue_desk.domain.model.text import encoding_of
from dialogue_desk.exchange.age_files import age_file, is_age, without_armor
from dialogue_desk.exchange.container import file_bytes
from dialogue_desk.exchange.refusals import PackageRefused, refusing
from dialogue_desk.exchange.sealing import Keyring, NotAKey, Seal, is_public_key, read_key_file
from dialogue_desk.words import Words

_LONGEST = 10_000


class CannotUse(Exception):
    """A given name is not a key, and not a file with a key or a passphrase."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def sentence(self, words: Words) -> str:
        """Say that it cannot be used, and what can."""
        return words.tr(
            "“{name}” is neither a key nor a file with a key or a passphrase, so nothing was done. "
            "Check its name.",
            name=self.name,
        )


def keys_in(files: Sequence[Path], passphrase_file: Path | None) -> Keyring:
    """Return the keys in files, and the passphrase in the first line of another file, which may open them.

    Raises:
        CannotUse: when there is no key or no passphrase in one of them.
    """
    secrets: list[str] = []
    typed = () if passphrase_file is None else (passphrase_in(passphrase_file),)
    for file in files:
        try:
            secrets += [key.secret for key in read_key_file(file, Keyring(passphrases=typed))]
        except (NotAKey, PackageRefused, OSError) as error:
            raise CannotUse(str(file)) from error
    return Keyring(tuple(secrets), typed)


def seal_of(keys: Sequence[str], passphrase_file: Path | None) -> Seal:
    """Return the seal for these keys and this passphrase; without both, the package is not sealed.

    Raises:
        CannotUse: when something is not a key, or there is no passphrase in the file.
    """
    for key in keys:
        if not is_public_key(key):
            raise CannotUse(key)
    return Seal(tuple(keys), "" if passphrase_file is None else passphrase_in(passphrase_file))


def ask_passphrase(paths: Sequence[Path], keys: Keyring, words: Words) -> Keyring:
    """Return ``keys`` with a typed passphrase, when one is needed and there is a terminal to ask on."""
    if keys.passphrases or not sys.stdin.isatty() or not any(map(_takes_passphrase, paths)):
        return keys
    typed = getpass.getpass(words.tr("Passphrase of the sealed packages (leave empty to skip them): "))
    return replace(keys, passphrases=(typed,) if typed else ())


def passphrase_in(file: Path) -> str:
    """Return the passphrase in the first line of a file.

    Raises:
        CannotUse: when there is none.
    """
    try:
        with file.open("rb") as lines:
            data = lines.read(_LONGEST)
        typed = io.TextIOWrapper(io.BytesIO(data), encoding_of(data)).readline().rstrip("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotUse(str(file)) from error
    if not typed:
        raise CannotUse(str(file))
    return typed


def _takes_passphrase(path: Path) -> bool:
    try:
        with refusing(path.name):
            data = file_bytes(path)
            return is_age(data) and age_file(without_armor(data)).by_passphrase
    except PackageRefused:
        return False
