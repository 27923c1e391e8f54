"""Desk files of earlier apps are brought up to date."""

from __future__ import annotations

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.storage.database import open_for_reading
from dialogue_desk.storage.migrations import SCHEMA
from tests.storage.damage import a_desk, texts, with_notes
from tests.storage.earlier import of_schema
from tests.storage.test_database import made_by_sqlite
from tools.manual_clock import ManualClock


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


def test_each_earlier_desk_gets_its_checksums_and_holds_what_it_held(tmp_path):
    for schema in (1, 2, 3):
        path = of_schema(tmp_path / f"desk{schema}.db", schema)
        for _ in range(2):
            desk = a_desk(path)
            assert len(texts(desk)) == 12
            desk.file.close()
        with open_for_reading(path) as connection:
            assert connection.execute("SELECT count(checksum) FROM record").fetchone() == (12,)
        connection.close()


def test_a_row_of_an_earlier_desk_that_is_damaged_already_is_left_out_and_told(tmp_path):
    path = of_schema(tmp_path / "desk.db", 3)
    made_by_sqlite(path, "UPDATE record SET body = replace(body, 'kind', 'kine') WHERE id = 'id3'")
    opened = open_desk(path, ManualClock(1_000_000), RandomIds(2))
    assert (opened.mended.saved, opened.mended.known, len(texts(opened.desk))) == (11, 12, 11)
    opened.desk.file.close()


def test_an_earlier_desk_that_is_damaged_is_mended_without_being_brought_up_to_date_first(tmp_path):
    path = of_schema(tmp_path / "desk.db", 3)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE record (", b"CREATE TABLD record ("))
    opened = open_desk(path, ManualClock(1_000_000), RandomIds(2))
    assert (opened.mended.saved, len(texts(opened.desk))) == (12, 12)
    opened.desk.file.close()
