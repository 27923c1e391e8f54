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


def test_two_languages_of_one_theme_are_one():
    themes = {
        "starter": Theme("Being heard", names=(("es", "Ser escuchados"),)),
        "english": Theme("being heard"),
        "spanish": Theme("Ser Escuchados"),
        "other": Theme("Lights"),
    }
    assert stand_ins(themes) == {"english": "starter", "spanish": "starter"}


def test_a_name_that_a_theme_shares_with_two_others_makes_all_three_one():
    themes = {
        "a": Theme("Patrols", names=(("es", "Rondas"),)),
        "b": Theme("Rounds", names=(("es", "Rondas"),)),
        "c": Theme("rounds"),
    }
    assert stand_ins(themes) == {"b": "a", "c": "a"}


ids = st.sampled_from("abcdef")
names = st.sampled_from(["one", "ONE", "two"])
pairs = st.lists(st.tuples(st.sampled_from(["es", "vi"]), names), max_size=2).map(tuple)


@given(st.dictionaries(ids, st.builds(Theme, names, st.none() | ids, pairs)))
def test_what_stands_stands_for_itself_and_no_theme_is_lost(themes):
    instead = stand_ins(themes)
    stands = themes.keys() - instead.keys()
    assert set(instead.values()) <= stands
    assert bool(stands) == bool(themes)
