import pytest

from dialogue_desk.domain.model.document import ChartBar, Document, Heading, Table, TableColumn


def test_a_heading_may_not_skip_a_level() -> None:
    with pytest.raises(ValueError, match="level 3 cannot follow level 1"):
        Document("Title", (Heading("One"), Heading("Three", 3)))


def test_no_heading_is_deeper_than_the_third_level() -> None:
    with pytest.raises(ValueError, match="level 4 cannot follow level 3"):
        Document("Title", tuple(Heading(f"Level {level}", level) for level in (1, 2, 3, 4)))


def test_a_heading_may_climb_back_up() -> None:
    levels = (Heading("One"), Heading("Two", 2), Heading("Three", 3), Heading("Another one"))

    assert Document("Title", levels).blocks == levels


def test_a_row_needs_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="one cell for each column"):
        Table((TableColumn("Part"), TableColumn("Minutes")), (("Welcome",),))


def test_columns_share_the_width_and_none_vanishes() -> None:
    assert Table((TableColumn("a", 3), TableColumn("b", 1)), ()).shares == (0.75, 0.25)
    thin, wide = Table((TableColumn("a", 0.001), TableColumn("b", 99)), ()).shares
    assert thin > 1 / 7
    assert thin + wide == pytest.approx(1)


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf")])
def test_a_bar_has_a_length_that_can_be_drawn(value: float) -> None:
    with pytest.raises(ValueError, match="from nothing up"):
        ChartBar("Themes", value)


def test_a_bar_without_words_says_its_number() -> None:
    assert ChartBar("Themes", 7).value_text == "7"
    assert ChartBar("Themes", 7, "7 circles").value_text == "7 circles"
