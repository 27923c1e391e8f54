"""Copies lose what was erased from the desk, as soon as they are there."""

from __future__ import annotations

import shutil

from dialogue_desk.desk.erasing.erase import (
    UnerasedReason,
    erase,
    erase_from_copies,
    erase_preview,
    forget_copy_folder,
    unerased_copy_folders,
)
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.pending_erasures import PendingErasures
from dialogue_desk.storage.places import choose_place
from dialogue_desk.storage.restore import list_copies
from tests.desk.erasing.laptop import found_in, laptop, said
from tests.desk.evening import a_desk, begun, note, notes
from tests.storage.damage import fill_up

__all__ = ["laptop"]


def test_copies_that_lost_words_are_whole_and_hold_everything_else(laptop, tmp_path):
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    desk.add(session_id, note("what stays"))
    copy = laptop.copy()
    desk.erase([quote])
    erase_from_copies(desk)
    assert list(copy.path.parent.iterdir()) == [copy.path] and laptop.on_stick() == [copy.second]
    for path in (copy.path, copy.second):
        restored = tmp_path / "restored.db"
        shutil.copy(path, restored)
        again = a_desk(restored, 9)
        assert notes(again, session_id) == ["what stays"] and again.get(quote).erased
        again.file.close()


def test_a_stick_that_was_not_there_is_told_and_rid_of_it_when_it_is_back(laptop):
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    laptop.copy()
    laptop.unplug()
    assert erase_preview(desk, quote).absent == (laptop.stick,)
    desk.erase([quote])
    reached = erase_from_copies(desk)
    assert [(one.path, one.why) for one in reached.unerased] == [(laptop.stick, UnerasedReason.ABSENT)]
    assert found_in(laptop.home) == [] and found_in(laptop.away)
    laptop.plug_in()
    laptop.restart()
    assert erase_from_copies(laptop.desk).unerased == () and laptop.holds() == []


def test_a_stick_that_was_lost_is_waited_for_no_more_once_a_person_says_so(laptop):
    desk = laptop.desk
    quote = desk.add(begun(desk), said())
    laptop.copy()
    laptop.unplug()
    desk.erase([quote])
    erase_from_copies(desk)
    assert unerased_copy_folders(desk) == (laptop.stick,)
    forget_copy_folder(desk, laptop.stick)
    assert unerased_copy_folders(desk) == () and erase_preview(desk, None).absent == ()
    assert erase_from_copies(desk).unerased == () and desk.file.erasures.pending() == PendingErasures()


def test_everything_is_taken_from_a_stick_later_and_new_copies_there_stay(laptop):
    desk = laptop.desk
    desk.add(begun(desk), said())
    laptop.copy()
    laptop.unplug()
    erase(desk, None)
    erase_from_copies(desk)
    laptop.plug_in()
    desk.add(begun(desk), note("a new beginning"))
    new = laptop.copy()
    erase_from_copies(desk)
    assert laptop.holds() == [] and laptop.on_stick() == [new.second]


def test_a_stick_without_room_keeps_its_copy_whole_until_there_is_some(laptop, small_disk):
    desk = laptop.desk
    shutil.rmtree(laptop.stick)
    laptop.stick = small_disk
    choose_place(small_disk, desk.file.erasures)
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    for number in range(12):
        desk.add(session_id, note(f"line {number} " + "word " * 60))
    copy = laptop.copy().second
    assert copy is not None
    fill_up(small_disk / "ballast")
    desk.erase([quote])
    told = erase_from_copies(desk)
    assert [(one.path, one.why) for one in told.unerased] == [(copy, UnerasedReason.FULL)]
    assert found_in(laptop.home) == [] and copy.name in found_in(laptop.stick)
    (small_disk / "ballast").unlink()
    told = erase_from_copies(desk)
    assert (told.mended, told.unerased) == (1, ()) and laptop.holds() == []
    mended = DeskFile(copy)
    assert len(list(mended.records.under(session_id, Kind.NOTE))) == 13
    mended.close()


def test_a_stick_that_is_pulled_out_in_the_middle_is_told_and_gone_on_with(laptop, monkeypatch):
    desk = laptop.desk
    session_id = begun(desk)
    quote = desk.add(session_id, said())
    laptop.copy()
    laptop.copy()
    desk.erase([quote])
    scrub, pulled = DeskFile.scrub, []

    def pulling(file):
        if file.path.parent == laptop.stick and not pulled:
            pulled.append(file.path)
            laptop.unplug()
        return scrub(file)

    with monkeypatch.context() as patch:
        patch.setattr(DeskFile, "scrub", pulling)
        reached = erase_from_copies(desk)
    assert pulled and reached.unerased and found_in(laptop.home) == []
    laptop.plug_in()
    assert erase_from_copies(desk).unerased == () and laptop.holds() == []
    assert all(copy.sound for copy in list_copies(Backups(desk.file.path, laptop.stick, desk.file.erasures)))
