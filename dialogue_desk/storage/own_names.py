"""The names of a desk, under which other laptops know it, and the hands under which it wrote."""

from __future__ import annotations

from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.storage.database import retire_device
from dialogue_desk.storage.typed_rows import Table, first_row, rows, text

_HAND = "hand "


class OwnNames(Table):
    """The names of one desk file.  Whatever writes does so inside :meth:`DeskFile.writing`."""

    def current(self) -> DeviceId | None:
        """Return the device name of this desk; None for a new one, and for one that went on from a copy."""
        row = first_row(self._connection, "SELECT value FROM desk WHERE key = 'device'")
        return None if row is None else DeviceId(text(row[0]))

    def former(self) -> frozenset[DeviceId]:
        """Return the device names it had before it went on from a copy, was repaired or met a twin."""
        found = rows(self._connection, "SELECT value FROM desk WHERE key LIKE 'former device %'")
        return frozenset(DeviceId(text(value)) for (value,) in found)

    def take(self, name: DeviceId) -> None:
        """Give the desk a new name; the one it has becomes a former one."""
        retire_device(self._connection)
        self._connection.execute("INSERT INTO desk (key, value) VALUES ('device', ?)", (name,))

    def keep_hand(self, device: DeviceId, hand: str) -> None:
        """Save under which hand this desk wrote."""
        self._connection.execute("INSERT OR IGNORE INTO desk VALUES (?, '')", (f"{_HAND}{device} {hand}",))

    def hands(self, device: DeviceId) -> frozenset[str]:
        """Return the hands under which the desk of this name wrote; "" is that of the time before hands."""
        found = rows(self._connection, "SELECT key FROM desk WHERE key LIKE ? || '%'", (f"{_HAND}{device} ",))
        return frozenset(text(key).rpartition(" ")[2] for (key,) in found) | {""}
