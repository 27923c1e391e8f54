"""Each question has a table for the whole program; a number of few people is hidden, and it says why."""

from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.ui.voices.voices_tab import COUNTED
from tests.ui.program.shown import seen


def test_without_questions_it_says_where_they_are_made(tab):
    tab.open_view(COUNTED)
    assert any("asks nothing" in text for text in seen(tab.counted))


def test_a_table_says_of_how_many_circles_it_is(tab, age, counted, settled):
    settled()
    tab.open_view(COUNTED)
    table = tab.counted.tables[age]
    assert [(row.title, row.figure) for row in table.rows.rows()] == [
        ("under 30", "12"),
        ("30 to 64", "20"),
        ("65 and over", "13"),
    ]
    assert "4 of 5 circles counted" in seen(table) and "45 answered." in table.why.text()


def test_a_number_of_few_is_hidden_and_it_says_why(tab, desk, program, age, picture, settled):
    circles = tuple(row.circle_id for row in picture().rows[:4])
    counts = ((age, "under 30", 3), (age, "30 to 64", 20), (age, "65 and over", 21))
    desk.add(program, PooledCounts(SlipKind.TALLY, circles, 44, counts))
    settled()
    tab.open_view(COUNTED)
    table = tab.counted.tables[age]
    shown = {row.title: (row.figure, row.whole) for row in table.rows.rows()}
    assert shown["under 30"] == ("hidden", 0) and "fewer than 10" in table.why.text()
    assert "3" not in {figure for figure, _ in shown.values()}


def test_before_anything_is_counted_it_says_so(tab, age, settled):
    settled()
    tab.open_view(COUNTED)
    assert tab.counted.tables[age].why.text() == "Nothing is counted yet."
