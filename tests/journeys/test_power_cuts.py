"""The power goes at any moment: every note that was acknowledged is there when it is back.

What SQLite had not waited for may be on disk or not, piece by piece.  What it had waited for is: first the
log of a change, then the pages of the desk file that are taken over from it, then the head of the next log.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.storage.desk_file import DeskFile
from tests.journeys.wholeness import check_every_change_is_whole
from tests.memory import quick_place
from tests.storage.damage import SESSION, a_desk, note

SECTOR, LOG_HEAD = 512, 32
NOTES = 240
"""So many that the log is taken over into the desk file and begun again."""


@dataclass(frozen=True)
class OnDisk:
    """The bytes of the desk file and of its log."""

    desk: bytes
    log: bytes


def written(path: Path) -> OnDisk:
    return OnDisk(path.read_bytes(), path.with_name(path.name + "-wal").read_bytes())


def some_of(before: bytes, after: bytes, chance: random.Random) -> bytes:
    """Return what is on disk when some sectors of a write got there and some did not."""
    mixed = bytearray(before)
    for start in range(0, len(after), SECTOR):
        new = after[start : start + SECTOR]
        if new != before[start : start + SECTOR] and chance.random() < 0.5:
            if start > len(mixed):
                mixed.extend(bytes(start - len(mixed)))  # the file grew before it was filled
            mixed[start : start + SECTOR] = new
    return bytes(mixed)


def cut(before: OnDisk, after: OnDisk, chance: random.Random) -> OnDisk:
    """Return what may be on disk when the power goes between two acknowledged changes."""
    head_old, head_new = before.log[:LOG_HEAD], after.log[:LOG_HEAD]
    begun = before
    if head_new != head_old:  # the log begins again, and its head is waited for
        begun = OnDisk(before.desk, head_new + before.log[LOG_HEAD:])
        if chance.random() < 0.3:
            return chance.choice((before, begun))
    if after.desk == before.desk or chance.random() < 0.5:
        return OnDisk(before.desk, some_of(begun.log, after.log, chance))
    return OnDisk(some_of(before.desk, after.desk, chance), after.log)


@pytest.fixture(scope="module")
def evening(tmp_path_factory) -> list[tuple[str, OnDisk]]:
    """Every note of a long evening, with what was on disk when it was acknowledged."""
    said = []
    with TemporaryDirectory(dir=quick_place() or tmp_path_factory.mktemp("evening")) as folder:
        path = Path(folder) / "desk.db"
        desk = a_desk(path)
        for number in range(NOTES):
            text = f"note {number} " + f"word{number} " * (8 * (number % 60))
            desk.add(SESSION, note(text))
            said.append((text, written(path)))
        desk.file.close()
    heads = {one.log[:LOG_HEAD] for _, one in said}
    assert len(heads) > 1 and len({one.desk for _, one in said}) > 1
    return said


def cuts(evening: list[tuple[str, OnDisk]], count: int) -> Iterator[tuple[int, OnDisk]]:
    """Yield how many notes were acknowledged, and what is on disk after the power cut."""
    chance = random.Random(20260312)
    rare = [
        number
        for number in range(1, NOTES)
        if evening[number - 1][1].desk != evening[number][1].desk
        or evening[number - 1][1].log[:LOG_HEAD] != evening[number][1].log[:LOG_HEAD]
    ]
    for turn in range(count):
        number = chance.choice(rare) if turn % 2 else chance.randrange(1, NOTES)
        yield number, cut(evening[number - 1][1], evening[number][1], chance)


def check_nothing_is_lost(evening: list[tuple[str, OnDisk]], tmp_path: Path, count: int) -> None:
    lost = []
    for turn, (number, state) in enumerate(cuts(evening, count)):
        with TemporaryDirectory(dir=quick_place() or tmp_path) as folder:
            path = Path(folder) / "desk.db"
            path.write_bytes(state.desk)
            path.with_name("desk.db-wal").write_bytes(state.log)
            file = DeskFile(path)
            there = {record.body.text for record in file.records.under(SESSION, Kind.NOTE)}
            if turn % 10 == 0:
                check_every_change_is_whole(file)
            file.close()
            acknowledged = {text for text, _ in evening[:number]}
            if not acknowledged <= there or len(there) > number + 1:
                lost.append(turn)
    assert lost == []


def test_the_power_goes_forty_times_and_no_acknowledged_note_is_lost(evening, tmp_path):
    check_nothing_is_lost(evening, tmp_path, 40)


@pytest.mark.soak
def test_the_power_goes_thousands_of_times_and_no_acknowledged_note_is_lost(evening, tmp_path):
    check_nothing_is_lost(evening, tmp_path, 3_400)


def test_a_log_that_was_not_waited_for_would_be_missed(evening, tmp_path):
    number = NOTES - 1
    state = evening[number][1]
    folder = tmp_path / "cut"
    folder.mkdir()
    (folder / "desk.db").write_bytes(state.desk)
    (folder / "desk.db-wal").write_bytes(b"")
    file = DeskFile(folder / "desk.db")
    there = {record.body.text for record in file.records.under(SESSION, Kind.NOTE)}
    file.close()
    assert not {text for text, _ in evening} <= there  # so the tests above can fail
