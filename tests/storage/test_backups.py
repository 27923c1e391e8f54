"""A copy each day, few of them, and going back to one is putting a file in its place."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from datetime import date, timedelta

import pytest

from dialogue_desk.storage.backups import KEPT, Backups
from dialogue_desk.storage.database import retire_device
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.erase_copies import CopyErasure, UnerasedCopy, UnerasedReason, erase_due_copies
from dialogue_desk.storage.places import MARK_FILE, choose_place
from tests.storage.damage import PAGE, SESSION, a_desk, note, texts
from tests.windows_files import denied_on_windows

DAY = date(2026, 3, 12)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.add(SESSION, note("one"))
    yield desk
    desk.file.close()


def opened(copy, to):
    to.write_bytes(copy.read_bytes())
    return a_desk(to, seed=9)


def test_a_copy_is_made_beside_the_open_desk_and_holds_all_of_it(desk, tmp_path):
    backups = Backups(tmp_path / "desk.db")
    assert backups.due(DAY)
    made = []
    thread = threading.Thread(target=lambda: made.append(backups.make(DAY)))
    thread.start()
    thread.join()
    assert not backups.due(DAY) and backups.due(DAY + timedelta(days=1))
    assert backups.copies() == [made[0].path] and made[0].path.parent == tmp_path / "backups"
    desk.add(SESSION, note("two"))
    restored = opened(made[0].path, tmp_path / "restored.db")
    assert texts(restored) == ["one"]
    restored.undo()
    assert texts(restored) == []
    restored.file.close()


def test_a_desk_that_goes_on_from_a_copy_does_not_pass_for_the_one_it_was(desk, tmp_path):
    # Both write on, and neither has seen what the other wrote: that must come out as a clash.
    record_id = next(desk.file.records.everything()).id
    copy = Backups(tmp_path / "desk.db").make(DAY).path
    desk.rewrite(record_id, note("before the laptop died"))
    restored = opened(copy, tmp_path / "restored.db")
    assert restored.device != desk.device
    restored.rewrite(record_id, note("other"))
    restored.rewrite(record_id, note("after"))
    both = restored.get(record_id).merged(desk.get(record_id))
    assert {edition.body.text for edition in both.editions} == {"before the laptop died", "after"}
    restored.file.close()


def test_the_last_few_are_kept_in_both_places(desk, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "desk-2020-01-01-others.db").write_bytes(b"of another laptop")
    (stick / "holiday.db").write_bytes(b"a person's own")
    choose_place(stick, desk.file.erasures)
    backups = Backups(tmp_path / "desk.db", stick)
    days = [DAY + timedelta(days=number) for number in range(KEPT + 3)]
    made = [backups.make(day) for day in days]
    assert backups.copies() == [one.path for one in reversed(made[3:])]
    assert {path.name for path in stick.iterdir()} == {
        MARK_FILE,
        "desk-2020-01-01-others.db",
        "holiday.db",
        *(one.second.name for one in made[3:]),
    }
    assert made[-1].second.read_bytes() == made[-1].path.read_bytes()


@pytest.mark.parametrize("wrong", [1980, 2090])
def test_a_clock_that_was_years_off_for_weeks_costs_no_copy_made_since(desk, tmp_path, wrong):
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_place(stick, desk.file.erasures)
    backups = Backups(desk.file.path, stick)
    for day in range(1, 2 * KEPT):
        backups.make(date(wrong, 3, day))
    for day in range(1, 4):
        made = backups.make(date(2026, 3, day))
        assert made.path.exists() and made.second.exists()
        assert not backups.due(date(2026, 3, day)) and not backups.second_is_due(date(2026, 3, day))
    for copies in (backups.copies(), backups.second_copies()):
        assert len(copies) == KEPT and sum("2026" in copy.name for copy in copies) == 3


def test_the_same_day_again_takes_the_place_of_the_first(desk, tmp_path):
    backups = Backups(tmp_path / "desk.db")
    backups.make(DAY)
    desk.add(SESSION, note("two"))
    restored = opened(backups.make(DAY).path, tmp_path / "restored.db")
    assert len(backups.copies()) == 1 and texts(restored) == ["one", "two"]
    restored.file.close()


def test_a_second_place_that_is_gone_is_told_and_costs_nothing_else(desk, tmp_path):
    made = Backups(tmp_path / "desk.db", tmp_path / "unplugged").make(DAY)
    assert made.path.exists() and made.second is None and made.second_missed
    assert not (tmp_path / "unplugged").exists()


def test_a_copy_that_has_no_room_leaves_the_earlier_ones_and_nothing_else(small_disk):
    desk = a_desk(small_disk / "desk.db")
    desk.add(SESSION, note("one"))
    backups = Backups(small_disk / "desk.db")
    first = backups.make(DAY)
    free = 4 * 1024 * 1024 - sum(path.stat().st_size for path in small_disk.rglob("*") if path.is_file())
    (small_disk / "ballast").write_bytes(bytes(max(0, free - 8 * PAGE)))
    with pytest.raises(DeskTrouble) as refused:
        backups.make(DAY + timedelta(days=1))
    assert refused.value.trouble is Trouble.FULL
    assert [path.name for path in (small_disk / "backups").iterdir()] == [first.path.name]
    desk.file.close()


def test_erased_words_are_in_no_copy_nor_in_what_a_kill_left_of_one(desk, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_place(stick, desk.file.erasures)
    backups = Backups(tmp_path / "desk.db", stick, desk.file.erasures)
    secret = desk.add(SESSION, note("a secret that must go"))
    made = backups.make(DAY)
    for left in (
        tmp_path / "backups" / "desk-before-schema-1.db",
        tmp_path / "backups" / f".{made.path.name}.part",
        tmp_path / ".0123456789abcdef.part",
        tmp_path / "desk-damaged-2026-01-01-2.db",
        stick / f".{made.path.name}.part",
    ):
        left.write_bytes(b"secret")
    (stick / "of-a-person.db").write_bytes(b"no business of ours")
    desk.erase([secret])
    assert erase_due_copies(tmp_path / "desk.db", desk.file.erasures) == CopyErasure(mended=2, removed=5)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"secret" in path.read_bytes() for path in kept)
    assert {path.name for path in stick.iterdir()} == {"of-a-person.db", made.second.name, MARK_FILE}
    assert desk.file.erasures.pending().places == {}


def test_a_copy_that_may_not_be_written_is_told_and_stays_due(desk, tmp_path, sealed):
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_place(stick, desk.file.erasures)
    backups = Backups(tmp_path / "desk.db", stick, desk.file.erasures)
    secret = desk.add(SESSION, note("a secret that must go"))
    made = backups.make(DAY)
    sealed(stick)
    desk.erase([secret])
    told = erase_due_copies(tmp_path / "desk.db", desk.file.erasures)
    assert told.unerased == (UnerasedCopy(made.second, UnerasedReason.READ_ONLY),) and told.mended == 1
    assert list(desk.file.erasures.pending().places) == [str(stick)]


def test_of_one_day_by_several_names_the_latest_is_not_let_go(tmp_path):
    # Each desk that went back to a copy takes a new name, whatever that begins with.
    for number in range(KEPT + 4):
        desk = a_desk(tmp_path / "desk.db", seed=100 - number)
        made = Backups(tmp_path / "desk.db").make(DAY)
        assert made.path.exists() and Backups(tmp_path / "desk.db").copies()[0] == made.path
        retire_device(desk.file._connection)
        desk.file.close()


@pytest.mark.parametrize("step", ["copied", "synced", "put in place"])
@pytest.mark.parametrize("error", [OSError(errno.ESTALE, "stale"), denied_on_windows(64, errno.EINVAL)])
def test_a_share_that_goes_away_mid_copy_leaves_the_copy_here_and_says_why(
    desk, tmp_path, monkeypatch, step, error
):
    def only_here(real):
        def act(first, *others, **more):
            if any(str(one).startswith(str(stick)) for one in (first, *others)):
                raise error
            return real(first, *others, **more)

        return act

    def synced(descriptor, real=os.fsync):
        if any(os.path.samestat(os.fstat(descriptor), path.stat()) for path in stick.iterdir()):
            raise error
        real(descriptor)

    stick = tmp_path / "share"
    stick.mkdir()
    choose_place(stick, desk.file.erasures)
    backups = Backups(desk.file.path, stick, desk.file.erasures)
    if step == "copied":
        monkeypatch.setattr(shutil, "copyfile", only_here(shutil.copyfile))
    elif step == "put in place":
        monkeypatch.setattr(os, "replace", only_here(os.replace))
    else:
        monkeypatch.setattr(os, "fsync", synced)
    made = backups.make(DAY)
    assert made.path.exists() and made.second is None and made.second_missed is error
    assert backups.second_copies() == [] and backups.second_is_due(DAY)
    assert [path.name for path in stick.iterdir()] == [MARK_FILE]
