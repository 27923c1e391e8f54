"""What left a desk and what came in, as its tables have it."""

from __future__ import annotations

from dialogue_desk.storage.database import open_for_reading
from tests.desk.leaving.test_packages import laptops
from tests.desk.test_revisions import desk, handed, session, stick

__all__ = ["desk", "laptops", "session", "stick"]


def test_the_table_of_what_left_can_be_read_with_other_tools(desk, session, stick):
    handed(desk, session, stick)
    there = open_for_reading(desk.file.path)
    assert there.execute("SELECT profile, revision, sealed FROM export").fetchall() == [("organizer", 1, 0)]
    there.close()
