"""The search index: it finds the words of notes and action ideas at once, among a million of them.

:mod:`dialogue_desk.domain.notes.search_terms` says what counts as a word, in texts and in queries alike, and
SQLite gets the words with spaces between them.  So every SQLite reads a desk file the same, however old the
Unicode it knows.  The index holds nothing of its own: it can be rebuilt from the records at any time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.notes.search_terms import SearchQuery, search_words
from dialogue_desk.domain.records.changes import Change
from dialogue_desk.domain.records.records import Record
from dialogue_desk.storage.typed_rows import Row, Table, number, rows, text

_TABLE = """
CREATE VIRTUAL TABLE words USING fts5 (said, place, tokenize = 'ascii', prefix = '2 3 4')
"""
"""``said`` holds the words of a record; ``place`` stands for its owner, so that a search can keep to some.

``secure-delete`` is not used: an SQLite before 3.42 cannot read a file that was written with it.
"""

MOST_COUNTED = 1_000
"""No more hits are counted: a person who gets more than that types another word."""
RANKED = 200
"""Up to this many hits, the best comes first; of more, the newest, because ranking all takes too long."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    Kind.NOTE.value: ("text",),
    Kind.ACTION.value: ("what", "why", "who", "first_step", "strengths", "obstacles"),
}
"""The fields of a record that can be found, by its kind."""

_HELD = f"({', '.join(repr(kind) for kind in FIELDS)})"


class Search(Table):
    """The search index of one desk file."""

    def find(
        self, query: SearchQuery, owners: Sequence[RecordId] | None, most: int
    ) -> tuple[int, list[RecordId]]:
        """Return how many records match, and the ids of the first ``most``.

        Only records under ``owners`` are searched; None searches everything.  Counting stops one after
        ``MOST_COUNTED``.  Few hits come with the best first, many with the newest first.

        Raises:
            DeskTrouble: when the file cannot be read.
        """
        if not query or (owners is not None and not owners):
            return 0, []
        sql = f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT {MOST_COUNTED + 1}"
        seqs = [number(seq) for (seq,) in rows(self._connection, sql, (_match(query, owners),))]
        if len(seqs) <= RANKED:
            said = self._said(seqs)
            seqs.sort(key=lambda seq: query.weight(said.get(seq, "")), reverse=True)
        return len(seqs), self._ids(seqs[:most])

    def under_themes(
        self, themes: Sequence[RecordId], owners: Sequence[RecordId] | None, most: int
    ) -> list[RecordId]:
        """Return up to ``most`` records that have one of these themes; ``owners`` are as in :meth:`find`.

        Raises:
            DeskTrouble: when the file cannot be read.
        """
        if not themes:
            return []
        has_one = " OR ".join("instr(body, ?)" for _ in themes)
        sql = f"SELECT id FROM record WHERE kind IN {_HELD} AND body IS NOT NULL AND ({has_one})"
        values: list[str | int] = [*themes]
        if owners is not None:
            sql += " AND owner IN (SELECT value FROM json_each(?))"
            values.append(msgspec.json.encode(list(owners)).decode())
        found = rows(self._connection, f"{sql} LIMIT ?", (*values, most))
        return [RecordId(text(record_id)) for (record_id,) in found]

    def remove(self, ids: Iterable[RecordId]) -> None:
        """Remove these records from the index.  They must still be in the table of records."""
        seqs = self._seqs(ids)
        self._connection.executemany("DELETE FROM words WHERE rowid = ?", ((seq,) for seq in seqs.values()))

    def add(self, said: Sequence[tuple[Record, str]]) -> None:
        """Index these records by these words.  They must be in the table of records, and not indexed yet."""
        # Looked up first: to look up a row while it is written costs eight times as much.
        seqs = self._seqs(record.id for record, _ in said)
        self._connection.executemany(
            "INSERT INTO words (rowid, said, place) VALUES (?, ?, ?)",
            ((seqs[record.id], words, _place(record.owner)) for record, words in said),
        )

    def _seqs(self, ids: Iterable[RecordId]) -> dict[RecordId, int]:
        wanted = list(ids)
        if not wanted:
            return {}
        sql = (
            "SELECT record.id, seq FROM json_each(?) AS wanted CROSS JOIN record ON record.id = wanted.value"
        )
        found = rows(self._connection, sql, (msgspec.json.encode(wanted).decode(),))
        return {RecordId(text(record_id)): number(seq) for record_id, seq in found}

    def rebuild(self) -> None:
        """Build the index from the records, whatever the state of the old one."""
        self._connection.execute("DROP TABLE IF EXISTS words")
        self._connection.execute(_TABLE)
        found = rows(
            self._connection,
            f"SELECT seq, kind, owner, body FROM record WHERE kind IN {_HELD} AND body IS NOT NULL",
        )
        self._connection.executemany(
            "INSERT INTO words (rowid, said, place) VALUES (?, ?, ?)", filter(None, map(_index_row, found))
        )

    def scrub(self) -> None:
        """Leave no trace of removed words: an FTS index only marks them as removed until it is rebuilt.

        Their bytes leave the file itself with the next checkpoint.  A million notes take some seconds.
        """
        self._connection.execute("INSERT INTO words (words) VALUES ('rebuild')")

    def _said(self, seqs: list[int]) -> dict[int, str]:
        sql = "SELECT words.rowid, said FROM json_each(?) AS one CROSS JOIN words ON words.rowid = one.value"
        found = rows(self._connection, sql, (msgspec.json.encode(seqs).decode(),))
        return {number(seq): text(said) for seq, said in found}

    def _ids(self, seqs: list[int]) -> list[RecordId]:
        sql = (
            "SELECT record.id FROM json_each(?) AS wanted CROSS JOIN record ON seq = wanted.value"
            " ORDER BY wanted.key"
        )
        found = rows(self._connection, sql, (msgspec.json.encode(seqs).decode(),))
        return [RecordId(text(record_id)) for (record_id,) in found]


def reindexed(change: Change) -> tuple[list[RecordId], list[tuple[Record, str]]]:
    """Return which records a change removes from the index, and which it adds with which words."""
    removed: list[RecordId] = []
    added: list[tuple[Record, str]] = []
    for pair in change.pairs:
        before, after = _said_by(pair.before), _said_by(pair.after)
        if before != after or pair.after is None or not pair.of_one_thing:
            if pair.before is not None and before:
                removed.append(pair.record.id)
            if pair.after is not None and after:
                added.append((pair.after, after))
    return removed, added


def _said_by(record: Record | None) -> str:
    if record is None or record.body is None:
        return ""
    fields = FIELDS.get(record.kind.value, ())
    return " ".join(word for name in fields for word in search_words(getattr(record.body, name)))


def _index_row(row: Row) -> Row | None:
    seq, kind, owner, body = row
    try:
        plain: dict[str, object] = msgspec.json.decode(text(body), type=dict)
        fields = FIELDS[text(kind)]
        said = " ".join(word for name in fields for word in search_words(str(plain.get(name, ""))))
    except ValueError:
        return None  # a damaged record: reading it reports it
    return (seq, said, _place(text(owner))) if said else None


def _place(owner: str) -> str:
    """Return the word that stands for an owner: short, and unlike any word that a person types."""
    return hashlib.blake2b(owner.encode(), digest_size=8).hexdigest()


def _match(query: SearchQuery, owners: Sequence[RecordId] | None) -> str:
    """Return the query in FTS5 syntax.  A word has no characters of that syntax, so nothing is escaped."""
    phrases = [f'"{" ".join(phrase)}"' for phrase in query.phrases]
    if query.unfinished:
        phrases[-1] += " *"
    said = f"said : ({' AND '.join(phrases)})"
    if owners is None:
        return said
    places = " OR ".join(f'"{_place(owner)}"' for owner in owners)
    return f"{said} AND place : ({places})"
