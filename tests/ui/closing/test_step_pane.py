"""What the panes of wrapping up are made of."""

import pytest
from PySide6.QtWidgets import QLabel

from dialogue_desk.ui.closing.step_pane import CloseSection, KeyedRows, count_box
from dialogue_desk.words import Words
from tests.ui.seen import words_on


@pytest.fixture
def rows(qtbot):
    rows = KeyedRows()
    qtbot.addWidget(rows)
    rows.show()
    return rows


def contents(**texts):
    return {key: (text, lambda text=text: QLabel(text)) for key, text in texts.items()}


def texts(rows):
    return [rows.layout().itemAt(place).widget().text() for place in range(rows.layout().count())]


def test_a_row_whose_content_stays_keeps_its_widget_and_another_is_made_again(rows):
    rows.show_rows(contents(a="one", b="two"))
    before = {label.text(): label for label in rows.findChildren(QLabel)}
    rows.show_rows(contents(a="one", b="three"))
    assert texts(rows) == ["one", "three"]
    assert rows.layout().itemAt(0).widget() is before["one"] and before["two"].isHidden()


def test_rows_are_in_the_order_they_are_given_and_hidden_when_there_are_none(rows):
    rows.show_rows(contents(a="one", b="two"))
    rows.show_rows(contents(b="two", a="one"))
    assert texts(rows) == ["two", "one"]
    rows.show_rows({})
    assert rows.isHidden()


def test_a_section_shows_new_things_instead_of_the_old_ones(qtbot):
    section = CloseSection("Quotes")
    qtbot.addWidget(section)
    section.fill(QLabel("old"))
    section.fill(QLabel("new"))
    section.count("1 note")
    assert "new" in words_on(section) and "old" not in words_on(section)
    assert "1 note" in words_on(section)


def test_a_count_is_told_when_it_is_complete_and_not_with_each_digit(theme, qtbot):
    box = count_box(theme, Words(), 40, 170)
    qtbot.addWidget(box)
    told = []
    box.changed.connect(told.append)
    box.box.selectAll()
    qtbot.keyClicks(box.box, "12")
    assert told == []
    qtbot.keyClick(box.box, "\r")
    assert told == [12] and box.width() == theme.scaled(170)
