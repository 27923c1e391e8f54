"""With no room left a deed is done whole or refused in words, and once there is room all goes on."""

from __future__ import annotations

import shutil
import sys
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path

import pytest

from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.leaving.session_files import saving_trouble
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.restore import list_copies
from tests.journeys.full_disks import (
    BASE,
    DEEDS,
    SECRET,
    WORDS,
    Deed,
    Laptop,
    an_evening,
    files_up_to,
    full_from,
    only,
    pulled_out_at,
    reached,
    take_parts_off,
)
from tests.journeys.wholeness import all_said, check_every_change_is_whole
from tests.storage.conftest import sealed, small_disk

__all__ = ["sealed", "small_disk"]

KIB = 1024
ROOMS = [kib * KIB for kib in (0, 4, 8, 16, 28, 44, 64, 96, 160, 256, 400)]
EVERY_DEED = pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())


@pytest.fixture(scope="module")
def evening(tmp_path_factory):
    return an_evening(tmp_path_factory.mktemp("evening"))


@EVERY_DEED
def test_on_a_disk_with_little_room_a_deed_is_done_whole_or_refused(deed, evening, small_disk):
    results = set()
    for number, room in enumerate(ROOMS):
        laptop = evening.moved(home=small_disk, outside=small_disk)
        laptop.open()
        results.add(tried(deed, laptop, only(room, small_disk), quits=bool(number % 2)))
        clear(small_disk)
    assert results == {True, False}


@pytest.mark.parametrize("name", [name for name, deed in DEEDS.items() if deed.outside])
def test_on_a_stick_with_little_room_a_deed_is_done_whole_or_refused(name, evening, small_disk, tmp_path):
    results = set()
    for number, room in enumerate(ROOMS):
        home = tmp_path / str(number)
        home.mkdir()
        laptop = evening.moved(home=home, outside=small_disk)
        laptop.open()
        results.add(tried(DEEDS[name], laptop, only(room, small_disk)))
        clear(small_disk)
    assert results == {True, False}


@EVERY_DEED
def test_where_files_may_not_grow_a_deed_is_done_whole_or_refused(deed, evening, tmp_path):
    pytest.importorskip("resource")
    results = set()
    for number, size in enumerate([*ROOMS, 10 * KIB * KIB]):
        folder = tmp_path / str(number)
        folder.mkdir()
        laptop = evening.moved(home=folder, outside=folder)
        laptop.open()
        results.add(tried(deed, laptop, files_up_to(size)))
    assert results == {True, False}


@EVERY_DEED
def test_whenever_the_disk_runs_full_a_deed_is_done_whole_or_refused(deed, evening, tmp_path):
    results = set()
    for step in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30):
        folder = tmp_path / str(step)
        folder.mkdir()
        laptop = evening.moved(home=folder, outside=folder)
        laptop.open()
        results.add(tried(deed, laptop, full_from(step, laptop)))
    assert results == {True, False}


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder in use cannot be taken away")
@pytest.mark.parametrize("name", [name for name, deed in DEEDS.items() if deed.outside])
def test_a_stick_that_is_pulled_out_keeps_nothing_that_looks_whole_and_is_not(name, evening, tmp_path):
    results = set()
    for step in range(1, 14):
        folder = tmp_path / str(step)
        folder.mkdir()
        laptop = evening.moved(home=folder, outside=folder)
        with closing(laptop):
            laptop.open()
            results.add(attempted(DEEDS[name], laptop, pulled_out_at(step, laptop)))
            for place in (laptop.out, laptop.stick):
                take_parts_off(place)
            DEEDS[name].done(laptop)  # what lies there is whole, and known of
            assert set(BASE) <= set(all_said(laptop.desk))
            assert all(copy.sound for copy in list_copies(laptop.backups()))
            assert attempted(DEEDS[name], laptop, nullcontext()) and DEEDS[name].done(laptop)
            check_every_change_is_whole(laptop.desk.file)
    assert results == {True, False}


@pytest.mark.parametrize("name", [name for name, deed in DEEDS.items() if deed.outside])
def test_where_nothing_may_be_written_it_is_said_and_the_session_goes_on(name, evening, tmp_path, sealed):
    laptop = evening.moved(home=tmp_path, outside=tmp_path)
    with closing(laptop):
        laptop.open()
        sealed(laptop.out)
        sealed(laptop.stick)
        assert not attempted(DEEDS[name], laptop, nullcontext())
        look_closely(DEEDS[name], laptop, done=False)
        assert attempted(DEEDS["type"], laptop, nullcontext()) and DEEDS["type"].done(laptop)


def tried(deed: Deed, laptop: Laptop, full: AbstractContextManager[None], *, quits: bool = False) -> bool:
    """Do a deed on a full disk, look at what came of it, make room, and do it again; whether it was done."""
    try:
        return _tried(deed, laptop, full, quits=quits)
    finally:
        laptop.close()


def _tried(deed: Deed, laptop: Laptop, full: AbstractContextManager[None], *, quits: bool) -> bool:
    done = attempted(deed, laptop, full, quits=quits)
    if not quits:
        look_closely(deed, laptop, done=done)
    laptop.close()
    laptop.open()
    look_closely(deed, laptop, done=done)
    if not done:
        assert attempted(deed, laptop, nullcontext())
        if laptop.desk is None:
            laptop.open()
        assert deed.done(laptop)
    check_erased_words_are_gone(laptop)
    return done


def attempted(deed: Deed, laptop: Laptop, full: AbstractContextManager[None], *, quits: bool = False) -> bool:
    told = None
    with full:
        try:
            deed.do(laptop)
        except DeskTrouble as trouble:
            told = trouble_sentence(trouble, WORDS)
        except OSError as error:
            told = saving_trouble(error, laptop.out, WORDS)
        if quits:
            laptop.close()
    assert told is None or len(told) > 60
    return told is None


def look_closely(deed: Deed, laptop: Laptop, *, done: bool) -> None:
    if laptop.desk is None:
        laptop.open()
    check_every_change_is_whole(laptop.desk.file)
    assert deed.done(laptop) if done else deed.none_of_it(laptop)
    if not (done and deed in (DEEDS["erase everything"], DEEDS["split"])):
        assert set(BASE) <= set(all_said(laptop.desk))
    assert all(copy.sound for copy in list_copies(laptop.backups()))
    for folder in (laptop.home, laptop.home / "backups", laptop.out, laptop.stick):
        assert [path.name for path in folder.iterdir() if path.name.endswith(".part")] == []


def check_erased_words_are_gone(laptop: Laptop) -> None:
    gone = laptop.desk.get(laptop.quote)
    if gone is not None and gone.body is not None:
        return
    assert reached(laptop)
    laptop.close()
    laptop.open()
    laptop.close()
    for folder in (laptop.home, laptop.stick):
        holding = [
            path for path in folder.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
        ]
        assert holding == []


def clear(disk: Path) -> None:
    for folder in disk.iterdir():
        shutil.rmtree(folder)
