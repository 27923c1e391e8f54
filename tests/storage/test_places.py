"""A place is known by its mark: another one at its path gets no copy, and nothing is ticked off there."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta

import pytest

from dialogue_desk.desk.erasing.erase import absent_copy_folders, erase_from_copies, unerased_copy_folders
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.pending_erasures import BESIDE
from dialogue_desk.storage.places import MARK_FILE, choose_place, mark_in
from tests.desk.erasing.laptop import found_in, laptop, other, said
from tests.desk.evening import begun

__all__ = ["laptop", "other"]

DAY = date(2026, 3, 12)


@pytest.fixture
def swapped(laptop):
    """The stick is in a drawer, and somebody else's has its path."""
    laptop.quote = laptop.desk.add(begun(laptop.desk), said())
    laptop.copy()
    laptop.unplug()
    laptop.stick.mkdir()
    (laptop.stick / "holiday.jpg").write_bytes(b"of somebody else")
    return laptop


def swap_back(laptop):
    shutil.rmtree(laptop.stick)
    laptop.plug_in()


def test_nothing_is_copied_onto_a_strangers_stick_at_the_path_of_ones_own(swapped):
    made = swapped.copy()
    assert made.path.exists() and made.second is None and made.second_missed
    assert [path.name for path in swapped.stick.iterdir()] == ["holiday.jpg"]
    backups = Backups(swapped.desk.file.path, swapped.stick, swapped.desk.file.erasures)
    assert not backups.second_is_due(DAY + timedelta(days=9)) and backups.second_copies() == []


@pytest.mark.parametrize("marked", [False, True])
def test_an_erasure_stays_due_until_ones_own_stick_is_back(swapped, marked, other):
    if marked:  # the stranger's is a place of another desk
        choose_place(swapped.stick, other.desk.file.erasures)
    desk = swapped.desk
    desk.erase([swapped.quote])
    told = erase_from_copies(desk)
    assert [one.path for one in told.unerased] == [swapped.stick]
    assert unerased_copy_folders(desk) == absent_copy_folders(desk) == (swapped.stick,)
    swap_back(swapped)
    assert erase_from_copies(desk).unerased == ()
    assert swapped.holds() == [] and unerased_copy_folders(desk) == ()


def test_a_place_of_an_earlier_version_is_known_by_the_copies_in_it_and_marked(laptop):
    laptop.copy()
    forget_mark(laptop)
    made = laptop.copy()
    assert made.second is not None
    assert mark_in(laptop.stick) == laptop.desk.file.erasures.pending().marks[str(laptop.stick)] != ""


def test_a_place_of_an_earlier_version_without_copies_has_to_be_chosen_again(laptop):
    forget_mark(laptop)
    assert laptop.copy().second_missed
    choose_place(laptop.stick, laptop.desk.file.erasures)
    assert laptop.copy().second is not None


def test_an_erasure_of_an_earlier_version_is_not_ticked_off_on_a_folder_without_copies(laptop):
    quote = laptop.desk.add(begun(laptop.desk), said())
    laptop.copy()
    laptop.desk.erase([quote])
    forget_mark(laptop)
    laptop.unplug()
    laptop.stick.mkdir()
    assert erase_from_copies(laptop.desk).unerased
    swap_back(laptop)
    assert erase_from_copies(laptop.desk).unerased == () and laptop.holds() == []


def test_a_stick_that_got_another_letter_is_the_same_place(swapped):
    swapped.desk.erase([swapped.quote])
    elsewhere = swapped.away
    choose_place(elsewhere, swapped.desk.file.erasures)
    pending = swapped.desk.file.erasures.pending()
    assert set(pending.places) == {BESIDE, str(elsewhere)} and list(pending.copied) == [str(elsewhere)]
    assert erase_from_copies(swapped.desk).unerased == () and found_in(elsewhere) == []


def test_a_place_whose_files_were_copied_elsewhere_stays_a_place(laptop, tmp_path):
    laptop.copy()
    twin = tmp_path / "twin"
    shutil.copytree(laptop.stick, twin)
    choose_place(twin, laptop.desk.file.erasures)
    assert set(laptop.desk.file.erasures.pending().marks) == {str(laptop.stick), str(twin)}


def test_two_laptops_share_one_place(laptop, other):
    other.stick = laptop.stick
    choose_place(other.stick, other.desk.file.erasures)
    assert laptop.copy().second is not None and other.copy().second is not None


def test_a_place_that_may_only_be_read_is_refused(laptop, tmp_path):
    with pytest.raises(OSError, match="place"):
        choose_place(tmp_path / "not there", laptop.desk.file.erasures)
    assert str(tmp_path / "not there") not in laptop.desk.file.erasures.pending().marks


def test_what_is_no_mark_is_none(tmp_path):
    (tmp_path / MARK_FILE).write_bytes(b"\xff\xfe")
    assert mark_in(tmp_path) == ""


def forget_mark(laptop):
    """Leave everything as a version without marks does."""
    (laptop.stick / MARK_FILE).unlink()
    path = laptop.home / "desk.db.erasing"
    known = json.loads(path.read_text())
    known.pop("marks")
    path.write_text(json.dumps(known))
