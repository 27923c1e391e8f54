import pytest

from dialogue_desk.cli import main
from dialogue_desk.cli.commands import CANNOT_BE, DONE
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.storage.desk_file import DeskFile
from tools.manual_clock import ManualClock


@pytest.fixture
def desk_path(tmp_path):
    desk = Desk(DeskFile(tmp_path / "Oak Street.db"), ManualClock(1_773_356_400_000, zone=0), RandomIds(7))
    desk.add(desk.new_id(), Theme("Corner shop"))
    desk.file.close()
    return tmp_path / "Oak Street.db"


def test_the_report_is_a_text_without_what_anybody_wrote(desk_path, tmp_path, capsys):
    out = tmp_path / "problem.txt"
    assert main(["problem-report", str(out), "--desk", str(desk_path)]) == DONE
    told = out.read_text(encoding="utf-8")
    assert "theme: 1" in told and "It is whole." in told
    assert "Oak Street" not in told and "Corner shop" not in told
    assert str(out) in capsys.readouterr().out


def test_a_report_that_cannot_be_written_says_so(desk_path, tmp_path, capsys):
    (tmp_path / "there").write_text("a file", encoding="utf-8")
    assert main(["problem-report", str(tmp_path / "there" / "a.txt"), "--desk", str(desk_path)]) == CANNOT_BE
    assert "could not be written" in capsys.readouterr().err
