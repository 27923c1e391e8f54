"""The power goes at any moment: every note that was acknowledged is there when it is back.

What SQLite had not waited for may be on disk or not, piece by piece.  What it had waited for is: first the
log of a change, then the pages of the desk file that are taken over from it, then the head of the next log.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.domain.model.bodies import Kind
from tests.journeys.wholeness import check_every_change_is_whole
from tests.memory import quick_place
from tests.storage.damage import SESSION, a_desk, note
from tools.manual_clock import ManualClock

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


@dataclass(frozen=True)
class Moment:
    """A note that is being written: what was on disk before it, and when it was acknowledged."""

    number: int
    before: OnDisk
    after: OnDisk

    @property
    def rare(self) -> bool:
        """Whether the log was taken over into the desk file, or begun again."""
        heads = {one.log[:LOG_HEAD] for one in (self.before, self.after)}
        return len(heads) > 1 or self.before.desk != self.after.desk


@dataclass(frozen=True)
class Evening:
    """All that was said on a long evening, and some moments of it, the rare ones among them."""

    said: list[str]
    moments: list[Moment]


@pytest.fixture(scope="module")
def evening(tmp_path_factory) -> Evening:
    said, moments = [], []
    with TemporaryDirectory(dir=quick_place() or tmp_path_factory.mktemp("evening")) as folder:
        path = Path(folder) / "desk.db"
        desk = a_desk(path)
        before = written(path)
        for number in range(NOTES):
            said.append(f"note {number} " + f"word{number} " * (8 * (number % 60)))
            desk.add(SESSION, note(said[-1]))
            moment = Moment(number, before, before := written(path))
            if moment.rare or number % 8 == 7:
                moments.append(moment)
        desk.file.close()
    assert sum(moment.rare for moment in moments) > 1
    return Evening(said, moments)


def check_nothing_is_lost(evening: Evening, tmp_path: Path, count: int) -> None:
    chance = random.Random(20260312)
    rare = [moment for moment in evening.moments if moment.rare]
    lost = []
    for turn in range(count):
        moment = chance.choice(rare if turn % 2 else evening.moments)
        state = cut(moment.before, moment.after, chance)
        with TemporaryDirectory(dir=quick_place() or tmp_path) as folder:
            there = found(Path(folder), state, closely=turn % 10 == 0)
        acknowledged = set(evening.said[: moment.number])
        if not acknowledged <= there or len(there) > moment.number + 1:
            lost.append(turn)
    assert lost == []


def found(folder: Path, state: OnDisk, *, closely: bool = False) -> set[str]:
    """Return what the next start finds."""
    path = folder / "desk.db"
    path.write_bytes(state.desk)
    path.with_name("desk.db-wal").write_bytes(state.log)
    opened = open_desk(path, ManualClock(0), RandomIds(1))
    assert opened.mended is None
    file = opened.desk.file
    there = {record.body.text for record in file.records.under(SESSION, Kind.NOTE)}
    if closely:
        check_every_change_is_whole(file)
    file.close()
    return there


def test_the_power_goes_forty_times_and_no_acknowledged_note_is_lost(evening, tmp_path):
    check_nothing_is_lost(evening, tmp_path, 40)


@pytest.mark.soak
def test_the_power_goes_thousands_of_times_and_no_acknowledged_note_is_lost(evening, tmp_path):
    check_nothing_is_lost(evening, tmp_path, 3_400)


def test_a_log_that_was_not_waited_for_would_be_missed(evening, tmp_path):
    last = evening.moments[-1]
    there = found(tmp_path, OnDisk(last.after.desk, b""))
    assert not set(evening.said[: last.number]) <= there  # so the tests above can fail
