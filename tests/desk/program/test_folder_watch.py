"""A watched folder, look by look: what rests and reads whole has arrived, everything else waits."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.program.folder_watch import (
    LOOKS_OF_PATIENCE,
    LOOKS_TO_REST,
    Sight,
    Watch,
    look_into,
)
from dialogue_desk.desk.program.imports import ImportPlan, RefusedFile, read_packages
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.refusals import Refusal
from dialogue_desk.storage.watched_folders import FileState, WatchedFolder
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, begun
from tests.desk.leaving.test_packages import folder_of

WORDS = Words()


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("theirs")
    desk = a_desk(folder / "desk.db", 21)
    data = session_package(desk, folder_of(desk, begun(desk))).data
    desk.file.close()
    (folder / "c07.dialogue").write_bytes(data)
    return folder / "c07.dialogue"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "Oak Street"
    folder.mkdir()
    return folder


def watch_of(folder):
    return Watch(WatchedFolder(str(folder)))


def looked(watch, times=1):
    """Look so many times, and read what is due each time, as the app does."""
    for _ in range(times):
        watch = watch.after_look(look_into(Path(watch.folder.path)))
        if due := watch.to_read:
            watch = watch.after_reading(read_packages(due, PackageReader(WORDS), WORDS))
    return watch


def test_a_file_arrives_once_it_rests_and_reads_whole(folder, package):
    shutil.copy(package, folder)
    watch = looked(watch_of(folder), LOOKS_TO_REST)
    assert watch.arrived == () and watch.copying == 1
    watch = looked(watch)
    assert watch.arrived == (folder / "c07.dialogue",) and watch.copying == 0


def test_a_file_of_another_program_is_known_as_such(folder, tmp_path):
    desk = a_desk(tmp_path / "theirs" / "desk.db", 22)
    program = desk.add(NO_OWNER, Program("Bridges"))
    circle = desk.add(NO_OWNER, Circle("C01", "Library", program))
    session = begun(desk, circle=None, circle_id=circle, ground_rules=())
    (folder / "c01.dialogue").write_bytes(session_package(desk, folder_of(desk, session)).data)
    desk.file.close()
    watch = looked(watch_of(folder), LOOKS_TO_REST + 1)
    assert watch.strange_to(program) == 0 and watch.strange_to("another program") == 1


def test_a_file_that_grows_waits_however_long(folder, package):
    data, watch = package.read_bytes(), watch_of(folder)
    for part in range(6):
        (folder / "c07.dialogue").write_bytes(data[: len(data) * part // 6])
        watch = looked(watch)
        assert watch.arrived == ()
    (folder / "c07.dialogue").write_bytes(data)
    assert looked(watch, 3).arrived == (folder / "c07.dialogue",)


def test_a_half_copied_file_that_rests_is_not_offered_until_it_is_whole(folder, package):
    data = package.read_bytes()
    (folder / "c07.dialogue").write_bytes(data[:-300])
    watch = looked(watch_of(folder), 10)
    assert watch.arrived == () and watch.copying == 1
    (folder / "c07.dialogue").write_bytes(data)
    assert looked(watch, 2).arrived == (folder / "c07.dialogue",)


def test_a_file_that_is_never_whole_is_offered_in_the_end_to_be_told_why(folder, package):
    (folder / "c07.dialogue").write_bytes(package.read_bytes()[:-300])
    watch = looked(watch_of(folder), LOOKS_OF_PATIENCE + 1)
    assert watch.arrived == (folder / "c07.dialogue",) and watch.copying == 0


def test_a_file_that_no_copying_explains_is_offered_at_once(folder):
    path = folder / "forged.dialogue"
    watch = watch_of(folder)
    for _ in range(LOOKS_TO_REST + 1):
        watch = watch.after_look(Sight({path: FileState(9, 9)}))
    assert watch.to_read == (path,)
    forged = RefusedFile(path, "It was changed.", Refusal.FORGED)
    assert watch.after_reading(ImportPlan(refused=(forged,))).arrived == (path,)
    locked = RefusedFile(path, "It has a passphrase.", Refusal.LOCKED)
    assert watch.after_reading(ImportPlan(locked=(locked,))).arrived == (path,)


def test_files_marked_as_being_copied_are_counted_and_never_read(folder, package):
    shutil.copy(package, folder / "c07.dialogue.part")
    shutil.copy(package, folder / ".syncthing.c08.dialogue.tmp")
    watch = looked(watch_of(folder), 4)
    assert watch.arrived == () and watch.copying == 2


def test_what_was_opened_is_not_offered_again_until_it_changes(folder, package):
    shutil.copy(package, folder)
    watch = looked(watch_of(folder), 2)
    watch = watch.after_opening(watch.arrived)
    assert looked(watch).arrived == () and looked(watch).copying == 0
    started_again = Watch(watch.folder)
    assert looked(started_again, 3).arrived == ()
    os.utime(folder / "c07.dialogue", ns=(1, 1))
    assert looked(watch, 2).arrived == (folder / "c07.dialogue",)


def test_what_was_dealt_with_and_is_gone_is_forgotten(folder, package):
    for name in ("a.dialogue", "b.dialogue"):
        shutil.copy(package, folder / name)
    watch = looked(watch_of(folder), 2)
    watch = watch.after_opening([folder / "a.dialogue"])
    assert list(watch.folder.done) == ["a.dialogue"]
    (folder / "a.dialogue").unlink()
    watch = looked(watch)
    assert list(watch.after_opening(watch.arrived).folder.done) == ["b.dialogue"]


def test_a_folder_that_vanishes_is_away_and_goes_on_when_it_is_back(folder, package, tmp_path):
    shutil.copy(package, folder)
    watch = looked(watch_of(folder), 2)
    folder.rename(tmp_path / "elsewhere")
    gone = looked(watch)
    assert gone.away and gone.arrived == watch.arrived, "what was seen is still known"
    (tmp_path / "elsewhere").rename(folder)
    back = looked(gone)
    assert not back.away and back.arrived == (folder / "c07.dialogue",)


def test_a_file_in_the_place_of_the_folder_is_no_folder(folder):
    folder.rmdir()
    folder.write_text("x", encoding="utf-8")
    assert look_into(folder) is None


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_may_not_be_looked_into_is_away(folder):
    folder.chmod(0)
    try:
        assert look_into(folder) is None
    finally:
        folder.chmod(0o700)


def test_one_file_that_cannot_be_read_now_is_tried_again(folder):
    path = folder / "slow.dialogue"
    unreadable = ImportPlan(refused=(RefusedFile(path, "It could not be read.", Refusal.UNREADABLE),))
    watch, tries = watch_of(folder), 0
    for _ in range(30):
        watch = watch.after_look(Sight({path: FileState(9, 9)}))
        if watch.to_read:
            tries += 1
            watch = watch.after_reading(unreadable)
    assert watch.arrived == () and 2 <= tries <= 4
