import pytest
from PySide6.QtGui import QAccessible

from dialogue_desk.ui.widgets.thin_bar import ThinBar
from tests.ui.widgets.speaking import put, spoken


def test_a_thin_bar_shows_how_far_along_it_is(window):
    bar = put(window, ThinBar("Session"))
    bar.show_progress(41, 120)
    assert (bar.value(), bar.maximum()) == (41, 120)
    bar.show_progress(130, 120)
    assert bar.value() == 120
    assert spoken(bar).role is QAccessible.Role.ProgressBar


def test_more_bytes_than_qt_can_count_are_shown_in_their_proportion(window):
    bar = put(window, ThinBar("Update"))
    bar.show_progress(3_000_000_000, 4_000_000_000)
    assert bar.value() / bar.maximum() == pytest.approx(0.75)
