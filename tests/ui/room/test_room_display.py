from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode
from dialogue_desk.ui.room.room_display import RoomDisplay
from dialogue_desk.ui.style.theme_tokens import Tokens
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from tests.ui.room.sheets import LEFT, SHEETS, SHORT


@pytest.fixture
def display(theme, qtbot):
    display = RoomDisplay(theme)
    qtbot.addWidget(display)
    display.resize(1280, 720)
    return display


def colours(display):
    """Return how many points there are of each colour, from a grid."""
    picture = display.grab().toImage()
    found = {}
    for x in range(2, 1280, 6):
        for y in range(2, 720, 6):
            name = picture.pixelColor(x, y).name().upper()
            found[name] = found.get(name, 0) + 1
    return found


def test_wider_spacing_reaches_the_wall_and_all_of_it_still_fits(display, theme):
    display.show_content(SHEETS["usual"])
    usual = display.text_layout()
    theme.change(wide=True)
    wide = display.text_layout()
    assert wide.size < usual.size
    assert all(one.left >= 0 and one.top + one.block.height <= 720 for one in wide.pieces)


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("name", [name for name in SHEETS if name != "blank"])
def test_everything_is_seen_on_either_ground(display, name, dark):
    display.show_content(replace(SHEETS[name], dark=dark))
    ground = Tokens.load("dark" if dark else "light").surface
    found = colours(display)
    assert found[ground] > sum(found.values()) * 0.3
    assert len(found) > 1


def test_a_blank_wall_is_black_whatever_the_room(display):
    for dark in (True, False):
        display.show_content(RoomContent(dark=dark, blank=True))
        assert set(colours(display)) == {"#000000"}


def test_the_shape_of_the_time_shrinks(display):
    accent = Tokens.load("dark").accent
    seen = []
    for left in (24, 18, 12, 6, 1, 0):
        display.show_content(RoomContent(RoomMode.TIME, time=TimeLeft(left * MINUTE, 24 * MINUTE)))
        seen.append(colours(display).get(accent, 0))
    assert seen == sorted(seen, reverse=True) and len(set(seen)) == 6
    assert seen[2] == pytest.approx(seen[0] / 2, rel=0.05)


def test_a_silence_is_a_calm_shape_that_never_warns(display):
    tokens = Tokens.load("dark")
    display.show_content(RoomContent(RoomMode.SILENCE))
    found = colours(display)
    assert found[tokens.accent] > 0 and tokens.warn not in found
    assert display.content.accessible_text == ""


def test_the_shape_is_eaten_away_clockwise(display):
    display.show_content(RoomContent(RoomMode.TIME, time=TimeLeft(18 * MINUTE, 24 * MINUTE)))
    picture = display.grab().toImage()
    accent = QColor(Tokens.load("dark").accent)
    assert picture.pixelColor(640 + 80, 360 - 80) != accent
    assert all(picture.pixelColor(640 + x, 360 + y) == accent for x, y in ((80, 80), (-80, 80), (-80, -80)))


def test_little_time_and_time_over_keep_the_colour_of_attention(display):
    tokens = Tokens.load("light")
    for time in (TimeLeft(MINUTE, 24 * MINUTE, Pace.WARNING), TimeLeft(-MINUTE, 24 * MINUTE, Pace.OVER)):
        display.show_content(RoomContent(RoomMode.TIME, time=time, dark=False))
        assert colours(display).get(tokens.warn, 0) > 40


def test_the_time_has_a_shape_and_no_figures(display):
    display.show_content(RoomContent(RoomMode.TIME, time=LEFT))
    assert Tokens.load("dark").ink not in colours(display)


def test_a_tick_that_changes_nothing_to_be_seen_paints_nothing(display, qtbot, monkeypatch):
    painted = []
    display.show()
    display.show_content(RoomContent(RoomMode.TIME, time=LEFT))
    qtbot.waitExposed(display)
    display.repaint()
    monkeypatch.setattr(display, "update", lambda: painted.append(True))
    display.show_content(RoomContent(RoomMode.TIME, time=replace(LEFT, left=LEFT.left - 10)))
    assert not painted
    display.show_content(RoomContent(RoomMode.TIME, time=replace(LEFT, left=LEFT.left - 5_000)))
    assert painted


def foot(display):
    """Return how much of the lowest pixels is in the color of the time, and of attention."""
    picture, tokens = display.grab().toImage(), Tokens.load("dark")
    row = [picture.pixelColor(x, 714).name().upper() for x in range(0, 1280, 4)]
    return row.count(tokens.accent) / len(row), row.count(tokens.warn) / len(row)


def test_under_a_question_a_line_shrinks_with_the_time(display):
    asked = RoomContent(texts=(SHORT,), time=LEFT)
    display.show_content(asked)
    assert foot(display)[0] == pytest.approx(15 / 24, abs=0.01)
    display.show_content(replace(asked, time=replace(LEFT, left=2 * MINUTE, pace=Pace.WARNING)))
    assert foot(display) == (0, pytest.approx(2 / 24, abs=0.01))
    display.show_content(replace(asked, time=replace(LEFT, left=-MINUTE, pace=Pace.OVER)))
    assert foot(display)[1] == 1
    display.show_content(RoomContent(texts=(SHORT,)))
    assert foot(display) == (0, 0)


def test_figures_are_a_third_of_the_height_with_a_plain_zero(display):
    display.show_content(RoomContent(RoomMode.TIME, time=TimeLeft(0, 24 * MINUTE), figures=True))
    picture, ink = display.grab().toImage(), QColor(Tokens.load("dark").ink)
    rows = [y for y in range(0, 700) if any(picture.pixelColor(x, y) == ink for x in range(200, 1080, 3))]
    assert 0.32 <= (rows[-1] - rows[0]) / 720 <= 0.38
    middle = (rows[0] + rows[-1]) // 2
    strokes = [
        x
        for x in range(1, 1280)
        if (picture.pixelColor(x, middle) == ink) > (picture.pixelColor(x - 1, middle) == ink)
    ]
    assert len(strokes) == 6  # two for each zero: nothing is inside it
