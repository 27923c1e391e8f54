import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.desk_summary import summary_of
from tools.manual_clock import ManualClock


@pytest.fixture
def desk(tmp_path):
    desk = Desk(DeskFile(tmp_path / "desk.db"), ManualClock(1_773_356_400_000, zone=0), RandomIds(7))
    yield desk
    desk.file.close()


def test_records_are_counted_by_kind_while_the_desk_is_open(desk):
    owner = desk.new_id()
    first, _, _ = [desk.add(owner, Theme(name)) for name in ("a", "b", "c")]
    desk.remove(first)
    summary = summary_of(desk.file.path)
    assert (summary.counts, summary.gone, summary.sound) == (((Kind.THEME, 2),), 1, True)
    assert summary.size >= desk.file.path.stat().st_size


def test_a_file_that_is_not_there_is_trouble_and_is_not_made(tmp_path):
    with pytest.raises(DeskTrouble):
        summary_of(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
