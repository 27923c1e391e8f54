"""The environment ``.venv`` goes on running, whatever becomes of its folder, its Python or the internet."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import replace
from pathlib import Path

import pytest

from tools.environment.environment import STAMP, Environment
from tools.environment.launchers import libraries_in, write_launchers
from tools.environment.locks import in_use
from tools.environment.stamp import (
    APP_LOCK,
    BUILD_LOCK,
    BUILDING,
    OLDER_APP_LOCK,
    OLDER_TOOLS_LOCK,
    TOOLS_LOCK,
    Stamp,
)
from tools.offline.laptop import Laptop

posix_only = pytest.mark.skipif(os.name != "posix", reason="there Python is copied, and folders in use stay")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose libraries are two that do nothing."""
    folder = tmp_path / "Mesa de diálogo"
    (folder / "dialogue_desk").mkdir(parents=True)
    (folder / "dialogue_desk" / "__init__.py").touch()
    (folder / "dialogue_desk" / "__main__.py").write_text(
        "def run_command():\n    print('whole')\n", encoding="utf-8"
    )
    (folder / APP_LOCK).write_text("msgspec==1\n", encoding="utf-8")
    (folder / TOOLS_LOCK).write_text("msgspec==1\npytest==1\n", encoding="utf-8")
    return folder


def fill(project: Path, name: str = ".venv", *, tools: bool = False) -> Path:
    """Make an environment as a set-up leaves it, but with stand-ins for the libraries."""
    folder = project / name
    venv.EnvBuilder(symlinks=os.name == "posix").create(folder)
    for libraries in libraries_in(folder):
        for library in ("msgspec", "PySide6", *(["xdist"] if tools else [])):
            (libraries / f"{library}.py").touch()
    write_launchers(folder, project)
    replace(Stamp.wanted(project, tools=tools), lay=str(folder)).write(folder / STAMP)
    return folder


def stop_it_from_being_built(project: Path) -> None:
    """Put a file where a new environment would be made, as a full disk or a lack of internet would."""
    (project / ".venv.new").touch()


def told(project: Path, text: str) -> bool:
    return text in (project / ".venv" / STAMP).read_text(encoding="utf-8")


def test_what_serves_is_left_alone(project, capsys):
    environment = Environment(project)
    fill(project)
    environment.make_ready(tools=False)
    assert capsys.readouterr().out == ""
    assert sorted(path.name for path in project.glob(".venv*")) == [".venv"]


@pytest.mark.parametrize("lock", [APP_LOCK, TOOLS_LOCK])
def test_a_comment_or_another_line_end_is_no_reason_to_set_up_again(project, lock, capsys):
    fill(project, tools=True)
    text = (project / lock).read_text(encoding="utf-8")
    (project / lock).write_bytes(b"# chosen in spring\r\n" + text.replace("\n", "\r\n").encode())
    Environment(project).make_ready(tools=True)
    assert capsys.readouterr().out == ""


@posix_only
def test_a_folder_that_was_renamed_goes_on_with_its_commands_and_its_activation(project, capsys):
    fill(project)
    moved = project.rename(project.with_name("otra mesa"))
    Environment(moved).make_ready(tools=False)
    assert capsys.readouterr().out == ""
    command = moved / ".venv" / "bin" / "dialogue-desk"
    assert subprocess.run([command], capture_output=True, check=True).stdout == b"whole\n"
    activation = (moved / ".venv" / "bin" / "activate").read_text(encoding="utf-8")
    assert str(moved) in activation
    assert str(project) not in activation
    assert told(moved, f"lay: {moved}")


@posix_only
def test_a_python_that_was_updated_into_another_folder_is_found_again(project, capsys):
    folder = fill(project)
    gone = project / "python-3.9.1" / "bin"
    for link in (folder / "bin").glob("python*"):
        link.unlink()
    (folder / "bin" / "python").symlink_to(gone / "python3")
    cfg = folder / "pyvenv.cfg"
    cfg.write_text(f"home = {gone}\n", encoding="utf-8")
    environment = Environment(project)
    environment.make_ready(tools=False)
    assert capsys.readouterr().out == ""
    assert subprocess.run([environment.python, "-c", "import msgspec"], check=False).returncode == 0


def test_where_no_new_one_can_be_made_the_old_one_runs_and_it_is_said_once(project, capsys):
    fill(project)
    (project / APP_LOCK).write_text("msgspec==2\n", encoding="utf-8")
    stop_it_from_being_built(project)
    Environment(project).make_ready(tools=False)
    said = capsys.readouterr().out
    assert said.count("this runs with the libraries that were set up before") == 1
    assert (project / ".venv" / STAMP).is_file()


def test_one_that_an_earlier_version_made_runs_too_where_no_new_one_can_be_made(project, capsys):
    folder = fill(project)
    (folder / STAMP).write_text("3.11.7 /usr /somewhere\n0a1b2c\n", encoding="utf-8")
    stop_it_from_being_built(project)
    Environment(project).make_ready(tools=False)
    assert "set up before" in capsys.readouterr().out


def test_what_an_attempt_without_internet_began_is_not_begun_again(project, capsys):
    """A stand-in for pip fails at once, as pip does in the end."""
    old = fill(project)
    (project / APP_LOCK).write_text("msgspec==2\n", encoding="utf-8")
    begun = fill(project, ".venv.new")
    (begun / STAMP).rename(begun / "dialogue-desk-begun.txt")
    for libraries in libraries_in(begun):
        for path in libraries.iterdir():
            path.unlink()
        (libraries / "pip.py").write_text("raise SystemExit('ProxyError')", encoding="utf-8")
    Environment(project).make_ready(tools=False)
    said = capsys.readouterr().out
    assert "Making .venv" not in said
    assert "The internet could not be reached." in said
    assert "set up before" in said
    assert (old / STAMP).is_file()


@pytest.mark.parametrize("there", [False, True])
def test_where_nothing_runs_it_says_what_to_do_and_stops(project, there, capsys):
    if there:
        fill(project)  # the app runs, but the tests are wanted
        (project / APP_LOCK).write_text("msgspec==2\n", encoding="utf-8")
    stop_it_from_being_built(project)
    with pytest.raises(SystemExit, match="1"):
        Environment(project).make_ready(tools=there)
    assert "See that this folder is writable and has 1 GB free" in capsys.readouterr().err


@pytest.mark.parametrize("left", [".venv.old", ".venv.new"])
def test_a_set_up_that_was_stopped_in_the_middle_of_the_swap_is_taken_up(project, left, capsys):
    fill(project, left)
    environment = Environment(project)
    environment.make_ready(tools=False)
    assert environment.python.exists()
    assert told(project, f"lay: {project / '.venv'}")
    assert [path.name for path in project.glob(".venv.*") if path.is_dir()] == []


def test_a_whole_new_one_takes_the_place_of_the_old(project, capsys):
    old = fill(project)
    (old / "old").touch()
    (project / APP_LOCK).write_text("msgspec==2\n", encoding="utf-8")
    fill(project, ".venv.new")
    Environment(project).make_ready(tools=False)
    assert capsys.readouterr().out == "Set-up is done.\n"
    assert not (old / "old").exists()
    assert [path.name for path in project.glob(".venv.*") if path.is_dir()] == []


@posix_only
def test_no_libraries_are_taken_from_under_an_open_window(project, capsys):
    old = fill(project)
    (old / "old").touch()
    mark = in_use(old)
    assert mark is not None
    (project / APP_LOCK).write_text("msgspec==2\n", encoding="utf-8")
    fill(project, ".venv.new")
    Environment(project).make_ready(tools=False)
    assert "another window or command uses the old ones" in capsys.readouterr().out
    assert (old / "old").exists()
    os.close(mark)
    Environment(project).make_ready(tools=False)
    assert not (old / "old").exists()


def test_one_for_another_python_does_not_serve(project):
    made = Stamp.wanted(project, tools=True)
    assert made.serves(Stamp.wanted(project, tools=False))
    assert not Stamp.wanted(project, tools=False).serves(made)
    other = replace(made, python=made.python.replace(f"3{sys.version_info[1]}", "399"))
    assert not other.serves(made)


@pytest.mark.parametrize(
    ("laptop", "said"),
    [
        (Laptop("macos-x86_64", (11, 7), (3, 12)), "needs macOS 12 or newer"),
        (Laptop("windows-amd64", (10, 0, 19045), (3, 12), base="C:/Program Files/WindowsApps/x"), "Store"),
    ],
)
def test_what_no_library_is_made_for_is_said_before_anything_is_downloaded(project, laptop, said, capsys):
    for name, text in ((OLDER_APP_LOCK, APP_LOCK), (OLDER_TOOLS_LOCK, TOOLS_LOCK)):
        (project / name).write_bytes((project / text).read_bytes())
    with pytest.raises(SystemExit, match="1"):
        Environment(project, laptop).make_ready(tools=False)
    assert said in capsys.readouterr().err
    assert not (project / ".venv.new").exists()


def test_a_path_too_long_for_windows_is_told_with_its_length_before_anything_is_made(project, capsys):
    deep = project / ("d" * 60)
    project.rename(project.with_name("moved"))
    deep.parent.mkdir()
    project.with_name("moved").rename(deep)
    with pytest.raises(SystemExit, match="1"):
        Environment(deep, Laptop("windows-amd64", (10, 0, 19045), (3, 12))).make_ready(tools=False)
    assert f"The path of this folder has {len(str(deep))} characters" in capsys.readouterr().err
    assert not (deep / ".venv.new").exists()


def test_what_runs_already_is_not_refused(project, capsys):
    fill(project)
    store = Laptop("windows-amd64", (10, 0, 19045), (3, 12), base="C:/Program Files/WindowsApps/x")
    Environment(project, store).make_ready(tools=False)
    assert capsys.readouterr().out == ""


def test_what_makes_installers_has_an_environment_of_its_own(project, capsys):
    (project / BUILD_LOCK).write_text("pyinstaller==6\n", encoding="utf-8")
    builds = Environment(project, tools=BUILDING)
    assert builds.folder == project / "build" / "environment"
    folder = fill(project, "build/environment")
    wanted = Stamp.wanted(project, tools=True, kind=BUILDING)
    replace(wanted, lay=str(folder)).write(folder / STAMP)
    builds.make_ready(tools=True)
    assert capsys.readouterr().out == ""
    assert not (project / ".venv").exists()


def test_an_environment_for_builds_is_not_one_for_tests(project):
    (project / BUILD_LOCK).write_text("pyinstaller==6\n", encoding="utf-8")
    assert not Stamp.wanted(project, tools=True).serves(Stamp.wanted(project, tools=True, kind=BUILDING))
