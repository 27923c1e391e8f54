"""Killed at any moment, the app loses nothing that was on the screen."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import erase, erase_from_copies
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.packages import session_package, write_package
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.program.found_files import files_found
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import SECOND
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind, Spread
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import NOT_SEALED, Keyring, Seal, SealingKey, new_key
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.storage.restore import list_copies
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun, note
from tests.journeys.wholeness import all_said, check_every_change_is_whole, check_every_record_is_explained
from tests.memory import quick_place

ROOT = Path(__file__).parents[2]
EVENING = [sys.executable, "-m", "tests.journeys.evening_to_kill"]
KILLS, DESKS = 100, 10
ENDS = {".pdf": b"%%EOF\n", ".html": b"</html>\n", ".md": b"\n", ".txt": b"\n"}
"""How each kind of paper ends that is all there."""


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


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder that a kill leaves as it is, and for which nobody waits."""
    with tempfile.TemporaryDirectory(dir=quick_place() or tmp_path) as folder:
        yield Path(folder)


@pytest.fixture
def organizer(tmp_path: Path) -> SealingKey:
    """An organizer's key, where the evening finds it."""
    key = new_key()
    (tmp_path / "organizer.age").write_text(key.public)
    (tmp_path / "organizer.age-key").write_text(key.secret)
    return key


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    killer = Killer()
    yield killer
    killer.end()


def noted(desk: Desk) -> Counter[str]:
    """What the notes begin with that were only typed, and how often."""
    notes = (record.body for record in desk.file.records.of_kind(Kind.NOTE) if record.body)
    return Counter(" ".join(one.text.split()[:2]) for one in notes if one.text.startswith(("note", "undone")))


def check_each_deed_was_done_whole(desk: Desk, session_id: str, said: list[dict[str, object]]) -> None:
    """Halves stand by each other, an idea is a note or an action idea, and an added note has its theme."""
    texts = all_said(desk)
    told = Counter(
        " ".join(pair)
        for text in texts
        for pair in itertools.pairwise(text.split())
        if pair[0] in ("pair", "half", "idea")
    )
    assert set(told.values()) <= {1}
    pairs, halves = ({one.split()[1] for one in told if one.startswith(word)} for word in ("pair", "half"))
    assert pairs == halves >= {one["pair"] for one in said if "pair" in one}
    assert told.keys() >= {f"idea {one['idea']}" for one in said if "idea" in one}
    folder = Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)
    caught = {one.body.text: one.body for one in folder.notes if one.body.text.startswith("caught")}
    assert caught.keys() >= {f"caught {one['caught']}" for one in said if "caught" in one}
    for text, line in caught.items():
        assert folder.theme_names(line.themes) == (f"theme {text.split()[1]}x",)
        assert (line.kind, line.spread) == (NoteKind.DISAGREEMENT, Spread.A_FEW)
    assert len(folder.themes) == len(caught)
    assert folder.closing.read >= {one["ticked"] for one in said if "ticked" in one}


def check_the_session_is_where_it_was(desk: Desk, last: dict[str, object], session_id: str) -> None:
    folder = Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)
    left = SessionRunner(desk, folder, Pulse(desk.file.path)).interruption()
    assert left is not None
    assert abs(left.reading.session_elapsed - last["session_elapsed"]) <= SECOND
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
        everything: list[dict[str, object]] = []
        for kill in range(KILLS // DESKS):
            said = killer.killed("play", folder, kill, most=60)
            everything += said
            acknowledged.update(one["note"] for one in said if "note" in one)
            undone = {one["undone"] for one in said if "undone" in one}
            last = next((one for one in reversed(said) if "part" in one), last)
            session_id = next((one["session"] for one in everything if "session" in one), None)
            desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds())
            check_every_change_is_whole(desk.file)
            check_every_record_is_explained(desk.file)
            shown = noted(desk)
            # What it was busy with when it died may be there, whole, and counts from now on.
            new = set(shown) - set(acknowledged) - unheard
            assert len(new) <= 1
            unheard |= new
            assert {text: shown[text] for text in acknowledged} == acknowledged
            assert undone.isdisjoint(shown)
            if session_id is not None:
                check_each_deed_was_done_whole(desk, session_id, everything)
            if last is not None:
                check_the_session_is_where_it_was(desk, last, session_id)
            if shown:
                before = all_said(desk)
                assert (desk.undo() is not None and all_said(desk) != before) or desk.can_undo() is not None
                assert desk.redo() is not None and all_said(desk) == before
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


def test_killed_while_packages_come_in_all_of_them_are_there_or_none(killer, tmp_path, organizer):
    words = Words()
    packages = tmp_path / "packages"
    for number in range(6):
        desk = a_desk(tmp_path / "other" / f"{number}.db", seed=number)
        session_id = begun(desk, f"C{number}")
        for line in range(30):
            desk.add(session_id, note(f"{number} {line}"))
        package = session_package(desk, Folders(desk, a_shelf(tmp_path)).session(session_id))
        write_package(desk, package, packages, Seal(to=(organizer.public,)) if number % 2 else NOT_SEALED)
        desk.file.close()
    reader = PackageReader(words, Keyring((organizer.secret,)))
    plan = read_packages(files_found([packages]).files, reader, words)
    everything = {key for one in plan.packages for key in one.incoming.records}
    assert len(plan.packages) == 6
    seen = set()
    for kill in range(30):
        killer.killed("take in", tmp_path, kill, most=6)
        desk = Desk(DeskFile(tmp_path / "desk.db"), SystemClock(), RandomIds())
        check_every_change_is_whole(desk.file)
        here = {record.id for record in desk.file.records.everything()}
        assert here in (set(), everything)
        known = [desk.file.imports.has(one.incoming.identity) for one in plan.packages]
        assert known == [bool(here)] * len(known)
        seen.add(bool(here))
        if kill % 5 == 4:
            import_packages(desk, plan, words)
            assert {record.id for record in desk.file.records.everything()} == everything
            desk.undo()
        desk.file.close()
    assert seen == {False, True}


def test_killed_while_it_exports_no_half_written_file_looks_whole(killer, tmp_path, organizer):
    desk = a_desk(tmp_path / "desk.db")
    session_id = begun(desk)
    desk.file.close()
    out = tmp_path / "out"
    out.mkdir()
    reader = PackageReader(Words(), Keyring((organizer.secret,)))
    last = 0
    for kill in range(35):
        said = killer.killed("export", tmp_path, kill, most=4)
        packages = [reader.read(path) for path in files_found([out]).files]
        revisions = [package.origin.revision for package in packages]
        # Each takes the place of the one before, once it is whole; it may have died between the two.
        assert len(revisions) <= 2 and max(revisions, default=0) >= max([last, *_revisions(said)])
        last = max(revisions, default=0)
        for package in packages:
            lines = [one.body.text for one in package.records.values() if isinstance(one.body, Note)]
            assert all(line.count("word") == 200 for line in lines)
        for paper in (path for path in out.iterdir() if path.suffix in ENDS):
            told = paper.read_bytes()
            assert told.endswith(ENDS[paper.suffix]), paper
            if paper.suffix != ".pdf":
                assert told.count(b"word word") == 100 * len(re.findall(rb"line \d+\.\d+ ", told)) > 0, paper
        # It knows of every file that may lie there, and never of one too few.
        desk = Desk(DeskFile(tmp_path / "desk.db"), SystemClock(), RandomIds())
        check_every_change_is_whole(desk.file)
        known = {one.path.name for one in desk.file.exports.of(session_id)}
        assert {path.name for path in out.iterdir() if not path.name.startswith(".")} <= known
        desk.file.close()
    assert last > 10


def _revisions(said):
    return [one["revision"] for one in said if "revision" in one]


def test_killed_while_it_copies_the_desk_every_copy_is_whole(killer, tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    begun(desk)
    desk.file.close()
    (tmp_path / "stick").mkdir()
    opened: dict[bytes, bool] = {}
    for kill in range(25):
        killer.killed("copy", tmp_path, kill, most=4)
        for copy in [*tmp_path.glob("backups/desk-*.db"), *tmp_path.glob("stick/desk-*.db")]:
            data = copy.read_bytes()
            if (digest := hashlib.sha256(data).digest()) in opened:
                continue
            path = tmp_path / "opened" / copy.name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            file = DeskFile(path)
            check_every_change_is_whole(file)
            assert len(list(file.records.of_kind(Kind.SESSION))) == 1
            file.close()
            opened[digest] = True
    assert Backups(tmp_path / "desk.db").copies()


def test_killed_while_erasing_the_rest_is_done_at_the_next_start(killer, tmp_path):
    path = tmp_path / "desk.db"
    desk = a_desk(path)
    session_id = begun(desk)
    desk.file.close()
    kept: set[str] = set()
    gone: set[str] = set()
    for kill in range(40):
        said = killer.killed("erase", tmp_path, kill, most=6)
        kept |= {one["kept"] for one in said if "kept" in one}
        gone |= {one["gone_from_desk"] for one in said if "gone_from_desk" in one}
        desk = open_desk(path, SystemClock(), RandomIds()).desk
        assert erase_from_copies(desk).unerased == () and desk.file.erasures.pending().places == {}
        assert not desk.file.erasures.pending().desk
        check_every_change_is_whole(desk.file)
        shown = {one.body.text for one in desk.file.records.under(session_id, Kind.NOTE) if one.body}
        assert kept <= shown
        left = {one for one in shown if one.startswith("secret")}
        desk.file.close()
        check_nothing_is_left_of(gone, tmp_path)
        assert all(copy.sound for copy in list_copies(Backups(path, tmp_path / "stick")))
        # What was written and not erased yet is the person's to erase.
        desk = open_desk(path, SystemClock(), RandomIds()).desk
        gone |= {" ".join(one.split()[:2]) for one in left}
        notes = list(desk.file.records.under(session_id, Kind.NOTE))
        desk.erase([one.id for one in notes if one.body and one.body.text in left])
        erase_from_copies(desk)
        desk.file.close()
    assert len(gone) > 15


def check_nothing_is_left_of(secrets: Iterable[str], folder: Path) -> None:
    files = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    for secret in secrets:
        assert [file.name for file, data in files.items() if secret.encode() in data] == []


def test_killed_while_everything_is_erased_all_of_it_is_there_or_nothing(killer, tmp_path):
    path = tmp_path / "desk.db"
    gone: set[str] = set()
    for kill in range(20):
        said = killer.killed("erase everything", tmp_path, kill, most=6)
        gone |= {one["gone_from_desk"] for one in said if "gone_from_desk" in one}
        desk = open_desk(path, SystemClock(), RandomIds()).desk
        assert erase_from_copies(desk).unerased == () and not desk.file.erasures.pending().desk
        check_every_change_is_whole(desk.file)
        sessions = list(desk.file.records.of_kind(Kind.SESSION))
        assert len(sessions) == len(list(desk.file.records.of_kind(Kind.CIRCLE))) <= 1
        left = {" ".join(text.split()[:2]) for text in all_said(desk)}
        desk.file.close()
        assert left.isdisjoint(gone)
        check_nothing_is_left_of(gone, tmp_path)
        desk = open_desk(path, SystemClock(), RandomIds()).desk
        erase(desk, None)
        erase_from_copies(desk)
        gone |= left
        desk.file.close()
    assert len(gone) > 8


def test_killed_while_going_back_there_is_one_whole_desk_or_the_other(killer, tmp_path):
    path = tmp_path / "desk.db"
    desk = a_desk(path)
    begun(desk)
    desk.file.close()
    whole: set[str] = set()
    looked: set[str] = set()
    for kill in range(30):
        said = killer.killed("go back", tmp_path, kill, most=6)
        written = {one["written"] for one in said if "written" in one}
        desk = Desk(DeskFile(path), SystemClock(), RandomIds())
        check_every_change_is_whole(desk.file)
        there = set(all_said(desk))
        desk.file.close()
        assert not (tmp_path / "desk.db.restored").exists()
        for aside in tmp_path.glob("desk-set-aside-*.db"):
            if aside.name in looked:
                continue
            looked.add(aside.name)
            file = DeskFile(aside)
            check_every_change_is_whole(file)
            whole |= {one.body.text for one in file.records.of_kind(Kind.NOTE)}
            file.close()
        assert written <= whole | there


def test_killed_while_ballots_are_typed_every_one_that_was_told_is_there(killer, tmp_path):
    told: set[int] = set()
    for kill in range(12):
        told |= {one["ballot"] for one in killer.killed("vote", tmp_path, kill, most=30) if "ballot" in one}
        desk = Desk(DeskFile(tmp_path / "desk.db"), SystemClock(), RandomIds())
        check_every_change_is_whole(desk.file)
        ballots = [one.body for one in desk.file.records.of_kind(Kind.BALLOT_ENTRY)]
        numbers = {one.number for one in ballots}
        assert told <= numbers
        assert len(numbers) == len(ballots)
        assert all(one.given == 5 for one in ballots)
        desk.file.close()
    assert len(told) > 20
