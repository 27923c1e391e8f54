"""Sealing packages as age files, with a passphrase or to an organizer's key.

Sealed files open with the standard ``age`` tool too (``docs/package-format.md``).
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from dialogue_desk.domain.model.text import decoded, encoding_of
from dialogue_desk.exchange.age_files import (
    PassphraseHeader,
    age_file,
    is_age,
    opened_by_passphrase,
    sealed_by_passphrase,
    without_armor,
)
from dialogue_desk.exchange.limits import LIMITS, Limits
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, noted, refusing

SEALED_SUFFIX = ".age"
"""The ending added to the name of a sealed file."""

KEY_SUFFIX = ".age-key"
"""The ending of a file with an organizer's key."""

_SECRET = re.compile(r"^AGE-SECRET-KEY-1[0-9A-Z]{58}$", re.MULTILINE)
_LONGEST_KEY_FILE = 64 * 1024
_WORDS_ENOUGH, _SIGNS_ENOUGH, _SIGNS_FEW = 4, 16, 10


class NotAKey(ValueError):
    """A text is not a public key, or a file has no key."""


@dataclass(frozen=True, slots=True)
class SealingKey:
    """An organizer's key: ``public`` seals, ``secret`` opens."""

    public: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Seal:
    """How a file is sealed: to public keys, with a passphrase or, with neither, not at all."""

    to: tuple[str, ...] = ()
    passphrase: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.to or self.passphrase)

    def put_on(self, data: bytes) -> bytes:
        """Return ``data`` sealed.  A passphrase takes about a second.

        Raises:
            NotAKey: when one of the public keys is wrong.
        """
        if self.to:
            return _sealed_to(data, self.to)
        return sealed_by_passphrase(data, _typed(self.passphrase)) if self.passphrase else data


NOT_SEALED = Seal()


def passphrase_header(passphrase: str) -> PassphraseHeader:
    """Return what seals a file with a passphrase again and again, without a second of work each time.

    Raises:
        OSError: ``ENOMEM`` when there is no memory for the passphrase.
    """
    return PassphraseHeader.made(_typed(passphrase))


@dataclass(frozen=True, slots=True)
class Keyring:
    """What may open a sealed file: the secret keys on this laptop, and passphrases that were typed."""

    secrets: tuple[str, ...] = field(default=(), repr=False)
    passphrases: tuple[str, ...] = field(default=(), repr=False)

    def with_passphrase(self, passphrase: str) -> Keyring:
        """Return a keyring with the same keys and only this passphrase."""
        return replace(self, passphrases=(passphrase,))


class Strength(StrEnum):
    """How well a passphrase withstands guessing."""

    NONE = "none"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def new_key() -> SealingKey:
    """Return a new key."""
    return key_of(_keys().new_secret())


def key_of(secret: str) -> SealingKey:
    """Return the key with this secret.

    Raises:
        NotAKey: when it is not a secret key.
    """
    try:
        return SealingKey(_keys().public_of(secret), secret)
    except ValueError as error:
        raise NotAKey(str(error)) from error


def key_file(key: SealingKey, passphrase: str = "") -> bytes:
    """Return the file of a key, in the form that the ``age`` tool reads, behind a passphrase if there is one.

    Raises:
        OSError: ``ENOMEM`` when there is no memory for the passphrase.
    """
    plain = f"# public key: {key.public}\n{key.secret}\n".encode()
    return Seal(passphrase=passphrase).put_on(plain)


def read_key_file(path: Path, keys: Keyring | None = None) -> tuple[SealingKey, ...]:
    """Return the keys in a file, which a passphrase of ``keys`` opens where it is behind one.

    Raises:
        NotAKey: when it has none.
        PackageRefused: as ``unsealed``: ``LOCKED`` when it is behind a passphrase and there is none.
        OSError: when it cannot be read.
    """
    if not path.is_file() and path.exists():
        raise NotAKey(path.name)  # a pipe would be waited for
    with path.open("rb") as file:
        data = _as_bytes_of_utf_8(file.read(_LONGEST_KEY_FILE))
    if is_age(data):
        with refusing(path.name):
            by_passphrase = age_file(without_armor(data)).by_passphrase
            data = unsealed(data, keys or Keyring()) if by_passphrase else b""
    try:
        text = decoded(data)
    except UnicodeDecodeError:
        raise NotAKey(path.name) from None
    try:
        found = tuple(key_of(secret) for secret in _SECRET.findall(text.replace("\r\n", "\n")))
    except NotAKey:
        raise
    except Exception as error:  # noqa: BLE001  # whatever is in it, it is no key
        raise NotAKey(noted(error)) from None
    if not found:
        raise NotAKey(path.name)
    return found


def _as_bytes_of_utf_8(data: bytes) -> bytes:
    """Return a key in armor that PowerShell wrote, in UTF-16, as age wrote it; all else is unchanged."""
    with contextlib.suppress(UnicodeDecodeError):
        if encoding_of(data) == "utf-16":
            return decoded(data).encode("utf-8", "replace")
    return data


def is_public_key(text: str) -> bool:
    """Whether ``text`` is a public key."""
    try:
        _keys().check_public(text)
    except ValueError:
        return False
    return True


def unsealed(data: bytes, keys: Keyring, limits: Limits = LIMITS) -> bytes:
    """Return the content of a file that may be sealed; an unsealed file is returned unchanged.

    Raises:
        PackageRefused: ``LOCKED`` when it needs a passphrase and there is none, ``WRONG_PASSPHRASE``,
            ``SEALED_TO_OTHERS``, ``TOO_HARD``, ``TOO_LARGE`` or ``DAMAGED``.
    """
    if not is_age(data):
        return data
    if len(data) > limits.file:
        raise PackageRefused(Refusal.TOO_LARGE, f"more than {limits.file} bytes")
    data = without_armor(data)
    file = age_file(data)
    if not file.by_passphrase:
        return _opened(data, keys.secrets)
    if not keys.passphrases:
        raise PackageRefused(Refusal.LOCKED)
    for passphrase in keys.passphrases[:-1]:
        try:
            return opened_by_passphrase(file, _typed(passphrase))
        except PackageRefused as refused:
            if refused.reason is not Refusal.WRONG_PASSPHRASE:
                raise
    return opened_by_passphrase(file, _typed(keys.passphrases[-1]))


def strength_of(passphrase: str) -> Strength:
    """Return how strong a passphrase is: several words are strong, and a short one is always weak."""
    if not passphrase:
        return Strength.NONE
    words = {word.casefold() for word in passphrase.split() if len(word) > 2}
    different = len(set(passphrase))
    if len(passphrase) < _SIGNS_FEW or different < _SIGNS_FEW // 2:
        return Strength.WEAK
    if (len(words) >= _WORDS_ENOUGH or len(passphrase) >= _SIGNS_ENOUGH) and different >= _SIGNS_FEW:
        return Strength.STRONG
    return Strength.FAIR


def _sealed_to(data: bytes, keys: tuple[str, ...]) -> bytes:
    try:
        return _keys().sealed_to(data, keys)
    except ValueError as error:
        raise NotAKey(str(error)) from error


def _opened(data: bytes, secrets: tuple[str, ...]) -> bytes:
    if not secrets:
        raise PackageRefused(Refusal.SEALED_TO_OTHERS)
    return _keys().opened_by_keys(data, secrets)


class _Keys(Protocol):
    """What knows keys."""

    def new_secret(self) -> str: ...
    def public_of(self, secret: str) -> str: ...
    def check_public(self, key: str) -> None: ...
    def sealed_to(self, data: bytes, keys: Iterable[str]) -> bytes: ...
    def opened_by_keys(self, data: bytes, secret_keys: Iterable[str]) -> bytes: ...


def _keys() -> _Keys:
    """Return what knows keys: pyrage, or our own where there is none.  Most starts need neither."""
    if find_spec("pyrage") is None:
        from dialogue_desk.exchange import age_keys  # noqa: PLC0415

        return age_keys
    from dialogue_desk.exchange import pyrage_keys  # noqa: PLC0415

    return pyrage_keys


def _typed(passphrase: str) -> bytes:
    """Return the bytes of a passphrase, the same for every keyboard: composed (NFC), in UTF-8."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "replace")
