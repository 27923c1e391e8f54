import pytest

from dialogue_desk.domain.model.document import BarChart, ChartBar
from dialogue_desk.reports.charts import measured, part_widths


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


def test_parts_with_longer_words_are_one_bar_too_and_wrap_in_it() -> None:
    said = {
        "todo el círculo": 4,
        "la mayoría": 22,
        "algunas personas": 4,
        "una voz": 1,
        "opiniones divididas": 5,
    }
    bars = tuple(ChartBar(label, count, str(count)) for label, count in said.items())
    widths = part_widths(BarChart("Compartido", bars, whole=True), 47)

    assert widths is not None and sum(widths) == pytest.approx(1)
    assert all(
        width >= 0.55 * len(max(bar.label.split(), key=len)) / 47
        for width, bar in zip(widths, bars, strict=True)
    )
    assert part_widths(BarChart("Compartido", bars, whole=True), 20) is None
