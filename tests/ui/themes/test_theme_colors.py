"""Colors of themes: each has a name, and none is needed to understand anything."""

import pytest

from dialogue_desk.ui.style.theme_tokens import THEMES, Tokens
from dialogue_desk.ui.themes.theme_colors import color_name, color_names, painted_color
from dialogue_desk.words import Words


@pytest.mark.parametrize("theme", THEMES)
def test_each_color_has_a_name_and_is_painted_in_every_theme(theme):
    numbers = range(1, len(color_names(Words())) + 1)
    assert all(
        color_name(number, Words()) and painted_color(number, Tokens.load(theme)) for number in numbers
    )


@pytest.mark.parametrize("color", [0, -1, 99])
def test_no_color_and_one_of_a_newer_app_are_not_painted(color):
    assert (color_name(color, Words()), painted_color(color, Tokens.load("light"))) == ("", "")
