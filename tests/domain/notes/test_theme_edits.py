"""A theme is renamed, joined with another and removed wherever it is."""

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.theme_edits import joined_with, removed_everywhere, renamed

THEMES = {"a": Theme("Patrols"), "b": Theme("patrols"), "c": Theme("pat", "a"), "d": Theme("Buses")}
OWNERS = dict.fromkeys(THEMES, "circle")


def written(edit):
    return {write.id: write.body for write in edit.writes}


def test_a_theme_gets_another_name_and_its_twin_from_another_laptop_with_it():
    edit = renamed("a", "Police patrols", THEMES, OWNERS)
    assert written(edit) == {"a": Theme("Police patrols"), "b": Theme("Police patrols")}


def test_a_theme_that_is_joined_keeps_its_name_and_says_what_stands_for_it():
    assert written(joined_with("a", "d", THEMES, OWNERS)) == {
        "a": Theme("Patrols", "d"),
        "b": Theme("patrols", "d"),
    }


def test_a_theme_is_removed_with_all_it_stands_for_unless_it_is_the_programs():
    edit = removed_everywhere("a", THEMES, OWNERS)
    assert written(edit) == {"a": None, "b": None, "c": None}
    assert {write.kind for write in edit.writes} == {Kind.THEME}
    assert written(removed_everywhere("a", THEMES, {"b": "circle"})) == {"b": None}
