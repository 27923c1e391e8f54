"""The circle's page on a screen of any size: large, whole line by line, and the read one in sight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.ui.room.page_typesetting import PageTypesetter
from dialogue_desk.ui.room.room_page import RoomLine, RoomPage
from tests.ui.room.sheets import ARABIC, LONG, SHORT, USUAL

WALLS = [(1280, 720), (1920, 1080), (1024, 600), (2048, 1536), (256, 144)]
TALK, LATER = "What we talked about / De qué hablamos", "For later / Para después"
TEXTS = (SHORT, USUAL, LONG, ARABIC, "ünüberwindbar" * 12)


def page_of(count, at=0):
    lines = tuple(
        RoomLine(LATER if number > count - 3 else TALK, TEXTS[number % len(TEXTS)], f"KTR{number:02}")
        for number in range(count)
    )
    return RoomPage("What we said / Lo que dijimos", lines, at)


def setter(theme, wall, **how):
    return PageTypesetter(theme.font(), *wall, **how)


@pytest.mark.parametrize("wall", WALLS, ids=str)
@pytest.mark.parametrize("count", [1, 12, 80])
@pytest.mark.parametrize("mirrored", [False, True])
def test_whichever_line_is_read_it_is_whole_in_the_picture_and_marked(theme, wall, count, mirrored):
    typesetter = setter(theme, wall, mirrored=mirrored)
    for at in range(0, count, 7):
        layout = typesetter.layout(page_of(count, at))
        (bar,) = layout.marks
        beside = [piece for piece in layout.pieces if bar.top() <= piece.top < bar.bottom()]
        assert len(beside) >= 2  # the words and the code
        for piece in layout.pieces:
            assert piece.left >= 0 and piece.left + piece.block.width <= wall[0] + 1
            assert piece.top >= 0 and piece.top + piece.block.height <= wall[1] + 1


@pytest.mark.parametrize("wall", WALLS[:4], ids=str)
def test_each_line_is_on_one_part_of_the_page_and_reads_from_the_back_of_the_room(theme, wall):
    typesetter = setter(theme, wall)
    page = page_of(40)
    parts = typesetter.parts(page)
    assert [place for part in parts for place in part] == list(range(40))
    usual = replace(page, lines=tuple(replace(line, text=USUAL) for line in page.lines))
    assert typesetter.layout(usual).size >= 53 * min(wall[0] / 1280, wall[1] / 720)


def test_nothing_moves_while_the_next_line_of_the_same_part_is_read(theme):
    typesetter = setter(theme, (1280, 720))
    page = page_of(12)
    part = next(part for part in typesetter.parts(page) if len(part) > 1)
    first, second = (typesetter.layout(replace(page, at=at)) for at in part[:2])
    places = [[(piece.left, piece.top) for piece in one.pieces] for one in (first, second)]
    assert places[0] == places[1] and first.marks != second.marks


def test_a_line_that_the_room_does_not_see_marks_none(theme):
    layout = setter(theme, (1280, 720)).layout(replace(page_of(12, 3), marked=False))
    assert layout.marks == () and layout.pieces


def test_a_line_longer_than_the_picture_is_set_smaller_and_whole(theme):
    page = RoomPage("What we said", (RoomLine(TALK, LONG * 8, "KTR42"),))
    layout = setter(theme, (1280, 720)).layout(page)
    assert all(piece.top + piece.block.height <= 720 for piece in layout.pieces)


def test_a_page_without_lines_has_its_title(theme):
    layout = setter(theme, (1280, 720)).layout(RoomPage("What we said", marked=False))
    assert len(layout.pieces) == 1 and layout.marks == ()


def test_a_heading_stands_once_over_the_lines_of_its_kind_in_each_part(theme):
    typesetter = setter(theme, (1920, 1080))
    lines = tuple(RoomLine(TALK, "A lamp.", f"KTR{number}") for number in range(10, 14))
    layout = typesetter.layout(RoomPage("What we said", lines))
    small = [piece for piece in layout.pieces if piece.quiet]
    assert len(small) == 1 + 1 + len(lines)  # title, heading, a code for each
