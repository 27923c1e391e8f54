"""Sealing age files to keys and opening them with keys, by pyrage; ``age_keys`` does the same without it."""

from __future__ import annotations

from collections.abc import Iterable

from pyrage import DecryptError, IdentityError, RecipientError, decrypt, encrypt, x25519

from dialogue_desk.exchange.refusals import PackageRefused, Refusal


def new_secret() -> str:
    """Return a new secret key."""
    return str(x25519.Identity.generate())


def public_of(secret: str) -> str:
    """Return the public half of a secret key.

    Raises:
        ValueError: when it is not a secret key.
    """
    try:
        return str(x25519.Identity.from_str(secret).to_public())
    except IdentityError as error:
        raise ValueError(str(error)) from error


def check_public(key: str) -> None:
    """See that a text is a public key.

    Raises:
        ValueError: when it is not one.
    """
    try:
        x25519.Recipient.from_str(key)
    except RecipientError as error:
        raise ValueError(str(error)) from error


def sealed_to(data: bytes, keys: Iterable[str]) -> bytes:
    """Return an age file that each of the public ``keys`` opens.

    Raises:
        ValueError: when one of them is not a public key.
    """
    try:
        recipients = [x25519.Recipient.from_str(key) for key in keys]
    except RecipientError as error:
        raise ValueError(str(error)) from error
    return bytes(encrypt(data, recipients))


def opened_by_keys(data: bytes, secret_keys: Iterable[str]) -> bytes:
    """Return the content of an age file that one of the secret keys opens.

    Raises:
        PackageRefused: ``SEALED_TO_OTHERS`` or ``DAMAGED``.
    """
    try:
        return bytes(decrypt(data, [x25519.Identity.from_str(secret) for secret in secret_keys]))
    except DecryptError as error:
        damaged = str(error) != "No matching keys found"
        reason = Refusal.DAMAGED if damaged else Refusal.SEALED_TO_OTHERS
        raise PackageRefused(reason, str(error)) from error
