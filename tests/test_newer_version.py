"""The newer version beside a build starts once it is whole, and the build itself when that one does not.

The builds here are small programs in Python that start each other as real processes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from dialogue_desk.installation import Form, Installation
from dialogue_desk.newer_version import (
    MOST_TRIES,
    Choice,
    VersionsFolder,
    environment_for_another,
    has_shown,
    numbered,
    start_newer,
)

NAME = "dialogue-desk-window"
SOURCE = Path(__file__).parents[1]

PROGRAM = """\
#!{python}
import sys
from pathlib import Path
sys.path.insert(0, {source!r})
from dialogue_desk.installation import Form, Installation
from dialogue_desk.newer_version import has_shown, start_newer
here = Installation(Form.FOLDER, Path(__file__).resolve().parent, "linux-x86_64", version={version!r})
code = start_newer(here, sys.argv[1:], window="--command" not in sys.argv, program=Path(__file__).resolve())
if code is None:
    print({version!r}, *sys.argv[1:], flush=True)
    {does}
    code = 0
sys.exit(code)
"""

SHOWS, FAILS, ENDS = "has_shown(here)", "sys.exit(3)", "pass"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the small programs begin with #!")


def build(folder: Path, version: str, does: str = SHOWS) -> Path:
    """Write a small program as a build, and return its folder."""
    folder.mkdir(parents=True)
    text = PROGRAM.format(python=sys.executable, source=str(SOURCE), version=version, does=does)
    (folder / NAME).write_text(text, encoding="utf-8")
    (folder / NAME).chmod(0o755)
    return folder


def put_beside(first: Path, version: str, does: str = SHOWS, previous: str = "") -> VersionsFolder:
    versions = VersionsFolder(first)
    build(versions.of(version), version, does)
    versions.choose(Choice(version, previous))
    return versions


def start(first: Path, *arguments: str) -> tuple[int, list[str]]:
    """Start a build as a person does; return its exit code and what each version said."""
    command = [str(first / NAME), *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert not ran.stderr
    return ran.returncode, ran.stdout.splitlines()


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return build(tmp_path.resolve() / "Dialogue Desk", "0.1.0")


def test_a_build_alone_starts_by_itself(first):
    assert start(first, "a file") == (0, ["0.1.0 a file"])


def test_the_newer_version_starts_with_the_same_files_and_is_kept_once_it_has_shown_a_page(first):
    versions = put_beside(first, "0.2.0")
    assert start(first, "a file") == (0, ["0.2.0 a file"])
    assert versions.choice() == Choice("0.2.0", shown=True)
    assert start(first) == (0, ["0.2.0"])


def test_the_versions_before_are_deleted_once_the_new_one_has_shown_a_page(first):
    versions = put_beside(first, "0.2.0")
    start(first)
    put_beside(first, "0.3.0", previous="0.2.0")
    (versions.folder / "unfinished").mkdir()
    start(first)
    assert sorted(path.name for path in versions.folder.iterdir()) == ["0.3.0", "choice.json"]
    assert start(first) == (0, ["0.3.0"])


def test_a_version_that_does_not_start_gives_way_to_the_one_before_at_once(first):
    put_beside(first, "0.2.0", FAILS)
    assert start(first, "a file") == (0, ["0.2.0 a file", "0.1.0 a file"])


def test_a_version_that_failed_twice_is_not_tried_again(first):
    versions = put_beside(first, "0.2.0", FAILS)
    for _ in range(MOST_TRIES):
        start(first)
    assert start(first) == (0, ["0.1.0"])
    choice = versions.choice()
    assert choice is not None
    assert choice.failed


def test_a_newer_version_that_does_not_start_gives_way_to_the_update_before_it(first):
    put_beside(first, "0.2.0")
    start(first)
    put_beside(first, "0.3.0", FAILS, previous="0.2.0")
    for _ in range(MOST_TRIES):
        assert start(first) == (0, ["0.3.0", "0.2.0"])
    assert start(first) == (0, ["0.2.0"])


def test_a_version_that_was_closed_before_it_showed_a_page_is_tried_again(first):
    put_beside(first, "0.2.0", ENDS)
    assert start(first) == (0, ["0.2.0"])
    assert start(first) == (0, ["0.2.0"])
    assert start(first) == (0, ["0.1.0"])


def test_a_command_starts_only_a_version_that_has_shown_a_page(first):
    versions = put_beside(first, "0.2.0")
    assert start(first, "--command") == (0, ["0.1.0 --command"])
    assert versions.choice() == Choice("0.2.0")
    start(first)
    assert start(first, "--command") == (0, ["0.2.0 --command"])


def test_the_exit_code_is_that_of_the_version_that_ran(first):
    put_beside(first, "0.2.0", "has_shown(here); sys.exit(7)")
    assert start(first) == (7, ["0.2.0"])
    assert start(first) == (7, ["0.2.0"])


def test_a_newer_build_put_over_the_old_one_starts_no_older_update(first):
    put_beside(first, "0.2.0")
    start(first)
    (first / NAME).unlink()
    text = PROGRAM.format(python=sys.executable, source=str(SOURCE), version="0.10.0", does=SHOWS)
    (first / NAME).write_text(text, encoding="utf-8")
    (first / NAME).chmod(0o755)
    assert start(first) == (0, ["0.10.0"])


@pytest.mark.parametrize(
    "told",
    [
        *("", "{}", "[]", "no json", '{"version": 3}', '{"version": "../../elsewhere"}', '{"version": ".."}'),
        *(
            '{"version": "0.2.0", "tries": "many"}',
            '{"version": "0.2.0", "more": 1}',
            "9" * 5000,
            "x" * 20_000,
            "[" * 9000,
            "\ufeff{}",
        ),
        *(
            '{"version": "0.2.0", "previous": "/"}',
            '{"version": "0.2.0", "shown": 5}',
            '{"version": "9.9.9"}',
        ),
    ],
)
def test_a_choice_that_nobody_can_read_or_that_names_nothing_starts_the_build(first, told):
    versions = put_beside(first, "0.2.0")
    (versions.folder / "choice.json").write_text(told, encoding="utf-8")
    assert start(first) == (0, ["0.1.0"])


@pytest.mark.parametrize("moment", range(6))
def test_whenever_an_update_is_killed_a_version_starts(first, moment):
    """Each moment is what a kill leaves behind it, from before the first step to after the last."""
    versions = VersionsFolder(first)
    steps = [
        versions.folder.mkdir,
        (versions.folder / "unfinished").mkdir,
        lambda: build(versions.folder / "unfinished" / "half", "0.2.0"),
        lambda: build(versions.of("0.2.0"), "0.2.0"),
        lambda: (versions.folder / ".dialogue-desk-0123456789abcdef.part").write_text("{", encoding="utf-8"),
        lambda: versions.choose(Choice("0.2.0")),
    ]
    for step in steps[: moment + 1]:
        step()
    assert start(first) == (0, ["0.2.0" if moment == 5 else "0.1.0"])


def test_a_version_whose_tries_cannot_be_counted_is_not_tried(first, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space left")

    put_beside(first, "0.2.0")
    here = Installation(Form.FOLDER, first, "linux-x86_64", version="0.1.0")
    monkeypatch.setattr("dialogue_desk.newer_version.write_atomically", full)
    assert start_newer(here, [], window=True, program=first / NAME, run=lambda *_: 0) is None


def test_only_a_build_in_a_folder_of_its_own_looks_for_newer_versions(first):
    put_beside(first, "0.2.0")
    for form in (Form.SOURCE, Form.SYSTEM):
        here = Installation(form, first, "linux-x86_64", version="0.1.0")
        assert start_newer(here, [], window=True, program=first / NAME, run=lambda *_: 0) is None


def test_a_newer_version_knows_the_build_to_which_it_belongs(tmp_path):
    versions = VersionsFolder(tmp_path / "Dialogue Desk")
    versions.folder.mkdir(parents=True)
    versions.choose(Choice("0.2.0"))
    assert VersionsFolder.around(versions.of("0.2.0")).root == versions.root
    assert VersionsFolder.around(versions.root).root == versions.root


def test_on_a_mac_it_is_an_application_within_the_application(tmp_path):
    versions = VersionsFolder(tmp_path / "Dialogue Desk.app")
    assert versions.of("0.2.0") == versions.root / "Contents" / "updates" / "0.2.0" / "Dialogue Desk.app"
    versions.folder.mkdir(parents=True)
    versions.choose(Choice("0.2.0"))
    assert VersionsFolder.around(versions.of("0.2.0")).root == versions.root


def test_a_folder_that_a_person_calls_updates_is_theirs(tmp_path):
    for name in ("dialogue-desk-0.1.0-linux-x86_64", "0.1.0"):
        build_there = tmp_path / "updates" / name
        assert VersionsFolder.around(build_there).root == build_there


def test_what_a_person_keeps_beside_the_versions_stays(first):
    versions = put_beside(first, "0.2.0")
    (versions.folder / "my notes").mkdir()
    start(first)
    assert versions.choice() == Choice("0.2.0", shown=True)
    assert (versions.folder / "my notes").is_dir()


@pytest.mark.parametrize("shown", [True, False])
def test_a_link_in_the_place_of_a_version_starts_nothing(first, shown):
    """It could lead back to the build, which would start itself without end."""
    versions = VersionsFolder(first)
    versions.folder.mkdir()
    versions.of("0.2.0").symlink_to(first)
    versions.choose(Choice("0.2.0", shown=shown))
    assert start(first) == (0, ["0.1.0"])


def test_two_builds_whose_versions_are_links_to_each_other_start_nothing_without_end(first, tmp_path):
    other = build(tmp_path.resolve() / "other", "0.1.0")
    for one, leads_to in ((first, other), (other, first)):
        versions = VersionsFolder(one)
        versions.folder.mkdir()
        versions.of("0.2.0").symlink_to(leads_to)
        versions.choose(Choice("0.2.0", shown=True))
    assert start(first) == (0, ["0.1.0"])


@pytest.mark.parametrize("planted", ["a pipe", "what has no end"])
def test_a_choice_that_is_no_file_starts_the_build(first, planted):
    versions = put_beside(first, "0.2.0")
    choice = versions.folder / "choice.json"
    choice.unlink()
    if planted == "a pipe":
        os.mkfifo(choice)
    else:
        choice.symlink_to("/dev/zero")
    assert start(first) == (0, ["0.1.0"])


def test_another_version_that_shows_a_page_changes_no_choice(first):
    versions = put_beside(first, "0.2.0")
    has_shown(Installation(Form.FOLDER, first, "linux-x86_64", version="0.1.0"))
    assert json.loads((versions.folder / "choice.json").read_text(encoding="utf-8")) == asdict(
        Choice("0.2.0")
    )


def test_versions_are_compared_as_numbers():
    assert numbered("0.10.0") > numbered("0.9.9")
    assert numbered("1.0") > numbered("0.99.99")
    assert not numbered("1.0rc1")
    assert not numbered("1")
    assert not numbered("1.\u0662")  # a digit of another script


def test_another_build_gets_none_of_our_libraries():
    ours = {
        "_PYI_APPLICATION_HOME_DIR": "/old/_internal",
        "LD_LIBRARY_PATH": "/old/_internal:/mine",
        "LD_LIBRARY_PATH_ORIG": "/mine",
        "HOME": "/somewhere",
    }
    theirs = environment_for_another(ours)
    assert theirs == {"LD_LIBRARY_PATH": "/mine", "HOME": "/somewhere", "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    del ours["LD_LIBRARY_PATH_ORIG"]
    assert "LD_LIBRARY_PATH" not in environment_for_another(ours)


def test_a_path_for_libraries_that_a_person_set_stays_without_a_build():
    assert environment_for_another({"LD_LIBRARY_PATH": "/mine"})["LD_LIBRARY_PATH"] == "/mine"
