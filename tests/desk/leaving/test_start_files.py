"""The start file for Linux, run for real by the shell, on sticks that let programs start and on others."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_desk.desk.leaving.given_content import given_content, start_files
from dialogue_desk.desk.leaving.giving import give
from dialogue_desk.desk.leaving.giving_plan import plan_giving
from tests.desk.leaving.small_build import small_build

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="runs the start file for Linux")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with a space in its name that the app was given to."""
    stick = tmp_path / "MY STICK"
    stick.mkdir()
    build = small_build(tmp_path / "app", system=f"linux-{platform.machine()}")
    plan = plan_giving(given_content(build), stick, build)
    give(plan)
    return plan.target


def started(
    stick: Path, home: Path, *arguments: str, language: str = "en_US.UTF-8"
) -> subprocess.CompletedProcess[str]:
    """Double-click the start file, as another person."""
    environ = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": language}
    return subprocess.run(
        ["/bin/sh", str(stick / "Start on Linux.sh"), *arguments],
        cwd="/",
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def without_programs(stick: Path) -> Path:
    """Take from a stick that files may be programs, as FAT does."""
    for path in stick.rglob("*"):
        if path.is_file():
            path.chmod(0o644)
    return stick


def test_where_programs_start_the_app_starts_from_the_stick(stick: Path, tmp_path: Path) -> None:
    done = started(stick, tmp_path / "home", "a guide.guide.md")
    assert done.returncode == 0
    assert (
        done.stdout.strip() == f"{stick}/App/linux-{platform.machine()}/dialogue-desk-window a guide.guide.md"
    )
    assert not (tmp_path / "home").exists()


def test_where_no_program_starts_the_app_is_put_on_the_laptop_first(stick: Path, tmp_path: Path) -> None:
    home = tmp_path / "home of Ñandú"
    for _ in range(2):
        done = started(without_programs(stick), home)
        assert done.returncode == 0
        assert done.stdout.startswith(f"{home}/.local/share/dialogue-desk-app/app/dialogue-desk-window")
    assert "One minute" not in done.stderr
    assert [path.name for path in (home / ".local/share/dialogue-desk-app").iterdir()] == ["app"]


def test_another_version_on_the_stick_takes_the_place_of_the_one_on_the_laptop(
    stick: Path, tmp_path: Path
) -> None:
    started(without_programs(stick), tmp_path / "home")
    (app,) = (stick / "App").iterdir()
    (app / "_internal" / "libfirst.so").write_bytes(b"newer")
    manifest = app / "_internal" / "dialogue_desk" / "data" / "manifest.json"
    manifest.write_bytes(manifest.read_bytes() + b"\n")
    started(stick, tmp_path / "home")
    kept = tmp_path / "home" / ".local/share/dialogue-desk-app/app"
    assert (kept / "_internal" / "libfirst.so").read_bytes() == b"newer"


def test_a_laptop_without_room_is_told_and_nothing_is_left(stick: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / ".local" / "share").mkdir(parents=True)
    (tmp_path / "home" / ".local" / "share" / "dialogue-desk-app").write_text("in the way")
    done = started(without_programs(stick), tmp_path / "home", language="es_MX.UTF-8")
    assert done.returncode == 1
    assert "No se cambió nada" in done.stderr


def test_a_stick_for_other_systems_says_so(stick: Path, tmp_path: Path) -> None:
    shutil.rmtree(stick / "App")
    done = started(stick, tmp_path / "home")
    assert done.returncode == 1
    assert "no Dialogue Desk for this kind of laptop" in done.stderr


def test_there_is_a_start_file_for_each_system_on_the_stick_and_windows_gets_its_line_ends() -> None:
    files = {file.path: file.source for file in start_files(("linux-x86_64", "windows-amd64", "macos-arm64"))}
    assert list(files) == ["Start on Linux.sh", "Start on Windows.cmd", "Start on Mac.command"]
    windows = files["Start on Windows.cmd"]
    assert isinstance(windows, bytes)
    assert windows.count(b"\n") == windows.count(b"\r\n") > 0
    assert windows.isascii()
    assert b"\r" not in files["Start on Linux.sh"]  # type: ignore[operator]
