"""Killed at any moment, the app loses nothing that was on the screen."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing import reach_copies
from dialogue_desk.desk.exports import export_session
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.ids import RandomIds
from dialogue_desk.desk.imports import look_at, packages_in, take_in
from dialogue_desk.desk.live import LiveDesk
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.ids import SECOND
from dialogue_desk.domain.live_session import MoveKind
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.going_back import copies_of
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun, note

ROOT = Path(__file__).parents[2]
EVENING = [sys.executable, "-m", "tests.journeys.evening_to_kill"]
KILLS, DESKS = 100, 10


class Killer:
    """Starts deeds, hears what they say is on disk, and kills them."""

    def __init__(self) -> None:
        self._chance = random.Random(20260312)
        self._nursery: subprocess.Popen[str] | None = None
        if hasattr(os, "fork"):
            self._nursery = self._started([])

    def killed(self, deed: str, folder: Path, seed: int, most: int) -> list[dict[str, object]]:
        """Let a deed run until it has said up to ``most`` things; return all it had said when it died."""
        enough = self._chance.randrange(most)
        if self._nursery is None:
            process = self._started([deed, str(folder), str(seed)])
            said = self._heard(process, enough)
            process.kill()
            said += [json.loads(line) for line in process.stdout]
            process.wait()
            process.stdout.close()
            process.stdin.close()
            return said
        nursery = self._nursery
        nursery.stdin.write(json.dumps([deed, str(folder), seed]) + "\n")
        nursery.stdin.flush()
        told = self._heard(nursery, enough + 1)
        while not (pids := [one["pid"] for one in told if "pid" in one]):
            told += self._heard(nursery, 1)
        self._linger(nursery)
        os.kill(pids[0], signal.SIGKILL)
        while "gone" not in told[-1]:
            told += self._heard(nursery, 1)
        return [one for one in told if "pid" not in one and "gone" not in one]

    def end(self) -> None:
        if self._nursery is not None:
            self._nursery.stdin.close()
            self._nursery.wait()
            self._nursery.stdout.close()

    def _linger(self, process: subprocess.Popen[str]) -> None:
        """Let it get some way into what it does next."""
        try:
            process.wait(self._chance.choice((0.0, 0.001, 0.004, 0.02)))
        except subprocess.TimeoutExpired:
            return
        raise AssertionError("it ended by itself")

    def _started(self, words: list[str]) -> subprocess.Popen[str]:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        return subprocess.Popen([*EVENING, *words], cwd=ROOT, text=True, **pipes)

    def _heard(self, process: subprocess.Popen[str], count: int) -> list[dict[str, object]]:
        lines = [process.stdout.readline() for _ in range(count)]
        assert all(lines), "it ended by itself"
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    killer = Killer()
    yield killer
    killer.end()


def check_every_change_is_whole(file: DeskFile) -> None:
    connection = file._connection
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    without = "SELECT count(*) FROM change WHERE act <> 'import' AND seq NOT IN (SELECT change FROM before)"
    assert connection.execute(without).fetchone() == (0,)
    unexplained = "SELECT count(*) FROM record WHERE id NOT IN (SELECT record FROM before)"
    assert connection.execute(unexplained).fetchone() == (0,)
    lost = "SELECT count(*) FROM before WHERE record NOT IN (SELECT id FROM record)"
    assert connection.execute(lost).fetchone() == (0,)


def noted(desk: Desk) -> Counter[str]:
    """What the notes begin with, and how often."""
    notes = (record.body for record in desk.file.records.of_kind(Kind.NOTE) if record.body)
    return Counter(" ".join(one.text.split()[:2]) for one in notes)


def check_the_session_is_where_it_was(desk: Desk, last: dict[str, object], session_id: str) -> None:
    folder = Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)
    left = LiveDesk(desk, folder, Pulse(desk.file.path)).interruption()
    assert left is not None
    assert abs(left.reading.on_session - last["on_session"]) <= SECOND
    moves = [record.body for record in desk.file.records.under(session_id, Kind.MOVE)]
    steps = (MoveKind.NEXT, MoveKind.BACK)
    unheard = [move for move in moves if move.number > last["moves"] and move.kind in steps]
    assert abs(left.reading.part - last["part"]) <= len(unheard) <= 1


def test_killed_a_hundred_times_nothing_that_was_acknowledged_is_gone(killer, tmp_path):
    for number in range(DESKS):
        folder = tmp_path / str(number)
        folder.mkdir()
        acknowledged: Counter[str] = Counter()
        unheard: set[str] = set()
        last: dict[str, object] | None = None
        session_id = None
        for kill in range(KILLS // DESKS):
            said = killer.killed("play", folder, kill, most=60)
            acknowledged.update(one["note"] for one in said if "note" in one)
            undone = {one["undone"] for one in said if "undone" in one}
            last = next((one for one in reversed(said) if "part" in one), last)
            session_id = next((one["session"] for one in said if "session" in one), session_id)
            desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds())
            check_every_change_is_whole(desk.file)
            shown = noted(desk)
            # What it was busy with when it died may be there, whole, and counts from now on.
            new = set(shown) - set(acknowledged) - unheard
            assert len(new) <= 1
            unheard |= new
            assert {text: shown[text] for text in acknowledged} == acknowledged
            assert undone.isdisjoint(shown)
            if last is not None:
                check_the_session_is_where_it_was(desk, last, session_id)
            if shown:
                assert (desk.undo() is not None and noted(desk) != shown) or desk.can_undo() is not None
                assert desk.redo() is not None and noted(desk) == shown
            desk.file.close()
        assert sum(acknowledged.values()) > 20


def test_killed_while_the_desk_is_made_the_next_start_makes_it(killer, tmp_path):
    for kill in range(25):
        folder = tmp_path / str(kill)
        folder.mkdir()
        killer.killed("play", folder, kill, most=1)
        desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds())
        check_every_change_is_whole(desk.file)
        session_id = begun(desk)
        assert desk.get(session_id) is not None
        desk.file.close()


def test_killed_while_packages_come_in_all_of_them_are_there_or_none(killer, tmp_path):
    words = Words()
    packages = tmp_path / "packages"
    for number in range(6):
        desk = a_desk(tmp_path / "other" / f"{number}.db", seed=number)
        session_id = begun(desk, f"C{number}")
        for line in range(40):
            desk.add(session_id, note(f"{number} {line}"))
        export_session(desk, Folders(desk, a_shelf(tmp_path)).session(session_id), packages)
        desk.file.close()
    plan = look_at(packages_in([packages]), PackageReader(words), words)
    everything = {key for one in plan.looked for key in one.arrival.records}
    seen = set()
    for kill in range(20):
        killer.killed("take in", tmp_path, kill, most=6)
        desk = Desk(DeskFile(tmp_path / "desk.db"), SystemClock(), RandomIds())
        here = {record.id for record in desk.file.records.everything()}
        assert here in (set(), everything)
        known = [desk.file.has_taken_in(one.arrival.identity) for one in plan.looked]
        assert known == [bool(here)] * len(known)
        seen.add(bool(here))
        if kill % 2:
            take_in(desk, plan, words)
            assert {record.id for record in desk.file.records.everything()} == everything
            desk.undo()
        desk.file.close()
    assert seen == {False, True}


def test_killed_while_it_exports_no_half_written_file_looks_whole(killer, tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    begun(desk)
    desk.file.close()
    reader = PackageReader(Words())
    last = 0
    for kill in range(15):
        said = killer.killed("export", tmp_path, kill, most=4)
        revisions = [reader.read(path).written.revision for path in packages_in([tmp_path / "out"])]
        written = [
            last,
            *(int(one["written"].split("-r")[1].split("-")[0]) for one in said if "-r" in one["written"]),
        ]
        # Each takes the place of the one before, once it is whole; it may have died between the two.
        assert 1 <= len(revisions) <= 2 and max(revisions) >= max(written)
        last = max(revisions)


def test_killed_while_it_copies_the_desk_every_copy_is_whole(killer, tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    begun(desk)
    desk.file.close()
    (tmp_path / "stick").mkdir()
    for kill in range(10):
        killer.killed("copy", tmp_path, kill, most=4)
        for place in (tmp_path / "backups", tmp_path / "stick"):
            for copy in place.glob("desk-*.db"):
                opened = tmp_path / "opened" / f"{kill}-{place.name}-{copy.name}"
                opened.parent.mkdir(exist_ok=True)
                opened.write_bytes(copy.read_bytes())
                file = DeskFile(opened)
                assert len(list(file.records.of_kind(Kind.SESSION))) == 1
                file.close()
    assert Backups(tmp_path / "desk.db").copies()


def test_killed_while_erasing_the_rest_is_done_at_the_next_start(killer, tmp_path):
    path = tmp_path / "desk.db"
    desk = a_desk(path)
    session_id = begun(desk)
    desk.file.close()
    kept: set[str] = set()
    gone: set[str] = set()
    for kill in range(12):
        said = killer.killed("erase", tmp_path, kill, most=6)
        kept |= {one["kept"] for one in said if "kept" in one}
        gone |= {one["gone_from_desk"] for one in said if "gone_from_desk" in one}
        desk = open_desk(path, SystemClock(), RandomIds()).desk
        assert reach_copies(desk).unreached == () and desk.file.erasures.due().places == {}
        assert not desk.file.erasures.due().desk
        assert desk.file._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        shown = {one.body.text for one in desk.file.records.under(session_id, Kind.NOTE) if one.body}
        assert kept <= shown
        left = {one for one in shown if one.startswith("secret")}
        files = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
        for secret in gone:
            assert [file.name for file, data in files.items() if secret.encode() in data] == []
        assert all(copy.sound for copy in copies_of(Backups(path, tmp_path / "stick")))
        # What was written and not erased yet is the person's to erase.
        gone |= {" ".join(one.split()[:2]) for one in left}
        notes = list(desk.file.records.under(session_id, Kind.NOTE))
        desk.erase([one.id for one in notes if one.body and one.body.text in left])
        reach_copies(desk)
        desk.file.close()
    assert len(gone) > 5


def test_killed_while_going_back_there_is_one_whole_desk_or_the_other(killer, tmp_path):
    path = tmp_path / "desk.db"
    desk = a_desk(path)
    begun(desk)
    desk.file.close()
    for kill in range(15):
        said = killer.killed("go back", tmp_path, kill, most=6)
        written = {one["written"] for one in said if "written" in one}
        desk = Desk(DeskFile(path), SystemClock(), RandomIds())
        whole = [one.body.text for one in desk.file.records.of_kind(Kind.NOTE)]
        desk.file.close()
        assert not (tmp_path / "desk.db.restored").exists()
        for aside in tmp_path.glob("desk-set-aside-*.db"):
            file = DeskFile(aside)
            whole += [one.body.text for one in file.records.of_kind(Kind.NOTE)]
            file.close()
        assert written <= set(whole)
