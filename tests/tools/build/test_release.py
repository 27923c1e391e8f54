"""What a build is called and says about itself."""

from __future__ import annotations

import subprocess
import tomllib

from dialogue_desk import __version__
from dialogue_desk.installation import Form, Installation
from tools.build.release import Release

RELEASE = Release("0.1.0", "linux-x86_64", "abc", 1_800_000_000)


def test_all_files_of_a_release_begin_with_its_version_and_the_kind_of_computer():
    assert RELEASE.name == "dialogue-desk-0.1.0-linux-x86_64"
    assert RELEASE.machine == "x86_64"


def test_a_build_says_what_the_app_asks_of_it():
    told = tomllib.loads(RELEASE.told(Form.SYSTEM))
    assert told == {"form": "system", "system": "linux-x86_64", "commit": "abc", "update_key": ""}


def test_the_kind_of_computer_is_called_as_the_app_calls_it(tmp_path):
    release = Release.of(tmp_path, {})
    assert (release.version, release.system) == (__version__, Installation.here().system)


def test_source_that_git_does_not_know_has_no_commit_and_one_time(tmp_path):
    assert Release.of(tmp_path, {}) == Release.of(tmp_path, {})
    assert Release.of(tmp_path, {}).commit == ""
    assert Release.of(tmp_path, {"SOURCE_DATE_EPOCH": "1800000000"}).made_at == 1_800_000_000


def test_the_time_of_all_files_is_that_of_the_commit_and_a_change_after_it_is_told(tmp_path):
    def git(*command: str) -> None:
        who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A"}
        when = {"GIT_COMMITTER_EMAIL": "a@b", "GIT_COMMITTER_DATE": "1700000000 +0000"}
        subprocess.run(["git", *command], cwd=tmp_path, env=who | when, check=True, capture_output=True)

    git("init")
    git("commit", "--allow-empty", "-m", "first")
    clean = Release.of(tmp_path, {})
    (tmp_path / "new.py").touch()
    changed = Release.of(tmp_path, {})
    assert clean.made_at == changed.made_at == 1_700_000_000
    assert len(clean.commit) == 40
    assert changed.commit == f"{clean.commit}-changed"


def test_programs_are_told_the_time_and_no_dice():
    environ = RELEASE.environ({"HOME": "there"})
    assert environ["HOME"] == "there"
    assert (environ["SOURCE_DATE_EPOCH"], environ["PYTHONHASHSEED"]) == ("1800000000", "0")


def test_updates_are_taken_only_where_the_project_has_a_key(tmp_path):
    assert Release.of(tmp_path, {}).update_key == ""
    (tmp_path / "build_spec").mkdir()
    (tmp_path / "build_spec" / "update_key.txt").write_text("ab" * 32 + "\n", encoding="ascii")
    assert Release.of(tmp_path, {}).update_key == "ab" * 32
