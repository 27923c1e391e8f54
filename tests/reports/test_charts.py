import pytest

from dialogue_desk.domain.model.document import BarChart, ChartBar
from dialogue_desk.reports.charts import measured


def test_the_longest_bar_is_whole_and_the_others_are_parts_of_it() -> None:
    chart = BarChart("Themes", (ChartBar("a", 4), ChartBar("b", 1), ChartBar("c", 0)))

    assert [row.share for row in measured(chart, 46).rows] == [1.0, 0.25, 0.0]


def test_bars_of_nothing_have_no_length() -> None:
    assert [row.share for row in measured(BarChart("Themes", (ChartBar("a", 0),)), 46).rows] == [0.0]


def test_long_words_go_beneath_the_label() -> None:
    chart = BarChart(
        "Themes", (ChartBar("Streets", 4, "in four circles of the nine"), ChartBar("Light", 2, "in two"))
    )

    assert [(row.label, row.value_text) for row in measured(chart, 46).rows] == [
        ("Streets\nin four circles of the nine", ""),
        ("Light", "in two"),
    ]


@pytest.mark.parametrize("ems", [28, 46])
@pytest.mark.parametrize("letters", [1, 20, 20_000])
def test_labels_and_bars_share_the_sheet(ems: float, letters: int) -> None:
    measures = measured(BarChart("Themes", (ChartBar("a" * letters, 4, "of" * 8),)), ems)

    assert 0.2 <= measures.label_width <= 0.4
    assert 0.25 <= measures.bar_width <= 0.8
    assert measures.label_width + measures.bar_width < 1
