"""After a kill, the pulse says how far a session had come."""

import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.pulse import Beat, Pulse

RUN = RecordId("019cd9d1-52a0-7007-9f39-0b2018072e8c")


@pytest.fixture
def desk(tmp_path):
    return tmp_path / "desk.db"


def test_the_last_beat_of_a_run_is_found_again_and_of_no_other(desk):
    pulse = Pulse(desk)
    pulse.beat(RUN, Beat(3, 1_000))
    pulse.beat(RUN, Beat(4, 2_000))
    assert Pulse(desk).last(RUN) == Beat(4, 2_000) and pulse.last(RecordId("another")) is None


def test_a_stopped_pulse_leaves_no_file(desk):
    pulse = Pulse(desk)
    pulse.beat(RUN, Beat(3, 1_000))
    pulse.stop(RUN)
    assert pulse.last(RUN) is None and list(desk.parent.iterdir()) == []


def test_each_run_is_remembered_and_stopped_by_itself(desk):
    other = RecordId("019cd9d1-52a0-7007-9f39-0b2018072e8d")
    pulse = Pulse(desk)
    pulse.beat(RUN, Beat(3, 1_000))
    pulse.beat(other, Beat(5, 2_000))
    pulse.beat(RUN, Beat(4, 3_000))
    assert (Pulse(desk).last(RUN), pulse.last(other)) == (Beat(4, 3_000), Beat(5, 2_000))
    pulse.stop(RUN)
    assert pulse.last(RUN) is None and pulse.last(other) == Beat(5, 2_000)


def test_the_run_left_longest_ago_gives_way_when_there_are_very_many(desk):
    pulse = Pulse(desk)
    runs = [RecordId(f"run-{number}") for number in range(65)]
    for number, run in enumerate(runs):
        pulse.beat(run, Beat(1, 1_000 + number))
    assert pulse.last(runs[0]) is None
    assert [pulse.last(run) for run in runs[1:]] == [Beat(1, 1_000 + number) for number in range(1, 65)]
    assert desk.with_name("desk.db.pulse").stat().st_size == 64 * 80


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff\xfe",
        b"1 2",
        b"one two three",
        f"-5 1 {RUN}".encode(),
        f"{10**20} 1 {RUN}".encode(),
        f"{'9' * 5_000} 1 {RUN}".encode(),
        f"1000 1 {RUN} more".encode(),
    ],
)
def test_a_damaged_pulse_says_nothing(desk, damage):
    desk.with_name("desk.db.pulse").write_bytes(damage)
    assert Pulse(desk).last(RUN) is None


def test_a_pulse_that_cannot_be_written_stops_nobody(tmp_path):
    pulse = Pulse(tmp_path / "gone" / "desk.db")
    pulse.beat(RUN, Beat(3, 1_000))
    assert pulse.last(RUN) is None


def test_a_read_only_desk_writes_no_pulse_and_deletes_none(desk):
    Pulse(desk).beat(RUN, Beat(3, 1_000))
    looking = Pulse(desk, kept=False)
    looking.beat(RUN, Beat(9, 9_000))
    looking.stop(RUN)
    looking.clear()
    assert Pulse(desk).last(RUN) == Beat(3, 1_000)
