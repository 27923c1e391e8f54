"""What a typed name probably means."""

import pytest

from dialogue_desk.domain.notes.near_themes import begun_theme, like_theme, same_theme

KNOWN = ["Patrols", "Policía", "School buses", "Getting home", "Luz"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("patrol", "Patrols"),
        ("PATROLS", "Patrols"),
        ("policia", "Policía"),
        ("policías", "Policía"),
        ("school_bus", "School buses"),
        ("luces", "Luz"),
        ("pat", None),
        ("home", None),
    ],
)
def test_capitals_accents_and_the_plural_make_no_other_theme(typed, meant):
    assert same_theme(typed, KNOWN) == meant


def test_a_name_typed_halfway_is_the_only_one_that_begins_so():
    assert begun_theme("pat", KNOWN) == "Patrols"
    assert [begun_theme(typed, KNOWN) for typed in ("p", "po", "xy")] == [None, "Policía", None]
    assert begun_theme("pat", [*KNOWN, "Patience"]) is None


@pytest.mark.parametrize("typed", ["patrolls", "patrls", "patorls", "petrols", "pa"])
def test_a_name_that_is_nearly_another_is_like_it(typed):
    assert like_theme(typed, KNOWN) == "Patrols"


@pytest.mark.parametrize("typed", ["lux", "ferry", "patios", "p"])
def test_a_name_that_is_another_is_like_none(typed):
    assert like_theme(typed, KNOWN) is None
