"""What has to hold of a desk file whatever happened to it, asked of the file itself."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.notes import ActionIdea, Note
from dialogue_desk.domain.notes.search_terms import search_words
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.search_index import FIELDS, _place


def check_every_change_is_whole(file: DeskFile) -> None:
    connection = file._connection
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    without = (
        "SELECT count(*) FROM change WHERE act NOT IN ('import', 'erase') AND state <> 'past'"
        " AND seq NOT IN (SELECT change FROM before)"
    )
    assert connection.execute(without).fetchone() == (0,)
    check_the_index_is_what_a_look_at_every_record_finds(file)


def check_every_record_is_explained(file: DeskFile) -> None:
    """Where nothing was erased nor taken back with a package, records and history tell of the same."""
    lost = "SELECT count(*) FROM before WHERE record NOT IN (SELECT id FROM record)"
    assert file._connection.execute(lost).fetchone() == (0,)
    unexplained = "SELECT count(*) FROM record WHERE id NOT IN (SELECT record FROM before)"
    assert file._connection.execute(unexplained).fetchone() == (0,)


def check_the_index_is_what_a_look_at_every_record_finds(file: DeskFile) -> None:
    connection = file._connection
    there = {row[0]: row[1:] for row in connection.execute("SELECT rowid, said, place FROM words")}
    seqs = dict(connection.execute("SELECT id, seq FROM record").fetchall())
    meant = {}
    for record in file.records.everything():
        if isinstance(record.body, Note | ActionIdea):
            fields = FIELDS[record.kind.value]
            said = " ".join(word for name in fields for word in search_words(getattr(record.body, name)))
            if said:
                meant[seqs[record.id]] = (said, _place(record.owner))
    assert there == meant
    # And what is found by a word is what stands there: SQLite compares the one with the other.
    connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")


def all_said(desk: Desk) -> list[str]:
    """Return what every note and action idea of a desk says."""
    bodies = [record.body for record in desk.file.records.everything()]
    return [
        body.text if isinstance(body, Note) else body.what
        for body in bodies
        if isinstance(body, Note | ActionIdea)
    ]
