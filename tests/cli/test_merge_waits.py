"""What files of strangers would change or erase stays out on the command line too, unless it is allowed."""

import pytest

from dialogue_desk.cli import DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.trust.known_laptops import join
from dialogue_desk.desk.trust.way_back import erased_lately
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.command import main
from tests.desk.evening import a_desk, begun, note, notes
from tests.desk.trust.other_circles import Strangers, handed
from tools.manual_clock import ManualClock

WAYS_OUT = (
    "Nothing of that has happened. Allow it with --allow-changes or --allow-erasing, or answer in the window."
)


@pytest.fixture(scope="module")
def strangers(tmp_path_factory):
    strangers = Strangers(tmp_path_factory.mktemp("given"), circles=2)
    strangers.eraser, strangers.changer = strangers.erasing(), strangers.changing()
    return strangers


@pytest.fixture
def here(tmp_path, strangers, capsys):
    path = tmp_path / "all.desk"
    assert merge(path, *strangers.handed) == DONE
    capsys.readouterr()
    return path


def merge(desk, *arguments):
    return main(["merge", *map(str, arguments), "--desk", str(desk)])


def noted(path, session):
    file = DeskFile(path)
    desk = Desk(file, ManualClock(0), RandomIds(1))
    found, back = notes(desk, session), len(erased_lately(desk))
    file.close()
    return found, back


def test_what_waits_is_named_laptop_by_laptop_and_stays_out(here, strangers, capsys):
    assert merge(here, strangers.eraser, strangers.changer) == SOME_REFUSED
    said = capsys.readouterr()
    told = said.err.splitlines()
    assert len(told) == 3 and told[2] == WAYS_OUT
    erasing = next(line for line in told if line.startswith("“erased-900.dialogue” from laptop "))
    assert erasing.endswith(
        ": waits for an answer. Would erase 2 circles, 2 sessions, 4 notes and 2 other entries. "
        "2 other laptops wrote this."
    )
    changing = next(line for line in told if line.startswith("“changed-901.dialogue” from laptop "))
    assert "Would change 2 notes of circle C01." in changing
    assert noted(here, strangers.sessions[0]) == (["first", "second"], 0)


def test_it_is_told_again_as_long_as_it_waits(here, strangers, capsys):
    merge(here, strangers.changer)
    capsys.readouterr()
    assert merge(here, *strangers.handed) == SOME_REFUSED
    assert "waits for an answer" in capsys.readouterr().err


def test_changes_are_made_when_they_are_allowed_and_erasing_still_waits(here, strangers, capsys):
    assert merge(here, strangers.eraser, strangers.changer, "--allow-changes") == SOME_REFUSED
    told = capsys.readouterr().err
    assert "Would erase" in told and "Would change" not in told
    assert noted(here, strangers.sessions[0]) == (["theirs", "theirs"], 0)


def test_erasing_is_done_when_it_is_allowed_and_can_be_brought_back(here, strangers, capsys):
    assert merge(here, strangers.eraser, "--allow-erasing") == DONE
    assert capsys.readouterr().err == ""
    assert noted(here, strangers.sessions[0]) == ([], 1)


def test_what_waited_before_is_allowed_too(here, strangers, capsys):
    merge(here, strangers.changer, strangers.eraser)
    assert merge(here, *strangers.handed, "--allow-changes", "--allow-erasing") == DONE
    capsys.readouterr()
    assert noted(here, strangers.sessions[0])[0] == []


def test_the_options_are_explained(capsys):
    with pytest.raises(SystemExit):
        main(["merge", "--help"])
    told = capsys.readouterr().out
    assert "--allow-changes" in told and "--allow-erasing" in told


def test_inspect_says_for_how_many_laptops_the_writer_vouches(tmp_path, capsys):
    ana, ben = a_desk(tmp_path / "ana.db", 1), a_desk(tmp_path / "ben.db", 2)
    session = begun(ana)
    ana.add(session, note("a word"))
    from_ben = handed(ben, begun(ben), tmp_path, profile=Profile.OTHER_LAPTOP)
    alone = handed(ana, session, tmp_path, name="alone.dialogue")
    join(ana, PackageReader(Words()).read(from_ben).origin)
    together = handed(ana, session, tmp_path, name="together.dialogue")
    for desk in (ana, ben):
        desk.file.close()
    assert main(["inspect", str(alone)]) == DONE
    assert "Vouches" not in capsys.readouterr().out
    assert main(["inspect", str(together)]) == DONE
    assert "Vouches for 1 other laptop" in capsys.readouterr().out
