"""Desks that chance has damaged: bits that flipped, pages and sectors written over, files cut short.

Each is opened as at a start, and what the person then sees is held against what was written.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import opened_sentence, repaired_sentence, trouble_sentence
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.database import open_for_reading
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.record_table import editions_text
from dialogue_desk.storage.repair import RepairReport
from dialogue_desk.words import Words
from tests.desk.evening import begun
from tests.storage.damage import PAGE, a_desk, note
from tools.manual_clock import ManualClock

WORDS = Words()
SECTOR = 512
Said = dict[str, str]


def flipped(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def flipped_close_together(data: bytearray, chance: random.Random) -> None:
    first = chance.randrange(len(data))
    for _ in range(chance.randint(2, 4)):
        data[min(len(data) - 1, first + chance.randrange(16))] ^= 1 << chance.randrange(8)


def pages_overwritten(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(max(1, len(data) // PAGE)) * PAGE
        data[at : at + PAGE] = chance.randbytes(len(data[at : at + PAGE]))


def sectors_zeroed(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data) // SECTOR) * SECTOR
        data[at : at + SECTOR] = bytes(SECTOR)


def page_from_elsewhere(data: bytearray, chance: random.Random) -> None:
    pages = len(data) // PAGE
    here, there = (chance.randrange(pages) * PAGE for _ in range(2))
    data[here : here + PAGE] = data[there : there + PAGE]


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


HARMS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flipped,
    flipped,
    flipped_close_together,
    pages_overwritten,
    sectors_zeroed,
    page_from_elsewhere,
    cut,
)
HARMS_OF_A_LOG = (flipped, flipped, flipped_close_together, sectors_zeroed)


@dataclass
class Tally:
    """How many desks were sound, mended, refused; and what was wrong with which."""

    became: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Evening:
    """A desk after an evening, as it was closed and as a kill left it, with a copy from before the end."""

    def __init__(self, folder: Path, notes: int = 60) -> None:
        self.folder = folder
        path = folder / "desk.db"
        desk = a_desk(path)
        session = begun(desk)
        ids = [desk.add(session, note(f"note {number} " + "word " * 120)) for number in range(notes)]
        for place in (3, 9, 27):
            desk.rewrite(ids[place], note(f"note {place} in other words"))
        desk.remove(ids[5])
        desk.file._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.copy = Backups(path).make(date(2026, 3, 12)).path
        for place in (4, 9):
            desk.rewrite(ids[place], note(f"note {place} in the last words"))
        desk.add(session, note("after the copy"))
        desk.undo()
        for number in range(5):
            desk.add(session, note(f"last note {number}"))
        self.once = said_ever(desk)
        self.said = said_now(desk)
        self.killed = {name: (folder / name).read_bytes() for name in ("desk.db", "desk.db-wal")}
        desk.file.close()
        self.closed = {"desk.db": path.read_bytes()}

    def damaged(self, place: Path, seed: int) -> str:
        """Put one damaged desk into a folder, with or without its copy, and return what was done to it."""
        chance = random.Random(seed)
        killed = chance.random() < 0.35
        files = {name: bytearray(data) for name, data in (self.killed if killed else self.closed).items()}
        log = killed and chance.random() < 0.7
        harm = chance.choice(HARMS_OF_A_LOG if log else HARMS)
        name = "desk.db-wal" if log else "desk.db"
        harm(files[name], chance)
        for one, data in files.items():
            (place / one).write_bytes(data)
        with_copy = chance.random() < 0.5
        if with_copy:
            (place / "backups").mkdir()
            shutil.copy(self.copy, place / "backups")
        return f"{seed}: {harm.__name__} in {name}{' of a killed desk' * killed}{' with a copy' * with_copy}"


def said_now(desk: Desk) -> Said:
    """Every record as a person meets it: in lists by kind, under its owner, by its id."""
    records = desk.file.records
    found = {record.id: record for record in records.everything()}
    for kind in Kind:
        for record in records.of_kind(kind):
            assert found[record.id] == record == records.get(record.id)
    owners = {record.owner for record in found.values()}
    assert {record.id for owner in owners for record in records.under(owner)} == set(found)
    return {key: editions_text(record) or "" for key, record in found.items()}


def said_ever(desk: Desk) -> dict[str, set[str]]:
    """Every version that there ever was of each record."""
    now = said_now(desk)
    history = desk.file.history
    return {
        key: {said, *(editions_text(one) or "" for one in history.earlier_records(key))}
        for key, said in now.items()
    }


def what_became(evening: Evening, path: Path) -> str:
    """Open a damaged desk, and return what became of it.

    Raises:
        AssertionError: when a person would be shown other words than were written, or none, without a word.
    """
    try:
        opened = open_desk(path, ManualClock(2_000_000), RandomIds(7))
    except DeskTrouble as trouble:
        return f"refused as {trouble.trouble.value}: {trouble_sentence(trouble, WORDS)}"
    with closing(opened.desk.file):
        said, once = said_now(opened.desk), said_ever(opened.desk)
    with closing(open_for_reading(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",), "damaged after all"
    assert all(versions <= evening.once.get(key, set()) for key, versions in once.items()), "never written"
    if opened.mended is None and opened.cut:
        assert "may be missing" in opened_sentence(opened, WORDS)
        other = [key for key, now in evening.said.items() if said.get(key) != now]
        assert len(other) <= 1 and said.keys() <= evening.said.keys(), "more than the last change is missing"
        return "sound, told that the last change may be missing"
    if opened.mended is None:
        assert said == evening.said, f"silently other: {len(said)} of {len(evening.said)}"
        assert once == evening.once, "silently another history"
        return "sound"
    return _mended(opened.mended, said, evening)


def _mended(told: RepairReport, said: Said, evening: Evening) -> str:
    assert repaired_sentence(told, WORDS) and told.aside.exists()
    assert len(said) == told.saved + told.earlier, "another number than was told"
    other = sum(evening.said[key] != now for key, now in said.items())
    assert other <= told.earlier or told.log, f"{other} are silently other, {told.earlier} told"
    missing = len(evening.said) - len(said)
    assert missing <= 0 or told.known is None or told.log or told.known > len(said), (
        f"{missing} silently missing"
    )
    return "mended, all there" if not other and not missing else "mended, told what is not"


def tally(evening: Evening, folder: Path, seeds: range) -> Tally:
    """Damage a desk for each seed, and tell what became of them."""
    made = Tally()
    for seed in seeds:
        place = folder / "damaged"
        place.mkdir()
        harm = evening.damaged(place, seed)
        try:
            made.became[what_became(evening, place / "desk.db")] += 1
        except Exception as error:  # noqa: BLE001  # all of them are told together
            made.wrong.append(f"{harm}: {type(error).__name__} {error}")
        shutil.rmtree(place)
    return made
