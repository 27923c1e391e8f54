import pytest

from dialogue_desk.domain.overview.arrivals import arrivals_of
from dialogue_desk.ui.program.arrival_legend import Legend
from dialogue_desk.words import Words
from tests.domain.arrived import came, pictured
from tests.ui.program.shown import seen


@pytest.fixture
def legend(theme, qtbot):
    legend = Legend(theme, Words())
    qtbot.addWidget(legend)
    legend.show()
    return legend


def test_the_legend_explains_what_is_to_be_seen_and_no_more(legend, qtbot):
    legend.show_arrivals(arrivals_of(pictured((came(),), (came(),))))
    qtbot.waitUntil(lambda: seen(legend) == ["people"])
    legend.show_arrivals(arrivals_of(pictured((came(None, notes=0),), (came(),), (None,))))
    expected = {"people", "not counted", "not here, others are", "no notes"}
    qtbot.waitUntil(lambda: set(seen(legend)) == expected)


def test_where_nothing_has_arrived_there_is_nothing_to_explain(legend):
    legend.show_arrivals(arrivals_of(pictured((None,), (None,))))
    assert seen(legend) == []
