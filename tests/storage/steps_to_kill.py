"""Replaces a desk, and is killed at each step on the way: each file that is named, each statement of SQL.

``python -m tests.storage.steps_to_kill DEED FOLDER KILLS`` says as JSON what was wrong after which kill.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from dialogue_desk.desk.erasing.erase import erase_from_copies
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.database import open_for_reading
from dialogue_desk.storage.restore import erased_in, list_copies, restore_copy
from tests.storage.damage import SESSION, a_desk, note, smash, texts
from tools.manual_clock import ManualClock

DAY = date(2026, 3, 12)
FILES = {"open", "os.rename", "os.remove", "sqlite3.connect"}


def prepared(folder: Path) -> Path:
    """A desk with copies of two days, of which the earlier one still holds words that were erased."""
    path = folder / "desk.db"
    desk = a_desk(path)
    desk.add(SESSION, note("one"))
    secret = desk.add(SESSION, note("a secret"))
    Backups(path, None, desk.file.erasures).make(DAY)
    desk.add(SESSION, note("two"))
    Backups(path, None, desk.file.erasures).make(DAY + timedelta(days=1))
    desk.add(SESSION, note("three"))
    desk.erase([secret])
    desk.file.close()
    return path


def go_back(path: Path, copy: int) -> None:
    """Go back to one of the copies, the latest first."""
    desk = a_desk(path, seed=3)
    names = desk.names()
    desk.file.close()
    restore_copy(path, Backups(path).copies()[copy], erased_in(path), names)


def opened(path: Path) -> list[str]:
    """Start again, and return the notes that are there; the file is whole."""
    desk = open_desk(path, ManualClock(2_000_000), RandomIds(7)).desk
    found = texts(desk)
    desk.file.close()
    with closing(open_for_reading(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",), "damaged"
    return found


def checked_going_back(path: Path) -> None:
    """After a kill on the way to the earlier copy: one of the two; then the later copy when asked for."""
    assert opened(path) in (["one", "two", "three"], ["one"]), "another copy than the one asked for"
    go_back(path, 0)
    assert opened(path) == ["one", "two"], "another copy than the one asked for"
    for aside in path.parent.glob("desk-set-aside-*.db"):
        assert opened(aside) in (["one", "two", "three"], ["one"]), "the desk that was set aside is not whole"


def checked_mending(path: Path) -> None:
    """After a kill while a damaged desk is mended: it is mended, and the damaged one is kept."""
    found = opened(path)
    assert set(found) == {f"note {number}" for number in range(60)}, f"{len(found)} notes"
    assert len(list(path.parent.glob("desk-damaged-*.db"))) == 1


def checked_copies(path: Path) -> None:
    """After a kill while words leave the copies: a copy made then is the desk as it is."""
    desk = a_desk(path, seed=5)
    desk.add(SESSION, note("four"))
    for days in (0, 1):
        Backups(path, None, desk.file.erasures).make(DAY + timedelta(days=days))
    desk.file.close()
    copies = list_copies(Backups(path))
    assert all(copy.sound and copy.notes == 4 for copy in copies), copies
    for copy in copies:
        assert sorted(opened(copy.path)) == ["four", "one", "three", "two"], "another copy than the one made"


def erase_copies(path: Path) -> None:
    """Erase from the copies, and make those of both days again."""
    desk = a_desk(path, seed=4)
    erase_from_copies(desk)
    for days in (0, 1):
        Backups(path, None, desk.file.erasures).make(DAY + timedelta(days=days))
    desk.file.close()


def damaged(folder: Path) -> Path:
    """A damaged desk, of which a whole copy is there."""
    path = folder / "desk.db"
    desk = a_desk(path)
    for number in range(60):
        desk.add(SESSION, note(f"note {number}"))
    Backups(path).make(DAY)
    desk.file.close()
    smash(path, [3, 4])
    return path


DEEDS: dict[str, tuple[Callable[[Path], Path], Callable[[Path], object], Callable[[Path], None]]] = {
    "go back": (prepared, lambda path: go_back(path, 1), checked_going_back),
    "mend": (damaged, opened, checked_mending),
    "erase and copy": (prepared, erase_copies, checked_copies),
}


def killed(deed: Callable[[Path], object], path: Path, step: int) -> int:
    """Do ``deed`` in a process that is killed at its ``step``; return how many it takes when it is not."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        left = step

        def count(*_: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        def hook(event: str, args: tuple[object, ...]) -> None:
            if event in FILES and str(path.parent) in str(args[0]):
                count()

        class Traced(sqlite3.Connection):
            def __init__(self, *args: object, **more: object) -> None:
                super().__init__(*args, **more)
                self.set_trace_callback(count)

        sqlite3.connect = partial(sqlite3.connect, factory=Traced)
        sys.addaudithook(hook)
        try:
            deed(path)
        except BaseException:  # noqa: BLE001  # the parent asks why
            traceback.print_exc()
            os._exit(3)
        os.write(write, str(step - left).encode())
        os._exit(0)
    os.close(write)
    _, status = os.waitpid(child, 0)
    with os.fdopen(read) as told:
        steps = int(told.read() or 0)
    assert os.WIFSIGNALED(status) or steps, "the deed fails by itself"
    return steps


def main(name: str, folder: Path, most: int) -> None:
    """Say what was wrong, and after how many kills, which are spread over all steps."""
    prepare, deed, check = DEEDS[name]
    whole, tried = folder / "whole", folder / "tried"
    path = tried / "desk.db"
    whole.mkdir()
    prepare(whole)
    shutil.copytree(whole, tried)
    steps = killed(deed, path, sys.maxsize)
    shutil.rmtree(tried)
    wrong, kills = [], 0
    for step in sorted({1 + steps * kill // most for kill in range(most)}):
        shutil.copytree(whole, tried)
        kills += not killed(deed, path, step)
        try:
            check(path)
        except Exception as error:  # noqa: BLE001  # told for each kill
            wrong.append(f"step {step}: {error!r}")
        shutil.rmtree(tried)
    json.dump({"steps": steps, "kills": kills, "wrong": wrong}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
