"""What somebody does, and which one."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.trades import trades


def found(text):
    assert all(one.kind is FindKind.ROLE for one in trades(text))
    return [text[one.start : one.end].strip() for one in trades(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("the county's midwife delivered half this room", "the county's midwife"),
        ("the greeter w/ the accordion knows", "the greeter w/ the accordion"),
        ("the bread lady on 5th heard it", "the bread lady on 5th"),
        ("the man who sharpens knives at the market said no", "the man who sharpens knives at the market"),
        ("la que toca la marimba en las misas no quiso", "la que toca la marimba en las misas"),
        ("el paletero d la campana verde ya lleva 3", "el paletero d la campana verde"),
        ("la traductora de quiché del juzgado no da abasto", "la traductora de quiché del juzgado"),
    ],
)
def test_who_does_something_and_which_one_is_found(text, who):
    assert any(one.startswith(who) for one in found(text)), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "the school's roof leaks",
        "the driver with the attitude",
        "the lady on the bus laughed",
        "la bandera de la escuela",
        "el número del volante",
        "la computadora de la biblioteca",
        "el señor d la camisa azul",
        "the officer with the mic",
        "the woman on the left nodded",
    ],
)
def test_things_and_anybody_are_left_alone(text):
    assert found(text) == []
