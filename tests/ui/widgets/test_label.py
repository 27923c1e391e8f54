from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width
from tests.ui.widgets.speaking import spoken


def test_markup_is_shown_as_it_was_written(theme, qtbot):
    label = Label("<b>loud</b> & <img src='x'>")
    qtbot.addWidget(label)
    assert label.sizeHint().width() > Label("loud").sizeHint().width() * 3
    assert spoken(label).name == "<b>loud</b> & <img src='x'>"


def test_a_label_is_as_tall_as_its_lines(theme, qtbot):
    label = Label("one two three four five six seven eight nine ten")
    qtbot.addWidget(label)
    one = label.heightForWidth(1000)
    assert label.heightForWidth(120) >= 3 * one
    assert label.heightForWidth(60) > label.heightForWidth(120)


def test_a_word_longer_than_the_line_is_broken_rather_than_cut(theme, qtbot):
    label = Label("x" * 2_000)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 100
    assert TextBlock("x" * 2_000, theme.font(), 200).width <= 200


def test_a_label_that_may_not_wrap_asks_for_its_whole_width(theme, qtbot):
    label = Label("7:41 PM  ·  ends 8:36", wrap=False)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() >= natural_width(label.text(), label.font())


def test_a_column_gives_a_label_the_height_it_needs(theme, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    label = Label("Everyone wants the same two things: to be greeted, and to get home. " * 4)
    column.addWidget(label)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(260, 700)
    window.show()
    assert label.height() >= label.heightForWidth(label.width())
