import pytest

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.ui.run.time_strip import TimeStrip
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from dialogue_desk.words import Words


@pytest.fixture
def strip(theme, qtbot):
    strip = TimeStrip(theme, Words(), "Time left in this part")
    qtbot.addWidget(strip)
    return strip


def test_it_says_how_much_is_left_of_what_and_keeps_its_width_while_it_counts(strip):
    strip.show_time(TimeLeft(20 * MINUTE, 24 * MINUTE))
    assert (strip.clock(), strip._under()) == ("20:00", "left of 24\N{NO-BREAK SPACE}min")
    wide = strip.sizeHint().width()
    strip.show_time(TimeLeft(9 * MINUTE + SECOND, 24 * MINUTE))
    assert (strip.clock(), strip.sizeHint().width()) == ("9:01", wide)
    strip.show_time(TimeLeft(-125 * MINUTE, 24 * MINUTE, Pace.OVER))
    assert strip._under() == "over its 24 min"
    assert strip.sizeHint().width() > wide


def test_folded_it_is_one_line_high(strip):
    whole = strip.sizeHint()
    strip.fold(low=True)
    assert strip.sizeHint().height() < 40 < whole.height() < 72
    assert strip.sizeHint().width() < whole.width() / 2
