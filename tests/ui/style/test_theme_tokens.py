from itertools import product

import pytest

from dialogue_desk.ui.style.theme_tokens import THEMES, Tokens
from tests.ui.contrast import ratio

TEXT = [
    *product(("ink", "muted", "accent", "warn"), ("background", "surface", "rail")),
    *product(("ink", "muted", "accent"), ("accent_soft",)),
    ("ink", "warn_soft"),
    ("warn", "warn_soft"),
    ("on_accent", "accent"),
    ("surface", "ink"),
]
CLOCK = [("ink", "background"), ("ink", "surface")]
EDGES = [
    *product(("line_strong", "focus", "accent", "warn"), ("background", "surface", "rail")),
    ("focus", "accent_soft"),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read_on_every_ground_it_stands_on(theme, ink, ground):
    tokens = Tokens.load(theme)
    assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), CLOCK)
def test_the_big_clock_can_be_read_from_afar(theme, ink, ground):
    tokens = Tokens.load(theme)
    assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_and_the_focus_stand_out_from_their_ground(theme, edge, ground):
    tokens = Tokens.load(theme)
    assert ratio(getattr(tokens, edge), getattr(tokens, ground)) >= 3


def test_high_contrast_text_holds_seven_to_one():
    tokens = Tokens.load("contrast")
    for ink, ground in TEXT:
        assert ratio(getattr(tokens, ink), getattr(tokens, ground)) >= 7, (ink, ground)


def test_a_theme_that_is_not_there_is_an_error():
    with pytest.raises(FileNotFoundError):
        Tokens.load("sepia")


@pytest.mark.parametrize("written", ["", "= 5", 'ink = "red"', "a = " + "[" * 9_999, 'ink = "#12345"'])
def test_a_theme_that_lacks_a_colour_is_told(written):
    with pytest.raises(ValueError, match=r"."):
        Tokens.of(written)


def test_with_a_damaged_theme_the_app_wears_black_and_white(tmp_path, monkeypatch):
    damaged = tmp_path / "light.toml"
    damaged.write_bytes(b"\xff\xfe")
    monkeypatch.setattr("dialogue_desk.ui.style.theme_tokens.resource", lambda *parts: damaged)
    plain = Tokens.load("light")
    pairs = (*TEXT, *CLOCK, *EDGES)
    assert all(ratio(getattr(plain, ink), getattr(plain, ground)) >= 4.5 for ink, ground in pairs)
