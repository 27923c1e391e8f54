"""The keys on a desk: the one it signs with, those that open sealed packages, and other laptops' own.

They lie in the table ``desk``, which is saved when the rest is damaged.
"""

from __future__ import annotations

import sqlite3

from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.storage.typed_rows import first_row, rows, text

_SIGNING, _OPENING, _SEEN = "signing key ", "opening key ", "seen key "


class Keys:
    """The keys of one desk file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def signing(self, device: DeviceId) -> bytes | None:
        """Return the secret with which this desk signs under its name, if it has one yet."""
        found = self._value(_SIGNING + device)
        return None if found is None else bytes.fromhex(found)

    def keep_signing(self, device: DeviceId, secret: bytes) -> None:
        """Keep the secret with which this desk signs; one that is there already stays."""
        self._keep(_SIGNING + device, secret.hex())

    def opening(self) -> dict[str, str]:
        """Return the secrets that open sealed packages, by their public keys, in the keys' order."""
        sql = "SELECT substr(key, ?), value FROM desk WHERE key GLOB ? ORDER BY key"
        found = rows(self._connection, sql, (len(_OPENING) + 1, f"{_OPENING}*"))
        return {text(public): text(secret) for public, secret in found}

    def keep_opening(self, public: str, secret: str) -> None:
        """Keep a secret that opens what is sealed to ``public``."""
        self._keep(_OPENING + public, secret)

    def seen(self, device: DeviceId) -> str | None:
        """Return the public key with which a laptop signed first."""
        return self._value(_SEEN + device)

    def keep_seen(self, device: DeviceId, public: str) -> None:
        """Keep the public key with which a laptop signs; the first one stays."""
        self._keep(_SEEN + device, public)

    def _value(self, key: str) -> str | None:
        found = first_row(self._connection, "SELECT value FROM desk WHERE key = ?", (key,))
        return None if found is None else text(found[0])

    def _keep(self, key: str, value: str) -> None:
        self._connection.execute("INSERT OR IGNORE INTO desk (key, value) VALUES (?, ?)", (key, value))
