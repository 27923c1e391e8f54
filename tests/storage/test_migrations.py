"""Desk files of earlier apps are brought up to date."""

from __future__ import annotations

from dialogue_desk.storage.database import open_for_reading
from dialogue_desk.storage.migrations import SCHEMA
from tests.storage.damage import a_desk, texts, with_notes
from tests.storage.test_database import made_by_sqlite


def test_a_copy_is_made_before_the_desk_file_is_brought_up_to_date(tmp_path):
    path = with_notes(tmp_path / "desk.db", 3)
    made_by_sqlite(path, "PRAGMA user_version = 0")
    desk = a_desk(path)
    copy = tmp_path / "backups" / f"desk-before-schema-{SCHEMA}.db"
    connection = open_for_reading(copy)
    assert connection.execute("SELECT count(*) FROM record").fetchone() == (3,)
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()
    assert len(texts(desk)) == 3
    desk.file.close()
