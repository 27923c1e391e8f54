"""Damage that SQLite does not see, because its pages are well built, is found at the start."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.storage.database import open_for_reading
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.integrity import pages_are_sound
from dialogue_desk.storage.record_table import COLUMNS
from tests.desk.evening import begun
from tests.storage.damage import SESSION, a_desk, note, texts
from tests.storage.test_database import made_by_sqlite, refusal_of


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "desk.db"
    desk = a_desk(path)
    begun(desk)
    record_id = desk.add(SESSION, note("we agreed"))
    desk.rewrite(record_id, note("we agreed at last"))
    desk.file.close()
    return path


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE record SET body = replace(body, 'we agreed', 'we argued')",
        "UPDATE record SET at = at + 1024 WHERE kind = 'note'",
        "UPDATE record SET erased = 1 WHERE kind = 'note'",
        "UPDATE record SET checksum = NULL WHERE kind = 'note'",
        "UPDATE before SET editions = replace(editions, 'we agreed', 'we argued')",
        "UPDATE before SET editions = NULL WHERE editions IS NOT NULL",
        "UPDATE change SET act = 'wrote' WHERE state = 'done'",
        "DROP INDEX record_by_kind",
        "DROP VIEW notes",
        "DROP TABLE export",
        "ALTER TABLE record RENAME TO recorf",
        "ALTER TABLE record RENAME COLUMN body TO bodx",
    ],
)
def test_what_no_page_tells_is_found_at_the_start(path, damage):
    made_by_sqlite(path, damage)
    with open_for_reading(path) as connection:
        assert pages_are_sound(connection)
    connection.close()
    assert refusal_of(path) is Trouble.DAMAGED


def test_what_a_person_added_with_another_tool_is_no_damage(path):
    made_by_sqlite(path, "CREATE VIEW mine AS SELECT * FROM notes", "CREATE TABLE mine_too (x)")
    DeskFile(path).close()


def test_a_letter_that_is_none_is_found_and_told_as_damage(path):
    made_by_sqlite(path, "UPDATE record SET body = CAST(x'7bff7d' AS TEXT) WHERE kind = 'note'")
    assert refusal_of(path) is Trouble.DAMAGED


def test_a_letter_that_is_none_in_the_schema_is_told_as_damage(path):
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE VIEW notes", b"CREATE VIEW n\xfftes"))
    assert refusal_of(path) is Trouble.DAMAGED


def test_a_row_that_is_damaged_while_the_desk_is_open_is_told_and_never_shown(path):
    desk = a_desk(path)
    desk.file._connection.execute("UPDATE record SET body = replace(body, 'agreed', 'argued')")
    desk.file._connection.execute("UPDATE before SET editions = replace(editions, 'agreed', 'argued')")
    (note_id,) = [
        text for (text,) in desk.file._connection.execute("SELECT id FROM record WHERE kind = 'note'")
    ]
    for read in (texts, lambda _: desk.undo(), lambda _: desk.file.history.earlier_records(note_id)):
        with pytest.raises(DeskTrouble) as told:
            read(desk)
        assert told.value.trouble is Trouble.DAMAGED
    desk.file.close()


def test_a_guide_is_held_to_the_hash_of_its_text(path):
    desk = a_desk(path)
    guide = next(desk.file.records.of_kind(Kind.GUIDE))
    connection = desk.file._connection
    connection.execute("UPDATE record SET body = replace(body, 'An Evening', 'No Evening')")
    connection.execute(f"UPDATE record SET checksum = row_checksum({COLUMNS})")
    with pytest.raises(DeskTrouble):
        desk.get(guide.id)
    desk.file.close()
