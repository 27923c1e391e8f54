"""A desk on a full disk can be read, whatever a kill left beside it, and says that the disk is full."""

from __future__ import annotations

import shutil

import pytest

from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.words import Words
from tests.storage.conftest import small_disk
from tests.storage.damage import PAGE, SESSION, a_desk, fill_up, note, texts
from tools.manual_clock import ManualClock

__all__ = ["small_disk"]

LONG = "word " * 400


def opened(path):
    return open_desk(path, ManualClock(2_000_000), RandomIds(5)).desk


@pytest.fixture
def desk_on(small_disk, tmp_path):
    """Puts a desk of many notes on a small disk, as it was left, and fills that up to ``room`` bytes."""

    def put(room=0, *, killed=False):
        made = tmp_path / "made"
        desk = a_desk(made / "desk.db")
        for number in range(30):
            desk.add(SESSION, note(f"{number} {LONG}"))
        if killed:  # with everything still in the log
            shutil.copytree(made, tmp_path / "left")
        desk.file.close()
        for path in ((tmp_path / "left") if killed else made).iterdir():
            if not path.name.endswith((".lock", "-shm")) and path.is_file():
                shutil.copy(path, small_disk)
        fill_up(small_disk / "ballast")
        with (small_disk / "ballast").open("r+b") as file:
            file.truncate((small_disk / "ballast").stat().st_size - room)
        return small_disk / "desk.db"

    return put


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize("room", [0, PAGE, 4 * PAGE])
def test_it_is_read_and_every_edit_says_that_the_disk_is_full(desk_on, small_disk, room, killed):
    path = desk_on(room, killed=killed)
    desk = opened(path)
    assert len(texts(desk)) == 30
    assert desk.file.read_only and desk.file.why_read_only is Trouble.FULL
    with pytest.raises(DeskTrouble) as refused:
        desk.add(SESSION, note("one more"))
    assert refused.value.trouble is Trouble.FULL
    assert "is full" in trouble_sentence(refused.value, Words())
    with desk.snapshot() as copy:
        assert len(texts(copy)) == 30
    desk.file.close()
    (small_disk / "ballast").unlink()
    desk = opened(path)
    desk.add(SESSION, note("one more"))
    assert len(texts(desk)) == 31
    desk.file.close()


def test_a_desk_that_is_not_there_yet_is_refused_on_a_full_disk(small_disk):
    fill_up(small_disk / "ballast")
    with pytest.raises(DeskTrouble) as refused:
        opened(small_disk / "new" / "desk.db")
    assert refused.value.trouble is Trouble.FULL
