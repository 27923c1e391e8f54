"""Trials of where a build is used, and by whom: what works where it was made may not work elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dialogue_desk.desk.paths import DESK_VARIABLE
from tools.build.tried_app import CannotBeTried, NotSo, TriedApp, needs, started

_NOBODY = 65534


def the_window_is_painted_without_a_screen(app: TriedApp) -> str:
    """As tests and servers open it."""
    app.window()
    return ""


def the_window_is_painted_on_a_screen(app: TriedApp) -> str:
    """An X server that nobody looks at."""
    with _screen() as display:
        app.window(QT_QPA_PLATFORM=None, DISPLAY=display)
    return ""


def the_window_is_painted_where_libxcb_cursor_is_not_installed(app: TriedApp) -> str:
    """Many systems lack it, and Qt does not start without it: it comes along."""
    needs("unshare", "mount", administrator=True)
    folder = Path("/usr/lib") / os.uname().machine.join(("", "-linux-gnu"))
    files = [*folder.glob("libxcb-cursor.so*"), *Path("/usr/lib64").glob("libxcb-cursor.so*")]
    hidden = "".join(f"mount --bind /dev/null {file}; " for file in files)
    hiding = ("unshare", "-m", "sh", "-c", f'{hidden}exec "$@"', "sh")
    with _screen() as display:
        app.window(before=hiding, QT_QPA_PLATFORM=None, DISPLAY=display)
    return f"{len(files)} hidden"


def the_window_is_painted_where_no_font_is_installed(app: TriedApp) -> str:
    """It brings its own."""
    fonts = app.work / "no-fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    app.window(FONTCONFIG_FILE=str(fonts))
    return ""


def it_opens_no_network_connection(app: TriedApp) -> str:
    """The window and the command line, as the system sees them."""
    needs("strace")
    calls = app.work / "calls"
    before = ("strace", "-f", "-e", "trace=%network", "-o", calls)
    seen = []
    for run in (app.window, partial(app.command, "demo", "--out", app.work / "demo")):
        run(before=before)
        told = calls.read_text(encoding="utf-8").splitlines()
        seen += [line for line in told if "socket(" in line or "connect(" in line]
    if outside := [line for line in seen if "AF_UNIX" not in line]:
        raise NotSo(outside[0])
    return f"{len(seen)} calls, all within this laptop"


def it_runs_where_there_is_no_network(app: TriedApp) -> str:
    """Not even that of the laptop with itself."""
    needs("unshare", administrator=True)
    app.window(before=("unshare", "-n"))
    app.command("demo", "--out", app.work / "demo", before=("unshare", "-n"))
    return ""


def it_runs_from_a_folder_that_may_only_be_read_and_for_another_person(app: TriedApp) -> str:
    """An administrator put it there; it leaves no trace in its own folder."""
    needs("setpriv", administrator=True)
    with _anybodys_folder() as place:
        shared = app.at(shutil.copytree(app.folder, place / "app", symlinks=True))
        before = sorted(shared.folder.rglob("*"))
        person = ("setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups")
        home = place / "home"
        home.mkdir()
        os.chown(home, _NOBODY, _NOBODY)
        shared.window(before=person, HOME=str(home))
        shared.command("demo", "--out", home / "demo", before=person, HOME=str(home))
        if sorted(shared.folder.rglob("*")) != before:
            raise NotSo("it wrote into its own folder")
    return ""


def it_runs_from_a_folder_with_spaces_and_accents(app: TriedApp) -> str:
    """As on a stick of a Spanish laptop."""
    moved = app.copied("Mi memoria USB ñandú")
    moved.window()
    moved.command("demo", "--out", app.work / "Círculos de mañana")
    return ""


def it_runs_after_its_folder_was_renamed(app: TriedApp) -> str:
    """With the desk that it made before."""
    old = app.copied("old name")
    desk = app.work / "desk.db"
    old.window(**{DESK_VARIABLE: str(desk)})
    new = app.at(old.folder.rename(app.work / "new name"))
    new.window(**{DESK_VARIABLE: str(desk)})
    new.command("--version")
    return ""


def it_runs_where_nobody_says_which_the_home_folder_is(app: TriedApp) -> str:
    """As when a service starts it."""
    app.command("demo", "--out", app.work / "demo", HOME=None)
    return ""


def it_works_for_a_script_that_closed_its_output(app: TriedApp) -> str:
    """Nothing is printed, and all is done."""
    app.command("demo", "--out", app.work / "demo", before=("sh", "-c", 'exec "$@" >&- 2>&-', "sh"))
    if not any((app.work / "demo").rglob("*.dialogue")):
        raise NotSo("nothing was written")
    return ""


def a_full_disk_is_told_as_a_full_disk(app: TriedApp) -> str:
    """And a disk that is not full is not."""
    needs("unshare", "mount", administrator=True)
    disk = app.work / "disk"
    disk.mkdir()
    script = f'mount -t tmpfs -o size=200k tmpfs {disk}; exec "$@"'
    said = app.refused("demo", "--out", disk / "demo", before=("unshare", "-m", "sh", "-c", script, "sh"))
    if "The disk is full." not in said:
        raise NotSo(said)
    return ""


def it_runs_from_a_stick_without_rights_and_links(app: TriedApp) -> str:
    """A FAT stick knows neither; what it says of each file is the same."""
    if links := [path for path in app.folder.rglob("*") if path.is_symlink()]:
        raise NotSo(f"{len(links)} links, such as {links[0].name}")
    names = [path.relative_to(app.folder).as_posix() for path in app.folder.rglob("*")]
    if len({name.lower() for name in names}) != len(names):
        raise NotSo("two names differ in capital letters alone")
    if odd := [name for name in names if set(name) & set('<>:"|?*\\')]:
        raise NotSo(f"a name that it does not take: {odd[0]}")
    stick = app.copied("stick")
    for path in stick.folder.rglob("*"):
        path.chmod(0o755)
    stick.window()
    return ""


@contextmanager
def _screen() -> Iterator[str]:
    """An X server of its own; what it is called."""
    needs("Xvfb")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _anybodys_folder() -> Iterator[Path]:
    """A folder that everybody may look into, unlike a work folder."""
    place = Path("/var/tmp") / f"dialogue-desk-trial-{os.getpid()}"
    place.mkdir(mode=0o755)
    try:
        if started(("test", "-x", place), {}).returncode:
            raise CannotBeTried(f"nothing may be run in {place.parent}")
        yield place
    finally:
        shutil.rmtree(place)


TRIALS = (
    the_window_is_painted_without_a_screen,
    the_window_is_painted_on_a_screen,
    the_window_is_painted_where_libxcb_cursor_is_not_installed,
    the_window_is_painted_where_no_font_is_installed,
    it_opens_no_network_connection,
    it_runs_where_there_is_no_network,
    it_runs_from_a_folder_that_may_only_be_read_and_for_another_person,
    it_runs_from_a_folder_with_spaces_and_accents,
    it_runs_after_its_folder_was_renamed,
    it_runs_where_nobody_says_which_the_home_folder_is,
    it_works_for_a_script_that_closed_its_output,
    it_runs_from_a_stick_without_rights_and_links,
    a_full_disk_is_told_as_a_full_disk,
)
