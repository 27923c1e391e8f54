"""What is on a laptop is for its owner alone; what leaves is as the person's umask says."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from datetime import date

import pytest

from dialogue_desk.desk.leaving.keyring import make_key, save_all_keys, save_key
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.places import choose_place
from dialogue_desk.storage.pulse import Beat
from dialogue_desk.storage.restore import erased_in, restore_copy
from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.whole_file import FileToSave, write_files
from tests.storage.damage import SESSION, a_desk, note

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the folders of a profile see to it")

DAY = date(2026, 3, 12)


@pytest.fixture(autouse=True)
def usual_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def open_to_others(folder):
    return sorted(path.name for path in (folder, *folder.rglob("*")) if mode(path) & 0o077)


def used(desk):
    """Do with a desk what leaves every kind of file beside it."""
    secret = desk.add(SESSION, note("a secret"))
    desk.file.pulse().beat(RecordId("run"), Beat(1, 2))
    made = Backups(desk.file.path).make(DAY)
    desk.file.erasures.copied_to("/away", 1)
    desk.erase([secret])
    return made


def test_a_desk_and_everything_the_app_puts_beside_it_is_for_its_owner(tmp_path):
    home = tmp_path / "new" / "desk"
    desk = a_desk(home / "desk.db")
    made = used(desk)
    ends = ("", "-wal", "-shm", ".lock", ".pulse", ".erasing")
    assert {f"desk.db{end}" for end in ends} <= {path.name for path in home.iterdir()}
    assert open_to_others(home) == []
    names = desk.names()
    desk.file.close()
    restore_copy(home / "desk.db", made.path, erased_in(home / "desk.db"), names)
    a_desk(home / "desk.db", seed=7).file.close()
    assert open_to_others(home) == [] and list(home.glob("desk-set-aside-*"))


def test_what_an_earlier_version_left_open_to_others_is_closed_at_the_next_start(tmp_path):
    home = tmp_path / "home"
    desk = a_desk(home / "desk.db")
    used(desk)
    left = tmp_path / "left"
    shutil.copytree(home, left)  # as a kill leaves it, with the log and the pulse
    desk.file.close()
    for path in left.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    again = a_desk(left / "desk.db")
    assert open_to_others(left) == ["backups", *(path.name for path in (left / "backups").iterdir())]
    Backups(left / "desk.db").tidy()
    assert open_to_others(left) == ["backups"]  # it may be the person's own folder
    again.file.close()


def test_a_persons_own_folders_and_their_other_files_are_left_as_they_are(tmp_path):
    own, stick = tmp_path / "own", tmp_path / "stick"
    for folder in (own, own / "backups", stick):
        folder.mkdir(mode=0o755)
        (folder / "letter.txt").write_text("mine")
    desk = a_desk(own / "desk.db")
    choose_place(stick, desk.file.erasures)
    made = Backups(own / "desk.db", stick, desk.file.erasures).make(DAY)
    Backups(own / "desk.db", stick, desk.file.erasures).tidy()
    for folder in (own, own / "backups", stick):
        assert (mode(folder), mode(folder / "letter.txt")) == (0o755, 0o644)
    assert mode(made.path) == mode(made.second) == mode(own / "desk.db") == 0o600
    desk.file.close()


def test_settings_are_for_their_owner_also_those_of_an_earlier_version(tmp_path):
    path = tmp_path / "config" / "settings.toml"
    SettingsFile(path).write(Settings(theme="dark"))
    assert (mode(path.parent), mode(path)) == (0o700, 0o600)
    path.parent.chmod(0o755)
    path.chmod(0o644)
    assert SettingsFile(path).read().theme == "dark"
    assert (mode(path.parent), mode(path)) == (0o700, 0o600)


def test_keys_that_are_saved_are_for_their_owner(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    public = make_key(desk)
    save_key(desk, public, tmp_path / "one.key")
    (tmp_path / "all.key").write_text("an older one")
    save_all_keys(desk, tmp_path / "all.key")
    assert mode(tmp_path / "one.key") == mode(tmp_path / "all.key") == 0o600
    desk.file.close()


@pytest.mark.parametrize(("umask", "expected"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_what_leaves_is_as_the_persons_umask_says(tmp_path, umask, expected):
    os.umask(umask)
    (path,) = write_files([FileToSave("summary.pdf", lambda: b"for everyone")], tmp_path)
    assert mode(path) == expected
