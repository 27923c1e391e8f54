"""A desk that wakes on another laptop says so at the start, in a message that stays."""

import shutil

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.ui.core.route import Route
from tests.desk.evening import begun, note
from tests.ui.sittings import laptop

__all__ = ["laptop"]

TOLD = "This desk is, or was, also in use on another laptop, or it was put back from an older copy, so "


def test_a_desk_of_this_laptop_says_nothing(laptop):
    laptop.stop(laptop.start())
    assert laptop.start().workspace.toast.sentence() == ""


def test_a_desk_that_was_copied_from_another_laptop_says_so_until_it_is_closed(laptop):
    elsewhere = open_desk(laptop.paths.desk, laptop.clock, RandomIds(3), "another machine").desk
    before = elsewhere.device
    elsewhere.file.close()
    sitting = laptop.start()
    toast = sitting.workspace.toast
    assert toast.sentence().startswith(TOLD)
    assert not toast._going.isActive(), "it does not go away by itself"
    assert sitting.desk.device != before
    sitting.workspace.go(Route())
    assert toast.sentence().startswith(TOLD)


def test_a_desk_that_was_put_back_from_an_older_copy_is_not_said_to_have_lost_nothing(laptop, tmp_path):
    path, copy = laptop.paths.desk, tmp_path / "older.db"
    desk = open_desk(path, laptop.clock, RandomIds(3)).desk
    session = begun(desk)
    desk.file.close()
    shutil.copy(path, copy)
    desk = open_desk(path, laptop.clock, RandomIds(4)).desk
    desk.add(session, note("since then"))
    desk.file.export_mark().write(desk.device, desk.file.history.last())
    desk.file.close()
    shutil.copy(copy, path)
    told = laptop.start().workspace.toast.sentence()
    assert told.startswith(TOLD)
    assert told.endswith("If something is missing, open the packages you exported.")
    assert "Nothing was lost" not in told
