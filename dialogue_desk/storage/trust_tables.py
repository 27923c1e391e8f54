"""The tables of trust: to whom a record belongs, which laptops are known, and what waits for a person.

The laptops are in the table ``desk``, which copies and repairs carry along.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from dialogue_desk.domain.model.ids import DeviceId, Instant, RecordId
from dialogue_desk.domain.records.encoding import json_text
from dialogue_desk.domain.records.records import Record
from dialogue_desk.storage.record_table import editions_text, record_from
from dialogue_desk.storage.typed_rows import Row, Table, checksum, number, rows, text

if TYPE_CHECKING:
    from dialogue_desk.domain.records.trust import Claim, Vouch, VouchKind

_ACCEPTED, _DECLINED, _VOUCH = "accepted laptop ", "declined laptop ", "vouch "
_OPEN = """
    left_out = 0 AND change NOT IN (SELECT seq FROM change WHERE state = 'undone')
    AND (answered IS NULL OR answered IN (SELECT seq FROM change WHERE state = 'undone'))
"""
_HAS_WORDS = "editions ->> '$[0].erased' IS NULL"
"""True of a record that can be brought back, and not of the trace of a quote that was erased with it."""


class Holders(Table):
    """To whom records belong that came from elsewhere; one that is not in it belongs to this desk."""

    def of(self, ids: Iterable[RecordId]) -> dict[RecordId, set[DeviceId]]:
        """Return the laptops to which these records belong."""
        sql = "SELECT record, laptop FROM holder WHERE record IN (SELECT value FROM json_each(?))"
        found: dict[RecordId, set[DeviceId]] = {}
        for record, laptop in rows(self._connection, sql, (json_text([*ids]),)):
            found.setdefault(RecordId(text(record)), set()).add(DeviceId(text(laptop)))
        return found

    def keep(self, holders: Mapping[RecordId, Collection[DeviceId]]) -> None:
        """Save to whom new records belong."""
        self.forget(holders)
        sql = "INSERT INTO holder (record, laptop) VALUES (?, ?)"
        pairs = ((record, laptop) for record, laptops in holders.items() for laptop in laptops)
        self._connection.executemany(sql, pairs)

    def unproven(self, records: Mapping[RecordId, Record]) -> dict[RecordId, Claim]:
        """Return the claims by which those of the records came that none of their writers has signed."""
        sql = "SELECT record, signer, file FROM unproven WHERE record IN (SELECT value FROM json_each(?))"
        found = rows(self._connection, sql, (json_text([*records]),))
        from dialogue_desk.domain.records.trust import Claim  # noqa: PLC0415  # needed when files are opened

        return {
            RecordId(text(key)): Claim(DeviceId(text(signer)), records[RecordId(text(key))], text(file))
            for key, signer, file in found
        }

    def keep_unproven(self, claims: Iterable[Claim]) -> None:
        """Save by which claims records came that none of their writers has signed."""
        sql = "INSERT OR REPLACE INTO unproven (record, signer, file) VALUES (?, ?, ?)"
        self._connection.executemany(sql, ((one.record.id, one.signer, one.file) for one in claims))

    def prove(self, ids: Iterable[RecordId]) -> None:
        """Save that more is known of records than the claims by which they came."""
        self._connection.executemany("DELETE FROM unproven WHERE record = ?", [(one,) for one in ids])

    def forget(self, ids: Iterable[RecordId]) -> None:
        """Drop records that are gone: who writes them anew is their holder."""
        self._connection.executemany("DELETE FROM holder WHERE record = ?", [(one,) for one in ids])


class Laptops(Table):
    """The laptops a person here said something about, and what laptops say of each other."""

    def accepted(self) -> dict[DeviceId, Instant]:
        """Return the laptops whose changes are taken unasked, and since when."""
        return {DeviceId(name): int(value) for name, value in self._under(_ACCEPTED) if value.isdecimal()}

    def declined(self) -> frozenset[DeviceId]:
        """Return the laptops that a person here does not work with."""
        return frozenset(DeviceId(name) for name, _ in self._under(_DECLINED))

    def accept(self, laptop: DeviceId, at: Instant) -> None:
        """Take the changes of a laptop unasked from now on."""
        self._drop(_DECLINED + laptop)
        self._keep(_ACCEPTED + laptop, str(at))

    def decline(self, laptop: DeviceId, at: Instant) -> None:
        """Never ask again whether that laptop belongs to the circle; its changes wait, each time."""
        self._drop(_ACCEPTED + laptop)
        self._keep(_DECLINED + laptop, str(at))

    def forget(self, laptop: DeviceId) -> None:
        """Take back what was said about a laptop; what it vouched for and was vouched for here goes too."""
        self._drop(_ACCEPTED + laptop)
        self._drop(_DECLINED + laptop)

    def vouches(self) -> tuple[Vouch, ...]:
        """Return what laptops say of each other, this one included."""
        return tuple(vouch for _, value in self._under(_VOUCH) if (vouch := _read_vouch(value)) is not None)

    def keep_vouch(self, vouch: Vouch) -> None:
        """Save what one laptop says of another."""
        self._keep(f"{_VOUCH}{vouch.by} {vouch.of}", msgspec.json.encode(vouch).decode())

    def drop_vouch(self, vouch: Vouch) -> None:
        """Forget what one laptop says of another."""
        self._drop(f"{_VOUCH}{vouch.by} {vouch.of}")

    def clear(self) -> None:
        """Forget everything about other laptops."""
        for beginning in (_ACCEPTED, _DECLINED, _VOUCH):
            for name, _ in list(self._under(beginning)):
                self._drop(beginning + name)

    def _under(self, beginning: str) -> Iterator[tuple[str, str]]:
        sql = "SELECT substr(key, ?), value FROM desk WHERE key >= ? AND key < ? ORDER BY key"
        end = beginning[:-1] + chr(ord(beginning[-1]) + 1)
        found = rows(self._connection, sql, (len(beginning) + 1, beginning, end))
        return ((text(name), text(value)) for name, value in found)

    def _keep(self, key: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO desk (key, value) VALUES (?, ?)", (key, value))

    def _drop(self, key: str) -> None:
        self._connection.execute("DELETE FROM desk WHERE key = ?", (key,))


class Waiting(Table):
    """The claims of files that wait for a person: kept, and shown nowhere as part of a session."""

    def open(self) -> tuple[Claim, ...]:
        """Return the claims that no person has answered yet, in the order they came."""
        sql = f"SELECT signer, editions, file FROM waiting WHERE {_OPEN} ORDER BY change, record, signer"
        return tuple(map(_claim, rows(self._connection, sql)))

    def is_empty(self) -> bool:
        """Whether nothing ever had to wait, which is so on most desks."""
        return next(rows(self._connection, "SELECT 1 FROM waiting LIMIT 1"), None) is None

    def laptops(self) -> frozenset[DeviceId]:
        """Return the laptops whose claims wait for an answer; a trace of what was never here asks nothing."""
        sql = f"""
            SELECT DISTINCT signer FROM waiting WHERE {_OPEN}
            AND (editions ->> '$[0].erased' IS NULL OR record IN (SELECT id FROM record))
        """
        return frozenset(DeviceId(text(signer)) for (signer,) in rows(self._connection, sql))

    def left_out(self, claims: Sequence[Claim]) -> set[Claim]:
        """Return those of the claims that a person left out before."""
        digests = {claim_digest(claim): claim for claim in claims}
        sql = "SELECT digest FROM waiting WHERE left_out = 1 AND digest IN (SELECT value FROM json_each(?))"
        return {digests[text(one)] for (one,) in rows(self._connection, sql, (json_text([*digests]),))}

    def all_left_out(self) -> tuple[Claim, ...]:
        """Return the claims that a person left out, in the order they came."""
        sql = "SELECT signer, editions, file FROM waiting WHERE left_out = 1 ORDER BY change, record, signer"
        return tuple(map(_claim, rows(self._connection, sql)))

    def clear_left_out(self) -> None:
        """Let everything wait again that a person left out."""
        self._connection.execute("UPDATE waiting SET left_out = 0, answered = NULL WHERE left_out = 1")

    def keep(self, claims: Iterable[Claim], change: int) -> None:
        """Save claims that came in with the change of this number."""
        sql = """
            INSERT INTO waiting (digest, signer, record, editions, file, checksum, change)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (digest) DO UPDATE SET change = excluded.change, answered = NULL WHERE left_out = 0
        """
        self._connection.executemany(sql, ((*_row(claim), change) for claim in claims))

    def answer(self, claims: Iterable[Claim], change: int) -> None:
        """Save that the change of this number answers these claims; when it is undone, they wait again."""
        sql = "UPDATE waiting SET answered = ? WHERE digest = ?"
        self._connection.executemany(sql, [(change, claim_digest(claim)) for claim in claims])

    def reopen(self, change: int) -> None:
        """Let the claims wait again that the change of this number answered."""
        self._connection.execute("UPDATE waiting SET answered = NULL WHERE answered = ?", (change,))

    def leave_out(self, claims: Iterable[Claim]) -> None:
        """Save that a person left these claims out; the same ones never ask again, whatever is undone."""
        sql = """
            INSERT INTO waiting (digest, signer, record, editions, file, checksum, change, left_out)
            VALUES (?, ?, ?, ?, ?, ?, (SELECT max(seq) FROM change), 1)
            ON CONFLICT (digest) DO UPDATE SET left_out = 1
        """
        self._connection.executemany(sql, (_row(claim) for claim in claims))

    def ask_again(self, claims: Iterable[Claim]) -> None:
        """Let claims wait again that a person left out."""
        sql = "UPDATE waiting SET left_out = 0, answered = NULL WHERE digest = ?"
        self._connection.executemany(sql, [(claim_digest(claim),) for claim in claims])

    def forget(self, ids: Iterable[RecordId]) -> None:
        """Take the words of erased records out of what waits and what was left out."""
        self._connection.executemany("DELETE FROM waiting WHERE record = ?", [(one,) for one in ids])


@dataclass(frozen=True, slots=True)
class Erased:
    """What another laptop's file erased here with a person's leave, and until when it can come back.

    ``records`` are as they were; ``quotes`` are the traces of those that it erased for good.  ``seq`` is the
    number of the change.
    """

    seq: int
    until: Instant
    records: tuple[Record, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Record, ...] = ()


class WayBack(Table):
    """What was erased here at another laptop's word and can still be brought back.

    A trace among the records is that of a quote, which was erased for good: it is counted.
    """

    def keep(self, seq: int, until: Instant, records: Iterable[Record], claims: Iterable[Claim]) -> None:
        """Save how records were before the change of this number erased them, and the traces of quotes."""
        given = [(seq, record.id, until, editions_text(record)) for record in records]
        sql = "INSERT OR REPLACE INTO way_back VALUES (?, ?, ?, ?, ?)"
        self._connection.executemany(sql, ((*row, checksum(*row)) for row in given))
        sql = (
            "INSERT OR REPLACE INTO erased_by (change, digest, signer, editions, file) VALUES (?, ?, ?, ?, ?)"
        )
        self._connection.executemany(
            sql,
            [(seq, claim_digest(one), one.signer, editions_text(one.record), one.file) for one in claims],
        )

    def all(self) -> tuple[Erased, ...]:
        """Return what can be brought back, the earliest first."""
        sql = "SELECT change, until, editions FROM way_back ORDER BY change, record"
        records: dict[tuple[int, int], list[Record]] = {}
        for seq, until, editions in rows(self._connection, sql):
            records.setdefault((number(seq), number(until)), []).append(record_from(text(editions)))
        sql = "SELECT signer, editions, file FROM erased_by WHERE change = ?"
        claims = {seq: tuple(map(_claim, rows(self._connection, sql, (seq,)))) for seq, _ in records}
        return tuple(
            Erased(
                seq,
                until,
                tuple(one for one in found if not one.erased),
                claims[seq],
                tuple(one for one in found if one.erased),
            )
            for (seq, until), found in records.items()
        )

    def ids_of(self, seq: int) -> frozenset[RecordId]:
        """Return the records that can be brought back of those which one change erased."""
        sql = f"SELECT record FROM way_back WHERE change = ? AND {_HAS_WORDS}"
        found = rows(self._connection, sql, (seq,))
        return frozenset(RecordId(text(one)) for (one,) in found)

    def until(self) -> tuple[Instant, ...]:
        """Return the ends of all ways back, the first one first."""
        found = rows(self._connection, "SELECT DISTINCT until FROM way_back ORDER BY until")
        return tuple(number(one) for (one,) in found)

    def forget(self, seq: int) -> None:
        """Drop what one change erased: it was brought back, or its time is over."""
        self._connection.execute("DELETE FROM way_back WHERE change = ?", (seq,))
        self._connection.execute("DELETE FROM erased_by WHERE change = ?", (seq,))

    def forget_records(self, ids: Collection[RecordId]) -> None:
        """Drop the words of records that were erased for good by now, or are back."""
        given = [(one,) for one in ids]
        self._connection.executemany(f"DELETE FROM way_back WHERE record = ? AND {_HAS_WORDS}", given)
        left = f"(SELECT change FROM way_back WHERE {_HAS_WORDS})"
        self._connection.execute(f"DELETE FROM way_back WHERE change NOT IN {left}")
        self._connection.execute(f"DELETE FROM erased_by WHERE change NOT IN {left}")


def claim_digest(claim: Claim) -> str:
    """Return what tells one claim from every other: who signed it, and what it says of the record."""
    said = f"{claim.signer}\n{editions_text(claim.record)}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _row(claim: Claim) -> Row:
    row = claim_digest(claim), claim.signer, claim.record.id, editions_text(claim.record), claim.file
    return (*row, checksum(*row))


def _claim(row: Row) -> Claim:
    from dialogue_desk.domain.records.trust import Claim  # noqa: PLC0415  # on most desks nothing waits

    signer, editions, file = row
    return Claim(DeviceId(text(signer)), record_from(text(editions)), text(file))


def _read_vouch(value: str) -> Vouch | None:
    """Return a vouch, or None when it is damaged: it is heard again in the next file of that laptop."""
    from dialogue_desk.domain.records.trust import Vouch  # noqa: PLC0415  # needed when files are opened

    try:
        return msgspec.json.decode(value, type=Vouch)
    except msgspec.MsgspecError:
        return None


def vouched(vouches: Iterable[Vouch], kind: VouchKind) -> dict[DeviceId, frozenset[DeviceId]]:
    """Return whom each laptop vouched for."""
    found: dict[DeviceId, frozenset[DeviceId]] = {}
    for one in vouches:
        if one.kind is kind:
            found[one.by] = found.get(one.by, frozenset()) | {one.of}
    return found
