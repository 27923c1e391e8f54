"""An update is put beside the app whole or not at all, and whatever happens the app that is here stays."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.updating.updating import (
    check,
    copy_desk,
    failed_version,
    offered,
    put_beside,
    ready_version,
    why_not,
)
from dialogue_desk.exchange.signing import public_key
from dialogue_desk.exchange.update_file import listed, write_update
from dialogue_desk.exchange.update_manifest import UpdateManifest, UpdateRefusal, UpdateRefused
from dialogue_desk.installation import Form, Installation
from dialogue_desk.newer_version import Choice, VersionsFolder
from dialogue_desk.storage.backups import Backups
from tests.desk.evening import a_desk
from tests.windows_files import WindowsFiles

SECRET = bytes(range(32))
SYSTEM = "linux-x86_64"


def silent(_done: int, _total: int) -> None:
    """No progress is shown."""


def nothing() -> None:
    """There is no desk to copy."""


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    """A build in a folder of a person's own, in version 0.1.0."""
    folder = tmp_path / "Dialogue Desk"
    folder.mkdir()
    (folder / "dialogue-desk-window").write_bytes(b"the old program")
    return Installation(Form.FOLDER, folder, SYSTEM, version="0.1.0", update_key=public_key(SECRET))


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Makes an update with a version for a system."""

    def made(version: str = "0.2.0", system: str = SYSTEM, secret: bytes = SECRET) -> Path:
        build = tmp_path / f"new-{version}"
        shutil.rmtree(build, ignore_errors=True)
        (build / "_internal").mkdir(parents=True)
        (build / "dialogue-desk-window").write_bytes(b"the new program")
        (build / "_internal" / "library.so").write_bytes(bytes(3_000_000))
        path = tmp_path / f"dialogue-desk-{version}-{system}.update"
        write_update(path, build, UpdateManifest(version, system, "0123abc", listed(build)), secret)
        return path

    return made


def files_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def left_in(folder: Path) -> list[Path]:
    """Return what is in the folder of versions beside the lock, which stays there."""
    return [path for path in folder.iterdir() if path.name != "unfinished.lock"]


def refusal(act: Callable[[], object]) -> UpdateRefusal:
    with pytest.raises(UpdateRefused) as refused:
        act()
    return refused.value.reason


def test_an_update_says_what_it_would_do_and_changes_nothing(here, make):
    before = files_of(here.folder)
    offer = offered(make(), here)
    check(offer, silent)
    assert (offer.version, offer.size) == ("0.2.0", 3_000_015)
    assert files_of(here.folder) == before


def test_an_update_is_put_beside_the_app_and_starts_the_next_time(here, make):
    put_beside(offered(make(), here), nothing, silent)
    versions = VersionsFolder(here.folder)
    assert (versions.of("0.2.0") / "dialogue-desk-window").read_bytes() == b"the new program"
    assert (here.folder / "dialogue-desk-window").read_bytes() == b"the old program"
    assert versions.choice() == Choice("0.2.0")
    assert ready_version(here) == "0.2.0"


def test_an_updated_app_takes_the_next_update_and_goes_back_to_itself_if_need_be(here, make):
    put_beside(offered(make(), here), nothing, silent)
    versions = VersionsFolder(here.folder)
    updated = replace(here, folder=versions.of("0.2.0"), version="0.2.0")
    put_beside(offered(make("0.10.0"), updated), nothing, silent)
    assert versions.choice() == Choice("0.10.0", previous="0.2.0")


def test_the_desk_is_copied_before_anything_is_written(here, make, tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    desk.file.close()
    put_beside(offered(make(), here), lambda: copy_desk(desk.file.path, SystemClock()), silent)
    assert len(Backups(desk.file.path).copies()) == 1


def test_without_a_copy_of_the_desk_nothing_is_written(here, make, tmp_path):
    no_desk = tmp_path / "desk.db"
    no_desk.write_bytes(b"no database at all" * 1000)
    before = files_of(here.folder)
    offer = offered(make(), here)
    why = refusal(lambda: put_beside(offer, lambda: copy_desk(no_desk, SystemClock()), silent))
    assert why is UpdateRefusal.NO_COPY
    assert files_of(here.folder) == before


def test_where_there_is_no_desk_yet_there_is_nothing_to_copy(tmp_path):
    copy_desk(tmp_path / "desk.db", SystemClock())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"form": Form.SOURCE}, UpdateRefusal.SOURCE),
        ({"form": Form.SYSTEM}, UpdateRefusal.BY_SYSTEM),
        ({"update_key": ""}, UpdateRefusal.NO_KEY),
        ({"update_key": public_key(bytes(32))}, UpdateRefusal.FORGED),
        ({"system": "windows-amd64"}, UpdateRefusal.OTHER_SYSTEM),
        ({"version": "0.2.0"}, UpdateRefusal.SAME),
        ({"version": "0.10.0"}, UpdateRefusal.OLDER),
    ],
)
def test_an_update_that_is_none_for_this_app_is_refused_with_the_reason(here, make, changed, why):
    before = files_of(here.folder)
    assert refusal(lambda: offered(make(), replace(here, **changed))) is why
    assert files_of(here.folder) == before


def test_whether_updates_are_off_is_known_without_a_file(here):
    assert why_not(here) is None
    assert why_not(replace(here, update_key="")) is UpdateRefusal.NO_KEY


def test_an_update_that_is_ready_is_not_put_there_twice(here, make):
    put_beside(offered(make(), here), nothing, silent)
    assert refusal(lambda: offered(make(), here)) is UpdateRefusal.READY


def test_a_version_that_showed_no_page_is_named_and_can_be_put_there_again(here, make):
    put_beside(offered(make(), here), nothing, silent)
    assert failed_version(here) == ""
    VersionsFolder(here.folder).choose(Choice("0.2.0", tries=2))
    assert (failed_version(here), ready_version(here)) == ("0.2.0", "")
    put_beside(offered(make(), here), nothing, silent)
    assert (failed_version(here), ready_version(here)) == ("", "0.2.0")


def test_a_damaged_update_leaves_nothing_behind(here, make):
    path = make()
    data = bytearray(path.read_bytes())
    data[-40] ^= 1
    path.write_bytes(data)
    offer = offered(path, here)
    assert refusal(lambda: put_beside(offer, nothing, silent)) is UpdateRefusal.DAMAGED
    assert VersionsFolder(here.folder).choice() is None
    assert left_in(VersionsFolder(here.folder).folder) == []


@pytest.mark.parametrize(
    ("number", "why"),
    [(errno.ENOSPC, UpdateRefusal.NO_ROOM), (errno.EACCES, UpdateRefusal.NO_PLACE)],
)
def test_a_disk_that_takes_no_more_leaves_nothing_behind(here, make, monkeypatch, number, why):
    written = 0

    def sync(_descriptor: int) -> None:
        nonlocal written
        written += 1
        if written == 2:
            raise OSError(number, os.strerror(number))

    offer = offered(make(), here)
    monkeypatch.setattr(os, "fsync", sync)
    assert refusal(lambda: put_beside(offer, nothing, silent)) is why
    assert left_in(VersionsFolder(here.folder).folder) == []


@pytest.mark.skipif(sys.platform != "linux", reason="imitates Windows with what Linux tells")
def test_a_scanner_that_looks_at_the_new_version_for_a_moment_does_not_stop_it(here, make, monkeypatch):
    windows = WindowsFiles(monkeypatch)
    windows.hold(VersionsFolder(here.folder).folder / "unfinished", times=3)
    put_beside(offered(make(), here), nothing, silent)
    assert ready_version(here) == "0.2.0"
    assert windows.refused == ["unfinished"] * 3


def test_a_disk_without_room_is_told_before_anything_is_written(here, make, monkeypatch):
    offer = offered(make(), here)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 1_000_000))
    assert refusal(lambda: put_beside(offer, nothing, silent)) is UpdateRefusal.NO_ROOM


def test_a_folder_in_which_nothing_can_be_written_is_told(here, make):
    (here.folder / "updates").write_bytes(b"a file where the folder would be")
    offer = offered(make(), here)
    assert refusal(lambda: put_beside(offer, nothing, silent)) is UpdateRefusal.NO_PLACE


def test_stopping_in_the_middle_leaves_nothing_behind(here, make):
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise Stopped

    with pytest.raises(Stopped):
        put_beside(offered(make(), here), nothing, stop)
    assert left_in(VersionsFolder(here.folder).folder) == []


UPDATES = """
import sys, time
from pathlib import Path
from dialogue_desk.desk.updating.updating import offered, put_beside
from dialogue_desk.installation import Form, Installation
here = Installation(Form.FOLDER, Path(sys.argv[1]), "linux-x86_64", version="0.1.0", update_key=sys.argv[3])
def wait(done, total):
    if done * 2 >= total:
        print("in the middle", flush=True)
        sys.stdin.readline()
put_beside(offered(Path(sys.argv[2]), here), lambda: None, wait)
"""


def test_of_two_that_update_at_once_the_second_is_told_and_changes_nothing(here, make):
    path = make()
    offer = offered(path, here)
    command = [sys.executable, "-c", UPDATES, here.folder, path, here.update_key]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout.readline() == "in the middle\n"
        assert refusal(lambda: put_beside(offer, nothing, silent)) is UpdateRefusal.BUSY
        first.communicate("\n" * 100)
    assert first.returncode == 0
    versions = VersionsFolder(here.folder)
    assert files_of(versions.of("0.2.0")) == files_of(path.parent / "new-0.2.0")
    assert refusal(lambda: put_beside(offer, nothing, silent)) is UpdateRefusal.READY


@pytest.mark.skipif(os.name != "posix", reason="a person may make links here")
@pytest.mark.parametrize("place", ["updates", "updates/unfinished", "updates/0.2.0"])
def test_nothing_is_written_through_a_link_in_the_place_of_a_folder(here, make, tmp_path, place):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (here.folder / place).parent.mkdir(exist_ok=True)
    (here.folder / place).symlink_to(elsewhere)
    offer = offered(make(), here)
    if place == "updates":
        assert refusal(lambda: put_beside(offer, nothing, silent)) is UpdateRefusal.NO_PLACE
    else:
        put_beside(offer, nothing, silent)
        assert ready_version(here) == "0.2.0"
    assert list(elsewhere.iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from dialogue_desk.desk.updating.updating import offered, put_beside
from dialogue_desk.installation import Form, Installation
last = int(sys.argv[4])
events = 0
def count(event, _):
    global events
    if event in ("open", "os.mkdir", "os.rename", "os.rmdir", "os.remove") and armed:
        events += 1
        if events == last:
            os.kill(os.getpid(), signal.SIGKILL)
armed = False
sys.addaudithook(count)
here = Installation(Form.FOLDER, Path(sys.argv[1]), "linux-x86_64", version="0.1.0", update_key=sys.argv[3])
offer = offered(Path(sys.argv[2]), here)
armed = True
put_beside(offer, lambda: None, lambda done, total: None)
print(events)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.soak)])
def test_whenever_it_is_killed_the_choice_is_the_old_version_or_the_whole_new_one(here, make, every):
    path = make()
    expected = files_of(path.parent / "new-0.2.0")
    versions = VersionsFolder(here.folder)

    def killed_at(step: int) -> subprocess.CompletedProcess[str]:
        shutil.rmtree(versions.folder, ignore_errors=True)
        command = [
            sys.executable,
            "-c",
            textwrap.dedent(KILLED),
            here.folder,
            path,
            here.update_key,
            str(step),
        ]
        return subprocess.run(command, capture_output=True, text=True, check=False)  # type: ignore[arg-type]

    whole = killed_at(0)
    assert whole.returncode == 0, whole.stderr
    steps = int(whole.stdout)
    assert steps > 10
    seen = set()
    for step in range(steps, 0, -every):
        assert killed_at(step).returncode == -signal.SIGKILL
        choice = versions.choice()
        seen.add(choice)
        assert (here.folder / "dialogue-desk-window").read_bytes() == b"the old program"
        if choice is not None:
            assert files_of(versions.of(choice.version)) == expected
        if not ready_version(here):
            put_beside(offered(path, here), nothing, silent)
            assert files_of(versions.of("0.2.0")) == expected
    assert None in seen
