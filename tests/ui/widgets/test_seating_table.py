from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from dialogue_desk.ui.widgets.seating_table import SeatingTable, SeatState, SeatsView, _meeting_place

PAIRS = ((1, 7), (2, 8), (3, 9), (4, 10), (5, 11), (6, 12))


@pytest.fixture
def table(theme, qtbot):
    table = SeatingTable(theme)
    qtbot.addWidget(table)
    table.resize(640, 360)
    return table


def test_seats_that_go_together_are_joined_over_the_table(theme, table):
    table.show_seats(SeatsView((SeatState.WAITING,) * 12))
    bare = table.grab().toImage()
    table.show_seats(SeatsView((SeatState.WAITING,) * 12, groups=((1, 7),)))
    joined = table.grab().toImage()
    first, seventh = table._places()[0][0], table._places()[0][6]
    between = [first * (1 - part) + seventh * part for part in (0.3, 0.7)]
    for place in between:
        at = round(place.x()), round(place.y())
        assert joined.pixelColor(*at) == QColor(theme.tokens.accent) != bare.pixelColor(*at)


def test_the_numbers_of_groups_do_not_lie_on_one_another(table):
    table.show_seats(SeatsView((SeatState.WAITING,) * 12, groups=PAIRS))
    places, radius = table._places()
    met = []
    for group in PAIRS:
        met.append(_meeting_place([places[seat - 1] for seat in group], met))
    apart = [(a - b).manhattanLength() for a, b in combinations(met, 2)]
    assert min(apart) > 2 * 0.62 * radius
