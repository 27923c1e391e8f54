from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.ui.widgets.text_block import TextBlock, reads_leftward, text_size


def lines_of(block):
    assert block.lines > 1
    return [block._lines.lineAt(number).naturalTextRect() for number in range(block.lines)]


def test_a_word_without_end_is_set_like_any_other(theme):
    endless = TextBlock("x" * 1_000_000, theme.font(), 300)
    assert endless.width <= 300
    assert endless.lines > 20_000


def test_lines_stand_on_the_side_from_which_they_are_read(theme):
    leftward = TextBlock("ما الذي جاء بك إلى هنا الليلة؟ ما الذي جاء بك؟", theme.font(), 120)
    assert {round(line.right()) for line in lines_of(leftward)} == {120}
    rightward = TextBlock("What brought you here tonight? What brought you?", theme.font(), 120)
    assert {round(line.left()) for line in lines_of(rightward)} == {0}


def test_the_first_letter_with_a_direction_tells_how_a_text_reads():
    assert reads_leftward("1. سلام") and reads_leftward("“שלום”")
    assert not reads_leftward("C07: سلام") and not reads_leftward("123") and not reads_leftward("")


@given(text=st.text(max_size=200), width=st.integers(30, 400))
@settings(max_examples=60, deadline=None)
def test_text_of_any_script_keeps_to_its_column(dressed, text, width):
    block = TextBlock(text, dressed.font(), width, snug=True)
    assert block.height > 0
    assert block.width <= max(width, 40) + 1


def test_a_size_that_was_asked_for_before_follows_the_font_and_the_width(theme):
    text = "what people said about the lights on Fifth"
    for scale in (100, 150, 100):
        theme.change(scale=scale)
        for width in (90, 180):
            block = TextBlock(text, theme.font(), width)
            assert text_size(text, theme.font(), width) == (block.width, block.height)
