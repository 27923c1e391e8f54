"""What a report tells of the window names nobody."""

from dialogue_desk.ui.shell.window_facts import font_fact
from dialogue_desk.words import Words


def test_a_font_of_the_app_is_named_and_one_that_somebody_made_is_not():
    assert font_fact("Atkinson Hyperlegible Next", Words()) == "Atkinson Hyperlegible Next"
    assert font_fact("Handwriting of Rosa", Words()) == "another one"
