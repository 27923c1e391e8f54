"""The result of a vote on a screen of any size: whole, in the picture, and large enough for a hall."""

import pytest
from PySide6.QtGui import QColor

from dialogue_desk.ui.room.room_chart import ChartPicture, RoomBar, RoomChart, chart_parts
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode, RoomSources
from dialogue_desk.ui.room.room_display import RoomDisplay
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.room.room_typesetting import picture_floor
from dialogue_desk.ui.style.theme_tokens import Tokens
from tests.ui.room.sheets import LONG, SHORT, USUAL

WALLS = [(1280, 720), (1920, 1080), (1024, 600), (256, 144)]


def bars(count, *, languages=1):
    texts = ("Fix the lights on Cedar Avenue", "Arreglar las luces de la avenida Cedar")[:languages]
    return [RoomBar(str(number), texts, 3 * (count - number)) for number in range(1, count + 1)]


def test_twenty_options_come_in_parts_that_read_from_the_back_and_none_is_lost(theme):
    parts = chart_parts(("What we chose",), bars(20), theme.font())
    assert [bar for part in parts for bar in part.bars] == bars(20)
    assert [part.number for part in parts] == ["1 / 4", "2 / 4", "3 / 4", "4 / 4"]
    assert all(
        ChartPicture(part, theme.font(), 1280, 720).size >= picture_floor(1280, 720) / 2 for part in parts
    )


def test_every_part_measures_its_bars_by_the_longest_of_all(theme):
    assert {part.most for part in chart_parts(("Chosen",), bars(9), theme.font())} == {24}


def test_long_words_in_two_languages_get_fewer_rows_and_not_small_type(theme):
    few = chart_parts(("Chosen",), [RoomBar("1", (USUAL, USUAL), 2)] * 5, theme.font())
    assert len(few[0].bars) <= len(chart_parts(("Chosen",), bars(5), theme.font())[0].bars)


def test_a_vote_without_options_has_its_title(theme):
    (part,) = chart_parts(("Chosen",), (), theme.font())
    assert part.bars == () and part.number == "" and part.spoken == ("Chosen",)


@pytest.mark.parametrize("wall", WALLS, ids=str)
@pytest.mark.parametrize("text", [SHORT, USUAL, LONG], ids=["short", "usual", "long"])
def test_the_picture_is_drawn_within_its_edges_and_its_bars_have_an_edge(theme, qtbot, wall, text):
    display = RoomDisplay(theme)
    qtbot.addWidget(display)
    display.resize(*wall)
    chart = RoomChart(("Chosen",), tuple(RoomBar("1 =", (text,), dots) for dots in (9, 9, 0)), 9)
    display.show_content(RoomContent(RoomMode.CHART, chart.spoken, chart=chart))
    picture, ground = display.grab().toImage(), QColor(Tokens.load("dark").surface)
    edge = [picture.pixelColor(x, y) for x in range(wall[0]) for y in (0, wall[1] - 1)]
    assert set(map(QColor.name, edge)) == {ground.name()}
    inside = {picture.pixelColor(x, y).name() for x in range(0, wall[0], 3) for y in range(0, wall[1], 3)}
    assert QColor(Tokens.load("dark").accent).name() in inside


def test_it_is_spoken_with_place_words_and_dots_and_no_session_offers_it(context):
    chart = RoomChart(("Chosen",), (RoomBar("1 =", ("Lights", "Luces"), 9),), 9)
    room = RoomScreen(context)
    room.show_chart(chart)
    assert room.content.accessible_text == "Chosen\n1 =. Lights. Luces. 9"
    assert RoomMode.CHART not in RoomSources().offered
