"""The keys on a desk: the one it signs with, those that open sealed packages, and those of other laptops.

They are in the table ``desk``, which a repair saves when the rest is damaged.
"""

from __future__ import annotations

from dialogue_desk.domain.model.ids import DeviceId, Instant
from dialogue_desk.storage.typed_rows import Table, first_row, rows, text

_SIGNING, _OPENING, _SEEN, _SAVED = "signing key ", "opening key ", "seen key ", "saved key "


class Keys(Table):
    """The keys of one desk file."""

    def signing(self, device: DeviceId) -> bytes | None:
        """Return the secret with which this desk signs under a device name, or None."""
        found = self._value(_SIGNING + device)
        return None if found is None else bytes.fromhex(found)

    def keep_signing(self, device: DeviceId, secret: bytes) -> None:
        """Save the secret with which this desk signs; one that is there already stays."""
        self._keep(_SIGNING + device, secret.hex())

    def opening(self) -> dict[str, str]:
        """Return the secrets that open sealed packages, by public key, sorted."""
        sql = "SELECT substr(key, ?), value FROM desk WHERE key GLOB ? ORDER BY key"
        found = rows(self._connection, sql, (len(_OPENING) + 1, f"{_OPENING}*"))
        return {text(public): text(secret) for public, secret in found}

    def keep_opening(self, public: str, secret: str) -> None:
        """Save a secret that opens what is sealed to ``public``."""
        self._keep(_OPENING + public, secret)

    def saved(self) -> frozenset[str]:
        """Return the public halves of the keys that are somewhere else too: in a file, or on paper."""
        sql = "SELECT substr(key, ?) FROM desk WHERE key GLOB ?"
        return frozenset(text(row[0]) for row in rows(self._connection, sql, (len(_SAVED) + 1, f"{_SAVED}*")))

    def keep_saved(self, public: str, at: Instant) -> None:
        """Save that a key is somewhere else too, since when first."""
        self._keep(_SAVED + public, str(at))

    def seen(self, device: DeviceId) -> str | None:
        """Return the public key with which a laptop signed first, or None."""
        return self._value(_SEEN + device)

    def keep_seen(self, device: DeviceId, public: str) -> None:
        """Save the public key with which a laptop signs; the first one stays."""
        self._keep(_SEEN + device, public)

    def _value(self, key: str) -> str | None:
        found = first_row(self._connection, "SELECT value FROM desk WHERE key = ?", (key,))
        return None if found is None else text(found[0])

    def _keep(self, key: str, value: str) -> None:
        self._connection.execute("INSERT OR IGNORE INTO desk (key, value) VALUES (?, ?)", (key, value))
