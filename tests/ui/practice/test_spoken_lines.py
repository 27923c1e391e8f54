"""The lines of a circle: the newest is large and whole, older ones go while there is room for them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.practice.spoken_lines import SpokenLines, spoken_text
from dialogue_desk.words import Words
from tests.ui.practice.conversations import FALL, FIRST, LAMP, TREES


@pytest.fixture
def lines(theme, qtbot):
    lines = SpokenLines(theme, Words())
    qtbot.addWidget(lines)
    lines.resize(600, 300)
    lines.show()
    return lines


def inked_rows(lines):
    """Return in which rows of pixels anything is painted."""
    picture = lines.grab().toImage()
    ground = picture.pixel(picture.width() - 1, 0)
    return [
        y
        for y in range(picture.height())
        if any(picture.pixel(x, y) != ground for x in range(0, picture.width(), 2))
    ]


def inked_columns(lines):
    """Return in which columns of pixels anything is painted at the foot."""
    picture = lines.grab().toImage()
    ground, foot = picture.pixel(picture.width() // 2, 0), range(picture.height() - 30, picture.height())
    return [x for x in range(picture.width()) if any(picture.pixel(x, y) != ground for y in foot)]


def test_only_the_last_few_lines_stay(lines):
    for number in range(20):
        lines.say(replace(FIRST, place=number))
    assert [one.place for one in lines.lines()] == [14, 15, 16, 17, 18, 19]


def test_a_reader_is_told_the_newest_line(lines):
    lines.say(FIRST)
    lines.say(FALL)
    assert lines.accessibleName() == "What is said"
    assert lines.accessibleDescription() == "A: The lamp by the bus stop went dark, and Rosa fell."


def test_the_facilitator_is_called_so_and_nobody_else_has_a_name():
    assert spoken_text(FIRST, Words()) == "The facilitator: What did you notice?"
    assert spoken_text(TREES, Words()).startswith("B: ")


def test_what_is_said_moves_up_from_the_foot(lines):
    lines.say(FIRST)
    one = inked_rows(lines)
    assert min(one) > lines.height() / 2
    for spoken in LAMP.spoken[1:]:
        lines.say(spoken)
    assert min(inked_rows(lines)) < min(one)


def test_a_long_line_is_smaller_and_whole(lines):
    lines.resize(500, 240)
    lines.say(replace(FALL, line=replace(FALL.line, text="a few words more " * 15)))
    inked = inked_rows(lines)
    assert 1 < min(inked) < max(inked) < lines.height() - 1


def test_of_a_line_without_end_the_beginning_is_seen(lines):
    lines.resize(500, 240)
    endless = replace(FALL, line=replace(FALL.line, text="first " + "a few words more " * 3_000))
    lines.say(endless)
    assert min(inked_rows(lines)) < 10
    assert inked_columns(lines)[0] > 40  # the voice is beside the beginning


def test_in_a_mirrored_window_the_voices_are_on_the_right(lines):
    lines.say(FIRST)
    assert inked_columns(lines)[0] < 40
    lines.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert inked_columns(lines)[-1] > lines.width() - 40
