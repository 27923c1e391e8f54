"""Themes by their names."""

from itertools import count

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.theme_names import themes_named

CIRCLE = RecordId("circle")
KNOWN = {RecordId("bus"): Theme("Bus stops"), RecordId("twin"): Theme("bus  STOPS")}


def named(*names):
    numbers = count(1)
    return themes_named(names, KNOWN, CIRCLE, lambda: RecordId(f"new {next(numbers)}"))


def test_a_name_that_is_known_makes_no_theme_and_the_first_of_two_alike_counts():
    assert named("BUS STOPS", "bus_stops") == (("bus",), ())


def test_a_missing_name_makes_one_theme_however_often_it_is_said():
    themes, writes = named(" Lights ", "bus stops", "lights")
    assert themes == ("new 1", "bus")
    assert [(write.id, write.owner, write.body) for write in writes] == [("new 1", CIRCLE, Theme("Lights"))]
