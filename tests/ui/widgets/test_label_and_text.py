from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width, reads_leftward
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


def test_a_word_without_end_is_set_like_any_other(theme):
    endless = TextBlock("x" * 1_000_000, theme.font(), 300)
    assert endless.width <= 300
    assert endless.lines > 20_000


def test_lines_stand_on_the_side_from_which_they_are_read(theme):
    leftward = TextBlock("ما الذي جاء بك إلى هنا الليلة؟ ما الذي جاء بك؟", theme.font(), 120)
    assert {round(line.right()) for line in lines_of(leftward)} == {120}
    rightward = TextBlock("What brought you here tonight? What brought you?", theme.font(), 120)
    assert {round(line.left()) for line in lines_of(rightward)} == {0}


def lines_of(block):
    assert block.lines > 1
    return [block._lines.lineAt(number).naturalTextRect() for number in range(block.lines)]


def test_the_first_letter_with_a_direction_tells_how_a_text_reads():
    assert reads_leftward("1. سلام") and reads_leftward("“שלום”")
    assert not reads_leftward("C07: سلام") and not reads_leftward("123") and not reads_leftward("")


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


@given(text=st.text(max_size=200), width=st.integers(30, 400))
@settings(max_examples=60, deadline=None)
def test_text_of_any_script_keeps_to_its_column(dressed, text, width):
    block = TextBlock(text, dressed.font(), width, snug=True)
    assert block.height > 0
    assert block.width <= max(width, 40) + 1
