"""Sealing age files to keys and opening them with keys, where pyrage is missing: on Windows on ARM.

It does what pyrage does, with the same library for ciphers that passphrases and signatures use.  Keys are
those of the ``age`` tool: X25519, written in Bech32.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dialogue_desk.exchange.age_files import (
    AGE,
    Stanza,
    age_file,
    based,
    cipher_of,
    hkdf,
    mac_of,
    opened,
    sealed,
    unbased,
)
from dialogue_desk.exchange.refusals import PackageRefused, Refusal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

PUBLIC, SECRET = "age", "age-secret-key-"
"""What a public key and a secret key begin with, before the 1 of Bech32."""

_KIND, _PURPOSE = "X25519", b"age-encryption.org/v1/X25519"
_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_POLYNOMIAL = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKED, _KEY, _FILE_KEY, _WRAPPED = 6, 32, 16, 32


def new_secret() -> str:
    """Return a new secret key."""
    return bech32(SECRET, secrets.token_bytes(_KEY)).upper()


def public_of(secret: str) -> str:
    """Return the public half of a secret key.

    Raises:
        ValueError: when it is not a secret key.
    """
    return bech32(PUBLIC, _public(_private(secret)))


def check_public(key: str) -> None:
    """See that a text is a public key.

    Raises:
        ValueError: when it is not one.
    """
    unbech32(PUBLIC, key)


def sealed_to(data: bytes, keys: Iterable[str]) -> bytes:
    """Return an age file that each of the public ``keys`` opens.

    Raises:
        ValueError: when one of them is not a public key.
    """
    file_key = secrets.token_bytes(_FILE_KEY)
    covered = AGE + b"".join(_wrapped_to(unbech32(PUBLIC, key), file_key) for key in keys) + b"---"
    return sealed(covered + f" {based(mac_of(file_key, covered))}\n".encode(), file_key, data)


def opened_by_keys(data: bytes, secret_keys: Iterable[str]) -> bytes:
    """Return the content of an age file that one of the secret keys opens.

    Raises:
        PackageRefused: ``SEALED_TO_OTHERS`` or ``DAMAGED``.
    """
    file = age_file(data)
    for private in map(_private, secret_keys):
        for stanza in file.stanzas:
            file_key = _unwrapped(stanza, private) if stanza.kind == _KIND else None
            if file_key is not None:
                return opened(file, file_key)
    raise PackageRefused(Refusal.SEALED_TO_OTHERS)


def bech32(prefix: str, data: bytes) -> str:
    """Return bytes as text that tells where a letter is wrong (BIP 173, of any length)."""
    values = list(_regrouped(data, 8, 5))
    sum_of_all = _checksum([*_expanded(prefix), *values, *[0] * _CHECKED]) ^ 1
    values += [sum_of_all >> 5 * (_CHECKED - 1 - at) & 31 for at in range(_CHECKED)]
    return f"{prefix}1" + "".join(_SIGNS[value] for value in values)


def unbech32(prefix: str, text: str) -> bytes:
    """Return the key of 32 bytes that a text says, which is all in small or all in capital letters.

    Raises:
        ValueError: when it has another prefix, or a letter of it is wrong.
    """
    before, _, after = text.lower().rpartition("1")
    if text not in (text.lower(), text.upper()) or before != prefix:
        raise ValueError("it begins otherwise than such a key")
    values = [_SIGNS.index(sign) for sign in after]
    if _checksum([*_expanded(prefix), *values]) != 1:
        raise ValueError("a letter of it is wrong")
    data = bytes(_regrouped(values[:-_CHECKED], 5, 8))
    if len(data) != _KEY or bech32(prefix, data) != text.lower():
        raise ValueError("it has another length than a key")
    return data


def _wrapped_to(recipient: bytes, file_key: bytes) -> bytes:
    """Return the stanza with which one public key opens a file."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415

    once = X25519PrivateKey.generate()
    share = _public(once)
    wrap = hkdf(_shared(once, recipient), share + recipient, _PURPOSE)
    body = cipher_of(wrap).encrypt(bytes(12), file_key, None)
    return f"-> {_KIND} {based(share)}\n{based(body)}\n".encode()


def _unwrapped(stanza: Stanza, private: X25519PrivateKey) -> bytes | None:
    """Return the key of a file from its stanza; None when it is sealed to another.

    Raises:
        PackageRefused: ``DAMAGED``.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415

    share = unbased(stanza.arguments[0]) if len(stanza.arguments) == 1 else b""
    if len(share) != _KEY or len(stanza.body) != _WRAPPED:
        raise PackageRefused(Refusal.DAMAGED, "something in it has another length")
    try:
        wrap = hkdf(_shared(private, share), share + _public(private), _PURPOSE)
        return cipher_of(wrap).decrypt(bytes(12), stanza.body, None)
    except ValueError as error:  # a point that gives every key the same secret
        raise PackageRefused(Refusal.DAMAGED, str(error)) from error
    except InvalidTag:
        return None


def _shared(private: X25519PrivateKey, public: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey  # noqa: PLC0415

    return private.exchange(X25519PublicKey.from_public_bytes(public))


def _private(secret: str) -> X25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415

    return X25519PrivateKey.from_private_bytes(unbech32(SECRET, secret))


def _public(private: X25519PrivateKey) -> bytes:
    return private.public_key().public_bytes_raw()


def _expanded(prefix: str) -> list[int]:
    return [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]


def _checksum(values: Iterable[int]) -> int:
    total = 1
    for value in values:
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for at, part in enumerate(_POLYNOMIAL):
            total ^= part if top >> at & 1 else 0
    return total


def _regrouped(values: Iterable[int], size: int, into: int) -> Iterator[int]:
    """Yield groups of ``into`` bits of groups of ``size`` bits; what is over is filled up only for text."""
    held = bits = 0
    for value in values:
        held, bits = held << size | value, bits + size
        while bits >= into:
            bits -= into
            yield held >> bits & (1 << into) - 1
    if bits and into < size:
        yield held << into - bits & (1 << into) - 1
