"""What one laptop keeps for itself in its desk file, and what a read-only one refuses."""

import pytest

from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from tests.storage.damage import SESSION, a_desk, note, texts, with_notes


def test_what_concerns_this_laptop_is_there_at_the_next_start(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    assert file.remembered("tip") == ""
    file.remember("tip", "seen")
    file.close()
    again = DeskFile(tmp_path / "desk.db")
    assert again.remembered("tip") == "seen"
    again.close()


@pytest.mark.parametrize(
    "write",
    [
        lambda file: file.remember("tip", "seen"),
        lambda file: file.rebuild_search(),
        lambda file: file.wipe(),
    ],
)
def test_a_read_only_desk_refuses_every_write(tmp_path, write):
    path = with_notes(tmp_path / "desk.db", 1)
    file = DeskFile.opened_read_only(path)
    with pytest.raises(DeskTrouble) as refused:
        write(file)
    assert refused.value.trouble is Trouble.LOCKED
    file.close()


def test_a_snapshot_does_not_see_what_is_written_later(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("one"))
    with desk.snapshot() as then:
        desk.add(SESSION, note("two"))
        assert (texts(then), texts(desk)) == (["one"], ["one", "two"])
    desk.file.close()


def test_a_wiped_desk_is_empty_and_can_be_written_again(tmp_path):
    desk = a_desk(with_notes(tmp_path / "desk.db", 3))
    desk.file.wipe()
    assert list(desk.file.records.everything()) == [] and desk.file.names.current() is None
    desk.add(SESSION, note("one"))
    assert texts(desk) == ["one"]
    desk.file.close()


def test_a_desk_in_memory_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = a_desk(IN_MEMORY)
    desk.add(SESSION, note("one"))
    assert desk.file.scrub() and list(tmp_path.iterdir()) == []
    desk.file.close()
