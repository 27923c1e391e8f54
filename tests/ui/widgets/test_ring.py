import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft, TimeRing
from dialogue_desk.words import Words
from dialogue_desk.words.times import clock_text
from tests.ui.widgets.speaking import spoken

TOTAL = 24 * MINUTE


class Paints(QObject):
    def __init__(self, ring):
        super().__init__(ring)
        self.count = 0
        ring.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def ring(theme, qtbot):
    ring = TimeRing(theme, Words(), "Time left in this part")
    qtbot.addWidget(ring)
    ring.resize(224, 224)
    ring.show()
    return ring


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        (TOTAL, "24:00"),
        (TOTAL - 1, "24:00"),
        (18 * MINUTE + 20 * SECOND, "18:20"),
        (1, "0:01"),
        (0, "0:00"),
        (-999, "0:00"),
        (-SECOND, "+0:01"),
        (-65 * SECOND, "+1:05"),
        (62 * MINUTE, "1:02:00"),
        (-3600 * SECOND, "+1:00:00"),
    ],
)
def test_the_clock_reads_zero_when_there_is_no_time_and_counts_on_calmly(left, shown):
    assert clock_text(left) == shown


def test_readers_are_told_whole_minutes_when_they_ask(ring):
    ring.show_time(TimeLeft(18 * MINUTE + 20 * SECOND, TOTAL))
    told = spoken(ring)
    assert told.role is QAccessible.Role.StaticText
    assert (told.name, told.description) == ("Time left in this part", "19 minutes left")


def test_readers_are_told_nothing_by_itself(ring, heard):
    for second in range(TOTAL // SECOND + 1):
        ring.show_time(TimeLeft(TOTAL - second * SECOND, TOTAL))
    assert heard() == []


def test_time_over_is_said_in_words(ring):
    ring.show_time(TimeLeft(-2 * MINUTE, TOTAL, Pace.OVER))
    assert spoken(ring).description == "2 minutes over"
    assert ring.clock() == "+2:00"


def test_it_paints_only_when_what_is_seen_differs(ring, qapp):
    ring.show_time(TimeLeft(TOTAL, TOTAL))
    qapp.processEvents()
    paints = Paints(ring)
    for tenth in range(1, 10):
        ring.show_time(TimeLeft(TOTAL - tenth * 10, TOTAL))
        qapp.processEvents()
    assert paints.count == 0
    ring.show_time(TimeLeft(TOTAL - SECOND, TOTAL))
    qapp.processEvents()
    assert paints.count == 1


def test_each_pace_looks_different(ring):
    pictures = set()
    for each in Pace:
        ring.show_time(TimeLeft(5 * MINUTE, TOTAL, each))
        pictures.add(bytes(ring.grab().toImage().constBits()))
    assert len(pictures) == len(Pace)


def test_a_part_without_a_length_is_no_trouble(ring):
    ring.show_time(TimeLeft(0, 0))
    assert not ring.grab().isNull()
