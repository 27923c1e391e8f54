"""Which theme stands for another."""

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.joined_themes import stand_ins, standing, twin_key


def test_a_theme_that_was_joined_leads_to_the_one_that_stands_in_the_end():
    themes = {"a": Theme("pat", "b"), "b": Theme("Patrols", "c"), "c": Theme("Police patrols")}
    assert stand_ins(themes) == {"a": "c", "b": "c"}
    assert standing(("a", "x", "c", "b"), {"a": "c", "b": "c"}) == ("c", "x")


def test_of_one_name_from_two_laptops_the_first_stands_for_both():
    themes = {
        "starter": Theme("Policía"),
        "own": Theme("policia"),
        "pen": Theme("pena"),
        "rock": Theme("peña"),
    }
    assert stand_ins(themes) == {"own": "starter"}
    assert twin_key("Getting around") == twin_key(" getting_AROUND")


def test_a_theme_joined_with_one_that_is_not_here_stands_for_itself():
    assert stand_ins({"a": Theme("pat", "gone")}) == {}


def test_themes_that_two_laptops_joined_with_each_other_are_one():
    themes = {"b": Theme("pat", "a"), "a": Theme("Patrols", "b")}
    assert stand_ins(themes) == {"b": "a"}


ids = st.sampled_from("abcdef")


@given(st.dictionaries(ids, st.builds(Theme, st.sampled_from(["one", "ONE", "two"]), st.none() | ids)))
def test_what_stands_stands_for_itself_and_no_theme_is_lost(themes):
    instead = stand_ins(themes)
    stands = themes.keys() - instead.keys()
    assert set(instead.values()) <= stands
    assert bool(stands) == bool(themes)
