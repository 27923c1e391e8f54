"""A person's desktop on Linux learns of the files, and forgets them without a trace."""

import sys

import pytest

from dialogue_desk.desk.file_types.linux_file_types import LinuxFileTypes, run_quietly


@pytest.fixture
def ran():
    return []


@pytest.fixture
def types(tmp_path, ran):
    return LinuxFileTypes(tmp_path / "share", ("/media/my stick/window",), ran.append)


def files_below(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_files_open_in_the_app_and_the_system_gathers_what_it_was_told(types, tmp_path, ran):
    types.add()
    assert types.command() == types.own_command() == '"/media/my stick/window"'
    share = tmp_path / "share"
    assert (share / "mime/packages/dialogue-desk.xml").is_file()
    assert (share / "icons/hicolor/48x48/mimetypes/dialogue-desk-file.png").is_file()
    assert [command[0] for command in ran] == [
        "update-mime-database",
        "update-desktop-database",
        "gtk-update-icon-cache",
    ]


def test_it_is_all_taken_away_again_and_nothing_of_others(types, tmp_path, ran):
    other = tmp_path / "share/applications/other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n", encoding="utf-8")
    types.add()
    ran.clear()
    assert types.remove()
    assert files_below(tmp_path) == [other]
    assert types.command() == ""
    assert len(ran) == 3
    ran.clear()
    assert not types.remove()
    assert ran == []


def test_adding_twice_is_adding_once(types, tmp_path):
    types.add()
    once = files_below(tmp_path)
    types.add()
    assert files_below(tmp_path) == once


def test_a_program_that_is_missing_or_fails_stops_nothing():
    run_quietly(("no-such-program-of-any-system",))
    run_quietly((sys.executable, "-c", "raise SystemExit(3)"))
