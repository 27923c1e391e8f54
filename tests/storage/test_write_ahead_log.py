"""What was written last, and is still in the log, is not lost without a word when the log is damaged."""

from __future__ import annotations

import random
import shutil

import pytest

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.storage.desk_errors import Trouble
from dialogue_desk.storage.repair import repair
from dialogue_desk.storage.write_ahead_log import LogState, resealed, state_of
from tests.storage.damage import SESSION, a_desk, note, texts, with_notes
from tests.storage.test_database import refusal_of
from tools.manual_clock import ManualClock

FRAME = 24 + 4096


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """A desk as a kill leaves it, with ten notes in the log, which begins a second time."""
    folder = tmp_path_factory.mktemp("killed")
    path = with_notes(folder / "desk.db", 5)
    desk = a_desk(path)
    for number in range(30):
        desk.add(SESSION, note(f"earlier {number}"))
    desk.file._connection.execute("PRAGMA wal_checkpoint(RESTART)")
    for number in range(10):
        desk.add(SESSION, note(f"last {number}"))
    found = {name: (folder / name).read_bytes() for name in ("desk.db", "desk.db-wal")}
    desk.file.close()
    return found


def put(folder, files):
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder / "desk.db"


def frames_now(wal):
    return sum(wal[at + 8 : at + 16] == wal[16:24] for at in range(32, len(wal), FRAME))


def test_a_log_as_a_kill_leaves_it_is_whole(tmp_path, killed):
    wal = tmp_path / "wal"
    whole = killed["desk.db-wal"]
    frames = frames_now(whole)
    assert 10 < frames < len(whole) // FRAME, "it holds what is left of an earlier generation"
    unfinished = 32 + (frames - 1) * FRAME
    assert whole[unfinished + 4 : unfinished + 8] != bytes(4)
    for data in (b"", whole[:20], whole, whole[: unfinished + 300], whole[:unfinished]):
        wal.write_bytes(data)
        assert state_of(wal) is LogState.WHOLE


def test_a_last_transaction_without_an_end_is_cut(tmp_path, killed):
    wal = bytearray(killed["desk.db-wal"])
    last = 32 + (frames_now(wal) - 1) * FRAME
    wal[last + 4 : last + 8] = bytes(4)
    (tmp_path / "wal").write_bytes(wal)
    assert state_of(tmp_path / "wal") is LogState.CUT


def last_transaction(whole):
    """Where the last transaction begins and ends."""
    ends = [at for at in range(32, 32 + frames_now(whole) * FRAME, FRAME) if any(whole[at + 4 : at + 8])]
    return ends[-2] + FRAME, ends[-1] + FRAME


def test_a_last_transaction_of_which_not_all_was_written_is_left_out_and_told(tmp_path, killed):
    whole = killed["desk.db-wal"]
    begin, end = last_transaction(whole)
    places = ((begin, 512, 0), (begin + 1_000, 512, 0xA5), (end - 512, 512, 0xA5), (begin, FRAME, 0))
    for number, (at, length, left) in enumerate(places):
        wal = bytearray(whole)
        wal[at : at + length] = bytes([left]) * length
        folder = tmp_path / str(number)
        folder.mkdir()
        path = put(folder, killed | {"desk.db-wal": bytes(wal)})
        opened = open_desk(path, ManualClock(0), RandomIds(3))
        assert opened.cut and opened.mended is None, number
        assert {f"last {number}" for number in range(9)} <= set(texts(opened.desk))
        opened.desk.file.close()


def test_each_flipped_bit_is_found_and_nothing_is_lost(tmp_path, killed):
    chance = random.Random(1)
    whole = killed["desk.db-wal"]
    end, _ = last_transaction(whole)
    for at in (*range(1, 32, 5), *range(33, 56, 4), *(chance.randrange(32, end) for _ in range(5))):
        wal = bytearray(whole)
        wal[at] ^= 1 << chance.randrange(8)
        folder = tmp_path / str(at)
        folder.mkdir()
        path = put(folder, killed | {"desk.db-wal": bytes(wal)})
        assert refusal_of(path) is Trouble.DAMAGED, at
        assert repair(path).log
        desk = a_desk(path, seed=2)
        assert {f"last {number}" for number in range(9)} <= set(texts(desk)), at
        desk.file.close()
        shutil.rmtree(folder)


def test_a_frame_of_which_even_the_place_is_lost_is_told(tmp_path, killed):
    wal = bytearray(killed["desk.db-wal"])
    wal[32 + 2 * FRAME : 32 + 2 * FRAME + 512] = bytes(512)
    path = put(tmp_path, killed | {"desk.db-wal": bytes(wal)})
    assert refusal_of(path) is Trouble.DAMAGED
    assert repair(path).log
    desk = a_desk(path, seed=2)
    assert len(texts(desk)) > 30
    desk.file.close()


def test_a_log_that_is_whole_stays_the_same_when_it_is_sealed_again(killed):
    whole = killed["desk.db-wal"]
    assert resealed(whole) == whole[: 32 + frames_now(whole) * FRAME]
    assert resealed(b"") == b""
