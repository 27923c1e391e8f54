import pytest

from dialogue_desk.ui.run.room_report import RoomReport


@pytest.fixture
def report(context):
    return RoomReport(context)


def test_a_display_that_was_never_opened_is_not_spoken_of(report, room, said):
    report.say(room, "Question")
    assert said == []


def test_each_change_is_said_once(report, room, said):
    room.open()
    for _ in range(2):
        report.say(room, "Time")
    room.set_blank(on=True)
    report.say(room, "Time")
    room.close()
    report.say(room, "Time")
    assert said == [
        "The room display shows: Time",
        "The room display is black.",
        "The room display is closed.",
    ]


def test_opened_again_it_says_so_again(report, room, said):
    for change in (room.open, room.close, room.open):
        change()
        report.say(room, "Time")
    assert said[-1] == "The room display shows: Time"
